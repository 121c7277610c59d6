package web

import "context"

// turns are places among the checks under way. Long texts have few of them, so that
// they never keep short ones, which are nearly all, waiting.
type turns struct {
	all, long chan struct{}
}

// longText is from how many bytes on a text is long: some hundred times what a form
// holds mostly.
const longText = 16 << 10

func newTurns(checks int) *turns {
	return &turns{make(chan struct{}, checks), make(chan struct{}, max(1, checks/4))}
}

// turn is a place that is held.
type turn struct {
	of        *turns
	all, long bool // which of the places
}

// take waits for a place, no longer than ctx lasts; nil: there was none in time.
func (t *turns) take(ctx context.Context) *turn {
	if !enter(ctx, t.all) {
		return nil
	}
	return &turn{of: t, all: true}
}

// amongLong waits for a place of a long text. Who waits holds no other.
func (t *turn) amongLong(ctx context.Context) bool {
	t.end()
	t.long = enter(ctx, t.of.long)
	t.all = t.long && enter(ctx, t.of.all)
	return t.all
}

// end gives back what is held. A nil turn holds nothing.
func (t *turn) end() {
	if t == nil {
		return
	}
	if t.all {
		<-t.of.all
	}
	if t.long {
		<-t.of.long
	}
	t.all, t.long = false, false
}

func enter(ctx context.Context, places chan struct{}) bool {
	select {
	case places <- struct{}{}: // mostly nobody waits
		return true
	default:
	}
	select {
	case places <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

package web

import "context"

// turns are places among the checks under way. Submissions that cost much have few of
// them, so that they never keep the others, which are nearly all, waiting: neither
// for a turn nor, as few of them may wait, for a place among the requests.
type turns struct {
	all   chan struct{}
	lanes map[lane]*queue
}

// lane is a kind of submissions by what they cost.
type lane string

// The lanes of submissions that cost more than a text of a form.
const (
	pictures lane = "picture"
	long     lane = "long text or large picture"
)

const (
	// longText is from how many bytes on a text is long: some hundred times what a
	// form holds mostly.
	longText = 16 << 10
	// largePicture is from how many pixels on a picture is large. Forms ask for 144 by
	// 144; a picture of 512 by 512 costs some 50 ms.
	largePicture = 512 * 512
)

// queue is where the submissions of a lane wait.
type queue struct {
	waiting, checked chan struct{} // places
}

func newTurns(requests, checks int) *turns {
	share := func(whole, part int) chan struct{} { return make(chan struct{}, max(1, whole/part)) }
	return &turns{make(chan struct{}, checks), map[lane]*queue{
		pictures: {share(requests, 2), share(checks, 2)},
		long:     {share(requests, 8), share(checks, 4)},
	}}
}

// turn is a place that is held.
type turn struct {
	of   *turns
	held []chan struct{}
}

// take waits for a place, no longer than ctx lasts; nil: there was none in time.
func (t *turns) take(ctx context.Context) *turn {
	held := &turn{of: t}
	if !held.enter(ctx, t.all) {
		return nil
	}
	return held
}

// moveTo gives the place back and waits for one of a lane. It is false where there
// was none in time; full, where too many wait for one.
func (t *turn) moveTo(ctx context.Context, l lane) (ok, full bool) {
	t.end()
	q := t.of.lanes[l]
	select {
	case q.waiting <- struct{}{}:
		t.held = append(t.held, q.waiting)
	default:
		return false, true
	}
	return t.enter(ctx, q.checked) && t.enter(ctx, t.of.all), false
}

func (t *turn) enter(ctx context.Context, places chan struct{}) bool {
	select {
	case places <- struct{}{}: // mostly nobody waits
	default:
		select {
		case places <- struct{}{}:
		case <-ctx.Done():
			return false
		}
	}
	t.held = append(t.held, places)
	return true
}

// end gives back what is held. A nil turn holds nothing.
func (t *turn) end() {
	if t == nil {
		return
	}
	for _, places := range t.held {
		<-places
	}
	t.held = t.held[:0]
}

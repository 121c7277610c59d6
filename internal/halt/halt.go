// Package halt ends long work when a context does. The walks over texts are deep
// in packages that know nothing of contexts and cannot fail; they count their
// steps on a Watch, which asks the context once in some thousand of them and, when
// it is done, unwinds the work by a panic with a Stop. Whoever began the work
// recovers it, and drops what the work was on: it may be half done.
package halt

import "context"

// every is after how many steps the context is asked. A step is a symbol of a
// text or a word found in one, some ten nanoseconds to a microsecond, so that a
// context is asked within some milliseconds and costs nothing to speak of.
const every = 1 << 12

// Stop is the value of the panic that ends work.
type Stop struct {
	// Context is the one that is done.
	Context context.Context
}

// Watch counts steps. The zero value and nil watch nothing and never stop. It is
// for one goroutine at a time.
type Watch struct {
	ctx  context.Context
	done <-chan struct{}
	left int
}

// Begin watches a context from now on, and asks it at once.
func (w *Watch) Begin(ctx context.Context) {
	w.ctx, w.done, w.left = ctx, ctx.Done(), every
	w.Ask()
}

// End forgets the context.
func (w *Watch) End() { *w = Watch{} }

// Context gives the context that is watched, context.Background() without one.
func (w *Watch) Context() context.Context {
	if w == nil || w.ctx == nil {
		return context.Background()
	}
	return w.ctx
}

// Step counts n steps, and panics with a Stop where the context is found done.
func (w *Watch) Step(n int) {
	if w == nil || w.done == nil {
		return
	}
	if w.left -= n; w.left <= 0 {
		w.left = every
		w.Ask()
	}
}

// Ask asks the context now: for a place between pieces of work whose steps are
// not counted.
func (w *Watch) Ask() {
	if w == nil || w.done == nil {
		return
	}
	select {
	case <-w.done:
		panic(Stop{w.ctx})
	default:
	}
}

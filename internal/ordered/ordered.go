// Package ordered does work on many goroutines and gives the results in the
// order of what went in.
package ordered

import (
	"context"
	"iter"
	"sync"
)

// queuedPerJob bounds what is in memory: what is read runs ahead of what is taken
// by this many values a job.
const queuedPerJob = 32

// job is a value on its way; out is set when done is closed.
type job[In, Out any] struct {
	in   In
	out  Out
	done chan struct{}
}

// Map applies f to the values of seq on as many goroutines as jobs says (at least
// one) and yields the results in the order of seq. It reads on while the consumer
// is at work, at most 32 values a job ahead. seq runs on a goroutine of its own.
//
// The sequence ends early when ctx is done; then, as when the consumer breaks off,
// seq is asked to stop at its next value, and no goroutine is left when the loop
// ends. A seq that blocks without an end of its own has to watch ctx itself.
func Map[In, Out any](ctx context.Context, jobs int, seq iter.Seq[In], f func(In) Out) iter.Seq[Out] {
	jobs = max(jobs, 1)
	return func(yield func(Out) bool) {
		inner, stop := context.WithCancel(ctx)
		ordered := make(chan *job[In, Out], jobs*queuedPerJob)
		work := make(chan *job[In, Out], jobs*queuedPerJob)
		var all sync.WaitGroup
		defer all.Wait()
		defer stop()
		all.Go(func() {
			defer close(ordered)
			defer close(work)
			feed(inner, seq, ordered, work)
		})
		for range jobs {
			all.Go(func() {
				for j := range work {
					if inner.Err() == nil { // else nobody waits for it
						j.out = f(j.in)
					}
					close(j.done)
				}
			})
		}
		for {
			j, ok := take(inner, ordered)
			if !ok || !yield(j.out) {
				return
			}
		}
	}
}

// feed hands each value to the consumer, who waits for it in its turn, then to
// the workers.
func feed[In, Out any](ctx context.Context, seq iter.Seq[In], ordered, work chan<- *job[In, Out]) {
	for in := range seq {
		j := &job[In, Out]{in: in, done: make(chan struct{})}
		select {
		case <-ctx.Done():
			return
		case ordered <- j:
		}
		select {
		case <-ctx.Done():
			return
		case work <- j:
		}
	}
}

// take waits for the next value to be done, or the context.
func take[In, Out any](ctx context.Context, ordered <-chan *job[In, Out]) (*job[In, Out], bool) {
	select {
	case <-ctx.Done():
		return nil, false
	case j, ok := <-ordered:
		if !ok {
			return nil, false
		}
		select {
		case <-ctx.Done():
			return nil, false
		case <-j.done:
			// A job that was let go because of the context is closed as well.
			return j, ctx.Err() == nil
		}
	}
}

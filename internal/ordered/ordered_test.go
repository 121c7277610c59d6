package ordered_test

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/mingcha-go/mingcha/internal/ordered"
)

// numbers yields 0..n-1 and counts what was asked for.
func numbers(n int, asked *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			asked.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

// uneven takes longer for some values than for others, so that they overtake.
func uneven(i int) int {
	for range i % 7 {
		runtime.Gosched()
	}
	return -i
}

func TestResultsComeInTheOrderOfTheValues(t *testing.T) {
	for _, jobs := range []int{-1, 0, 1, 2, 9} {
		var asked atomic.Int64
		got := slices.Collect(ordered.Map(t.Context(), jobs, numbers(1000, &asked), uneven))
		if len(got) != 1000 {
			t.Fatalf("%d jobs: %d results", jobs, len(got))
		}
		for i, v := range got {
			if v != -i {
				t.Fatalf("%d jobs: result %d is of %d", jobs, i, -v)
			}
		}
	}
}

func TestNothingIsAskedForLongAfterTheConsumerHasGone(t *testing.T) {
	const jobs = 3
	var asked atomic.Int64
	for v := range ordered.Map(t.Context(), jobs, numbers(1_000_000, &asked), uneven) {
		if v == -10 {
			break
		}
	}
	// Two queues of 32 a job, one value in each worker and in each hand.
	if n := asked.Load(); n > 11+2*32*jobs+2*jobs+2 {
		t.Errorf("%d values were asked for to give 11", n)
	}
}

func TestADoneContextEndsTheSequence(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var asked atomic.Int64
	n := 0
	for range ordered.Map(ctx, 2, numbers(1_000_000, &asked), uneven) {
		if n++; n == 20 {
			cancel()
		}
	}
	if n < 20 || n > 21 {
		t.Errorf("%d results after the context was done at 20", n)
	}
}

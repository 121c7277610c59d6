package halt_test

import (
	"context"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/halt"
)

func stops(f func()) (stop bool) {
	defer func() {
		if p := recover(); p != nil {
			_, stop = p.(halt.Stop)
		}
	}()
	f()
	return false
}

func TestAWatchStopsSomeStepsAfterItsContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var w halt.Watch
	w.Begin(ctx)
	if stops(func() { w.Step(1 << 30); w.Ask() }) {
		t.Error("it stops before the context ends")
	}
	cancel()
	steps := 0
	if !stops(func() {
		for ; steps < 1<<20; steps++ {
			w.Step(1)
		}
	}) {
		t.Error("it does not stop")
	}
	if steps > 1<<13 {
		t.Errorf("it stops after %d steps", steps)
	}
	if !stops(w.Ask) || !stops(func() { w.Begin(ctx) }) {
		t.Error("Ask and Begin do not stop at a context that is done")
	}
	if w.End(); stops(w.Ask) {
		t.Error("it stops after its end")
	}
}

func TestNoWatchAndOneOfABackgroundContextNeverStop(t *testing.T) {
	var none *halt.Watch
	background := new(halt.Watch)
	background.Begin(context.Background())
	for _, w := range []*halt.Watch{none, {}, background} {
		if stops(func() { w.Step(1 << 30); w.Ask() }) || w.Context() != context.Background() {
			t.Errorf("%+v", w)
		}
	}
}

func TestFoldStopsInsideALongText(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	w := new(halt.Watch)
	w.Begin(ctx)
	cancel()
	text := fold.Text{Watch: w}
	if !stops(func() { text.Fold(strings.Repeat("微信", 1<<16)) }) {
		t.Error("it folds to the end")
	}
}

package frame_test

import (
	"errors"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/frame"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// FuzzFrames holds that faults have their places, and that what a frame finds is in the
// text: parts in order, none over another, each gap in reach.
func FuzzFrames(f *testing.F) {
	f.Add(classes, row("4, sentence, @share > @gain|抢 > @prize|#yuan, @calm"), "转发三个群就领9.9元，分享心得得红包。")
	f.Add(classes, row("9, field, ^ @drink @drink|#people $, #time"), "奶茶、咖啡三个\n果汁")
	f.Add("a\t一一 二二 三三 四四\n", row("60, clause, @a @a @a @a @a @a, -"), "一一二二三三四四一一二二三三")
	f.Fuzz(func(t *testing.T, classes, frames, text string) {
		s, err := compile(t, classes, frames)
		if err != nil {
			var fault *lexicon.ParseError
			if !errors.As(err, &fault) || fault.File == "" || fault.Line < 1 {
				t.Errorf("fault without its place: %v", err)
			}
			return
		}
		m, err := match.Compile(nil, s.Words(), fields)
		if err != nil {
			t.Fatal(err)
		}
		var folded fold.Text
		folded.Fold(text)
		var b match.Buffer
		m.Find(&b, 1, &folded)
		for _, h := range s.Find(&frame.Buffer{}, 1, &folded, b.Places(), true) {
			at := h.Parts[0].From
			for i, p := range h.Parts {
				if p.From < at || p.To < p.From || p.To > len(folded.Symbols) || i > 0 && p.From-at > h.Frame.Reach {
					t.Fatalf("%q: parts %+v, reach %d", text, h.Parts, h.Frame.Reach)
				}
				at = p.To
			}
			if len(h.Parts) != len(h.Frame.Slots) || h.From >= h.To {
				t.Fatalf("%q: %+v", text, h)
			}
		}
	})
}

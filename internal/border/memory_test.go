package border

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// What symbols remember is the same whatever was asked before, and forgotten by Fold.
func TestAPlaceIsJudgedAlikeWhateverWasAskedBefore(t *testing.T) {
	var used fold.Text
	for _, source := range []string{"小微信贷平台", "奔腾讯息，稍微 信任", "台风水情招募捐书", "走私人订制", "第一次刷单词", "京东方", "微", ""} {
		used.Fold(source)
		n := len(used.Symbols)
		for from := range n {
			for to := from + 1; to <= n; to++ {
				var fresh fold.Text
				fresh.Fold(source)
				meet, commonly, around := Meet(&used, from, to), MeetCommonly(&used, from, to), Around(&used, from, to)
				if want := Meet(&fresh, from, to); meet != want {
					t.Errorf("%s %d..%d: Meet %v, of a fresh text %v", source, from, to, meet, want)
				}
				fresh.Fold(source)
				if want := MeetCommonly(&fresh, from, to); commonly != want {
					t.Errorf("%s %d..%d: MeetCommonly %v, of a fresh text %v", source, from, to, commonly, want)
				}
				fresh.Fold(source)
				if want := Around(&fresh, from, to); around != want {
					t.Errorf("%s %d..%d: Around %+v, of a fresh text %+v", source, from, to, around, want)
				}
			}
		}
	}
}

func TestEveryPairThatBeginsAWordIsFound(t *testing.T) {
	s := words()
	for first, number := range s.firsts {
		if number == 0 {
			continue
		}
		g := s.groups[number]
		for i := g.from; i < g.to; i++ {
			if got := s.beginning(rune(first), rune(s.seconds[i])); got != s.begins[i] || got == 0 {
				t.Fatalf("%c%c: %b, want %b", first, s.seconds[i], got, s.begins[i])
			}
		}
	}
}

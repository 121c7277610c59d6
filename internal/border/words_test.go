package border

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// listed gives the words of the dictionary as they are written in it.
func listed() map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(dictionary) {
		runes := []rune(strings.TrimSuffix(line, "\n"))
		for i, tails := range strings.Split(string(runes[1:]), ",") {
			for tail := range slices.Chunk([]rune(tails), i+1) {
				all[string(runes[0])+string(tail)] = true
			}
		}
	}
	return all
}

// naiveAround is Around with all words around the place looked up one by one.
func naiveAround(all map[string]bool, t *fold.Text, from, to int) (c Cut) {
	ends, starts := map[int]bool{}, map[int]bool{}
	for start := max(0, from-longest+1); start < to; start++ {
		for end := start + 2; end <= min(start+longest, len(t.Symbols)); end++ {
			word, tight := "", true
			for i := start; i < end; i++ {
				word += string(t.Symbols[i].Rune)
				tight = tight && (i == start || t.Symbols[i].Before == fold.Tight)
			}
			before, after := start < from, end > to
			switch {
			case !tight, end <= from, !before && !after, !all[word]:
			case before && end < to:
				c.Start, ends[end] = true, true
			case after && start > from:
				c.End, starts[start] = true, true
			default:
				c.Inside = true
			}
		}
	}
	for at := range ends {
		c.Both = c.Both || starts[at]
	}
	return c
}

func TestPlacesAreCutAsByLookingUpEveryWord(t *testing.T) {
	all := listed()
	var words []string
	for w := range all {
		words = append(words, w)
	}
	slices.Sort(words)
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var b strings.Builder
		for range 2 + random.IntN(4) { // words, the beginnings and the ends of words
			w := []rune(words[random.IntN(len(words))])
			b.WriteString(string(w[random.IntN(2):]))
			b.WriteString([]string{"", "", "", "", " ", "，", "a", "𠮷"}[random.IntN(8)])
		}
		var text fold.Text
		text.Fold(b.String())
		n := len(text.Symbols)
		from := random.IntN(n)
		to := from + 1 + random.IntN(min(5, n-from))
		if got, want := Around(&text, from, to), naiveAround(all, &text, from, to); got != want {
			t.Fatalf("%q from %d to %d: got %+v, want %+v", b.String(), from, to, got, want)
		} else if MeetCommonly(&text, from, to) != want.Both {
			t.Fatalf("%q from %d to %d: words meet: %t", b.String(), from, to, !want.Both)
		}
		word := ""
		for _, s := range text.Symbols[from:to] {
			word += string(s.Rune)
		}
		if got := IsWord(&text, from, to); got != all[word] {
			t.Fatalf("%s is a word: %t", word, got)
		}
	}
}

func BenchmarkAround(b *testing.B) {
	var t fold.Text
	t.Fold("记下每天的收入和支出，按月、按类别统计，一家人共用一个账本。设好预算，快超支时会提醒；账单可以导出成表格。")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		from := i % (len(t.Symbols) - 2)
		Around(&t, from, from+2)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		decode()
	}
}

// The rare words are of the same dictionary: what is common is among them, and likelier
// than what is not.
func TestCommonWordsAreAmongTheRareOnes(t *testing.T) {
	for word := range listed() {
		var text fold.Text
		text.Fold(word)
		if n := len(text.Symbols); text.String() != word {
			continue // it folds to another
		} else if cost, found := costOf(&text, 0, n); !found || cost >= unknown {
			t.Fatalf("%s costs %v, found: %t", word, cost, found)
		}
	}
	cost := func(word string) float32 {
		var text fold.Text
		text.Fold(word)
		c, _ := costOf(&text, 0, len(text.Symbols))
		return c
	}
	if cost("风水") >= cost("水情") || cost("我们") >= cost("风水") {
		t.Errorf("我们 %v, 风水 %v, 水情 %v: expected them to rise", cost("我们"), cost("风水"), cost("水情"))
	}
}

func BenchmarkMeet(b *testing.B) {
	var t fold.Text
	t.Fold("记下每天的收入和支出，按月、按类别统计，一家人共用一个账本。设好预算，快超支时会提醒；账单可以导出成表格。")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		from := i % (len(t.Symbols) - 2)
		Meet(&t, from, from+2)
	}
}

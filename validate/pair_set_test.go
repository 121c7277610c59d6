package validate

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// randomText gives n characters of few kinds, so that some pairs are shared.
func randomText(r *rand.Rand, n int) string {
	kinds := []rune("青禾记账预算ab1 ，·")
	var b strings.Builder
	for range n {
		b.WriteRune(kinds[r.IntN(len(kinds))])
	}
	return b.String()
}

func TestTheTableOfPairsSaysWhatComparingSays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var set pairSet
	shared := 0
	for range 3000 {
		var a, b fold.Text
		a.Fold(randomText(r, r.IntN(9)))
		b.Fold(randomText(r, r.IntN(40)))
		set.addAll(&b)
		want := sharesWord(&a, &b)
		if got := set.sharesPair(&a); got != want {
			t.Fatalf("%q in %q: %v, compared %v", a.Source, b.Source, got, want)
		}
		if want {
			shared++
		}
		set.forget()
	}
	if shared < 300 || shared > 2700 {
		t.Errorf("%d of 3000 share a pair: nothing is tried", shared)
	}
}

func TestAPairSetKeepsAllOfALongText(t *testing.T) {
	var set pairSet
	var text fold.Text
	var b strings.Builder
	for r := rune(0x4e00); r < 0x9f00; r++ {
		b.WriteRune(r)
	}
	text.Fold(b.String())
	set.addAll(&text)
	for i := 1; i < len(text.Symbols); i++ {
		if !set.has(text.Symbols[i-1].Rune, text.Symbols[i].Rune) || !set.has(0, text.Symbols[i].Rune) {
			t.Fatalf("symbol %d is not there", i)
		}
	}
	if set.has('青', '青') {
		t.Error("a pair is there that is not")
	}
	set.forget()
	if set.has(text.Symbols[0].Rune, text.Symbols[1].Rune) || set.count != 0 {
		t.Error("it does not forget")
	}
}

// What stands in a text in Latin letters, and how a text begins in pinyin and its
// initials, is found as by looking through each.
func TestLatinWordsAreFoundAsByLookingThroughEachText(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	found := 0
	for range 2000 {
		texts := []string{randomText(r, r.IntN(12)), randomText(r, r.IntN(12))}
		word := []string{"qh", "qing", "qinghe", "ab", "a1", "jz", "1a", "b1a", "yusuan", "zz"}[r.IntN(10)]
		var v vocabulary
		want := false
		for _, text := range texts {
			var f fold.Text
			f.Fold(text)
			v.addLetters(&f)
			w := letters(&f)
			var initials strings.Builder
			for _, c := range w {
				if read := toneless(string(c)); read != "" {
					initials.WriteByte(read[0])
				}
			}
			want = want || strings.Contains(w, word) || strings.HasPrefix(toneless(w), word) || strings.HasPrefix(initials.String(), word)
		}
		v.sort()
		if got := v.holdsLatin(word); got != want {
			t.Fatalf("%q in %q: %v, want %v", word, texts, got, want)
		}
		if want {
			found++
		}
	}
	if found < 100 {
		t.Errorf("%d found: nothing is tried", found)
	}
}

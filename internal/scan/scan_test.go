package scan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/automaton"
	"github.com/mingcha-go/mingcha/internal/fold"
)

// naive finds the words whose keys agree with the text's, place by place.
func naive(words [][]rune, text []fold.Symbol, key func(rune) uint32) (hits []Hit) {
	for w, word := range words {
		for at := 0; at+len(word) <= len(text); at++ {
			same := true
			for i, r := range word {
				same = same && key(text[at+i].Rune) == key(r)
			}
			if same {
				hits = append(hits, Hit{Pattern: w, Start: at, End: at + len(word)})
			}
		}
	}
	return hits
}

func sorted(hits []Hit) []Hit {
	hits = slices.Clone(hits)
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Pattern, b.Pattern))
	})
	return hits
}

// thirds takes every three neighbouring characters for one another.
var thirds = Alphabet{Keys: func(r rune) [2]uint32 { return [2]uint32{uint32(r)/3 + 1} }}

func compare(t *testing.T, words [][]rune, text string) {
	t.Helper()
	var folded fold.Text
	folded.Fold(text)
	for name, alphabet := range map[string]Alphabet{"identity": Identity, "thirds": thirds} {
		for _, engine := range []automaton.Engine{automaton.Cloudflare, automaton.Compact} {
			set, err := Compile(words, alphabet, engine)
			if err != nil {
				t.Fatal(err)
			}
			var b Buffer
			got := sorted(set.Find(&b, folded.Symbols))
			// Codes may be shared past 255 keys, and characters outside the words
			// have none: what must not happen is that a word is missed, or that a
			// hit is no word of the set by its codes.
			for _, want := range naive(words, folded.Symbols, func(r rune) uint32 { return uint32(r) }) {
				if _, ok := slices.BinarySearchFunc(got, want, func(a, b Hit) int {
					return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Pattern, b.Pattern))
				}); !ok {
					t.Fatalf("%s, %v: %q is missed at %d in %q", name, engine, string(words[want.Pattern]), want.Start, text)
				}
			}
			for _, h := range got {
				for i, r := range words[h.Pattern] {
					if set.codes.code(r) != set.codes.code(folded.Symbols[h.Start+i].Rune) {
						t.Fatalf("%s, %v: hit %v has other codes than %q", name, engine, h, string(words[h.Pattern]))
					}
				}
			}
			if len(got) != len(slices.Compact(slices.Clone(got))) {
				t.Fatalf("%s, %v: a hit is given twice: %v", name, engine, got)
			}
		}
	}
}

func TestWordsAreFoundAsByANaiveScan(t *testing.T) {
	var many [][]rune // more characters than there are codes
	for i := range 900 {
		many = append(many, []rune(fmt.Sprintf("%c%c", 0x4e00+i, 0x5e00+i%7)))
	}
	for name, c := range map[string]struct {
		words string
		text  string
	}{
		"overlapping":     {"天天 天气 气温", "天天天气温"},
		"nested":          {"最 最好 最好的 好", "最好的最"},
		"doubled":         {"微信 微信 WeChat", "wechat微信"},
		"prefix of other": {"ab abcd bc", "abcabcd"},
		"astral":          {"𠀀𠀁 𠀁", "𠀀𠀁𠀀"},
		"empty text":      {"微信", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var words [][]rune
			for w := range strings.FieldsSeq(c.words) {
				words = append(words, []rune(fold.String(w)))
			}
			compare(t, words, c.text)
		})
	}
	compare(t, many, string(many[3])+string(many[258])+string(many[513])+string(many[899]))
}

func TestAnEmptyWordIsRefused(t *testing.T) {
	if _, err := Compile([][]rune{[]rune("微"), {}}, Identity, automaton.Auto); err == nil {
		t.Error("accepted")
	}
}

func FuzzFind(f *testing.F) {
	f.Add("最 最好 好的", "世界最好的")
	f.Add("ab b abab", "ababab")
	f.Add(strings.Repeat("m", 2000)+" mmm", "mmmm")
	f.Fuzz(func(t *testing.T, list, text string) {
		var words [][]rune
		for w := range strings.FieldsSeq(list) {
			// What is longer is not for Cloudflare, which is compared here too.
			if folded := []rune(fold.String(w)); len(folded) > 0 && len(folded) <= automaton.CloudflareLongest && len(words) < 300 {
				words = append(words, folded)
			}
		}
		if len(words) > 0 && len(text) < 1<<12 {
			compare(t, words, text)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	words := [][]rune{[]rune("最好"), []rune("国家级"), []rune("全网第一"), []rune("免费"), []rune("微信")}
	text := strings.Repeat("记录每天的收支，按月统计，支持多人共享账本和预算提醒。", 400)
	set, err := Compile(words, Identity, automaton.Auto)
	if err != nil {
		b.Fatal(err)
	}
	var t fold.Text
	t.Fold(text)
	var buffer Buffer
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		set.Find(&buffer, t.Symbols)
	}
}

// A long text is searched in pieces: the words across their edges are found, once.
func TestALongTextGivesEachWordOnce(t *testing.T) {
	words := [][]rune{[]rune("甲"), []rune("甲乙"), []rune("乙丙丁"), []rune("丁甲乙丙丁甲乙")}
	for _, engine := range []automaton.Engine{automaton.Compact, automaton.Cloudflare, automaton.Naive} {
		set, err := Compile(words, Identity, engine)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []int{2, chunk / 4, chunk/4 + 1, chunk + 3} {
			var text fold.Text
			text.Fold(strings.Repeat("甲乙丙丁", n))
			places := map[Hit]bool{}
			hits := set.Find(new(Buffer), text.Symbols)
			for _, h := range hits {
				places[h] = true
				for i, r := range words[h.Pattern] {
					if h.End-h.Start != len(words[h.Pattern]) || text.Symbols[h.Start+i].Rune != r {
						t.Fatalf("%+v is not %q", h, string(words[h.Pattern]))
					}
				}
			}
			if want := 3*n + n - 2; len(hits) != want || len(places) != want {
				t.Errorf("%d repeats: %d hits of %d places, want %d", n, len(hits), len(places), want)
			}
		}
	}
}

package automaton_test

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/mingcha-go/mingcha/internal/automaton"
)

var engines = map[string]automaton.Engine{
	"cloudflare": automaton.Cloudflare, "compact": automaton.Compact, "naive": automaton.Naive,
}

// sorted gives the hits in one order, so that engines can be compared.
func sorted(hits []automaton.Hit) []automaton.Hit {
	slices.SortFunc(hits, func(a, b automaton.Hit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Pattern, b.Pattern))
	})
	return hits
}

func scan(t testing.TB, patterns [][]byte, engine automaton.Engine, text []byte) []automaton.Hit {
	t.Helper()
	a, err := automaton.New(patterns, engine)
	if err != nil {
		t.Fatal(err)
	}
	return sorted(a.AppendHits(nil, text))
}

func split(words string) [][]byte { return bytes.Fields([]byte(words)) }

func TestEveryEngineFindsEveryOccurrence(t *testing.T) {
	cases := []struct{ name, patterns, text, want string }{
		{"nothing in an empty text", "a b", "", "[]"},
		{"one word twice", "ab", "abcab", "[{0 0 2} {0 3 5}]"},
		{"overlapping itself", "aa", "aaaa", "[{0 0 2} {0 1 3} {0 2 4}]"},
		{"nested words", "she he hers e", "shers", "[{0 0 3} {1 1 3} {2 1 5} {3 2 3}]"},
		{"suffix of a longer miss", "abcd bc", "abce", "[{1 1 3}]"},
		{"prefix word and longer word", "ab abc", "abc", "[{0 0 2} {1 0 3}]"},
		{"deep failure chain", "aaab aab ab b", "aaab", "[{0 0 4} {1 1 4} {2 2 4} {3 3 4}]"},
		{"no word at all", "xyz", "abcabc", "[]"},
		{"high bytes", "\xff\xfe \xfe", "\xff\xfe", "[{0 0 2} {1 1 2}]"},
	}
	for _, c := range cases {
		for name, engine := range engines {
			t.Run(c.name+"/"+name, func(t *testing.T) {
				if got := fmt.Sprint(scan(t, split(c.patterns), engine, []byte(c.text))); got != c.want {
					t.Errorf("got %s, want %s", got, c.want)
				}
			})
		}
	}
}

func TestAnEmptySetFindsNothing(t *testing.T) {
	for name, engine := range engines {
		if hits := scan(t, nil, engine, []byte("abc")); len(hits) != 0 {
			t.Errorf("%s: %v", name, hits)
		}
	}
}

func TestNewRefusesWhatEnginesCannotTell(t *testing.T) {
	for name, patterns := range map[string][][]byte{
		"empty pattern": {[]byte("a"), {}}, "duplicate": {[]byte("a"), []byte("b"), []byte("a")},
	} {
		if _, err := automaton.New(patterns, automaton.Auto); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestConcurrentScansAgree shares one automaton between goroutines; -race watches.
func TestConcurrentScansAgree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	patterns, texts := randomSet(rng, 300, 8), make([][]byte, 64)
	for i := range texts {
		texts[i] = randomBytes(rng, 200, 8)
	}
	for name, engine := range engines {
		a, err := automaton.New(patterns, engine)
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for _, text := range texts {
					if got, want := sorted(a.AppendHits(nil, text)), scan(t, patterns, automaton.Naive, text); !slices.Equal(got, want) {
						t.Errorf("%s: got %v, want %v", name, got, want)
					}
				}
			})
		}
		wg.Wait()
	}
}

func randomBytes(rng *rand.Rand, n, alphabet int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(rng.IntN(alphabet))
	}
	return b
}

func randomSet(rng *rand.Rand, n, alphabet int) (patterns [][]byte) {
	seen := map[string]bool{}
	for range n {
		p := randomBytes(rng, 1+rng.IntN(5), alphabet)
		if !seen[string(p)] {
			seen[string(p)] = true
			patterns = append(patterns, p)
		}
	}
	return patterns
}

// FuzzEnginesAgree holds both engines to the naive scan. The first byte narrows
// the alphabet, so that overlaps, nested words and long failure chains abound.
func FuzzEnginesAgree(f *testing.F) {
	f.Add([]byte("\x03she he hers e"), []byte("ushers"))
	f.Add([]byte("\x01a aa aaa"), []byte("aaaaa"))
	f.Add([]byte("\xffab\x00cd"), []byte("ab\x00cd"))
	f.Fuzz(func(t *testing.T, set, text []byte) {
		if len(set) == 0 || len(set) > 512 || len(text) > 4096 {
			return
		}
		narrow := func(b []byte) []byte {
			out := make([]byte, len(b))
			for i := range b {
				out[i] = b[i]%(set[0]|1) + 1
			}
			return out
		}
		var patterns [][]byte
		seen := map[string]bool{}
		for _, p := range bytes.Split(set[1:], []byte(" ")) {
			if p = narrow(p); len(p) > 0 && !seen[string(p)] {
				seen[string(p)] = true
				patterns = append(patterns, p)
			}
		}
		text = narrow(text)
		want := scan(t, patterns, automaton.Naive, text)
		for _, engine := range []automaton.Engine{automaton.Cloudflare, automaton.Compact} {
			if got := scan(t, patterns, engine, text); !slices.Equal(got, want) {
				t.Errorf("engine %d: patterns %q text %q: got %v, want %v", engine, patterns, text, got, want)
			}
		}
	})
}

func BenchmarkScan(b *testing.B) {
	for _, size := range []int{200, 600, 5000} {
		rng := rand.New(rand.NewPCG(3, 4))
		patterns, text := randomSet(rng, size, 250), randomBytes(rng, 1<<14, 256)
		for _, name := range []string{"cloudflare", "compact"} {
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				a, err := automaton.New(patterns, engines[name])
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				var hits []automaton.Hit
				for b.Loop() {
					hits = a.AppendHits(hits[:0], text)
				}
			})
		}
	}
}

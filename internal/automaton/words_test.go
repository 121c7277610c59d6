package automaton_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/automaton"
)

func holds(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

func TestWordsAreInATextAsByLookingForEach(t *testing.T) {
	for _, words := range [][]string{nil, {"买"}, {"支付", "付费", "买", "续费", "预付费"}, {"a", "aa", "ba"}, {"微信", "微信"}} {
		w := automaton.NewWords(words)
		for _, text := range []string{"", "买", "预付", "预付费用", "续 费", "免费", "ab", "b", "aab", "发到微信", "\xe4\xb9", "\xff买"} {
			if got := w.In(text); got != holds(text, words) {
				t.Errorf("%q in %q: %v", words, text, got)
			}
		}
	}
}

func TestAnEmptyWordAndOneTooLongAreRefused(t *testing.T) {
	for _, word := range []string{"", strings.Repeat("长", automaton.CloudflareLongest)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q: accepted", word)
				}
			}()
			automaton.NewWords([]string{"买", word})
		}()
	}
}

func FuzzWords(f *testing.F) {
	f.Add("支付 付费 买", "不付费也能用")
	f.Add("a aa b", "caab")
	f.Fuzz(func(t *testing.T, list, text string) {
		words := slices.DeleteFunc(strings.Fields(list), func(w string) bool { return len(w) > automaton.CloudflareLongest })
		if len(words) > 100 || len(text) > 1<<12 {
			return
		}
		if got := automaton.NewWords(words).In(text); got != holds(text, words) {
			t.Errorf("%q in %q: %v", words, text, got)
		}
	})
}

package automaton

import (
	"strings"
	"sync"

	"github.com/cloudflare/ahocorasick"
)

// Words tells whether texts hold one of some words, as bytes and wherever they stand, in
// one walk. That is what Cloudflare does best, which does not say where. It is compiled
// when it is first asked and takes 4.2 KB a byte of the words.
type Words struct {
	words   []string
	matcher func() *ahocorasick.Matcher
}

// NewWords makes Words; those that are empty or longer than CloudflareLongest are refused
// with a panic: they are known when the program is written.
func NewWords(words []string) *Words {
	for _, w := range words {
		if w == "" || len(w) > CloudflareLongest {
			panic("automaton: a word of no bytes, or of too many: " + strings.ToValidUTF8(w, "?"))
		}
	}
	return &Words{words, sync.OnceValue(func() *ahocorasick.Matcher { return ahocorasick.NewStringMatcher(words) })}
}

// In tells whether a text holds one of the words. No words are in no text.
func (w *Words) In(text string) bool {
	return len(w.words) > 0 && w.matcher().Contains([]byte(text))
}

package border

import (
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// wordSet holds words as numbers, 16 bits a character, a sorted slice for
// each length from 2.
type wordSet [longest - 1][]uint64

// words decodes the dictionary on first use: about a millisecond.
var words = sync.OnceValue(func() *wordSet {
	s := new(wordSet)
	for line := range strings.Lines(dictionary) {
		runes := []rune(strings.TrimSuffix(line, "\n"))
		first, rest := uint64(runes[0]), runes[1:]
		for extra := range s {
			n := extra + 1 // characters after the first
			comma := slices.Index(rest, ',')
			if comma < 0 {
				comma = len(rest)
			}
			for tail := range slices.Chunk(rest[:comma], n) {
				key := first
				for _, r := range tail {
					key = key<<16 | uint64(r)
				}
				s[extra] = append(s[extra], key)
			}
			rest = rest[min(comma+1, len(rest)):]
		}
	}
	for i := range s {
		s[i] = slices.Clip(s[i])
	}
	return s
})

// has tells whether the symbols from..to are a word, as they fold.
func (s *wordSet) has(t *fold.Text, from, to int) bool {
	var key uint64
	for i := from; i < to; i++ {
		r := t.Symbols[i].Rune
		if r > 0xffff {
			return false
		}
		key = key<<16 | uint64(r)
	}
	_, found := slices.BinarySearch(s[to-from-2], key)
	return found
}

// Package border knows where Chinese words begin and end, as far as it takes to
// tell a word from characters that only meet: 小微|信贷 holds no 微信. It is no
// segmenter: it looks around one place of a text at a time.
package border

//go:generate go run ./gen

import "github.com/mingcha-go/mingcha/internal/fold"

// longest is how many characters the longest word of the dictionary has.
const longest = 4

// Cut says how a place of a text parts the words around it.
type Cut struct {
	// Start and End tell that a word reaches into the place over its start, or
	// out of it over its end.
	Start, End bool
	// Both tells that two such words meet inside the place: nothing of it is
	// left to be a word, as in 小微|信贷.
	Both bool
	// Inside tells that a longer word holds the whole place, as 京东方 does 京东.
	Inside bool
}

// Around tells how the symbols from..to of a text part the words around them.
func Around(t *fold.Text, from, to int) Cut {
	d := words()
	var c Cut
	var ends, starts uint64 // bit i: a word ends, starts i symbols after from
	for start := max(0, from-longest+1); start < to; start++ {
		for end := start + 2; end <= min(start+longest, len(t.Symbols)); end++ {
			before, after := start < from, end > to
			if end <= from || !before && !after || !tight(t, start, end) || !d.has(t, start, end) {
				continue
			}
			switch {
			case before && end < to:
				c.Start = true
				ends |= 1 << (end - from)
			case after && start > from:
				c.End = true
				starts |= 1 << (start - from)
			case start <= from && end >= to:
				c.Inside = true
			}
		}
	}
	c.Both = ends&starts != 0
	return c
}

// IsWord tells whether the symbols from..to of a text are a word.
func IsWord(t *fold.Text, from, to int) bool {
	return to-from >= 2 && to-from <= longest && words().has(t, from, to)
}

// tight tells whether the symbols are written without anything in between.
func tight(t *fold.Text, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if t.BorderAt(i) != fold.Tight {
			return false
		}
	}
	return true
}

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
		before := start < from
		least := from + 1 - start // a word counts that reaches into the place,
		if !before {
			least = to + 1 - start // or out of it
		}
		if least > longest {
			continue
		}
		found := d.at(t, start, least)
		for n := least; found>>n != 0; n++ {
			if found>>n&1 == 0 {
				continue
			}
			end := start + n
			after := end > to
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

// Meet tells whether the symbols from..to are no word, but parts of others: of common
// ones that meet inside, which is Around's Both alone, or of rare ones where the text is
// likelier with them.
func Meet(t *fold.Text, from, to int) bool {
	return MeetCommonly(t, from, to) || partRarely(t, from, to)
}

// MeetCommonly is Meet for common words alone, which settle most places at their start: it
// is cheap enough for every word of a text.
func MeetCommonly(t *fold.Text, from, to int) bool {
	d := words()
	var ends uint64 // bit i: a word ends i symbols after from
	for start := max(0, from-longest+1); start < from; start++ {
		ends |= uint64(d.at(t, start, from+1-start)) >> (from - start)
	}
	for at := from + 1; ends>>(at-from) != 0 && at < to; at++ {
		if ends>>(at-from)&1 != 0 && d.at(t, at, to+1-at) != 0 {
			return true
		}
	}
	return false
}

// IsWord tells whether the symbols from..to of a text are a word.
func IsWord(t *fold.Text, from, to int) bool {
	d := words()
	switch n := to - from; n {
	case 2, 3, 4:
		begins := d.beginning(t.Symbols[from].Rune, t.Symbols[from+1].Rune)
		return begins>>n&1 != 0 && (n == 2 || d.has(t.Symbols[from:to]))
	}
	return false
}

// at gives the lengths, from least on, of the words that begin at a symbol and
// are written without anything in between. A text is asked for the same places over and
// over, so its symbols remember what was found.
func (s *wordSet) at(t *fold.Text, start, least int) lengths {
	if start >= len(t.Symbols) {
		return 0
	}
	found := lengths(t.Symbols[start].Begins)
	if found == 0 {
		found = s.find(t, start) | asked
		t.Symbols[start].Begins = uint8(found)
	}
	return found >> least << least
}

// asked marks what a symbol remembers; no word has one character.
const asked = lengths(1 << 1)

// find looks for the words that begin at a symbol.
func (s *wordSet) find(t *fold.Text, start int) lengths {
	if start+1 >= len(t.Symbols) || t.Symbols[start+1].Before != fold.Tight {
		return 0
	}
	may := s.beginning(t.Symbols[start].Rune, t.Symbols[start+1].Rune)
	found := may & (1 << 2)
	for n := 3; may>>n != 0 && start+n <= len(t.Symbols) && t.Symbols[start+n-1].Before == fold.Tight; n++ {
		if may>>n&1 != 0 && s.has(t.Symbols[start:start+n]) {
			found |= 1 << n
		}
	}
	return found
}

package match

import (
	"fmt"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

// Word is a word as it is looked for in folded texts.
type Word struct {
	Runes []rune // folded
	// gaps has bit i set where the word as written has a border before its character
	// i: NO.1, we chat.
	gaps uint64
}

// FoldWord folds a word with the memory of t.
func FoldWord(t *fold.Text, word string) Word {
	t.Fold(word)
	w, _ := WordOf(t, nil)
	return w
}

// WordOf gives a folded text as a word, whose characters it puts at the end of memory,
// and memory with them.
func WordOf(t *fold.Text, memory []rune) (Word, []rune) {
	var w Word
	if n := len(t.Symbols); cap(memory)-len(memory) < n {
		memory = make([]rune, 0, max(n, 2*min(cap(memory), 1<<12)))
	}
	from := len(memory)
	for i, s := range t.Symbols {
		memory = append(memory, s.Rune)
		if i > 0 && i < 64 && s.Before > fold.Tight {
			w.gaps |= 1 << i
		}
	}
	w.Runes = memory[from:len(memory):len(memory)]
	return w, memory
}

// isAt tells whether the word stands at symbol from, which as many follow: candidates
// share only its codes.
func (w *Word) isAt(t *fold.Text, from int) bool {
	for i, r := range w.Runes {
		if t.Symbols[from+i].Rune != r {
			return false
		}
	}
	return true
}

// StandsAt tells whether the word stands at symbol from, which as many follow as it
// has, and can stand there: not cut from a longer Latin word or number, not across the
// borders of clauses.
func (w *Word) StandsAt(t *fold.Text, from int) bool {
	to := from + len(w.Runes)
	return w.isAt(t, from) && !cutsLatin(t, from) && !cutsLatin(t, to) && w.bridges(t, from, to)
}

// stands tells whether the place is one where the word can stand: not cut from
// a longer Latin word or number, not across the borders of clauses.
func (e *entry) stands(t *fold.Text, from, to int) bool {
	switch e.match {
	case lexicon.Whole:
		if from != 0 || to != len(t.Symbols) {
			return false
		}
	case lexicon.Token:
		if sameScript(t, from) || sameScript(t, to) {
			return false
		}
	case lexicon.Contains:
		if cutsLatin(t, from) || cutsLatin(t, to) {
			return false
		}
	}
	return e.word.bridges(t, from, to)
}

// bridges judges what stands between the word's characters. Spaces, dots and
// emoji are bridged (最 低 价), but a space between Latin letters parts words unless
// the list writes one there too or each letter stands alone (Q Q). Stronger borders are bridged only
// where every joint of a word of three or more has one: 最，低，价 is a disguise,
// 价格最，低调 is not.
func (w *Word) bridges(t *fold.Text, from, to int) bool {
	parted := 0
	strongest := fold.Tight
	spaced := false
	for i := from + 1; i < to; i++ {
		b := t.Symbols[i].Before
		if b == fold.Tight || w.gaps&(1<<(i-from)) != 0 && b < fold.Hard {
			if b != fold.Tight {
				parted++
			}
			continue
		}
		parted++
		strongest = max(strongest, b)
		spaced = spaced || isLatin(t.Symbols[i].Rune) && isLatin(t.Symbols[i-1].Rune) && !(alone(t, i-1) && alone(t, i))
	}
	if strongest == fold.Tight {
		return true
	}
	everywhere := parted == to-from-1 && parted >= 2
	return everywhere || strongest == fold.Soft && !spaced
}

// inContext applies the entry's contexts at the place that begins at symbol from.
func (e *entry) inContext(t *fold.Text, from int) bool {
	for i := range e.except {
		if e.except[i].at(t, from) {
			return false
		}
	}
	for i := range e.only {
		if e.only[i].at(t, from) {
			return true
		}
	}
	return len(e.only) == 0
}

// context is a lexicon.Context folded, with the place of the word in it.
type context struct {
	text          []rune
	offset        int // symbols before the word
	opens, closes bool
}

// compileContexts places the word in each context: once for every place where
// the context holds it.
func compileContexts(list *lexicon.List, le *lexicon.Entry, word []rune, contexts []string) (out []context, err error) {
	for _, s := range contexts {
		c := lexicon.ParseContext(s)
		text := []rune(fold.String(c.Text))
		n := len(out)
		for at := 0; at+len(word) <= len(text); at++ {
			if string(text[at:at+len(word)]) == string(word) {
				out = append(out, context{text, at, c.Opens, c.Closes})
			}
		}
		if len(out) == n {
			return nil, &lexicon.ParseError{File: list.File, Line: le.Line,
				Reason: fmt.Sprintf("context %q does not hold the word %q", s, le.Word)}
		}
	}
	return out, nil
}

// at tells whether the context surrounds the word at symbol from.
func (c *context) at(t *fold.Text, from int) bool {
	start := from - c.offset
	end := start + len(c.text)
	if start < 0 || end > len(t.Symbols) {
		return false
	}
	for i, r := range c.text {
		if t.Symbols[start+i].Rune != r || i > 0 && t.Symbols[start+i].Before == fold.Hard {
			return false
		}
	}
	return (!c.opens || t.BorderAt(start) >= fold.Medium) && (!c.closes || t.BorderAt(end) >= fold.Medium)
}

// cutsLatin tells whether a border at symbol i would part two letters or two
// digits that are written together.
func cutsLatin(t *fold.Text, i int) bool {
	if t.BorderAt(i) != fold.Tight {
		return false
	}
	a, b := t.Symbols[i-1].Rune, t.Symbols[i].Rune
	return isLatin(a) && isLatin(b) || isDigit(a) && isDigit(b)
}

// alone tells whether the Latin letter at symbol i has no other beside it.
func alone(t *fold.Text, i int) bool { return !cutsLatin(t, i) && !cutsLatin(t, i+1) }

// sameScript tells whether the symbols around border i are written together and
// of one script: both Han or other, both Latin letters, both digits.
func sameScript(t *fold.Text, i int) bool {
	if t.BorderAt(i) != fold.Tight {
		return false
	}
	a, b := t.Symbols[i-1].Rune, t.Symbols[i].Rune
	return isLatin(a) == isLatin(b) && isDigit(a) == isDigit(b)
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' }
func isDigit(r rune) bool { return r >= '0' && r <= '9' }

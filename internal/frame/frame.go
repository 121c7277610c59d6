// Package frame finds what texts offer, ask or claim in whatever words: frames, patterns
// of word classes that stand near each other in a clause, a sentence or a field. The
// words of the classes are found by package match in the walk that finds the words of
// lists; this package puts them together.
package frame

import (
	"math"
	"slices"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// Set holds compiled frames. It is safe for concurrent use.
type Set struct {
	fields   []string
	measures *measures
	words    []match.Word
	// classesOf has the classes that a word is of, by its index: from
	// classesOf[starts[w]] to classesOf[starts[w+1]].
	starts    []int32
	classesOf []class
	// marks are, in the same way, those of its classes that stand in slots.
	marksFrom []int32
	marks     []class
	// isKey tells of a word whether it is of a class that is the key of a frame: a text
	// without such words holds none.
	isKey   []bool
	classes []classInfo
	frames  []compiled
	// byKey are the frames that a class may be the key of, by class: one is looked at
	// where its key, the slot with the rarest words, is in the text.
	byKey [][]int32
}

// class is the index of a class in Set.classes.
type class uint32

// noClass is the index of no class.
const noClass = class(math.MaxUint32)

type classInfo struct {
	// name is how frames write it: @money/loan, or the word of a slot itself.
	name string
	// word says that it is a word of a slot, no class.
	word bool
	// shield says that words of the class only take the place of others.
	shield bool
}

// compiled is a lexicon.Frame made ready.
type compiled struct {
	frame    *lexicon.Frame
	list     *lexicon.List
	entry    *lexicon.Entry
	severity []lexicon.Severity // by field
	slots    []slot
	unless   slot
}

// slot is what may stand in a slot of a frame, or silence it.
type slot struct {
	classes    []class   // sorted
	terms      [][]class // the same by term
	shields    []class   // whose words take the place of those of classes
	measures   []measure
	start, end bool // the start, the end of the field
	after      bool // stands behind the slot before it
}

// Words gives the words that Find wants the places of.
func (s *Set) Words() []match.Word { return s.words }

// Hit is a frame in a text.
type Hit struct {
	Frame *lexicon.Frame
	// From and To are the half-open range of symbols, Parts what stands in its slots, in
	// the order of the text.
	From, To int
	Parts    []Part
	// Severity is that of the frame in the field.
	Severity lexicon.Severity
	// Silenced is what silences it; nil: nothing does.
	Silenced *Part
	index    int
}

// Part is what fills a slot of a frame, or silences it.
type Part struct {
	From, To int
	// Slot is the index of the slot, -1 of what silences.
	Slot int
	// Name is that of the class (@money/loan), the word, or the measure (#yuan).
	Name string
}

// Occurrence gives a hit the shape in which the words of lists are found.
func (s *Set) Occurrence(h *Hit) match.Occurrence {
	c := &s.frames[h.index]
	o := match.Occurrence{
		List: c.list, Entry: c.entry, From: h.From, To: h.To,
		Severity: h.Severity, Score: 1, Kept: true, Always: c.frame.Always,
	}
	for _, p := range h.Parts {
		if p.To > p.From {
			o.Parts = append(o.Parts, match.Part{From: p.From, To: p.To, Measure: p.Name[0] == '#'})
		}
	}
	return o
}

// NamesOf gives the classes that a word is of, by its index among Words, as frames write
// them; of a word that stands in a slot itself, the word.
func (s *Set) NamesOf(word int32) (names []string) {
	for _, k := range s.classesOf[s.starts[word]:s.starts[word+1]] {
		names = append(names, s.classes[k].name)
	}
	return names
}

// Measures gives all measures in a text.
func (s *Set) Measures(t *fold.Text) (parts []Part) {
	for m := number; m < measureKinds; m++ {
		for _, p := range s.measures.appendSpans(nil, t, m) {
			parts = append(parts, Part{From: int(p.from), To: int(p.to), Slot: -1, Name: m.String()})
		}
	}
	return parts
}

// Shadowed gives the terms of a slot of the frame in a line of a file that say nothing
// which the others do not: all their words are words of them.
func (s *Set) Shadowed(file string, line, slot int) (terms []lexicon.Term) {
	i := slices.IndexFunc(s.frames, func(c compiled) bool { return c.frame.File == file && c.frame.Line == line })
	if i < 0 {
		return nil
	}
	c := &s.frames[i]
	for t := range c.frame.Slots[slot].Terms {
		if own := c.slots[slot].terms[t]; len(own) > 0 && s.covers(c.slots[slot].terms, t) {
			terms = append(terms, c.frame.Slots[slot].Terms[t])
		}
	}
	return terms
}

// covers tells whether the words of term t are all words of the other terms.
func (s *Set) covers(terms [][]class, t int) bool {
	for w := range len(s.words) {
		in, elsewhere := false, false
		for _, k := range s.classesOf[s.starts[w]:s.starts[w+1]] {
			for other, classes := range terms {
				if slices.Contains(classes, k) {
					in = in || other == t
					elsewhere = elsewhere || other != t
				}
			}
		}
		if in && !elsewhere {
			return false
		}
	}
	return true
}

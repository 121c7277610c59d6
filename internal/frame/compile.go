package frame

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// leastWords is how many words a slot needs: fewer say nothing about other texts than
// the one they were taken from.
const leastWords = 4

// Compile makes frames ready to be found in texts of the named fields. The error joins a
// *lexicon.ParseError for each fault: a class that does not exist, a circle of classes, a
// word that stands twice in a class, a slot of under four words, an unknown measure or
// field. Title names what findings of a check under a rule have in common.
func Compile(frames *lexicon.Frames, fields []string, title func(check, rule string) (zh, en string)) (*Set, error) {
	c := &compiler{
		title:   title,
		set:     &Set{fields: fields, measures: loadMeasures()},
		byName:  map[string]*definition{},
		memory:  make([]rune, 0, 1<<12),
		literal: map[int32]class{},
	}
	words := wordsIn(frames)
	c.byWord = make(map[uint64]int32, words)
	c.members, c.last = make([]member, 0, words), make([]class, 0, words)
	c.set.words = make([]match.Word, 0, words)
	c.define(frames.Classes)
	for _, d := range c.defined {
		c.expand(d, nil)
	}
	for _, f := range frames.Frames {
		c.add(f)
	}
	if len(c.faults) > 0 {
		return nil, errors.Join(c.faults...)
	}
	c.index()
	return c.set, nil
}

// wordsIn counts the words of classes.
func wordsIn(frames *lexicon.Frames) (n int) {
	for _, c := range frames.Classes {
		n += len(c.Words)
	}
	return n
}

type compiler struct {
	set     *Set
	title   func(check, rule string) (zh, en string)
	lists   map[[2]string]*lexicon.List
	defined []*definition
	byName  map[string]*definition
	byWord  map[uint64]int32 // hash of the folded word -> index
	literal map[int32]class  // word -> the class of it alone
	members []member
	last    []class // by word: the class that it was put into last
	text    fold.Text
	memory  []rune // of the words
	faults  []error
}

// member is a word of a class.
type member struct {
	word int32
	class
}

func (c *compiler) fail(file string, line, column int, format string, args ...any) {
	c.faults = append(c.faults, &lexicon.ParseError{File: file, Line: line, Column: column, Reason: fmt.Sprintf(format, args...)})
}

// add compiles a frame.
func (c *compiler) add(f *lexicon.Frame) {
	out := compiled{frame: f}
	for i, s := range f.Slots {
		compiled, words := c.slot(f, s.Terms, 6)
		compiled.after = s.After
		if words < leastWords && len(compiled.measures) == 0 && !compiled.start && !compiled.end {
			c.fail(f.File, f.Line, 6, "slot %d (%s) has %d words in all: expected %d or more, or a measure", i+1, terms(s.Terms), words, leastWords)
		}
		out.slots = append(out.slots, compiled)
	}
	if !slices.ContainsFunc(out.slots, slot.ofWords) {
		c.fail(f.File, f.Line, 6, "measures or ^ $ in every slot: a frame needs one of words only")
	}
	out.unless, _ = c.slot(f, f.Unless, 7)
	for _, field := range c.set.fields {
		out.severity = append(out.severity, f.SeverityIn(field))
	}
	for field := range f.ByField {
		if !slices.Contains(c.set.fields, field) {
			c.fail(f.File, f.Line, 3, "unknown field %q: expected some of %s", field, strings.Join(c.set.fields, ", "))
		}
	}
	out.list = c.listOf(f.Check, f.Rule)
	out.entry = &lexicon.Entry{Severity: f.Severity, ByField: f.ByField, Line: f.Line}
	c.set.frames = append(c.set.frames, out)
}

// listOf gives the list that stands for the frames of a check under a rule.
func (c *compiler) listOf(check, rule string) *lexicon.List {
	key := [2]string{check, rule}
	if c.lists[key] == nil {
		if c.lists == nil {
			c.lists = map[[2]string]*lexicon.List{}
		}
		l := &lexicon.List{Name: "frames", Check: check, Rule: rule}
		l.Title, l.TitleEN = c.title(check, rule)
		c.lists[key] = l
	}
	return c.lists[key]
}

func terms(terms []lexicon.Term) string {
	var b strings.Builder
	for i, t := range terms {
		if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(t.String())
	}
	return b.String()
}

// slot compiles terms and counts their words.
func (c *compiler) slot(f *lexicon.Frame, terms []lexicon.Term, column int) (out slot, words int) {
	out.terms = make([][]class, len(terms))
	for i, term := range terms {
		switch term.Kind {
		case lexicon.TermStart:
			out.start = true
		case lexicon.TermEnd:
			out.end = true
		case lexicon.TermMeasure:
			m, err := c.set.measures.named(term.Text)
			if err != nil {
				c.fail(f.File, f.Line, column, "%v", err)
				continue
			}
			out.measures = append(out.measures, m)
		case lexicon.TermWord:
			w, ok := c.word(term.Text)
			if !ok {
				c.fail(f.File, f.Line, column, "%q folds to nothing: a word needs a letter, digit or Han character", term.Text)
				continue
			}
			k := c.classOf(w, term.Text)
			out.terms[i] = []class{k}
			if !slices.Contains(out.classes, k) {
				out.classes = append(out.classes, k)
				words++
			}
		case lexicon.TermClass:
			d, err := c.lookUp(f.Field, term.Text)
			if err != nil {
				c.fail(f.File, f.Line, column, "%v", err)
				continue
			}
			for _, e := range d.all {
				out.terms[i] = append(out.terms[i], e.class)
				if !slices.Contains(out.classes, e.class) {
					out.classes = append(out.classes, e.class)
					words += e.words
				}
				if shield := c.byName[e.field+"/-"+e.name]; shield != nil {
					for _, s := range shield.all {
						out.shields = append(out.shields, s.class)
					}
				}
			}
		}
	}
	slices.Sort(out.classes)
	slices.Sort(out.shields)
	out.shields = slices.Compact(out.shields)
	return out, words
}

// classOf gives the class of one word alone.
func (c *compiler) classOf(w int32, text string) class {
	k, known := c.literal[w]
	if !known {
		k = c.newClass(classInfo{name: text, word: true})
		c.literal[w] = k
		c.put(w, k)
	}
	return k
}

// index makes the tables that Find walks.
func (c *compiler) index() {
	s := c.set
	s.starts = make([]int32, len(s.words)+1)
	for _, m := range c.members {
		s.starts[m.word+1]++
	}
	for w := range s.words {
		s.starts[w+1] += s.starts[w]
	}
	s.classesOf = make([]class, len(c.members))
	free := slices.Clone(s.starts)
	for _, m := range c.members {
		s.classesOf[free[m.word]] = m.class
		free[m.word]++
	}
	common := c.commonness()
	s.byKey = make([][]int32, len(s.classes))
	inSlot := make([]bool, len(s.classes))
	for i := range s.frames {
		slots := s.frames[i].slots
		key := slices.MinFunc(slots, func(a, b slot) int { return cmp.Compare(a.weight(common), b.weight(common)) })
		for _, k := range key.classes {
			s.byKey[k] = append(s.byKey[k], int32(i))
		}
		for n := range slots {
			for _, k := range slots[n].classes {
				inSlot[k] = true
			}
		}
	}
	s.isKey = make([]bool, len(s.words))
	for w := range s.words {
		s.marksFrom = append(s.marksFrom, int32(len(s.marks)))
		for _, k := range s.classesOf[s.starts[w]:s.starts[w+1]] {
			s.isKey[w] = s.isKey[w] || len(s.byKey[k]) > 0
			if inSlot[k] {
				s.marks = append(s.marks, k)
			}
		}
	}
	s.marksFrom = append(s.marksFrom, int32(len(s.marks)))
}

// commonness guesses how often the words of each class stand in texts: the shorter, the
// more often.
func (c *compiler) commonness() []int {
	often := [...]int{1: 64, 2: 8, 3: 2}
	common := make([]int, len(c.set.classes))
	for _, m := range c.members {
		n := 1
		if length := len(c.set.words[m.word].Runes); length < len(often) {
			n = often[length]
		}
		common[m.class] += n
	}
	return common
}

// ofWords tells whether nothing but words fills a slot.
func (s slot) ofWords() bool {
	return len(s.classes) > 0 && len(s.measures) == 0 && !s.start && !s.end
}

// weight is how often words fill a slot; one that measures fill is no key.
func (s *slot) weight(common []int) (sum int) {
	if !s.ofWords() {
		return math.MaxInt
	}
	for _, k := range s.classes {
		sum += common[k]
	}
	return sum
}

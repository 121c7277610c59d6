// Package match finds the words of lists in folded texts and decides which of
// the places count: how the word stands there, what it stands beside, and which
// of several overlapping words is meant.
package match

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/automaton"
	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/halt"
	"github.com/mingcha-go/mingcha/internal/near"
	"github.com/mingcha-go/mingcha/internal/scan"
	"github.com/mingcha-go/mingcha/lexicon"
)

// Occurrence is a word of a list at a place of a text.
type Occurrence struct {
	List  *lexicon.List
	Entry *lexicon.Entry
	// From and To are the half-open range of symbols.
	From, To int
	// Severity is that of the entry in the field; None only among Candidates.
	Severity lexicon.Severity
	// Likeness says how the text is like the word; none: it is the word.
	Likeness near.Kind
	// Kept tells that a likeness keeps a character of the word as it is.
	Kept bool
	// Score is 1 for the word itself, less for every fold and likeness needed.
	Score float64
	// Parts are the words of a frame that stand in the text, in its order; none where
	// the occurrence is a word of a list.
	Parts []Part
	// Always says that it holds whatever the stance of who speaks.
	Always bool
}

// Part is what fills a slot of a frame: the half-open range of symbols. A measure is no
// word; what stands between its digits is no disguise.
type Part struct {
	From, To int
	Measure  bool
}

// Matcher holds the compiled lists. It is safe for concurrent use.
type Matcher struct {
	fields  []string
	entries []entry
	words   *scan.Set
	sounds  *scan.Set
	// others are words that belong to no list: their places are reported as they are.
	// In words those of two characters and more come after the entries, as longer has
	// them; single ones are looked up.
	others []Word
	longer []int32
	single charTable
	// sounded are the entries that the patterns of sounds stand for, alike those
	// that the marks of likes do.
	sounded, alike []int32
	likes          *near.Set
	checks         int
}

// entry is a lexicon.Entry made ready for matching.
type entry struct {
	list         *lexicon.List
	entry        *lexicon.Entry
	word         Word
	match        lexicon.Match
	check        int  // number of the check, to settle overlaps within it
	fields       mask // fields that it is matched on
	severity     []lexicon.Severity
	except, only []context
}

// mask is a set of fields by their index.
type mask uint32

// Compile makes lists ready for matching on the named fields, and others to be found in
// the same walk; see Buffer.Places. Lists of parts of names (lexicon.NamePart) are left
// out.
func Compile(lists []*lexicon.List, others []Word, fields []string) (*Matcher, error) {
	m := &Matcher{fields: fields, others: others}
	checks := map[string]int{}
	var sounds, marks [][]rune
	var text fold.Text
	n := 0
	for _, list := range lists {
		n += len(list.Entries)
	}
	m.entries = make([]entry, 0, n)
	words := make([][]rune, 0, n+len(others))
	m.longer = make([]int32, 0, len(others))
	for _, list := range lists {
		if list.Match == lexicon.NamePart {
			continue
		}
		check, known := checks[list.Check]
		if !known {
			check = len(checks)
			checks[list.Check] = check
		}
		for i := range list.Entries {
			e, err := m.compile(&text, list, &list.Entries[i], check)
			if err != nil {
				return nil, err
			}
			switch {
			case list.Near == lexicon.Sound && soundable(e):
				sounds = append(sounds, e.word.Runes)
				m.sounded = append(m.sounded, int32(len(m.entries)))
			case list.Near == lexicon.All && e.entry.For == "" && e.entry.Severity != lexicon.None:
				marks = append(marks, e.word.Runes)
				m.alike = append(m.alike, int32(len(m.entries)))
			}
			m.entries = append(m.entries, e)
			words = append(words, e.word.Runes)
		}
	}
	for i := range others {
		if w := others[i].Runes; len(w) == 1 {
			m.single.set(w[0], int32(i))
		} else {
			words = append(words, w)
			m.longer = append(m.longer, int32(i))
		}
	}
	m.checks = len(checks)
	return m, m.compileSets(words, sounds, marks)
}

// compileSets makes the tables, those of likenesses beside those of words.
func (m *Matcher) compileSets(words, sounds, marks [][]rune) error {
	likes := make(chan error)
	go func() {
		var err error
		m.likes = near.Compile(marks)
		m.sounds, err = scan.Compile(sounds, soundAlphabet, automaton.Compact)
		likes <- err
	}()
	var err error
	m.words, err = scan.Compile(words, scan.Identity, automaton.Auto)
	return errors.Join(err, <-likes)
}

func (m *Matcher) compile(t *fold.Text, list *lexicon.List, le *lexicon.Entry, check int) (entry, error) {
	e := entry{list: list, entry: le, match: list.Match, check: check}
	if le.Match != "" {
		e.match = le.Match
	}
	e.word = FoldWord(t, le.Word)
	e.severity = make([]lexicon.Severity, 0, len(m.fields))
	for i, field := range m.fields {
		if slices.Contains(list.Fields, field) || len(list.Fields) == 0 {
			e.fields |= 1 << i
		}
		e.severity = append(e.severity, le.SeverityIn(field))
	}
	for _, field := range list.Fields {
		if !slices.Contains(m.fields, field) {
			return e, fmt.Errorf("list %s: unknown field %q in its header: expected some of %v", list.File, field, m.fields)
		}
	}
	var err error
	if e.except, err = compileContexts(list, le, e.word.Runes, le.Except); err == nil {
		e.only, err = compileContexts(list, le, e.word.Runes, le.Only)
	}
	return e, err
}

// Buffer is the memory of one search at a time; the zero value is ready.
type Buffer struct {
	// Watch ends a search when its context does; nil: nothing does.
	Watch *halt.Watch

	scan   scan.Buffer
	near   near.Buffer
	found  []candidate
	places []Place
	out    []Occurrence
}

// Place is where a word that belongs to no list stands: its index among those given to
// Compile, and the half-open range of symbols.
type Place struct {
	Word     int32
	From, To int32
}

// Places gives the places of the words that belong to no list, in no particular order,
// in the text of the last Find: those where the word is written as such, whether or not
// it is two other words that meet. The result is valid until the next Find.
func (b *Buffer) Places() []Place { return b.places }

// candidate is an accepted place before overlaps are settled.
type candidate struct {
	entry    int32
	from, to int
	likeness near.Kind
	kept     bool
	score    float64
}

// stepsPerHit is how many steps of a halt.Watch the look at a place costs.
const stepsPerHit = 8

// Find gives the words that count in a text of the field with that index. The
// result is sorted by check and place and valid until the next Find with b.
func (m *Matcher) Find(b *Buffer, field int, t *fold.Text) []Occurrence {
	b.found = b.found[:0]
	b.scan.Watch = b.Watch
	b.Watch.Step(len(t.Symbols))
	b.places = b.places[:0]
	for _, h := range m.words.Find(&b.scan, t.Symbols) {
		b.Watch.Step(stepsPerHit)
		if i := h.Pattern - len(m.entries); i >= 0 {
			if other := m.longer[i]; m.others[other].StandsAt(t, h.Start) {
				b.places = append(b.places, Place{other, int32(h.Start), int32(h.End)})
			}
			continue
		}
		e := &m.entries[h.Pattern]
		if e.fields&(1<<field) != 0 && e.word.isAt(t, h.Start) && e.stands(t, h.Start, h.End) && e.inContext(t, h.Start) {
			if parts(e, field, t, h.Start, h.End) {
				continue // 小微|信贷: the characters only meet
			}
			b.found = append(b.found, candidate{int32(h.Pattern), h.Start, h.End, 0, true, foldScore(e, t, h.Start, h.End)})
		}
	}
	m.findSingle(b, t)
	b.Watch.Step(len(t.Symbols))
	for _, h := range m.sounds.Find(&b.scan, t.Symbols) {
		b.Watch.Step(stepsPerHit)
		index := m.sounded[h.Pattern]
		e := &m.entries[index]
		if e.fields&(1<<field) == 0 || !e.stands(t, h.Start, h.End) {
			continue
		}
		if score, kind, kept := soundScore(e.word.Runes, t, h.Start); score >= minSoundScore && !border.Meet(t, h.Start, h.End) {
			b.found = append(b.found, candidate{index, h.Start, h.End, kind, kept, score})
		}
	}
	b.near.Watch = b.Watch
	for _, h := range m.likes.Find(&b.near, t) {
		b.Watch.Step(stepsPerHit)
		index := m.alike[h.Mark]
		if m.entries[index].fields&(1<<field) != 0 && !border.Meet(t, h.From, h.To) {
			b.found = append(b.found, candidate{index, h.From, h.To, h.Kinds, h.Kept, h.Score})
		}
	}
	b.scan.Release()
	b.out = b.out[:0]
	if len(b.found) > 0 {
		m.settle(b, field, t)
	}
	return b.out
}

// parts tells whether the symbols from..to are no word, but parts of others. Words that
// only shield others are not worth the look at rare ones.
func parts(e *entry, field int, t *fold.Text, from, to int) bool {
	if e.severity[field] == lexicon.None {
		return border.MeetCommonly(t, from, to)
	}
	return border.Meet(t, from, to)
}

// findSingle adds the places of words of one character. Such a word stands in every
// text, and shares its code with a dozen others: the automaton would stop at each symbol.
func (m *Matcher) findSingle(b *Buffer, t *fold.Text) {
	if len(m.longer) == len(m.others) {
		return
	}
	for i := range t.Symbols {
		r := t.Symbols[i].Rune
		if other := m.single.at(r); other >= 0 && (r >= utf8.RuneSelf || m.others[other].StandsAt(t, i)) {
			b.places = append(b.places, Place{other, int32(i), int32(i + 1)})
		}
	}
}

// Candidates gives all places of a text that are a word of a list or like one,
// whether they count or not: for explaining why. The result is valid until the
// next call with b.
func (m *Matcher) Candidates(b *Buffer, field int, t *fold.Text) []Occurrence {
	b.out = b.out[:0]
	add := func(index int32, from, to int, likeness near.Kind, kept bool, score float64) {
		e := &m.entries[index]
		if e.fields&(1<<field) != 0 {
			b.out = append(b.out, Occurrence{List: e.list, Entry: e.entry, From: from, To: to, Severity: e.severity[field], Likeness: likeness, Kept: kept, Score: score})
		}
	}
	for _, h := range m.words.Find(&b.scan, t.Symbols) {
		if h.Pattern >= len(m.entries) {
			continue
		}
		if e := &m.entries[h.Pattern]; e.word.isAt(t, h.Start) {
			add(int32(h.Pattern), h.Start, h.End, 0, true, foldScore(e, t, h.Start, h.End))
		}
	}
	for _, h := range m.likes.Find(&b.near, t) {
		add(m.alike[h.Mark], h.From, h.To, h.Kinds, h.Kept, h.Score)
	}
	b.scan.Release()
	return b.out
}

// settle drops words inside longer words of the same check and likenesses that
// overlap a word that is plainly there; words without severity have then done
// their work and go, too.
func (m *Matcher) settle(b *Buffer, field int, t *fold.Text) {
	slices.SortFunc(b.found, func(x, y candidate) int {
		b.Watch.Step(1)
		return cmp.Or(
			boolCompare(x.likeness != 0, y.likeness != 0),
			cmp.Compare(m.entries[x.entry].check, m.entries[y.entry].check),
			cmp.Compare(x.from, y.from), cmp.Compare(y.to, x.to),
			cmp.Compare(y.score, x.score),
			cmp.Compare(m.entries[y.entry].severity[field], m.entries[x.entry].severity[field]),
			cmp.Compare(x.entry, y.entry))
	})
	exact := 0 // how many of the kept are words themselves
	kept := b.found[:0]
	reach, check := -1, -1
	for _, c := range b.found {
		b.Watch.Step(stepsPerHit)
		if k := m.entries[c.entry].check; k != check || (c.likeness != 0 && exact == len(kept)) {
			check, reach = k, -1
		}
		if c.to <= reach || (c.likeness != 0 && m.overlaps(kept[:exact], c, field)) {
			continue
		}
		reach = c.to
		kept = append(kept, c)
		if c.likeness == 0 {
			exact = len(kept)
		}
	}
	for i, c := range kept {
		b.Watch.Step(stepsPerHit)
		e := &m.entries[c.entry]
		if sev := e.severity[field]; sev != lexicon.None {
			if sev > lexicon.Review && m.inDoubt(kept, i, t) {
				sev = lexicon.Review
			}
			b.out = append(b.out, Occurrence{List: e.list, Entry: e.entry, From: c.from, To: c.to, Severity: sev, Likeness: c.likeness, Kept: c.kept, Score: c.score})
		}
	}
	slices.SortStableFunc(b.out, func(x, y Occurrence) int {
		b.Watch.Step(1)
		return cmp.Compare(x.From, y.From)
	})
}

// inDoubt tells whether kept[i] may be no word: 刷单词 is 刷|单词 or 刷单|词. Words of
// a check that stand side by side bear each other out: 刷粉刷赞 holds no 粉刷.
func (m *Matcher) inDoubt(kept []candidate, i int, t *fold.Text) bool {
	c := &kept[i]
	beside := func(k, edge int) bool {
		return k >= 0 && k < len(kept) && m.entries[kept[k].entry].check == m.entries[c.entry].check && (kept[k].to == edge || kept[k].from == edge)
	}
	return c.likeness == 0 && !beside(i-1, c.from) && !beside(i+1, c.to) && border.Doubtful(t, c.from, c.to)
}

// overlaps tells whether c shares a symbol with a word of its check in exact,
// which is sorted by check and place and holds no word inside another. Innocent
// words inside a longer likeness do not count: 威信 is in 威信支付.
func (m *Matcher) overlaps(exact []candidate, c candidate, field int) bool {
	check := m.entries[c.entry].check
	i, _ := slices.BinarySearchFunc(exact, c, func(x, c candidate) int {
		if d := cmp.Compare(m.entries[x.entry].check, check); d != 0 {
			return d
		}
		return cmp.Compare(x.to, c.from+1)
	})
	for ; i < len(exact) && m.entries[exact[i].entry].check == check && exact[i].from < c.to; i++ {
		x := &exact[i]
		inside := c.from <= x.from && x.to <= c.to && x.to-x.from < c.to-c.from
		if !inside || m.entries[x.entry].severity[field] != lexicon.None {
			return true
		}
	}
	return false
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

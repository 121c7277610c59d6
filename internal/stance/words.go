package stance

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

//go:embed words.tsv
var wordsTSV string

// words is the table, read when a text is first asked about; a test holds it to its form.
var words = sync.OnceValue(func() *table {
	t, err := parse("words.tsv", wordsTSV)
	if err != nil {
		panic(err) // a test loads it
	}
	return t
})

// side is where a word stands beside the thing.
type side uint8

const (
	sideAny side = iota
	sideBefore
	sideAfter
	sideTouches
	sideFollows
	sideInside
)

// shield is the kind of words that only keep shorter ones in them from counting.
const shield = "-"

var sides = []string{"any", "before", "after", "touches", "follows", "inside"}

// use is what a row says of its words.
type use struct {
	kind   Kind
	side   side
	scope  part
	reach  int // symbols, 0: the scope
	weight int
	row    int // number of the row, from 0
}

// close tells whether a word of the use stands by the thing itself and has some weight.
func (u *use) close() bool {
	const by = 8 // symbols behind the thing
	return u.kind != Offers && u.weight >= likely && u.scope == clause && u.side != sideAny &&
		(u.side != sideAfter || u.weight > sure || u.reach > 0 && u.reach <= by)
}

// pattern is a word with all its uses; shields have none.
type pattern struct {
	runes []rune
	uses  []use
	// denies tells that the word denies what follows closely.
	denies bool
}

type table struct {
	// byFirst has the words by their first character, longer ones first.
	byFirst map[rune][]pattern
	// begins has a bit for each character of the first plane that begins a word.
	begins [1 << 16 / 64]uint64
}

// longest gives the longest word that begins at symbol i and ends by limit, nil where
// there is none.
func (t *table) longest(f *fold.Text, i, limit int) *pattern {
	r := f.Symbols[i].Rune
	if r >= 1<<16 || t.begins[r/64]&(1<<(r%64)) == 0 {
		return nil
	}
	all := t.byFirst[r]
	for k := range all {
		if p := &all[k]; i+len(p.runes) <= limit && p.at(f, i) {
			return p
		}
	}
	return nil
}

func (p *pattern) at(f *fold.Text, i int) bool {
	for k, r := range p.runes {
		if s := &f.Symbols[i+k]; s.Rune != r || k > 0 && s.Before == fold.Hard {
			return false
		}
	}
	return true
}

// maxRows is how many rows a balance can tell apart.
const maxRows = 64

// columns of a row.
var columns = []string{"kind", "side", "scope", "reach", "weight", "words"}

// parse reads the table. The error joins a lexicon.ParseError for each fault.
func parse(file, tsv string) (*table, error) {
	p := parser{file: file, found: map[string]*pattern{}, lines: map[string]int{}}
	for line := range strings.Lines(tsv) {
		p.line++
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			p.parseRow(strings.Split(line, "\t"))
		}
	}
	t := &table{byFirst: map[rune][]pattern{}}
	for _, w := range p.found {
		first := w.runes[0]
		t.byFirst[first] = append(t.byFirst[first], *w)
		t.begins[first/64] |= 1 << (first % 64)
	}
	for _, all := range t.byFirst {
		slices.SortFunc(all, func(a, b pattern) int { return len(b.runes) - len(a.runes) })
	}
	return t, errors.Join(p.faults...)
}

type parser struct {
	file   string
	line   int
	rows   int
	found  map[string]*pattern
	lines  map[string]int // of each word with its kind, side and scope
	faults []error
}

func (p *parser) fail(column int, format string, args ...any) {
	p.faults = append(p.faults, &lexicon.ParseError{File: p.file, Line: p.line, Column: column, Reason: fmt.Sprintf(format, args...)})
}

func (p *parser) parseRow(cells []string) {
	if len(cells) != len(columns) {
		p.fail(0, "%d columns, expected %d: %s", len(cells), len(columns), strings.Join(columns, ", "))
		return
	}
	u, ok := p.parseUse(cells)
	if !ok {
		return
	}
	if cells[0] != shield {
		if p.rows == maxRows {
			p.fail(0, "more than %d rows: put words of the same use into one", maxRows)
			return
		}
		u.row = p.rows
		p.rows++
	}
	all := strings.Fields(cells[5])
	if len(all) == 0 {
		p.fail(6, "no words")
	}
	for _, word := range all {
		p.addWord(word, cells, u)
	}
}

func (p *parser) parseUse(cells []string) (u use, ok bool) {
	faults := len(p.faults)
	isShield := cells[0] == shield
	if i := slices.Index(kindNames[1:], cells[0]); i >= 0 {
		u.kind = Kind(i + 1)
	} else if !isShield {
		p.fail(1, "unknown kind %q: expected %s or %s", cells[0], strings.Join(kindNames[1:], ", "), shield)
	}
	if i := slices.Index(sides, cells[1]); i >= 0 {
		u.side = side(i)
	} else {
		p.fail(2, "unknown side %q: expected %s", cells[1], strings.Join(sides, ", "))
	}
	switch cells[2] {
	case "clause":
		u.scope = clause
	case "sentence":
		u.scope = sentence
	default:
		p.fail(3, "unknown scope %q: expected clause or sentence", cells[2])
	}
	u.reach = p.number(4, cells[3], 0, window)
	least := 1
	if isShield {
		least = 0
	}
	u.weight = p.number(5, cells[4], least, 9)
	return u, len(p.faults) == faults
}

func (p *parser) number(column int, cell string, least, most int) int {
	n, err := strconv.Atoi(cell)
	if err != nil || n < least || n > most {
		p.fail(column, "%s %q: expected a number from %d to %d", columns[column-1], cell, least, most)
	}
	return n
}

func (p *parser) addWord(word string, cells []string, u use) {
	folded := fold.String(word)
	first, size := utf8.DecodeRuneInString(folded)
	switch {
	case folded == "" || first >= 1<<16:
		p.fail(6, "%q: expected a word that begins with a letter, digit or Han character of the first plane", word)
		return
	case size == len(folded) && u.side == sideAny && cells[0] != shield:
		p.fail(6, "%q: one character alone says too little for side any: expected a longer word", word)
		return
	}
	key := strings.Join(append(slices.Clone(cells[:3]), folded), "\t")
	if line, twice := p.lines[key]; twice {
		p.fail(6, "%q stands already in line %d as %s, %s, %s", word, line, cells[0], cells[1], cells[2])
		return
	}
	p.lines[key] = p.line
	w := p.found[folded]
	if w == nil {
		w = &pattern{runes: []rune(folded)}
		p.found[folded] = w
	}
	if cells[0] != shield {
		w.uses = append(w.uses, u)
		w.denies = w.denies || u.kind == Denies && u.side != sideAfter
	}
}

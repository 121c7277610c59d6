package validate

import (
	"math"

	"github.com/mingcha-go/mingcha/internal/automaton"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/scan"
	"github.com/mingcha-go/mingcha/lexicon"
)

// role is what a part does in a name.
type role uint8

// The roles that lists of parts name in their header; a set of them is a mask.
const (
	roleWord   role = 1 << iota // goods, services, functions
	roleGame                    // games that nobody owns
	roleRegion                  // places
	rolePublic                  // services that a place has one of
	roleAffix                   // what makes nothing distinctive: 在线, 大全, 的, 市
)

var roleNames = map[string]role{
	"word": roleWord, "game": roleGame, "region": roleRegion, "public": rolePublic, "affix": roleAffix,
}

// part is a word that generic names are put together from.
type part struct {
	word     []rune
	text     string // as listed
	role     role
	severity Severity
}

// nameParts holds the compiled lists of parts.
type nameParts struct {
	parts []part
	set   *scan.Set
}

// compileNameParts makes the lists of parts ready; a role that no check knows
// is a fault of the list.
func compileNameParts(lists []*lexicon.List) (*nameParts, error) {
	p := &nameParts{}
	var words [][]rune
	for _, l := range lists {
		if l.Match != lexicon.NamePart {
			continue
		}
		r, ok := roleNames[l.Role]
		if !ok {
			return nil, &lexicon.ParseError{File: l.File, Line: 1,
				Reason: `a list of name parts needs "# role:" word, affix, game, region or public`}
		}
		for i := range l.Entries {
			e := &l.Entries[i]
			word := []rune(fold.String(e.Word))
			p.parts = append(p.parts, part{word, e.Word, r, e.Severity})
			words = append(words, word)
		}
	}
	var err error
	p.set, err = scan.Compile(words, scan.Identity, automaton.Auto)
	return p, err
}

// maxNameParts bounds the symbols of a name that is taken apart: 30 columns
// hold at most 30.
const maxNameParts = 64

// cover is a way to put the first symbols of a name together from parts.
type cover struct {
	parts int16 // how few parts suffice; math.MaxInt16: none do
	last  int32 // index of the last part
	from  int16 // symbol at which it begins
	roles role  // the roles before it
}

// partsBuffer is the memory for taking a name apart: the best cover of each
// prefix for each set of roles.
type partsBuffer struct {
	best [maxNameParts + 1][32]cover
	used []int32
}

// coverName finds the covers of the whole name, by the set of their roles, in
// b.best[n]. It reports whether there is any.
func (p *nameParts) coverName(b *partsBuffer, sb *scan.Buffer, t *fold.Text) bool {
	n := len(t.Symbols)
	if n == 0 || n > maxNameParts {
		return false
	}
	hits := p.set.Find(sb, t.Symbols)
	if !reaches(hits, n) {
		return false
	}
	none := cover{parts: math.MaxInt16}
	for i := range n + 1 {
		for r := range b.best[i] {
			b.best[i][r] = none
		}
	}
	b.best[0][0].parts = 0
	for at := range n { // hits are few: looked through once a symbol
		for _, h := range hits {
			if h.Start == at && p.stands(t, h) {
				b.extend(p, h)
			}
		}
	}
	for r := range b.best[n] {
		if b.best[n][r].parts < math.MaxInt16 {
			return true
		}
	}
	return false
}

// reaches tells whether hits touch both ends of the name: most names fail here.
func reaches(hits []scan.Hit, n int) bool {
	first, last := false, false
	for _, h := range hits {
		first = first || h.Start == 0
		last = last || h.End == n
	}
	return first && last
}

// stands tells whether a candidate is its part, and no piece of a Latin word.
func (p *nameParts) stands(t *fold.Text, h scan.Hit) bool {
	for i, r := range p.parts[h.Pattern].word {
		if t.Symbols[h.Start+i].Rune != r {
			return false
		}
	}
	return !cutsWord(t, h.Start) && !cutsWord(t, h.End)
}

// cutsWord tells whether a border at symbol i parts letters written together.
func cutsWord(t *fold.Text, i int) bool {
	return t.BorderAt(i) == fold.Tight && isASCIILetter(t.Symbols[i-1].Rune) && isASCIILetter(t.Symbols[i].Rune)
}

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' }

// extend puts a part behind every cover that ends where it begins.
func (b *partsBuffer) extend(p *nameParts, h scan.Hit) {
	r := p.parts[h.Pattern].role
	for roles := range b.best[h.Start] {
		before := &b.best[h.Start][roles]
		if before.parts == math.MaxInt16 {
			continue
		}
		next := &b.best[h.End][role(roles)|r]
		if before.parts+1 < next.parts {
			*next = cover{before.parts + 1, int32(h.Pattern), int16(h.Start), role(roles)}
		}
	}
}

// of gives the parts of the best cover of n symbols with a set of roles, in
// order; nil where there is none. It is valid until the next call.
func (b *partsBuffer) of(n int, roles role) []int32 {
	c := b.best[n][roles]
	if c.parts == math.MaxInt16 || n == 0 {
		return nil
	}
	b.used = b.used[:0]
	for n > 0 {
		c := b.best[n][roles]
		b.used = append(b.used, c.last)
		n, roles = int(c.from), c.roles
	}
	for i, j := 0, len(b.used)-1; i < j; i, j = i+1, j-1 {
		b.used[i], b.used[j] = b.used[j], b.used[i]
	}
	return b.used
}

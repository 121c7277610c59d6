// Package near finds what was made to look or sound like a mark: 徽信 and 薇信
// for 微信, 微xin, 微亻言, tengxun for 腾讯, wehcat for WeChat. A likeness is
// judged character by character of the mark; each is replaced by a unit of the
// text, and the score is the product of the units' likenesses.
package near

import (
	"math"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/halt"
)

// Kind is a set of the ways in which a text is like a mark.
type Kind uint8

// The ways.
const (
	Homophone  Kind = 1 << iota // read the same, or in another tone
	FuzzySound                  // read alike where dialects merge sounds
	Shape                       // drawn alike
	Pinyin                      // letters for a character: xin for 信
	Split                       // two characters for one: 亻言 for 信
	Edit                        // a Latin mark with one letter wrong
	Mixed                       // letters and Han characters for a Han mark
)

var kindNames = [...]string{"homophone", "fuzzy-sound", "shape", "pinyin", "split", "edit", "mixed"}

// AppendNames appends the names of the ways, as findings carry them.
func (k Kind) AppendNames(dst []string) []string {
	for i, name := range kindNames {
		if k&(1<<i) != 0 {
			dst = append(dst, name)
		}
	}
	return dst
}

// Hit is a place of a text that is like a mark, and not the mark itself.
type Hit struct {
	// Mark is its index in what Compile got.
	Mark int
	// From and To are the half-open range of symbols.
	From, To int
	// Score is the likeness: below 1, at least MinScore.
	Score float64
	Kinds Kind
	// Kept tells that a character of the mark stands in the place as it is, or
	// one that both sounds and looks like it.
	Kept bool
}

// MinScore is the least likeness that is told of.
const MinScore = 0.55

// ownCharacters is up to how many characters a mark's likeness is the plain
// product of its units'.
const ownCharacters = 3

// Set is a set of marks. It is safe for concurrent use.
type Set struct {
	marks []mark
	units unitTable
	// begins are the marks that begin with a character, by its number; places are
	// where else it stands in marks.
	begins [][]uint16
	places [][]place
	latin  []int // indexes of the Latin marks
}

type mark struct {
	word []rune
	han  bool
	// power is what the product of the units' likenesses is raised to, least what
	// it must come to: each character of a long mark that is kept says that the
	// others are no chance.
	power float64
	least float32
}

// place is a place of a character in a mark.
type place struct{ mark, at uint16 }

// Compile makes a set of marks, given as they fold. Marks that are neither two
// or more Han characters nor five or more Latin letters are never hit: of
// shorter ones everything is near.
func Compile(words [][]rune) *Set {
	s := &Set{}
	numbers := map[rune]uint16{}
	var chars []rune
	for i, w := range words {
		m := mark{word: w, han: isHan(w), power: min(1, ownCharacters/float64(max(len(w), 1)))}
		m.least = float32(math.Pow(MinScore, 1/m.power))
		s.marks = append(s.marks, m)
		if !m.han {
			if len(w) >= minLatin && isLatin(w) {
				s.latin = append(s.latin, i)
			}
			continue
		}
		for at, r := range w {
			n, known := numbers[r]
			if !known {
				n = uint16(len(chars))
				numbers[r] = n
				chars = append(chars, r)
				s.begins, s.places = append(s.begins, nil), append(s.places, nil)
			}
			if at == 0 {
				s.begins[n] = append(s.begins[n], uint16(i))
			} else {
				s.places[n] = append(s.places[n], place{uint16(i), uint16(at)})
			}
		}
	}
	s.units = compileUnits(chars)
	s.units.setRoles(s)
	return s
}

// window is one more than the longest unit, six letters (zhuang).
const window = 8

// Buffer is the memory of one search at a time; the zero value is ready.
type Buffer struct {
	// Watch ends a search when its context does; nil: nothing does.
	Watch *halt.Watch

	// open holds the beginnings of marks by the symbol that comes next, modulo
	// window.
	open [window][]partial
	hits []Hit
}

// partial is the beginning of a mark that ends at a symbol.
type partial struct {
	mark, at uint16 // the next character of the mark
	from     int32
	score    float32
	kinds    Kind
	kept     bool // a character as it is, taken apart, or one that sounds and looks alike
	han      bool // a unit of Han characters
	changed  bool // a unit that is not the character
}

// chunk is how many symbols are looked at between looks at the Watch.
const chunk = 1 << 10

// Find gives the places of a text that are like marks, in the order of their
// ends. The result is valid until the next Find with b.
func (s *Set) Find(b *Buffer, t *fold.Text) []Hit {
	b.hits = b.hits[:0]
	if len(s.marks) == 0 {
		return nil
	}
	for i := range b.open {
		b.open[i] = b.open[i][:0]
	}
	for i := range t.Symbols {
		if i%chunk == chunk-1 {
			b.Watch.Step(4 * chunk) // a symbol costs more here than elsewhere
		}
		slot := &b.open[i%window]
		if len(*slot) > 0 && t.Symbols[i].Before >= fold.Medium {
			*slot = (*slot)[:0]
		}
		s.step(b, t, i)
		*slot = (*slot)[:0]
	}
	s.findLatin(b, t)
	return b.hits
}

// step tries the units that begin at symbol i.
func (s *Set) step(b *Buffer, t *fold.Text, i int) {
	symbol := &t.Symbols[i]
	if isLetter(symbol.Rune) {
		s.stepLetters(b, t, i)
		return
	}
	if len(b.open[i%window]) > 0 || s.mayBegin(t, i) {
		units := s.units.of(symbol.Rune)
		for k := range units {
			s.extend(b, t, i, i+1, &units[k])
		}
	}
	if symbol.Raw != symbol.Rune { // 徵 folds to 征, but looks like 微
		for _, u := range s.units.of(symbol.Raw) {
			if u.kind&Shape != 0 {
				s.extend(b, t, i, i+1, &u)
			}
		}
	}
	if s.units.opensSplit(symbol.Rune) && i+1 < len(t.Symbols) && t.Symbols[i+1].Before == fold.Tight {
		for _, u := range s.units.splits[pair{symbol.Rune, t.Symbols[i+1].Rune}] {
			s.extend(b, t, i, i+2, &u)
		}
	}
}

// mayBegin tells by two looks whether symbol i and the next may be the first two
// characters of one mark: in most places they are not.
func (s *Set) mayBegin(t *fold.Text, i int) bool {
	first := s.units.rolesOf(t.Symbols[i].Rune).first
	if first == 0 || i+1 >= len(t.Symbols) {
		return false
	}
	next := &t.Symbols[i+1]
	if next.Before >= fold.Medium {
		return false
	}
	return first&s.units.rolesOf(next.Rune).second != 0 || isLetter(next.Rune) || next.Raw != next.Rune || s.units.opensSplit(next.Rune)
}

// extend puts a unit of the symbols from..to behind the beginnings that wait for
// it, and begins marks with it.
func (s *Set) extend(b *Buffer, t *fold.Text, from, to int, u *unit) {
	if len(s.begins[u.char]) > 0 && s.mayGoOn(t, to) {
		for _, mark := range s.begins[u.char] {
			s.put(b, t, to, partial{mark: mark, from: int32(from), score: 1}, u)
		}
	}
	open := b.open[from%window]
	if len(open) == 0 {
		return
	}
	for _, p := range s.places[u.char] {
		for _, before := range open {
			if before.mark == p.mark && before.at == p.at {
				s.put(b, t, to, before, u)
			}
		}
	}
}

// mayGoOn tells whether the symbol i can be of a mark that has begun before it:
// every mark has two characters or more.
func (s *Set) mayGoOn(t *fold.Text, i int) bool {
	if i >= len(t.Symbols) || t.Symbols[i].Before >= fold.Medium {
		return false
	}
	sym := &t.Symbols[i]
	return isLetter(sym.Rune) || sym.Raw != sym.Rune || len(s.units.of(sym.Rune)) > 0 || s.units.opensSplit(sym.Rune)
}

// gapLoss is what the likeness loses where characters are parted.
const gapLoss = 0.97

// put adds a unit to a beginning; where the mark is whole then, it is a hit.
func (s *Set) put(b *Buffer, t *fold.Text, to int, p partial, u *unit) {
	begins := p.at == 0
	p.score *= float32(u.score) / 100
	if !begins && t.Symbols[to-int(u.length)].Before != fold.Tight {
		p.score *= gapLoss
	}
	p.at++
	p.kinds |= u.kind
	p.changed = p.changed || u.kind != 0
	p.kept = p.kept || u.kind == 0 || u.kind&Split != 0 || u.kind&Shape != 0 && u.kind&(Homophone|FuzzySound) != 0
	p.han = p.han || u.kind&Pinyin == 0
	m := &s.marks[p.mark]
	if p.score < m.least {
		return
	}
	if int(p.at) < len(m.word) {
		b.open[to%window] = append(b.open[to%window], p)
		return
	}
	if !p.changed || !wholeSyllable(t, to, u) {
		return
	}
	score, kinds := math.Pow(float64(p.score), m.power), p.kinds
	if kinds&Pinyin != 0 && p.han {
		kinds = kinds&^Pinyin | Mixed
	}
	b.hits = append(b.hits, Hit{int(p.mark), int(p.from), to, score, kinds, p.kept})
}

func isHan(word []rune) bool {
	for _, r := range word {
		if r < 0x3400 || r > 0x9fff {
			return false
		}
	}
	return len(word) >= 2
}

func isLatin(word []rune) bool {
	for _, r := range word {
		if !isLetter(r) {
			return false
		}
	}
	return true
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }

// Package fold turns text as people write it into a plain stream of symbols
// to match on: lower-case, simplified, without styles, disguises, separators
// and invisible characters. Every symbol remembers the bytes that it came
// from, what was done to it and what stood before it, so that a finding points
// into the original text and says how it was recognised.
package fold

import (
	"slices"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/halt"
)

//go:generate go run ./gen

// Kind is a set of the things that folding did.
type Kind uint16

// What folding can do to a character, or find before it.
const (
	Width       Kind = 1 << iota // full-width or half-width form
	Case                         // upper case
	Traditional                  // traditional or variant Han character
	Styled                       // circled, squared, mathematical ... letter
	Confusable                   // a letter of another script that looks the same
	Diacritic                    // accents and strokes on Latin letters
	Compat                       // compatibility character (Unicode NFKC)
	Repeat                       // three or more of the same character in a row
	Invisible                    // a zero-width or control character before it
	Gap                          // a separator or emoji before it
)

var kindNames = [...]string{"width", "case", "traditional", "styled", "confusable",
	"diacritic", "compat", "repeat", "invisible", "gap"}

// AppendNames appends the names of the kinds in k, as findings carry them.
func (k Kind) AppendNames(dst []string) []string {
	for i, name := range kindNames {
		if k&(1<<i) != 0 {
			dst = append(dst, name)
		}
	}
	return dst
}

// Border is how strongly what stands before a symbol parts it from the symbol
// before that.
type Border uint8

// The borders from none to strongest. Words are bridged over Soft ones, marks
// over Medium ones too; a Hard one ends a clause.
const (
	Tight  Border = iota // nothing, or only invisible characters
	Soft                 // space, dot, hyphen, emoji: 微.信, w-e-c-h-a-t
	Medium               // slash, bracket, quotation mark
	Hard                 // comma, full stop, line end
)

// Symbol is one folded character.
type Symbol struct {
	Rune  rune  // the folded character
	Raw   rune  // the character as written
	Start int32 // byte offset in the source
	End   int32 // byte offset after it; expansions of one character share both
	Kinds Kind
	// Before is the strongest border between this symbol and the previous one
	// (for the first: the start of the text is Hard).
	Before Border
	// Begins is where package border remembers which words begin here; Fold leaves it 0.
	Begins uint8
}

// Text is a folded text. The zero value is ready for Fold.
type Text struct {
	Source  string
	Symbols []Symbol
	// Watch ends Fold when its context does; nil: nothing does.
	Watch *halt.Watch
	// After is the border between the last symbol and the end: always Hard,
	// kept as a field of the last position by BorderAt.
}

// chunk is how many bytes Fold takes at a time between looks at its Watch.
const chunk = 1 << 14

// Fold folds s, reusing the memory of t. It costs one pass over s and does not
// allocate once t has grown. Offsets are 32-bit: s must be under 2 GiB.
func (t *Text) Fold(s string) {
	table := loadTable()
	t.Source = s
	t.Symbols = slices.Grow(t.Symbols[:0], len(s)/3) // mostly Han: three bytes each
	before := Hard
	var seen Kind
	for i, ask := 0, chunk; i < len(s); {
		if i >= ask {
			t.Watch.Step(chunk)
			ask = i + chunk
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		e := table.entry(r)
		if r == utf8.RuneError && size == 1 {
			e = entry(classDrop) << classShift
		}
		switch c := e.class(); c {
		case classLetter:
			t.appendLetter(table, e, r, i, size, before, seen)
			before, seen = Tight, 0
		case classDrop:
			seen |= Invisible
		default:
			seen |= Gap
			if b := Border(c - classSoft + class(Soft)); b > before {
				before = b
			}
		}
		i += size
	}
}

func (t *Text) appendLetter(table *table, e entry, r rune, at, size int, before Border, seen Kind) {
	sym := Symbol{Rune: r, Raw: r, Start: int32(at), End: int32(at + size), Kinds: e.kinds() | seen, Before: before}
	target := e.target()
	if e&expands == 0 {
		if target != 0 {
			sym.Rune = target
		}
		t.push(sym)
		return
	}
	for _, to := range table.expansions[target] {
		sym.Rune = to
		t.push(sym)
		sym.Before, sym.Kinds = Tight, e.kinds()
	}
}

// push appends a symbol, drawing runs of three or more of the same Han or other
// non-ASCII character into one: 微微微信. Pairs stay (天天, 妈妈), and so do Latin
// letters and digits (QQ, 1000, www).
func (t *Text) push(sym Symbol) {
	n := len(t.Symbols)
	if t.Symbols = append(t.Symbols, sym); n > 0 && sym.Rune >= utf8.RuneSelf && t.Symbols[n-1].Rune == sym.Rune && sym.Before != Hard {
		t.joinLast()
	}
}

// joinLast joins the last symbol to the one before it, which is the same character, if
// there are three of them.
func (t *Text) joinLast() {
	n := len(t.Symbols) - 1
	sym := t.Symbols[n]
	last := &t.Symbols[n-1]
	if last.Kinds&Repeat != 0 {
		last.End = sym.End
		t.Symbols = t.Symbols[:n]
		return
	}
	if n < 2 || last.Before == Hard || t.Symbols[n-2].Rune != sym.Rune {
		return
	}
	first := &t.Symbols[n-2]
	first.Kinds |= Repeat
	first.End = sym.End
	t.Symbols = t.Symbols[:n-1]
}

// BorderAt gives the border before symbol i; before the first and after the
// last symbol it is Hard.
func (t *Text) BorderAt(i int) Border {
	if i <= 0 || i >= len(t.Symbols) {
		return Hard
	}
	return t.Symbols[i].Before
}

// Span gives the byte range of the source that symbols i to j (exclusive) cover.
func (t *Text) Span(i, j int) (start, end int) {
	return int(t.Symbols[i].Start), int(t.Symbols[j-1].End)
}

// KindsOf joins what was done within symbols i to j: borders and invisible
// characters count only between them, not before the first.
func (t *Text) KindsOf(i, j int) Kind {
	k := t.Symbols[i].Kinds &^ (Gap | Invisible)
	for _, s := range t.Symbols[i+1 : j] {
		k |= s.Kinds
	}
	return k
}

// String gives the folded text without borders.
func (t *Text) String() string {
	b := make([]byte, 0, len(t.Source))
	for _, s := range t.Symbols {
		b = utf8.AppendRune(b, s.Rune)
	}
	return string(b)
}

// String folds s and gives the folded characters without borders.
func String(s string) string {
	var t Text
	t.Fold(s)
	return t.String()
}

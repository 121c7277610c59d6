package fold

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// entry is what the table knows of one character: the character it folds to
// (or the index of its expansion), its class and what was done to it.
type entry uint32

type class uint8

const (
	classLetter class = iota
	classDrop
	classSoft // followed by medium and hard, in the order of Border
	classMedium
	classHard
)

const (
	targetBits = 21
	classShift = targetBits
	kindShift  = classShift + 3
	expands    = entry(1) << 31
	targetMask = 1<<targetBits - 1
)

func (e entry) target() rune { return rune(e & targetMask) }
func (e entry) class() class { return class(e >> classShift & 7) }
func (e entry) kinds() Kind  { return Kind(e >> kindShift & 0x7f) }

// table is a two-stage table over all of Unicode. Most pages are the shared
// first one: letters that fold to themselves.
type table struct {
	index      [unicode.MaxRune>>8 + 1]uint16
	pages      [][256]entry
	expansions [][]rune
}

func (t *table) entry(r rune) entry {
	return t.pages[t.index[uint32(r)>>8]][r&0xff]
}

func (t *table) set(r rune, e entry) {
	p := r >> 8
	if t.index[p] == 0 {
		t.index[p] = uint16(len(t.pages))
		t.pages = append(t.pages, [256]entry{})
	}
	t.pages[t.index[p]][r&0xff] = e
}

// loadTable decodes the generated pairs on first use: about a millisecond.
var loadTable = sync.OnceValue(func() *table {
	t := &table{pages: make([][256]entry, 1, 256)}
	t.setClasses()
	t.setCase()
	for _, part := range []struct {
		pairs string
		kind  Kind
	}{
		{traditionalPairs, Traditional},
		{confusablePairs, Confusable},
		{styledPairs, Styled},
		{widthPairs, Width},
		{diacriticPairs, Diacritic},
		{compatPairs, Compat},
	} {
		t.setPairs(part.pairs, part.kind)
	}
	t.setExpansions()
	return t
})

// setClasses marks what is no letter: marks and format characters are dropped,
// punctuation and symbols are borders. The percent sign is kept: 100% is a word.
func (t *table) setClasses() {
	each := func(rt *unicode.RangeTable, c class) {
		for _, r := range rt.R16 {
			for x := rune(r.Lo); x <= rune(r.Hi); x += rune(r.Stride) {
				t.set(x, entry(c)<<classShift)
			}
		}
		for _, r := range rt.R32 {
			for x := rune(r.Lo); x <= rune(r.Hi); x += rune(r.Stride) {
				t.set(x, entry(c)<<classShift)
			}
		}
	}
	each(unicode.P, classSoft)
	each(unicode.S, classSoft)
	each(unicode.Z, classSoft)
	each(unicode.Ps, classMedium)
	each(unicode.Pe, classMedium)
	each(unicode.Pi, classMedium)
	each(unicode.Pf, classMedium)
	each(unicode.Mn, classDrop)
	each(unicode.Me, classDrop)
	each(unicode.Cf, classDrop)
	each(unicode.Cc, classDrop)
	for _, r := range "\t⠀" { // a tab and the blank Braille pattern are seen as spaces
		t.set(r, entry(classSoft)<<classShift)
	}
	for _, r := range "ᅟᅠㅤﾠ" { // Hangul fillers draw nothing
		t.set(r, entry(classDrop)<<classShift)
	}
	for _, r := range "/|\\&\"'`／｜＼＆＂" {
		t.set(r, entry(classMedium)<<classShift)
	}
	for _, r := range "\n\r\v\f\u0085\u2028\u2029,;:!?，。；：！？、…｡､؟｜‼⁉" {
		t.set(r, entry(classHard)<<classShift)
	}
	for _, r := range "%％" {
		t.set(r, 0)
	}
}

func (t *table) setCase() {
	for _, r := range unicode.Upper.R16 {
		for x := rune(r.Lo); x <= rune(r.Hi); x += rune(r.Stride) {
			if low := unicode.ToLower(x); low != x {
				t.set(x, entry(low)|entry(Case)<<kindShift)
			}
		}
	}
}

func (t *table) setPairs(pairs string, kind Kind) {
	var from rune
	odd := false
	for _, r := range pairs {
		if !odd {
			from, odd = r, true
			continue
		}
		odd = false
		k := kind
		if low := unicode.ToLower(r); low != r {
			r, k = low, k|Case
		}
		// What folds to a border (the ideographic space) is that border.
		if c := t.entry(r).class(); c != classLetter {
			t.set(from, entry(c)<<classShift)
			continue
		}
		t.set(from, entry(r)|entry(k)<<kindShift)
	}
}

func (t *table) setExpansions() {
	for line := range strings.Lines(expansions) {
		line = strings.TrimSuffix(line, "\n")
		from, size := utf8.DecodeRuneInString(line)
		t.set(from, entry(len(t.expansions))|entry(Compat)<<kindShift|expands)
		t.expansions = append(t.expansions, []rune(strings.ToLower(line[size:])))
	}
}

package validate

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/mingcha-go/mingcha/internal/halt"
)

// traits are what several checks ask of the characters of a text, found in one
// pass: most texts hold nothing that a rule of the form would point at.
type traits struct {
	runes   int // characters; a byte that is no UTF-8 counts as one
	columns int // as the registration form measures: a Han character or anything else as wide counts 2, the rest 1
	han     int // Han characters
	shouts  int // signs that draw the eye
	parts   int // signs that part the words of a list
	signs   sign
}

// sign is a set of kinds of characters.
type sign uint16

const (
	unprintable sign = 1 << iota // see isUnprintable
	lineEnd                      // which is not printable in a line, either
	space
	foreign   // see isForeign
	doubtful  // see isDoubtful
	shouting  // see isShouting
	parting   // see isParting
	wide      // see isWide
	hanLetter // see isHan
)

// has tells whether a text holds a character of one of some kinds.
func (t *traits) has(s sign) bool { return t.signs&s != 0 }

func traitsOf(text string) traits { return traitsWatched(text, nil) }

// traitsChunk is how many characters of a long text are looked at at a time.
const traitsChunk = 1 << 12

// traitsWatched is traitsOf until the context of a watch ends.
func traitsWatched(text string, w *halt.Watch) (t traits) {
	for _, r := range text {
		if t.runes++; t.runes%traitsChunk == 0 {
			w.Step(traitsChunk)
		}
		if isCommonHan(r) { // most text: wide, and none of the other signs
			t.han++
			t.columns += 2
			continue
		}
		s := signOf(r)
		t.signs |= s
		t.columns++
		if s&(wide|hanLetter|shouting|parting) == 0 {
			continue
		}
		t.columns += count(s, wide)
		t.han += count(s, hanLetter)
		t.shouts += count(s, shouting)
		t.parts += count(s, parting)
	}
	return t
}

// count gives 1 if s holds a kind, else 0.
func count(s, kind sign) int {
	if s&kind != 0 {
		return 1
	}
	return 0
}

// The blocks in which nearly all characters of texts are that are not Han: their
// signs are kept.
var (
	ascii       = signsOf(0, 0x80)
	punctuation = signsOf(0x3000, 0x3040)   // 、。「」
	fullWidth   = signsOf(0xff00, 0xff60)   // ，！？（）
	noText      = judgeSign(utf8.RuneError) // bytes that are no UTF-8
)

func signsOf(from, to rune) (all []sign) {
	for r := from; r < to; r++ {
		all = append(all, judgeSign(r))
	}
	return all
}

func signOf(r rune) sign {
	switch {
	case uint32(r) < 0x80:
		return ascii[r]
	case 0x3000 <= r && r < 0x3040:
		return punctuation[r-0x3000]
	case 0xff00 <= r && r < 0xff60:
		return fullWidth[r-0xff00]
	case r == utf8.RuneError:
		return noText
	}
	return judgeSign(r)
}

func judgeSign(r rune) (s sign) {
	for _, kind := range []struct {
		sign sign
		is   bool
	}{
		{unprintable, isUnprintable(r)},
		{lineEnd, r == '\n' || r == '\r'},
		{space, unicode.IsSpace(r)},
		{foreign, isForeign(r)},
		{doubtful, isDoubtful(r)},
		{shouting, isShouting(r)},
		{parting, isParting(r)},
		{wide, isWide(r)},
		{hanLetter, isHan(r)},
	} {
		if kind.is {
			s |= kind.sign
		}
	}
	return s
}

// isCommonHan tells whether a character is of the block that nearly all Han
// characters of texts are of.
func isCommonHan(r rune) bool { return 0x4e00 <= r && r < 0xa000 }

func isHan(r rune) bool { return isCommonHan(r) || r >= 0x2e80 && unicode.Is(unicode.Han, r) }

// isWide tells whether a character takes two columns.
func isWide(r rune) bool {
	if isCommonHan(r) {
		return true
	}
	if r < 0x1100 {
		return false
	}
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}

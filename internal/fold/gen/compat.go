package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/mingcha-go/mingcha/internal/ucd"
)

// tagKinds tells the table of a compatibility mapping by its tag in UnicodeData.txt.
var tagKinds = map[string]kind{
	"<wide>": width, "<narrow>": width,
	"<circle>": styled, "<square>": styled, "<super>": styled, "<sub>": styled, "<font>": styled,
}

// addCompatibility adds what NFKC maps. Letters with diacritics are left to
// addDiacritics.
func (f *foldings) addCompatibility(chars []ucd.Char, groups map[string][]string) {
	for _, c := range chars {
		if c.Decomposition == nil || glued(c) || isJamo(c) || c.Category[0] == 'M' {
			continue
		}
		k, ok := tagKinds[c.Tag]
		if !ok {
			k = compat
		}
		to := []rune(norm.NFKC.String(string(c.Rune)))
		if k == width {
			to = c.Decomposition // half-width Hangul stays visible letters
		}
		if c.Tag == "<compat>" && unicode.Is(unicode.Greek, to[0]) && mayLookAlike(c) {
			// ϲ is a form of σ, but looks like c.
			f.add(c.Rune, confusable, direct(c, groups[string(c.Rune)])...)
		}
		if len(to) == 1 {
			f.add(c.Rune, k, to[0])
			continue
		}
		if c.Tag != "" {
			f.add(c.Rune, expansion, words(to)...)
		}
	}
}

// glued tells the marks written raised behind a name: joined to it, ™ would
// hide the name from whole-word matching.
func glued(c ucd.Char) bool {
	return c.Tag == "<super>" && c.Category == "So" && len(c.Decomposition) > 1
}

// isJamo tells the visible Hangul letters, which NFKC turns into parts of
// syllables that stand for nothing alone.
func isJamo(c ucd.Char) bool {
	return 0x3131 <= c.Rune && c.Rune <= 0x318E && c.Rune != 0x3164
}

// words drops spaces, brackets and punctuation; nil if something remains that is
// neither a Latin letter, a digit nor Han. Fractions are no words: ½ is not 12.
func words(runes []rune) []rune {
	var out []rune
	for _, r := range runes {
		switch {
		case r == '⁄':
			return nil
		case unicode.IsSpace(r) || unicode.IsPunct(r):
		case unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) || unicode.Is(unicode.Han, r) || r == 'μ':
			out = append(out, r)
		default:
			return nil
		}
	}
	return out
}

// addRadicals adds the radicals and strokes that stand for an ideograph.
func (f *foldings) addRadicals(radicals map[rune]rune) {
	for src, to := range radicals {
		f.add(src, compat, to)
	}
}

// addNamedStyles adds styled letters and digits that NFKC leaves alone, by their
// names and numeric values.
func (f *foldings) addNamedStyles(chars []ucd.Char) {
	for _, c := range chars {
		switch {
		case letterAfter(c.Name, "NEGATIVE SQUARED LATIN CAPITAL LETTER ", "NEGATIVE CIRCLED LATIN CAPITAL LETTER ",
			"CROSSED NEGATIVE SQUARED LATIN CAPITAL LETTER ", "REGIONAL INDICATOR SYMBOL LETTER "):
			f.add(c.Rune, styled, rune(c.Name[len(c.Name)-1]))
		case c.Numeric >= 0 && c.Category == "No" && strings.Contains(c.Name, "CIRCLED"):
			f.add(c.Rune, expansion, digits(c.Numeric)...)
		case c.Category == "So":
			f.add(c.Rune, expansion, squaredWord(c.Name)...)
		}
	}
}

func letterAfter(name string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(name, p) && len(name) == len(p)+1 {
			return true
		}
	}
	return false
}

// squaredWords are the words of the emoji "SQUARED OK", "NEGATIVE SQUARED AB".
var squaredWords = []string{"AB", "CL", "COOL", "FREE", "ID", "IC", "NEW", "NG", "OK", "PA", "SA", "SOS", "VS", "WC", "VOD", "HC"}

func squaredWord(name string) []rune {
	for _, w := range squaredWords {
		if name == "SQUARED "+w || name == "NEGATIVE SQUARED "+w {
			return []rune(w)
		}
	}
	if name == "SQUARED UP WITH EXCLAMATION MARK" {
		return []rune("UP")
	}
	return nil
}

func digits(n int) []rune {
	if n < 10 {
		return []rune{rune('0' + n)}
	}
	return append(digits(n/10), rune('0'+n%10))
}

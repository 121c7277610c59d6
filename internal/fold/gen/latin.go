package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/mingcha-go/mingcha/internal/ucd"
)

var (
	// A letter with a mark that Unicode does not decompose: "... O WITH STROKE".
	withMark = regexp.MustCompile(`^LATIN (SMALL|CAPITAL) LETTER ([A-Z])( WITH .+| PRECEDED BY .+)$`)
	// A letter in another shape: "SMALL CAPITAL W", "DOTLESS I", "SCRIPT G".
	smallCapital = regexp.MustCompile(`^LATIN (LETTER|SMALL LETTER) SMALL CAPITAL (?:[A-Z-]+ )*([A-Z])( WITH .+)?$`)
	reshaped     = regexp.MustCompile(`^(?:LATIN|MODIFIER LETTER) (SMALL|CAPITAL) (?:LETTER )?(?:[A-Z-]+ )*([A-Z])( WITH .+)?$`)
	// Two letters in one: "LATIN SMALL LIGATURE OE", "LATIN SMALL LETTER DZ DIGRAPH".
	twoInOne = regexp.MustCompile(`^LATIN (SMALL|CAPITAL|LETTER SMALL CAPITAL) ?(?:LETTER |LIGATURE )?([A-Z]{2})( DIGRAPH)?( WITH .+)?$`)
)

// pairsInOne are the names of letters that are two letters. Others of two
// letters (OU, OI, HV) do not look like them.
var pairsInOne = []string{"AA", "AE", "AO", "AU", "AV", "AY", "DB", "DZ", "IE", "IJ", "LJ", "LL", "LS", "LZ", "NJ", "OE", "OO", "QP", "TC", "TS", "TZ", "UE", "VY"}

// addDiacritics adds Latin letters with diacritics, and those that are two
// letters in one.
func (f *foldings) addDiacritics(chars []ucd.Char) {
	for _, c := range chars {
		if !strings.HasPrefix(c.Name, "LATIN ") || c.Category[0] != 'L' {
			continue
		}
		nfd := []rune(norm.NFD.String(string(c.Rune)))
		if len(nfd) > 1 && isASCIIWord(nfd[0]) && marksOnly(nfd[1:]) {
			f.add(c.Rune, diacritic, nfd[0])
		}
		if m := withMark.FindStringSubmatch(c.Name); m != nil {
			f.add(c.Rune, diacritic, cased(m[2], m[1]))
		}
		if m := twoInOne.FindStringSubmatch(c.Name); m != nil && slices.Contains(pairsInOne, m[2]) {
			f.add(c.Rune, expansion, cased(m[2][:1], m[1]), cased(m[2][1:], m[1]))
		}
	}
	f.add('ß', expansion, 's', 's')
	f.add('ẞ', expansion, 'S', 'S')
}

func marksOnly(runes []rune) bool {
	for _, r := range runes {
		if !unicode.Is(unicode.Mn, r) {
			return false
		}
	}
	return true
}

// cased gives the ASCII letter in the case that a Unicode name tells. Small
// capitals count as small: that is how they are written.
func cased(letter, size string) rune {
	if size == "CAPITAL" {
		return rune(letter[0])
	}
	return rune(letter[0]) | 0x20
}

// byName gives the ASCII letter that the name of a Latin letter tells, or 0.
func byName(c ucd.Char) rune {
	if m := smallCapital.FindStringSubmatch(c.Name); m != nil {
		return cased(m[2], "SMALL")
	}
	if m := reshaped.FindStringSubmatch(c.Name); m != nil {
		return cased(m[2], m[1])
	}
	return 0
}

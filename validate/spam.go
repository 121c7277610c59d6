package validate

import (
	"unicode"
	"unicode/utf8"
)

// runSpam finds the phrases of its list, and long runs of symbols.
func runSpam(suggestion Text) func(*subject, *Check) {
	phrases := runWording(claim(suggestion))
	return func(s *subject, c *Check) {
		phrases(s, c)
		for i := range s.fields() {
			if t := &s.texts[i]; t.traits.shouts > mostSymbols {
				s.addSymbolRun(c, t, suggestion)
			}
		}
	}
}

// mostSymbols is how many symbols may stand in a row: five stars are a rating.
const mostSymbols = 5

// addSymbolRun reports the first run of more symbols than a sentence needs.
// Lines drawn with dashes, equals signs and dots are layout of descriptions, and
// so is white space.
func (s *subject) addSymbolRun(c *Check, t *text, suggestion Text) {
	source := t.folded.Source
	start, count := 0, 0
	for i := 0; i <= len(source); {
		r, size := utf8.DecodeRuneInString(source[i:])
		if i < len(source) && isShouting(r) {
			if count == 0 {
				start = i
			}
			count++
			i += size
			continue
		}
		if count > mostSymbols {
			s.add(c, t, Finding{
				Severity: Review, Start: start, End: i, Via: []string{"exact"}, Score: 1,
				Message:    Text{"连续 %[1]d 个符号，像垃圾信息，请人工确认", "%[1]d symbols in a row look like spam: a person should look"}.format(s.v.language, count),
				Suggestion: suggestion.In(s.v.language),
			})
			return
		}
		count = 0
		i += max(size, 1)
	}
}

// isShouting tells whether a character is a sign that draws the eye.
func isShouting(r rune) bool {
	switch r {
	case '!', '！', '?', '？', '~', '～':
		return true
	}
	if r < 0x2190 || r >= 0x3400 && r < 0xa000 { // most text
		return false
	}
	return unicode.In(r, unicode.So, unicode.Sm) && (r < 0x2500 || r > 0x257f)
}

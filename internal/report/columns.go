package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Columns gives how many columns of a terminal a text takes: two for a Han
// character, none for a combining mark.
func Columns(s string) (n int) {
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// shown makes a text safe and honest on a terminal: what would not be seen, or
// would move the cursor, is written out.
func shown(s string) string {
	if strings.IndexFunc(s, isHidden) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			fmt.Fprintf(&b, "<%02X>", s[i])
		case r == '\n':
			b.WriteRune('␊')
		case r == '\t':
			b.WriteRune(' ')
		case isHidden(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Shown writes out what would not be seen in a text, for pages of other packages.
func Shown(s string) string { return shown(s) }

// isHidden tells whether a character is not seen where it stands. The variation
// selectors and joiners of emoji are hidden too: someone who asks why a name was
// rejected has to see them.
func isHidden(r rune) bool {
	if r >= ' ' && r < 0x7f || r >= 0x3400 && r < 0xa000 {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector)
}

// Package markdown writes arbitrary text into Markdown so that it is read as
// what it is: nothing in it is taken for markup and nothing stays invisible.
package markdown

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible replaces what a reader would not see, or would take for something
// else, by its code point: control and format characters, spaces other than
// the plain one, private use, and bytes that are no UTF-8.
//
//	Visible("微\u200b信") == "微⟨U+200B⟩信"
func Visible(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "⟨0x%02X⟩", s[i])
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "⟨%U⟩", r)
		}
		i += size
	}
	return b.String()
}

// markup are the characters that GitHub's Markdown may read as markup within a
// line or a cell; a backslash takes that from each of them.
const markup = "\\`*_[]<>|~$&"

// Escape gives s as plain text for a paragraph or a cell of a table, with
// Visible applied and spaces that HTML would swallow shown as ␣.
func Escape(s string) string {
	var b strings.Builder
	for _, r := range visibleSpaces(Visible(s)) {
		if strings.ContainsRune(markup, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// visibleSpaces shows spaces as ␣ where there is nothing else or several in a
// row; a single space between words stays.
func visibleSpaces(s string) string {
	if strings.Trim(s, " ") == "" {
		return strings.ReplaceAll(s, " ", "␣")
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "  ", "␣␣"), "␣ ", "␣␣")
}

// Mark gives s escaped with its bytes from start to end in bold. It uses the
// HTML tag because ** beside Chinese punctuation is not read as bold.
func Mark(s string, start, end int) string {
	if start == end {
		return Escape(s)
	}
	return Escape(s[:start]) + "<b>" + Escape(s[start:end]) + "</b>" + Escape(s[end:])
}

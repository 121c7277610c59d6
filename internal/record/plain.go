package record

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// Nearly all records are written plainly: texts, lists of texts, truths, in UTF-8.
// Those are decoded here, in a fraction of the time that encoding/json takes.
// Whatever is not plain is left to that, so what is wrong is said in one place only.

// member is a member of an object: its name, and its value as it stands.
type member struct{ name, raw []byte }

// plainMembers takes an object apart: its members in their order, in the memory
// given, which is empty. ok is false where encoding/json has to look at it.
func plainMembers(members []member, text []byte) (all []member, ok bool) {
	if !utf8.Valid(text) {
		return nil, false
	}
	return cursorMembers(members, text)
}

// cursorMembers is plainMembers for what is known to be UTF-8.
func cursorMembers(members []member, text []byte) (all []member, ok bool) {
	c := cursor{text: text}
	escaped := false
	ok = c.object(deepest, func(name, raw []byte) {
		escaped = escaped || bytes.IndexByte(name, '\\') >= 0
		members = append(members, member{name, raw})
	})
	c.blanks()
	if !ok || escaped || c.at < len(text) {
		return nil, false
	}
	return members, true
}

// unquote gives the text that stands between quotes, its escapes resolved. A
// half of a surrogate pair becomes U+FFFD.
func unquote(quoted []byte) string {
	at := bytes.IndexByte(quoted, '\\')
	if at < 0 {
		return string(quoted)
	}
	text := make([]byte, 0, len(quoted))
	for ; at >= 0; at = bytes.IndexByte(quoted, '\\') {
		text = append(text, quoted[:at]...)
		var n int
		text, n = appendEscape(text, quoted[at:])
		quoted = quoted[at+n:]
	}
	return string(append(text, quoted...))
}

// appendEscape appends what the escape stands for that a text begins with, and
// gives its length.
func appendEscape(text, escape []byte) ([]byte, int) {
	switch b := escape[1]; b {
	case 'b':
		return append(text, '\b'), 2
	case 'f':
		return append(text, '\f'), 2
	case 'n':
		return append(text, '\n'), 2
	case 'r':
		return append(text, '\r'), 2
	case 't':
		return append(text, '\t'), 2
	case 'u':
		r, _ := hex4(escape[2:])
		if utf16.IsSurrogate(r) {
			if low := bytes.TrimPrefix(escape[6:], []byte(`\u`)); len(low) < len(escape)-6 {
				second, _ := hex4(low)
				if pair := utf16.DecodeRune(r, second); pair != utf8.RuneError {
					return utf8.AppendRune(text, pair), 12
				}
			}
			r = utf8.RuneError
		}
		return utf8.AppendRune(text, r), 6
	default: // a quote, a slash, a backslash
		return append(text, b), 2
	}
}

package record

import (
	"bytes"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/validate"
)

// Nearly all records are written plainly: texts, lists of texts, truths, in UTF-8.
// Those are decoded here, in a fraction of the time that encoding/json takes.
// Whatever is not plain is left to that, so what is wrong is said in one place only.

// member is a member of an object: its name, and its value as it stands.
type member struct{ name, raw []byte }

// plainMembers takes an object apart: its members by name, of several with one
// name the last, in the memory given, which is empty. ok is false where encoding/json
// has to look at it.
func plainMembers(members []member, text []byte) (byName []member, ok bool) {
	if !utf8.Valid(text) {
		return nil, false
	}
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
	slices.SortStableFunc(members, func(a, b member) int { return bytes.Compare(a.name, b.name) })
	last := members[:0]
	for i, m := range members {
		if i+1 == len(members) || !bytes.Equal(m.name, members[i+1].name) {
			last = append(last, m)
		}
	}
	return last, true
}

// plainValue puts a value where a key points to. It is false, and nothing is
// changed, where encoding/json has to look at the value.
func plainValue(into any, raw []byte) bool {
	switch into := into.(type) {
	case *idText:
		if raw[0] != '"' && raw[0] != 'n' {
			return into.UnmarshalJSON(raw) == nil
		}
		return plainText((*string)(into), raw)
	case *string:
		return plainText(into, raw)
	case *[]string:
		return plainList(into, raw)
	case *[]validate.Feature:
		return plainList(into, raw)
	case **bool:
		return plainTruth(into, raw)
	case *validate.Contact:
		return plainContact(into, raw)
	case *validate.Owner:
		return plainOwner(into, raw)
	}
	return false
}

func plainText[T ~string](into *T, raw []byte) bool {
	switch raw[0] {
	case 'n': // null leaves it as it is
		return true
	case '"':
		*into = T(unquote(raw[1 : len(raw)-1]))
		return true
	}
	return false
}

func plainList[T ~string](into *[]T, raw []byte) bool {
	if *into != nil {
		return false
	}
	list, plain := make([]T, 0, 4), true
	c := cursor{text: raw}
	whole := c.array(deepest, func(raw []byte) {
		var one T
		plain = plain && plainText(&one, raw)
		list = append(list, one)
	})
	if whole && plain {
		*into = list
	}
	return whole && plain
}

func plainTruth(into **bool, raw []byte) bool {
	truth := raw[0] == 't'
	if !truth && raw[0] != 'f' {
		return false
	}
	*into = &truth
	return true
}

func plainContact(into *validate.Contact, raw []byte) bool {
	contact := *into
	return plainObject(raw, func(name []byte) any {
		switch string(name) {
		case "email":
			return &contact.Email
		case "url":
			return &contact.URL
		case "phone":
			return &contact.Phone
		}
		return nil
	}, func() { *into = contact })
}

func plainOwner(into *validate.Owner, raw []byte) bool {
	owner := *into
	return plainObject(raw, func(name []byte) any {
		switch string(name) {
		case "name":
			return &owner.Name
		case "kind":
			return &owner.Kind
		case "licences":
			return &owner.Licences
		}
		return nil
	}, func() { *into = owner })
}

// plainObject puts the members of an object where they belong, and calls done
// where all are plain. A name that is unknown, or written in another way, is not.
func plainObject(raw []byte, into func(name []byte) any, done func()) bool {
	plain := true
	c := cursor{text: raw}
	whole := c.object(deepest, func(name, raw []byte) {
		field := into(name)
		plain = plain && field != nil && plainValue(field, raw)
	})
	if whole && plain {
		done()
	}
	return whole && plain
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

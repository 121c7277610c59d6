package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/validate"
)

// object makes the record of a JSON object that begins on a line.
func (r *Reader) object(line int, text []byte) Record {
	var memory [12]member // most have fewer
	if members, ok := plainMembers(memory[:0], text); ok {
		return r.fromMembers(line, members, plainValue)
	}
	return r.anyObject(line, text)
}

// anyObject is object for what is not plain.
func (r *Reader) anyObject(line int, text []byte) Record {
	members, f := membersOf(text)
	if f != nil {
		return r.broken(line, "", *f)
	}
	rec := r.fromMembers(line, members, func(any, []byte) bool { return false })
	if at := invalidAt(text); at >= 0 {
		message := fmt.Sprintf("%s:%d: byte %d of the record is not valid UTF-8; it is read as U+FFFD", r.name, line, at)
		rec.Warnings = append(Warnings{{text: message}}, rec.Warnings...)
	}
	return rec
}

// fromMembers makes the record of an object's members. Plain decodes a value if
// it can; encoding/json does if not.
func (r *Reader) fromMembers(line int, members []member, plain func(into any, raw []byte) bool) Record {
	s := new(validate.Submission)
	var warnings Warnings
	var first *fault
	for _, m := range members {
		var f *fault
		if key := r.keys.byName[string(m.name)]; key != nil {
			f = setMember(s, key, m.raw, plain)
		} else if r.opts.Strict {
			f = &fault{"", unknown(string(m.name))}
		} else if !r.keys.told(string(m.name)) {
			warnings = append(warnings, warning{string(m.name), true})
		}
		if first == nil {
			first = f
		}
	}
	rec := Record{Line: line, ID: s.ID, Submission: s}
	if first != nil {
		rec = r.broken(line, s.ID, *first)
	}
	rec.Warnings = warnings
	return rec
}

// membersOf takes an object apart like plainMembers, whatever it holds, and says
// what is wrong with it.
func membersOf(text []byte) ([]member, *fault) {
	var byName map[string]json.RawMessage
	if err := json.Unmarshal(text, &byName); err != nil {
		return nil, &fault{"", "not a JSON object: " + jsonFault(text, err)}
	}
	if byName == nil { // null
		return nil, &fault{"", "expected a JSON object, got null"}
	}
	var members []member
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		members = append(members, member{[]byte(name), byName[name]})
	}
	return members, nil
}

// setMember puts the value of a key where it belongs.
func setMember(s *validate.Submission, key *key, raw []byte, plain func(any, []byte) bool) *fault {
	into := key.into(s)
	if plain(into, raw) {
		return nil
	}
	if err := json.Unmarshal(raw, into); err != nil {
		field, expected, got := key.name, key.expected, kindOf(raw)
		var typeError *json.UnmarshalTypeError
		if errors.As(err, &typeError) {
			if typeError.Field != "" {
				field += "." + typeError.Field
			}
			if inner := article(typeError.Value); inner != got {
				return &fault{field, fmt.Sprintf("expected %s, got %s inside", expected, inner)}
			}
		}
		return &fault{field, fmt.Sprintf("expected %s, got %s", expected, got)}
	}
	return nil
}

// kindOf names what a JSON value is.
func kindOf(raw []byte) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a text"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	}
	return "a number"
}

// article words what encoding/json calls the values.
func article(value string) string {
	switch {
	case value == "string":
		return "a text"
	case value == "bool":
		return "true or false"
	case value == "object":
		return "an object"
	case value == "array":
		return "a list"
	}
	return "a number"
}

// jsonFault says what is wrong with a JSON text and where.
func jsonFault(text []byte, err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if syntax.Offset >= int64(len(bytes.TrimRight(text, " \t\r\n"))) && err.Error() == "unexpected end of JSON input" {
			return "it ends in the middle: the file or the line was cut off"
		}
		return fmt.Sprintf("%v (byte %d of the record)", err, syntax.Offset)
	}
	var typeError *json.UnmarshalTypeError
	if errors.As(err, &typeError) {
		return "got " + article(typeError.Value)
	}
	return err.Error()
}

// invalidAt gives the offset of the first byte that is no UTF-8, or -1.
func invalidAt(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRune(text[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// idText takes a number for an id as well as a text.
type idText string

// UnmarshalJSON reads a text, or a number as it is written.
func (id *idText) UnmarshalJSON(raw []byte) error {
	if len(raw) > 0 && (raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9') {
		*id = idText(raw)
		return nil
	}
	return json.Unmarshal(raw, (*string)(id))
}

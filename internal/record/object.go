package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/validate"
)

// object makes the record of a JSON object that begins on a line.
func (r *Reader) object(line int, text []byte) Record {
	var memory [16]member // most have fewer
	if members, ok := plainMembers(memory[:0], text); ok {
		return r.fromMembers(line, members, true)
	}
	return r.anyObject(line, text)
}

// anyObject is object for what is not plain.
func (r *Reader) anyObject(line int, text []byte) Record {
	members, f := membersOf(text)
	if f != nil {
		return r.broken(line, "", *f)
	}
	rec := r.fromMembers(line, members, false)
	if at := invalidAt(text); at >= 0 {
		message := fmt.Sprintf("byte %d of the record is not valid UTF-8; it is read as U+FFFD", at)
		rec.Warnings = append(Warnings{{line: line, text: message}}, rec.Warnings...)
	}
	return rec
}

// fromMembers makes the record of an object's members.
func (r *Reader) fromMembers(line int, members []member, plain bool) Record {
	d := decoder{r: r, line: line, s: new(validate.Submission), plain: plain}
	d.members(&r.keys.names, "", members)
	return d.record()
}

// membersOf takes an object apart like plainMembers, whatever it holds, and says
// what is wrong with it.
func membersOf(text []byte) ([]member, *fault) {
	var whole json.RawMessage
	if err := json.Unmarshal(text, &whole); err != nil {
		return nil, &fault{"", "not a JSON object: " + jsonFault(text, err)}
	}
	switch whole = bytes.TrimSpace(whole); whole[0] {
	case '{':
	case 'n':
		return nil, &fault{"", "expected a JSON object, got null"}
	default:
		return nil, &fault{"", "not a JSON object: got " + kindOf(whole)}
	}
	var members []member
	d := json.NewDecoder(bytes.NewReader(whole))
	_, err := d.Token() // the brace
	for err == nil && d.More() {
		var name json.Token
		var value json.RawMessage
		if name, err = d.Token(); err == nil {
			err = d.Decode(&value)
		}
		if err == nil {
			members = append(members, member{[]byte(name.(string)), bytes.TrimSpace(value)})
		}
	}
	if err != nil {
		return nil, &fault{"", "not a JSON object: " + jsonFault(text, err)}
	}
	return members, nil
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

// jsonFault says what is wrong with a JSON text and where.
func jsonFault(text []byte, err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if syntax.Offset >= int64(len(bytes.TrimRight(text, " \t\r\n"))) && err.Error() == "unexpected end of JSON input" {
			return "it ends in the middle: the file or the line was cut off"
		}
		return fmt.Sprintf("%v (byte %d of the record)", err, syntax.Offset)
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

// object reads the members of an object, each of which is a key of its own.
func (d *decoder) object(k *key, path string, raw []byte) *fault {
	if raw[0] != '{' {
		return &fault{path, fmt.Sprintf("expected an object with %s, got %s", strings.Join(k.members.plain(), ", "), kindOf(raw))}
	}
	var memory [8]member
	members, ok := memory[:0], false
	if d.plain {
		members, ok = cursorMembers(members, raw)
	}
	if !ok {
		var f *fault
		if members, f = membersOf(raw); f != nil {
			return &fault{path, f.message}
		}
	}
	d.members(k.members, path, members)
	return nil
}

// authorizations reads the list of objects.
func (d *decoder) authorizations(k *key, raw []byte) *fault {
	if raw[0] != '[' {
		return &fault{k.name, fmt.Sprintf("expected %s, got %s", k.expected(), kindOf(raw))}
	}
	d.s.Authorizations = []validate.Authorization{}
	for i, element := range d.elements(nil, raw) {
		d.s.Authorizations = append(d.s.Authorizations, validate.Authorization{})
		for _, member := range inList { // each element has its own
			d.taken[member.index] = taken{}
		}
		if f := d.object(k, fmt.Sprintf("%s[%d]", k.name, i), element); f != nil {
			return f
		}
	}
	return nil
}

// texts reads a list of texts; null in it is an empty one.
func (d *decoder) texts(k *key, raw []byte) ([]string, *fault) {
	if raw[0] != '[' {
		return nil, &fault{d.field(k), fmt.Sprintf("expected %s, got %s", k.expected(), kindOf(raw))}
	}
	var memory [16][]byte
	elements := d.elements(memory[:0], raw)
	texts := make([]string, len(elements))
	for i, element := range elements {
		switch element[0] {
		case 'n':
		case '"':
			texts[i] = d.unquoted(element)
		default:
			return nil, &fault{d.field(k), fmt.Sprintf("expected %s, got %s inside", k.expected(), kindOf(element))}
		}
	}
	return texts, nil
}

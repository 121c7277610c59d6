package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// decoder makes one record of the members of an object, or of the cells of a row.
type decoder struct {
	r    *Reader
	line int
	s    *validate.Submission
	// plain says that the JSON is known to be valid, and in UTF-8: it may be taken
	// apart by code of our own.
	plain bool
	// taken are the keys that were given, by index, and under which name.
	taken [numberOfKeys]taken
	// known says that some key was given that can be checked, strange that something
	// was given which is unknown.
	known, strange bool
	// path is that of the object that is being read, where it is a list's.
	path     string
	warnings Warnings
	// first is the first fault, strict the first that is one by Options.Strict only.
	first, strict *fault
	// unknown are the first unknown names, with hints.
	unknown []string
}

// taken is a name under which a key was given, and its rank.
type taken struct {
	name []byte // of JSON; nil for a cell
	rank rank
}

// members reads the members of an object whose keys have these names. The path is
// that of the object, "" for the record.
func (d *decoder) members(n *names, path string, members []member) {
	for _, m := range members {
		if m.raw[0] == 'n' { // null: as if it were not there
			continue
		}
		found, ok := n.exact[string(m.name)]
		if !ok {
			found = n.find(string(m.name))
		}
		if found.key == nil {
			d.strangeKey(n, path, string(m.name))
			continue
		}
		if d.takes(found, path, m.name) {
			outer := d.path
			d.path = path
			d.fail(d.value(found.key, m.raw))
			d.path = outer
		}
	}
}

// takes notes that a key is given. It is false where it was given before by a
// better name.
func (d *decoder) takes(found named, path string, name []byte) bool {
	before := d.taken[found.key.index]
	switch {
	case before.rank > found.rank:
		d.warn(notRead(d.line, found.key, string(name), string(before.name)))
		return false
	case before.rank == found.rank:
		d.repeated(found.key, path, string(before.name), string(name))
	case before.rank > 0:
		d.warn(notRead(d.line, found.key, string(before.name), string(name)))
	}
	d.taken[found.key.index] = taken{name, found.rank}
	d.given(found.key)
	return true
}

// given notes that a key was given. Objects are given by their members.
func (d *decoder) given(k *key) {
	d.known = d.known || k != idKey && k.kind != anObject
}

// repeated tells of a key that was given twice.
func (d *decoder) repeated(k *key, path, one, other string) {
	same := one == other
	other = join(path, other)
	text := fmt.Sprintf("%q and %q are both %s: the last is read", clip(one), clip(other), k.name)
	if same || one == other {
		text = fmt.Sprintf("%q is given twice: the last is read", clip(other))
	}
	if d.r.opts.Strict {
		if d.strict == nil {
			d.strict = &fault{k.name, strings.TrimSuffix(text, ": the last is read")}
		}
		return
	}
	d.warnings = append(d.warnings, warning{line: d.line, once: text, each: true, text: text})
}

// strangeKey tells of a key that is unknown.
func (d *decoder) strangeKey(n *names, path, name string) {
	d.strange = true
	if i := strings.IndexByte(path, '['); i >= 0 { // for all members of a list
		path = path[:i] + "[]"
	}
	name = join(path, name)
	const most = 5
	if len(d.unknown) < most && (d.r.opts.Strict || !d.known) {
		d.unknown = append(d.unknown, hinted(name, n.meant(name)))
	}
	if !d.r.opts.Strict && !d.r.keys.isTold(name) {
		d.warnings = append(d.warnings, warning{line: d.line, once: name, unknown: n})
	}
}

// warn adds what is not told yet.
func (d *decoder) warn(w warning) {
	if !d.r.keys.isTold(w.once) {
		d.warnings = append(d.warnings, w)
	}
}

// join gives the path of a member.
func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// field gives the path of a key: a member of a list's object has its index.
func (d *decoder) field(k *key) string {
	if i := strings.LastIndexByte(k.name, ']'); i >= 0 {
		return d.path + k.name[i+1:]
	}
	return k.name
}

// fail keeps the first fault.
func (d *decoder) fail(f *fault) {
	if d.first == nil {
		d.first = f
	}
}

// record gives the record of what was read.
func (d *decoder) record() Record {
	rec := Record{Line: d.line, ID: d.s.ID, Submission: d.s}
	if f := d.fault(); f != nil {
		rec = d.r.broken(d.line, d.s.ID, *f)
	}
	rec.Warnings = d.warnings
	return rec
}

// fault gives what is wrong with the record: a value, else an unknown or repeated
// key where Options.Strict says so, else that nothing in it is known.
func (d *decoder) fault() *fault {
	keys := strings.Join(d.unknown, ", ")
	switch {
	case d.first != nil:
		return d.first
	case d.strange && d.r.opts.Strict && keys != "":
		return &fault{"", "unknown key " + keys}
	case d.strict != nil:
		return d.strict
	case textBytes(d.s) > mostTextBytes:
		return &fault{"", fmt.Sprintf("the texts of the record have %d bytes: expected %d at most", textBytes(d.s), mostTextBytes)}
	case d.strange && !d.known && keys != "":
		d.warnings = nil // they would say the same
		return &fault{"", "no key of the record is known, so nothing in it can be checked: unknown key " + keys}
	case d.strange && !d.known:
		return &fault{"", "all cells of known columns are empty, so nothing in the row can be checked"}
	}
	return nil
}

// unquoted gives the text that stands in quotes.
func (d *decoder) unquoted(raw []byte) string {
	if d.plain {
		return unquote(raw[1 : len(raw)-1])
	}
	return jsonText(raw)
}

// jsonText gives a text by encoding/json.
func jsonText(raw []byte) (text string) {
	if err := json.Unmarshal(raw, &text); err != nil {
		panic("record: a text that was valid is not: " + err.Error())
	}
	return text
}

// elements gives those of a list, in the memory given, which is empty, if they fit.
func (d *decoder) elements(memory [][]byte, raw []byte) [][]byte {
	if d.plain {
		c := cursor{text: raw}
		if c.array(deepest, func(element []byte) { memory = append(memory, element) }) {
			return memory
		}
	}
	return jsonElements(raw)
}

// jsonElements gives those of a list by encoding/json.
func jsonElements(raw []byte) (elements [][]byte) {
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		panic("record: a list that was valid is not: " + err.Error())
	}
	for _, element := range list {
		elements = append(elements, bytes.TrimSpace(element))
	}
	return elements
}

// mostTextBytes bounds the texts of a record: a check takes a hundred times their memory.
const mostTextBytes = 2 << 20

// textBytes counts the bytes of the texts that are checked word by word.
func textBytes(s *validate.Submission) int {
	n := len(s.Name) + len(s.ShortName) + len(s.Intro) + len(s.Description)
	for _, list := range [][]string{s.Tags, s.IconText, s.Categories} {
		for _, text := range list {
			n += len(text)
		}
	}
	return n
}

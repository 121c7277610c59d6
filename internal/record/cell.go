package record

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"github.com/mingcha-go/mingcha/validate"
)

// row makes the record of a row of a table.
func (r *Reader) row(row Raw) Record {
	columns := r.columnKeys
	s := new(validate.Submission)
	var first *fault
	for i, cell := range row.cells[:min(len(row.cells), len(columns))] {
		if columns[i] == nil || cell == "" {
			continue
		}
		if f := fill(s, columns[i], cell); f != nil && first == nil {
			first = f
		}
	}
	if len(row.cells) != len(columns) {
		first = &fault{"", fmt.Sprintf("the row has %d cells, the header %d", len(row.cells), len(columns))}
	}
	if first != nil {
		broken := r.broken(row.Line, s.ID, *first)
		broken.Cells = row.cells
		return broken
	}
	return Record{Line: row.Line, ID: s.ID, Submission: s, Cells: row.cells}
}

// fill puts the text of a cell where it belongs.
func fill(s *validate.Submission, k *key, cell string) *fault {
	switch into := k.into(s).(type) {
	case *idText:
		*into = idText(strings.TrimSpace(cell))
	case *string:
		*into = cell
	case *[]string:
		*into = split(k.name, cell)
	case *[]validate.Feature:
		for _, feature := range split(k.name, cell) {
			*into = append(*into, validate.Feature(feature))
		}
	case **bool:
		truth, ok := truths[strings.ToLower(strings.TrimSpace(cell))]
		if !ok {
			return &fault{k.name, fmt.Sprintf("expected true or false, yes or no, 是 or 否, got %q", clip(cell))}
		}
		*into = &truth
	default: // contact, owner, authorizations
		if err := json.Unmarshal([]byte(cell), into); err != nil {
			return &fault{k.name, fmt.Sprintf("expected %s in JSON, got %q", k.expected, clip(cell))}
		}
	}
	return nil
}

var truths = map[string]bool{
	"true": true, "1": true, "yes": true, "y": true, "是": true, "有": true,
	"false": false, "0": false, "no": false, "n": false, "否": false, "无": false,
}

// split takes the members of a list in a cell apart. Names of categories hold
// commas and slashes themselves: only bars and semicolons part those.
func split(name, cell string) (members []string) {
	separators := "|;；"
	if name == "tags" || name == "features" {
		separators += ",，、"
	}
	for _, member := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if member = strings.TrimFunc(member, unicode.IsSpace); member != "" {
			members = append(members, member)
		}
	}
	return members
}

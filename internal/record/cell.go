package record

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/mingcha-go/mingcha/validate"
)

// row makes the record of a row of a table.
func (r *Reader) row(row Raw) Record {
	columns := r.columnKeys
	d := decoder{r: r, line: row.Line, s: new(validate.Submission)}
	for i, cell := range row.cells[:min(len(row.cells), len(columns))] {
		if cell == "" {
			continue
		}
		d.cell(columns[i], cell)
		if columns[i] == nil && isBlankText(r.columns[i].Title) && !isBlankText(cell) {
			text := fmt.Sprintf("column %d has no name: what stands in it is not read", i+1)
			d.warn(warning{line: row.Line, once: text, text: text})
		}
	}
	for _, f := range row.faults {
		if f.Column < len(columns) && columns[f.Column] != nil {
			d.first = &fault{columns[f.Column].name, f.Cell + ": " + f.Message}
			break
		}
	}
	if wrong := surplus(row.cells, len(columns)); wrong != "" {
		d.first = &fault{"", wrong}
	}
	record := d.record()
	record.Cells = row.cells
	return record
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

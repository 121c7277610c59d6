// Package record reads catalogs of submissions as a stream: JSON lines, a JSON
// array, CSV and TSV, in the encodings that they come in. It holds one record in
// memory at a time, and none is lost in silence: what cannot be read is a record
// of its own, with its place.
package record

import (
	"fmt"

	"github.com/mingcha-go/mingcha/validate"
)

// Options change how a catalog is read.
type Options struct {
	// Columns maps JSON names of fields to the names that the catalog uses for
	// them: {"intro": "卖点"}. They count before all names that are known.
	Columns map[string]string
	// HeaderRow is the line of the row that names the columns of a table, from 1; 0: the
	// one of the first 20 with most names that are known.
	HeaderRow int
	// Sheet is the sheet of a workbook that is read; "": all that are not hidden.
	Sheet string
	// Strict makes an unknown or repeated key an error of its record, an unknown
	// column one of its table.
	Strict bool
	// Warn takes warnings, one line each without its end; nil drops them.
	Warn func(message string)
}

// Record is one record of a catalog: a submission, or what kept it from being
// read.
type Record struct {
	// Line is that on which the record begins, from 1.
	Line int
	// Number is that of the record in its catalog, from 1.
	Number int
	// ID is the record's own, empty where it has none or it could not be read.
	ID string
	// Submission is nil where Err is not.
	Submission *validate.Submission
	Err        *Error
	// Cells are those of a row of a table as they stand, under Reader.Columns.
	Cells []string
	// Warnings are for Reader.Tell. Told is what Next told of them, without the place.
	Warnings Warnings
	Told     []string
}

// Error is a fault of a catalog and its place. Line and Record, which number them
// from 1, are 0 for the whole file.
type Error struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Record  int    `json:"record,omitempty"`
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
}

// Error gives file:line: field: message, without the parts that are not known.
func (e *Error) Error() string {
	s := e.File
	if e.Line > 0 {
		s += fmt.Sprintf(":%d", e.Line)
	}
	if e.Field != "" {
		s += ": " + e.Field
	}
	return s + ": " + e.Message
}

// fault is a fault of a field before its place is known; the field may be empty.
type fault struct{ field, message string }

// broken makes the record of a fault.
func (r *Reader) broken(line int, id string, f fault) Record {
	return Record{Line: line, ID: id, Err: &Error{File: r.name, Line: line, Field: f.field, Message: f.message}}
}

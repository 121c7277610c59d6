package catalog

import (
	"errors"
	"io"
	"iter"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/validate"
)

// ReadOptions change how a catalog is read. The zero value reads the names of JSON
// and those that people commonly use (名称, Short Name), and drops warnings.
type ReadOptions struct {
	// Columns maps fields by their names in JSON ("intro", "contact.email") to the
	// names that the catalog uses for them: {"intro": "卖点"}. What it names counts
	// before all other names of the field. A field that does not exist, or one
	// column for two fields, is a *FileError, as is a column that a table lacks.
	Columns map[string]string
	// Strict makes an unknown key, or one that is given twice, an error of its record,
	// and an unknown column one of its table. Else they are warned of.
	Strict bool
	// Warn takes warnings, one line each without its end, which begins with the file
	// and mostly the line: an unknown key (once for each, with what may be meant), a
	// repeated one, bytes that are no UTF-8. It is called by the goroutine that
	// reads; nil drops them.
	Warn func(message string)
}

// internal gives the options of the package that reads.
func (o ReadOptions) internal() record.Options {
	return record.Options{Columns: o.Columns, Strict: o.Strict, Warn: o.Warn}
}

// RecordError is a fault of a catalog and its place.
type RecordError struct {
	// File is the name that Read was given.
	File string `json:"file"`
	// Line is that on which the record begins, from 1; 0 for the whole file.
	Line int `json:"line,omitempty"`
	// Record is the number of the record in its file, from 1; 0 for the whole file.
	Record int `json:"record,omitempty"`
	// Field is the field at fault by its name in JSON ("owner.kind", "features[1]"), empty
	// where it is none in particular.
	Field string `json:"field,omitempty"`
	// Message says what is wrong and what was expected, in English.
	Message string `json:"message"`
}

// Error gives file:line: field: message, without the parts that are not known.
func (e *RecordError) Error() string { return (*record.Error)(e).Error() }

// FileError is a fault of a catalog that keeps it from being read at all, or to
// its end. It is of no record.
type FileError struct{ *RecordError }

// Unwrap gives the fault with its place.
func (e *FileError) Unwrap() error { return e.RecordError }

// Record is a submission with its place in a catalog.
type Record struct {
	// File is the name that Records was given.
	File string
	// Line is that on which the record begins, from 1; 0 if nothing could be read.
	Line int
	// Number is that of the record in its file, from 1; 0 if nothing could be read.
	Number int
	// Warnings are what was told of the record, as ReadOptions.Warn gets it but without
	// the place.
	Warnings []string
	// Submission is the record. Where it could not be read, it has at most its ID.
	Submission validate.Submission
}

// Read reads a catalog as a sequence for Check: JSON lines, a JSON array, CSV or
// TSV in UTF-8, UTF-16, GBK or GB18030, which are found out. The name is used in
// messages, and its extension where the text does not tell. A record that cannot
// be read comes with a *RecordError and, where it is known, its ID. A fault after
// which nothing more can be read is a *FileError and the last value.
func Read(name string, in io.Reader, o ReadOptions) iter.Seq2[validate.Submission, error] {
	return func(yield func(validate.Submission, error) bool) {
		for r, err := range Records(name, in, o) {
			if !yield(r.Submission, err) {
				return
			}
		}
	}
}

// Records is Read with the place of each record.
func Records(name string, in io.Reader, o ReadOptions) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		r, err := record.NewReader(name, in, o.internal())
		if err != nil {
			yield(Record{File: name}, ofFile(err))
			return
		}
		for {
			next, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Record{File: name}, ofFile(err))
				return
			}
			if !yield(recordOf(name, &next)) {
				return
			}
		}
	}
}

// recordOf gives a record as it was read, or its error.
func recordOf(name string, r *record.Record) (Record, error) {
	given := Record{File: name, Line: r.Line, Number: r.Number, Warnings: r.Told}
	if r.Err != nil {
		given.Submission.ID = r.ID
		return given, (*RecordError)(r.Err)
	}
	given.Submission = *r.Submission
	return given, nil
}

// ofFile marks what a record.Reader tells of the whole file.
func ofFile(err error) error {
	if fault := (*record.Error)(nil); errors.As(err, &fault) {
		return &FileError{(*RecordError)(fault)}
	}
	return err
}

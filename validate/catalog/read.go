package catalog

import (
	"errors"
	"io"
	"iter"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/validate"
)

// ReadOptions change how a catalog is read: the names of its columns, whether
// unknown keys are errors, and who is told of warnings.
type ReadOptions = record.Options

// RecordError is a fault of a catalog with its place: file, line (from 1; 0 for
// the whole file) and field, which may be empty.
type RecordError = record.Error

// FileError is a fault of a catalog that keeps it from being read at all, or to
// its end. It is of no record.
type FileError struct{ *RecordError }

// Unwrap gives the fault with its place.
func (e *FileError) Unwrap() error { return e.RecordError }

// Read reads a catalog as a sequence for Check: JSON lines, a JSON array, CSV or
// TSV in UTF-8, UTF-16, GBK or GB18030, which are found out. The name is used in
// messages, and its extension where the text does not tell. A record that cannot
// be read comes with a *RecordError and, where it is known, its ID. A fault after
// which nothing more can be read is a *FileError and the last value.
func Read(name string, in io.Reader, o ReadOptions) iter.Seq2[validate.Submission, error] {
	return func(yield func(validate.Submission, error) bool) {
		r, err := record.NewReader(name, in, o)
		if err != nil {
			yield(validate.Submission{}, ofFile(err))
			return
		}
		for {
			next, err := r.Next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(validate.Submission{}, ofFile(err))
				return
			case next.Err != nil:
				if !yield(validate.Submission{ID: next.ID}, next.Err) {
					return
				}
			default:
				if !yield(*next.Submission, nil) {
					return
				}
			}
		}
	}
}

// ofFile marks what a record.Reader tells of the whole file.
func ofFile(err error) error {
	if fault := (*RecordError)(nil); errors.As(err, &fault) {
		return &FileError{fault}
	}
	return err
}

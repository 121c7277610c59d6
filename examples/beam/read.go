package main

import (
	"context"
	"errors"
	"io"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

func init() {
	register.DoFn5x1[context.Context, file, func(record), func(int, line), func(size), error](&readFn{})
	register.Emitter1[record]()
	register.Emitter2[int, line]()
	register.Emitter1[size]()
	register.DoFn3x0[int, func(*size) bool, func(offsets)](&offsetsFn{})
	register.Iter1[size]()
	register.Emitter1[offsets]()
	register.DoFn3x0[record, offsets, func(int, record)](&numberFn{})
	register.Emitter2[int, record]()
	for _, value := range []any{file{}, record{}, size{}, offsets{}} {
		beam.RegisterType(reflect.TypeOf(value))
	}
}

// file is one of the catalog; Part is its place, from 0.
type file struct {
	Part int
	Name string
}

// record is a submission and its place: the file and the place there, from 0, its
// line, and what was warned of.
type record struct {
	Part, Place, Line int
	File              string
	Warnings          []string
	Submission        validate.Submission
}

// size is how many records a file has, bad ones too.
type size struct{ Part, Records int }

// offsets are, for each file, the number of records in those before it.
type offsets struct{ Before []int }

// read gives the records by their numbers, and the bad ones as lines of a file.
func read(s beam.Scope, names []string, columns map[string]string) (records, bad beam.PCollection) {
	s = s.Scope("Read")
	files := make([]file, len(names))
	for i, name := range names {
		files[i] = file{i, name}
	}
	placed, bad, sizes := beam.ParDo3(s, &readFn{Columns: columns}, beam.Reshuffle(s, beam.CreateList(s, files)))
	first := beam.ParDo(s, &offsetsFn{Files: len(files)}, beam.GroupByKey(s, beam.AddFixedKey(s, sizes)))
	// A file is read by one worker, as quoted cells may hold ends of lines; its
	// records then go to all.
	return beam.ParDo(s, &numberFn{}, beam.Reshuffle(s, placed), beam.SideInput{Input: first}), bad
}

// readFn reads a file. What is warned of goes to the log of the runner.
type readFn struct{ Columns map[string]string }

func (fn *readFn) ProcessElement(ctx context.Context, f file, good func(record), bad func(int, line), count func(size)) error {
	fs, err := filesystem.New(ctx, f.Name)
	if err != nil {
		return err
	}
	defer fs.Close()
	in, err := fs.OpenRead(ctx, f.Name)
	if err != nil {
		return err
	}
	defer in.Close()
	watched := &watchedReader{in: in}
	place := 0
	warn := func(message string) { log.Warn(ctx, message) }
	for r, err := range catalog.Records(f.Name, watched, catalog.ReadOptions{Columns: fn.Columns, Warn: warn}) {
		if watched.err != nil { // of the storage, not of the record: the runner tries again
			return watched.err
		}
		if err == nil {
			good(record{f.Part, place, r.Line, r.File, r.Warnings, r.Submission})
			place++
			continue
		}
		l, fault := newUnread(place, r.Submission.ID, err)
		if fault != nil {
			return fault
		}
		bad(f.Part, l)
		if ofFile := (*catalog.FileError)(nil); !errors.As(err, &ofFile) { // that is of no record
			place++
		}
	}
	count(size{f.Part, place})
	return nil
}

// unread is written for a record that could not be read, as "mingcha catalog"
// does.
type unread struct {
	ID      string               `json:"id,omitempty"`
	Verdict string               `json:"verdict"`
	Error   *catalog.RecordError `json:"error"`
}

// newUnread makes the line of a record, or a file, that could not be read.
func newUnread(place int, id string, err error) (line, error) {
	var fault *catalog.RecordError
	if !errors.As(err, &fault) {
		return line{}, err
	}
	return newLine(place, unread{id, "error", fault})
}

// watchedReader keeps the error of a reader.
type watchedReader struct {
	in  io.Reader
	err error
}

func (w *watchedReader) Read(p []byte) (int, error) {
	n, err := w.in.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		w.err = err
	}
	return n, err
}

// offsetsFn adds the sizes of files up.
type offsetsFn struct{ Files int }

func (fn *offsetsFn) ProcessElement(_ int, sizes func(*size) bool, emit func(offsets)) {
	before := make([]int, fn.Files+1)
	var n size
	for sizes(&n) {
		before[n.Part+1] = n.Records
	}
	for i := range fn.Files {
		before[i+1] += before[i]
	}
	emit(offsets{before})
}

// numberFn numbers records, from 1.
type numberFn struct{}

func (*numberFn) ProcessElement(r record, o offsets, emit func(int, record)) {
	emit(o.Before[r.Part]+r.Place+1, r)
}

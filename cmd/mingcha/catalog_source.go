package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/scratch"
)

// source is the files of a catalog, which can be read more than once.
type source struct {
	files   []sourceFile
	columns map[string]string
	strict  bool
	// size is that of all files in bytes.
	size int64
}

// sourceFile is one file; spool holds what came from standard input. Err says
// why it cannot be read at all.
type sourceFile struct {
	name  string
	spool *scratch.File
	err   error
}

// located is a record that is not taken apart yet, and where it stands: the
// number counts through all files, from 1.
type located struct {
	number int
	file   string
	record.Raw
	// reader is that of its file.
	reader *record.Reader
}

func newSource(stdin io.Reader, names []string, columns map[string]string, strict bool) (*source, error) {
	s := &source{columns: columns, strict: strict}
	for _, name := range names {
		file := sourceFile{name: name}
		size := int64(0)
		if name == "-" {
			var err error
			if file.spool, size, err = spool(stdin); err != nil {
				return nil, fmt.Errorf("standard input cannot be kept: %w", err)
			}
		} else if info, err := os.Stat(name); err != nil {
			file.err = err
		} else if info.IsDir() {
			file.err = fmt.Errorf("%s is a folder: give the files in it", name)
		} else {
			size = info.Size()
		}
		s.size += size
		s.files = append(s.files, file)
	}
	return s, nil
}

// spool keeps a stream in a temporary file.
func spool(in io.Reader) (*scratch.File, int64, error) {
	f, err := scratch.Create("mingcha-*.input")
	if err != nil {
		return nil, 0, err
	}
	n, err := io.Copy(f, in)
	if err != nil {
		f.Close()
	}
	return f, n, err
}

func (s *source) close() {
	for _, f := range s.files {
		if f.spool != nil {
			f.spool.Close()
		}
	}
}

// open opens a file anew.
func (f *sourceFile) open() (io.ReadCloser, error) {
	switch {
	case f.err != nil:
		return nil, f.err
	case f.spool != nil:
		_, err := f.spool.Seek(0, io.SeekStart)
		return io.NopCloser(f.spool), err
	}
	return os.Open(f.name)
}

// digest sums names and contents of all files up.
func (s *source) digest() (string, error) {
	h := sha256.New()
	for i := range s.files {
		in, err := s.files[i].open()
		if err != nil { // as in the run that is resumed
			fmt.Fprintf(h, "%q unreadable\n", s.files[i].name)
			continue
		}
		fmt.Fprintf(h, "%q ", s.files[i].name)
		n, err := io.Copy(h, in)
		in.Close()
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, " %d\n", n)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// records cuts out the records of all files. The reader of each passes warnings on
// to warn; broken is told why a file could not
// be read to its end.
func (s *source) records(p *progress, warn func(string), broken func(error)) iter.Seq[located] {
	return func(yield func(located) bool) {
		number := 0
		for i := range s.files {
			more, err := s.files[i].each(p, record.Options{Columns: s.columns, Strict: s.strict, Warn: warn}, func(raw record.Raw, reader *record.Reader) bool {
				number++
				return yield(located{number, s.files[i].name, raw, reader})
			})
			if err != nil {
				broken(err)
			}
			if !more {
				return
			}
		}
	}
}

// each yields the records of a file; more is false when yield wants no more.
func (f *sourceFile) each(p *progress, o record.Options, yield func(record.Raw, *record.Reader) bool) (more bool, err error) {
	in, err := f.open()
	if err != nil {
		return true, err
	}
	defer in.Close()
	reader, closeReader, err := newReader(f.name, p.reading(in), o)
	defer closeReader()
	if err != nil {
		return true, err
	}
	for {
		raw, err := reader.NextRaw()
		switch {
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return true, err
		case !yield(raw, reader):
			return false, nil
		}
	}
}

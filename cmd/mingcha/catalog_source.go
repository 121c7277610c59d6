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
	files []sourceFile
	// reading are the options that they are read with.
	reading record.Options
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

func newSource(stdin io.Reader, names []string, reading record.Options) (*source, error) {
	s := &source{reading: reading}
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
		} else if info.Mode()&os.ModeCharDevice != 0 && name != os.DevNull {
			file.err = fmt.Errorf("%s is a device: it may have no end", name)
		} else if !info.Mode().IsRegular() { // a pipe can be read once only
			if file.spool, size, file.err = spoolFile(name); file.err != nil {
				size = 0
			}
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

// spoolFile keeps what comes out of a pipe, a FIFO or another file that is none.
func spoolFile(name string) (*scratch.File, int64, error) {
	in, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	defer in.Close()
	kept, size, err := spool(in)
	if err != nil {
		return nil, 0, fmt.Errorf("%s cannot be kept: %w", name, err)
	}
	return kept, size, nil
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
		return kept{f.spool}, err
	}
	return os.Open(f.name)
}

// kept is a spool that stays when its reader is closed.
type kept struct{ *scratch.File }

func (kept) Close() error { return nil }

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
			reading := s.reading
			reading.Warn = warn
			more := s.files[i].each(p, reading, broken, func(name string, raw record.Raw, reader *record.Reader) bool {
				number++
				return yield(located{number, name, raw, reader})
			})
			if !more {
				return
			}
		}
	}
}

// each yields the records of all tables of a file, with the table's name; broken is told
// why one could not be read to its end. more is false when yield wants no more.
func (f *sourceFile) each(p *progress, o record.Options, broken func(error), yield func(string, record.Raw, *record.Reader) bool) (more bool) {
	in, err := f.open()
	if err != nil {
		broken(err)
		return true
	}
	defer in.Close()
	all, err := openTables(f.name, in, p.reading(in), o)
	if err != nil {
		broken(err)
		return true
	}
	defer all.Close()
	for {
		name, reader, err := all.Next()
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			broken(err)
			continue
		}
		for more := true; more; {
			raw, err := reader.NextRaw()
			switch {
			case errors.Is(err, io.EOF):
				more = false
			case err != nil:
				broken(err)
				more = false
			case !yield(name, raw, reader):
				return false
			}
		}
	}
}

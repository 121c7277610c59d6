package main

import (
	"bufio"
	"io"
	"io/fs"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/workbook"
)

// tables are the catalogs in a file: a workbook has one in each sheet, all else one.
type tables interface {
	// Next gives the next one and its name, io.EOF after the last. Another error is of
	// that table, and the next may be read.
	Next() (name string, r *record.Reader, err error)
	Close()
}

// openTables finds out what a file is. in is the file itself, from which a workbook reads
// where it likes, counted what all else is read from.
func openTables(name string, in, counted io.Reader, o record.Options) (tables, error) {
	b := bufio.NewReader(counted)
	head, _ := b.Peek(len(workbook.Magic))
	if string(head) != workbook.Magic {
		return &oneTable{name: name, in: b, opts: o}, nil
	}
	if !isFile(in) {
		in = b
	}
	book, err := workbook.Open(name, in, o)
	if err != nil {
		return nil, err
	}
	return book, nil
}

// oneTable is a file that holds one.
type oneTable struct {
	name  string
	in    io.Reader
	opts  record.Options
	given bool
}

// Next gives the table once.
func (t *oneTable) Next() (string, *record.Reader, error) {
	if t.given {
		return "", nil, io.EOF
	}
	t.given = true
	r, err := record.NewReader(t.name, t.in, t.opts)
	return t.name, r, err
}

// Close has nothing to close: the file is its owner's.
func (t *oneTable) Close() {}

// isFile tells whether a source is a file that can be read anywhere, no pipe.
func isFile(in io.Reader) bool {
	f, ok := in.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	})
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular()
}

// Package workbook reads catalogs from XLSX workbooks and writes answers into
// them: the rows as they were, verdict and findings in added columns, the places
// of findings in colour.
package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/mingcha-go/mingcha/internal/record"
)

// Magic is how a workbook begins, as any ZIP file does.
const Magic = "PK\x03\x04"

// mostBytes bounds a workbook that does not come from a file and is kept in memory.
const mostBytes = 256 << 20

// Book is a workbook that is being read: its sheets, each a table of its own. Only what
// is needed is unpacked, row by row. It is not safe for concurrent use.
type Book struct {
	name    string
	parts   *parts
	opts    record.Options
	sheets  []sheetRef
	strings *sharedStrings
	// several says that more than one sheet may hold records: then they are told apart.
	several bool
	// given counts the tables and faults given, notes are the sheets that are no table,
	// with the fault that says so.
	given int
	notes []*record.Error
	open  io.Closer
}

// Open opens a workbook; name is what messages call it. What has ReadAt and Stat, as a
// regular file has, is read in place; other sources are kept in memory. The error is a *record.Error. Close it when done.
func Open(name string, in io.Reader, o record.Options) (*Book, error) {
	if o.Warn == nil {
		o.Warn = func(string) {}
	}
	b := &Book{name: name, opts: o}
	source, size, err := readerAt(in)
	if err == nil {
		b.parts, err = openParts(source, size)
	}
	if err == nil {
		b.sheets, err = b.parts.sheets()
	}
	if err == nil {
		b.strings, err = b.parts.sharedStrings()
	}
	if err == nil {
		err = b.choose()
	}
	if err != nil {
		return nil, b.fault("the workbook cannot be read: " + err.Error())
	}
	return b, nil
}

// readerAt gives a source that can be read anywhere.
func readerAt(in io.Reader) (io.ReaderAt, int64, error) {
	if f, ok := in.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	}); ok {
		info, err := f.Stat()
		if err != nil {
			return nil, 0, err
		}
		return f, info.Size(), nil
	}
	all, err := io.ReadAll(io.LimitReader(in, mostBytes+1))
	if len(all) > mostBytes {
		return nil, 0, fmt.Errorf("it has more than %d MiB: give it as a file", mostBytes>>20)
	}
	return bytes.NewReader(all), int64(len(all)), err
}

// choose settles which sheets are read.
func (b *Book) choose() error {
	var names, hidden []string
	var chosen []sheetRef
	for _, s := range b.sheets {
		names = append(names, s.name)
		switch {
		case b.opts.Sheet != "":
			if s.name == b.opts.Sheet {
				chosen = append(chosen, s)
			}
		case s.hidden:
			hidden = append(hidden, s.name)
		default:
			chosen = append(chosen, s)
		}
	}
	switch {
	case len(chosen) == 0 && b.opts.Sheet != "":
		return fmt.Errorf("there is no sheet %q; the sheets are %s", b.opts.Sheet, strings.Join(names, ", "))
	case len(chosen) == 0:
		return errors.New("it has no sheet that is shown")
	case len(hidden) > 0:
		b.opts.Warn(fmt.Sprintf("%s: hidden sheets are not read: %s; --sheet reads one", b.name, strings.Join(hidden, ", ")))
	}
	b.sheets, b.several = chosen, len(chosen) > 1
	return nil
}

func (b *Book) fault(message string) *record.Error {
	return &record.Error{File: b.name, Message: message}
}

// Next gives the next sheet that holds a table, and its name, as the file's name and that
// of the sheet where there are several: 商户.xlsx#华东. io.EOF comes after the last one;
// any other error is a *record.Error about a sheet, and the next may be read. A sheet of
// notes beside tables is only warned of: one that names no known column, and is no table
// by its shape.
func (b *Book) Next() (name string, r *record.Reader, err error) {
	for len(b.sheets) > 0 {
		b.closeSheet()
		sheet := b.sheets[0]
		b.sheets = b.sheets[1:]
		name = b.name
		if b.several {
			name += "#" + sheet.name
		}
		rows, err := b.parts.rows(sheet, b.strings)
		if err != nil {
			b.given++
			return name, nil, &record.Error{File: name, Message: err.Error()}
		}
		b.open = rows
		o := b.opts
		r, err := record.NewTableReader(name, rows.next, o)
		var fault *record.Error
		if errors.As(err, &fault) && b.several && !rows.isTable() {
			b.notes = append(b.notes, fault)
			continue
		}
		if err == nil && b.several && rows.line == 0 {
			continue // as programs add some to every new workbook
		}
		b.given++
		return name, r, err
	}
	return b.afterLast()
}

// afterLast tells of the sheets that are no tables: they are faults where nothing else
// is there.
func (b *Book) afterLast() (string, *record.Reader, error) {
	b.closeSheet()
	switch {
	case len(b.notes) == 0 && b.given == 0: // all are empty
		b.given++
		r, err := record.NewTableReader(b.name, func() (record.Row, error) { return record.Row{}, io.EOF }, b.opts)
		return b.name, r, err
	case len(b.notes) == 0:
		return "", nil, io.EOF
	}
	note := b.notes[0]
	b.notes = b.notes[1:]
	given := b.given > 0
	b.given++ // something was said
	if given {
		b.opts.Warn(note.File + ": not read, it has no column that is known and does not look like a table")
		return b.afterLast()
	}
	return note.File, nil, note
}

func (b *Book) closeSheet() {
	if b.open != nil {
		b.open.Close()
		b.open = nil
	}
}

// Close lets go of what Open took. The source is its owner's.
func (b *Book) Close() { b.closeSheet() }

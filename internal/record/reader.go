package record

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
	"unicode"
)

// maxRecord bounds the bytes of one record: an icon of 2 MiB as a data: URI, and more
// text than any form takes. A longer one is an error of its own and is read past without
// being held.
const maxRecord = 8 << 20

// Reader reads the records of one catalog: all of it by Next, or cut out by NextRaw
// and taken apart by Decode on several goroutines. But for Decode it is not safe
// for concurrent use.
type Reader struct {
	name string
	opts Options
	keys *keys
	// columns are those of a table, columnKeys what they hold, nil for nothing known.
	columns    []Column
	columnKeys []*key
	// next gives the next record; io.EOF after the last.
	next      func() (Raw, error)
	read      int  // records so far
	saidEmpty bool // that there is none
}

// NewReader finds out encoding and format of a catalog and reads up to its first
// record. The name is used in messages, and its extension (.csv, .tsv) where the
// text does not tell. The error is an *Error: the catalog is no text, has no column that
// is known, or lacks one of Options.Columns. One that holds no record is no error: it is
// warned of.
func NewReader(name string, in io.Reader, o Options) (*Reader, error) {
	r, err := newReader(name, o)
	if err != nil {
		return nil, err
	}
	if in == nil {
		return nil, r.fail(0, "there is a nil io.Reader to read from: expected a catalog")
	}
	text, err := r.decode(in)
	if err != nil {
		return nil, err
	}
	l := &lines{in: text}
	first, err := firstOf(l)
	switch {
	case errors.Is(err, io.EOF):
		r.next = func() (Raw, error) { return Raw{}, io.EOF }
		return r, nil
	case err != nil:
		return nil, r.fail(l.count+1, err.Error())
	case first == '[' && r.beginsJSON(l):
		r.next = r.array(l)
	case first == '{' && r.beginsJSON(l):
		r.next = r.objects(l)
	default:
		r.next, err = r.table(l)
	}
	return r, err
}

// beginsJSON tells whether a text that begins with a bracket is JSON, and no table whose
// title does: [内部] 登记表.
func (r *Reader) beginsJSON(l *lines) bool {
	head, _ := l.in.Peek(sniffed)
	inside := bytes.TrimLeft(head[1:], blanks)
	if len(inside) == 0 {
		return true
	}
	isTable := false
	switch strings.ToLower(path.Ext(r.name)) {
	case ".csv", ".tsv", ".tab":
		isTable = true
	}
	switch b := inside[0]; {
	case b == '{', b == ']', b == '}', b == '"' && head[0] == '{':
		return true
	case isTable:
		return false
	}
	return head[0] == '{' || strings.IndexByte(`[",-0123456789tfn`, inside[0]) >= 0
}

func newReader(name string, o Options) (r *Reader, err error) {
	r = &Reader{name: name, opts: o}
	if o.Warn == nil {
		r.opts.Warn = func(string) {}
	}
	if r.keys, err = newKeys(o.Columns); err != nil {
		return nil, r.fail(0, err.Error())
	}
	return r, nil
}

// Next gives the next record, and io.EOF after the last one. Any other error is
// an *Error and says why nothing more can be read.
func (r *Reader) Next() (Record, error) {
	raw, err := r.NextRaw()
	if err != nil {
		return Record{}, err
	}
	rec := r.Decode(raw)
	rec.Told = r.Tell(rec.Warnings)
	return rec, nil
}

func (r *Reader) fail(line int, message string) *Error {
	return &Error{File: r.name, Line: line, Message: message}
}

// firstOf skips white space and gives the first character, which is not consumed.
func firstOf(l *lines) (byte, error) {
	for {
		b, err := l.in.ReadByte()
		switch {
		case err != nil:
			return 0, err
		case b == '\n':
			l.count++
		case !unicode.IsSpace(rune(b)):
			return b, l.in.UnreadByte()
		}
	}
}

// errTooLong stands for a line that is longer than maxRecord.
var errTooLong = errors.New("the record is longer than 8 MiB")

// lines reads a text line by line, with a look at the next one.
type lines struct {
	in      *bufio.Reader
	count   int      // lines read so far
	pending [][]byte // lines that were given back
}

// unread gives lines back, which read gives again.
func (l *lines) unread(given [][]byte) {
	l.pending = append(given, l.pending...)
	l.count -= len(given)
}

// read gives the next line without its end, in memory of its own, io.EOF after the
// last, errTooLong for one that was skipped.
func (l *lines) read() ([]byte, error) {
	if len(l.pending) > 0 {
		line := l.pending[0]
		l.pending = l.pending[1:]
		l.count++
		return line, nil
	}
	var line []byte
	tooLong := false
	for {
		chunk, err := l.in.ReadSlice('\n')
		if len(line)+len(chunk) > maxRecord {
			tooLong = true
			line = nil
		}
		if !tooLong {
			line = append(line, chunk...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(line) == 0 && !tooLong):
			return nil, err
		}
		l.count++
		if tooLong {
			return nil, errTooLong
		}
		return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r")), nil
	}
}

// peek gives the first byte of the next line, 0 at the end and for a line that is
// pending and empty.
func (l *lines) peek() byte {
	if len(l.pending) > 0 {
		return append(l.pending[0], 0)[0]
	}
	b, err := l.in.Peek(1)
	if err != nil {
		return 0
	}
	return b[0]
}

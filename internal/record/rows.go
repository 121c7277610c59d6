package record

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"
)

// separators are what parts the cells of a row, the likelier first.
const separators = ",\t;|"

// headerWithin is how many rows are looked at for the one that names the columns.
const headerWithin = 20

// separator tells what parts the columns: what a line "sep=;" says, as spreadsheets
// write and hide it, or the name of the file, else what makes most names of columns of
// one of the first lines. The sep line is read past.
func (r *Reader) separator(l *lines) byte {
	head, _ := l.in.Peek(sniffed)
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	said := strings.ToLower(strings.Trim(string(first), "\" \t\r"))
	if mark, ok := strings.CutPrefix(said, "sep="); ok && len(mark) <= 1 {
		l.in.Discard(len(first))
		l.in.ReadByte()
		l.count++
		if mark == "" { // the tab was trimmed
			return '\t'
		}
		return mark[0]
	}
	switch strings.ToLower(path.Ext(r.name)) {
	case ".tsv", ".tab":
		return '\t'
	}
	best, most := byte(','), [2]int{}
	for range headerWithin {
		for _, c := range []byte(separators) {
			cells := strings.Split(string(first), string(c))
			for i := range cells {
				cells[i] = strings.Trim(cells[i], `"`)
			}
			if n := [2]int{r.keys.count(cells), len(cells)}; n[0] > most[0] || n[0] == most[0] && n[1] > most[1] && most[0] == 0 {
				best, most = c, n
			}
		}
		first, rest, _ = bytes.Cut(rest, []byte("\n"))
		if most[0] == 0 {
			most[1] = 0 // a later line of data says less than the first
		}
		if most[0] > 1 || len(rest) == 0 && len(first) == 0 {
			break
		}
	}
	if most[0] == 0 {
		return mostFrequent(head)
	}
	return best
}

// mostFrequent gives the separator that stands most often in the first line.
func mostFrequent(head []byte) byte {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	best := byte(separators[0])
	for _, c := range []byte(separators) {
		if bytes.Count(first, []byte{c}) > bytes.Count(first, []byte{best}) {
			best = c
		}
	}
	return best
}

// Bounds of a cell in quotes that goes on over lines: a quote that is never closed
// must not swallow the rest of a file.
const mostCellLines = 1000

// csvRows reads rows as RFC 4180 has them, and as people write them: a quote inside a
// cell that does not begin with one is text, and so is what stands behind a closing one
// on the same line. A quote that is not closed costs its own line only.
func csvRows(l *lines, separator byte) func() (Raw, error) {
	return func() (Raw, error) {
		text, err := l.read()
		line := l.count
		if errors.Is(err, errTooLong) {
			return Raw{Line: line, err: err}, nil
		}
		if err != nil {
			return Raw{}, err
		}
		p := rowParser{separator: separator}
		whole := p.feed(text)
		var after [][]byte
		for size := len(text); !whole; {
			next, err := l.read()
			if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errTooLong) {
				return Raw{}, err
			}
			if err == nil {
				after = append(after, next)
				size += len(next) + 1
			}
			if err == nil {
				p.cell = append(p.cell, '\n')
				p.spread = true
				whole = p.feed(next)
			}
			if err != nil || p.broken || len(after) > mostCellLines || size > maxRecord {
				l.unread(after)
				return Raw{Line: line, err: errors.New("a cell that begins with a quote does not end with one: close it, or write the quotes in it twice")}, nil
			}
		}
		return Raw{Line: line, cells: p.cells}, nil
	}
}

// rowParser takes a row apart, line by line.
type rowParser struct {
	separator byte
	cells     []string
	cell      []byte
	quoted    bool // within quotes
	// spread: the cell goes over lines; broken: something stands behind the quote that
	// ends such a cell, so it began by mistake, and the rows in it are rows.
	spread, broken bool
}

// feed takes a line and tells whether the row is whole with it.
func (p *rowParser) feed(line []byte) bool {
	fresh := !p.quoted // a cell begins here
	for i := 0; i < len(line); i++ {
		b := line[i]
		switch {
		case p.quoted && b == '"' && i+1 < len(line) && line[i+1] == '"':
			p.cell = append(p.cell, '"')
			i++
		case p.quoted && b == '"':
			p.quoted = false
			if p.spread && i+1 < len(line) && line[i+1] != p.separator {
				p.broken = true
				return true
			}
			p.spread = false
		case p.quoted:
			p.cell = append(p.cell, b)
		case b == p.separator:
			p.end()
			fresh = true
			continue
		case b == '"' && fresh:
			p.quoted = true
		default:
			p.cell = append(p.cell, b)
		}
		fresh = false
	}
	if p.quoted {
		return false
	}
	p.end()
	return true
}

func (p *rowParser) end() {
	p.cells = append(p.cells, string(p.cell))
	p.cell = p.cell[:0]
}

// tsvRows reads rows whose cells are parted by tabs. Quotes around a whole cell
// are taken off, as spreadsheets write them; others are text.
func tsvRows(l *lines) func() (Raw, error) {
	return func() (Raw, error) {
		text, err := l.read()
		if errors.Is(err, errTooLong) {
			return Raw{Line: l.count, err: err}, nil
		}
		if err != nil {
			return Raw{}, err
		}
		cells := strings.Split(string(text), "\t")
		for i, cell := range cells {
			if len(cell) >= 2 && cell[0] == '"' && cell[len(cell)-1] == '"' {
				cells[i] = strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`)
			}
		}
		return Raw{Line: l.count, cells: cells}, nil
	}
}

// isBlank tells whether a row holds nothing that can be seen, as sheets have many.
func (raw *Raw) isBlank() bool {
	if raw.err != nil || len(raw.faults) > 0 {
		return false
	}
	for _, cell := range raw.cells {
		if !isBlankText(cell) {
			return false
		}
	}
	return true
}

func isBlankText(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }) == ""
}

// fit gives a row the width of the header: what is missing is empty, and empty cells
// beyond it are none. Filled ones are kept, for the fault that they are.
func (raw *Raw) fit(width int) {
	for len(raw.cells) < width && raw.err == nil {
		raw.cells = append(raw.cells, "")
	}
	for len(raw.cells) > width && isBlankText(raw.cells[len(raw.cells)-1]) {
		raw.cells = raw.cells[:len(raw.cells)-1]
	}
}

// surplus says what is wrong with a row that is wider than the header, "" for one that
// is not.
func surplus(cells []string, width int) string {
	if len(cells) <= width {
		return ""
	}
	return fmt.Sprintf("the row has %d cells, the header %d: %q belongs to no column; a cell that holds the separator wants quotes", len(cells), width, clip(cells[width]))
}

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
// write and hide it, else what makes most names of columns of one of the first lines, else
// the name of the file. The sep line is read past.
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
	byKeys, byCells := r.likeliest(first, rest)
	switch ext := strings.ToLower(path.Ext(r.name)); {
	case byKeys != 0:
		return byKeys
	case ext == ".tsv", ext == ".tab":
		return '\t'
	}
	return byCells
}

// likeliest gives the separator that makes most names of columns of one of the first
// lines, 0 where none makes any, and the one that stands most often in the first line.
// The file's name says which counts where both are alike.
func (r *Reader) likeliest(first, rest []byte) (byKeys, byCells byte) {
	candidates := []byte(separators)
	switch strings.ToLower(path.Ext(r.name)) {
	case ".tsv", ".tab":
		candidates = []byte("\t,;|")
	}
	byCells = mostFrequent(first)
	most := 0
	for range headerWithin {
		for _, c := range candidates {
			if n := r.keys.count(unquoted(first, c)); n > most {
				byKeys, most = c, n
			}
		}
		if most > 1 || len(rest) == 0 {
			break
		}
		first, rest, _ = bytes.Cut(rest, []byte("\n"))
	}
	return byKeys, byCells
}

// unquoted gives the cells of a line, about.
func unquoted(line []byte, separator byte) []string {
	const enough = 1000
	cells := strings.SplitN(string(line), string(separator), enough)
	for i := range cells {
		cells[i] = strings.Trim(cells[i], `"`)
	}
	return cells
}

// mostFrequent gives the separator that stands most often in a line.
func mostFrequent(first []byte) byte {
	best := byte(separators[0])
	for _, c := range []byte(separators) {
		if bytes.Count(first, []byte{c}) > bytes.Count(first, []byte{best}) {
			best = c
		}
	}
	return best
}

// mostCellLines bounds a cell in quotes that goes on over lines: a quote that is never
// closed must not swallow the rest of a file.
const mostCellLines = 1000

// mostCells bounds a row, as workbooks do.
const mostCells = 16_384

var errTooWide = fmt.Errorf("the row has more than %d cells", mostCells)

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
		if p.tooWide {
			l.unread(after)
			return Raw{Line: line, err: errTooWide}, nil
		}
		raw := Raw{Line: line, cells: p.cells}
		if len(after) > 0 {
			raw.swallowed = leastCells(after, separator)
		}
		return raw, nil
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
	tooWide        bool
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
	if p.tooWide = len(p.cells) >= mostCells; p.tooWide {
		p.cell = p.cell[:0]
		return
	}
	p.cells = append(p.cells, string(p.cell))
	p.cell = p.cell[:0]
}

// leastCells counts the cells of the line that has the fewest, as if no cell went on over
// lines.
func leastCells(lines [][]byte, separator byte) int {
	least := mostCells
	for _, line := range lines {
		least = min(least, bytes.Count(line, []byte{separator})+1)
	}
	return least
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
		if bytes.Count(text, []byte("\t")) >= mostCells {
			return Raw{Line: l.count, err: errTooWide}, nil
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

// isBlank tells whether a row holds nothing that can be seen, as sheets have many, nor
// has a fault in one of the columns that are read; before these are known, in any.
func (raw *Raw) isBlank(columns []*key) bool {
	if raw.err != nil {
		return false
	}
	for _, f := range raw.faults {
		if columns == nil || f.Column < len(columns) && columns[f.Column] != nil {
			return false
		}
	}
	for _, cell := range raw.cells {
		if !isBlankText(cell) {
			return false
		}
	}
	return true
}

func isBlankText(s string) bool {
	return s == "" || strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }) == ""
}

// fit gives a row the width of the header: what is missing is empty, and empty cells
// beyond it are none. Filled ones are kept, for the fault that they are.
func (raw *Raw) fit(width int) {
	if missing := width - len(raw.cells); missing > 0 && raw.err == nil {
		raw.cells = append(raw.cells, make([]string, missing)...)
	}
	for len(raw.cells) > width && isBlankText(raw.cells[len(raw.cells)-1]) {
		raw.cells = raw.cells[:len(raw.cells)-1]
	}
}

// surplus says what is wrong with a row that is wider than the header, "" for one that
// is not.
func surplus(cells []string, width int) string {
	for i := width; i < len(cells); i++ {
		if !isBlankText(cells[i]) {
			return fmt.Sprintf("the row has %d cells, the header %d: %q belongs to no column; a cell that holds the separator wants quotes", len(cells), width, clip(cells[i]))
		}
	}
	return ""
}

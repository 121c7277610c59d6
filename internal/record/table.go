package record

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// table reads CSV or TSV. The first row names the columns.
func (r *Reader) table(l *lines) (func() (Raw, error), error) {
	rows := csvRows(l, ',')
	switch r.separator(l) {
	case '\t':
		rows = tsvRows(l)
	case ';':
		rows = csvRows(l, ';')
	}
	return r.fromRows(rows, func(err error) error { return r.ended(l, err) })
}

// fromRows reads a table whose rows are already taken apart. Ended makes the
// error of Next of that which ends the rows.
func (r *Reader) fromRows(rows func() (Raw, error), ended func(error) error) (func() (Raw, error), error) {
	head, err := rows()
	if err == nil {
		err = head.err
	}
	if err != nil {
		return nil, r.fail(max(head.Line, 1), "the row of column names cannot be read: "+err.Error())
	}
	if r.columnKeys, err = r.header(head); err != nil {
		return nil, err
	}
	for i, k := range r.columnKeys {
		c := Column{Title: head.cells[i]}
		if k != nil {
			c.Field = k.name
		}
		r.columns = append(r.columns, c)
	}
	return func() (Raw, error) {
		next, err := rows()
		if err != nil {
			return Raw{}, ended(err)
		}
		return next, nil
	}, nil
}

// Column is a column of a table: its title and the field that it holds, "" where
// it is none.
type Column struct{ Title, Field string }

// Columns gives the columns of a table, nil for other catalogs.
func (r *Reader) Columns() []Column { return r.columns }

// NewTableReader reads a table from a source of its own, as a spreadsheet: next
// gives its rows with their lines, first that of the column names, and io.EOF
// after the last. Short rows are filled up, empty ones left out. The error is that
// of NewReader.
func NewTableReader(name string, next func() (line int, cells []string, err error), o Options) (*Reader, error) {
	r, err := newReader(name, o)
	if err != nil {
		return nil, err
	}
	line, width := 0, 0
	rows := func() (Raw, error) {
		for {
			at, cells, err := next()
			if err != nil {
				return Raw{}, err
			}
			line = at
			if strings.Join(cells, "") == "" {
				continue
			}
			for len(cells) < width {
				cells = append(cells, "")
			}
			for len(cells) > width && width > 0 && cells[len(cells)-1] == "" {
				cells = cells[:len(cells)-1]
			}
			if width == 0 {
				width = len(cells)
			}
			return Raw{Line: at, cells: cells}, nil
		}
	}
	r.next, err = r.fromRows(rows, func(err error) error {
		if errors.Is(err, io.EOF) {
			return io.EOF
		}
		return r.fail(line+1, err.Error())
	})
	return r, err
}

// separator tells what parts the columns: by the name of the file, else by what
// stands most often in the first line.
func (r *Reader) separator(l *lines) byte {
	switch strings.ToLower(path.Ext(r.name)) {
	case ".tsv", ".tab":
		return '\t'
	}
	head, _ := l.in.Peek(sniffed)
	first, _, _ := strings.Cut(string(head), "\n")
	best := byte(',')
	for _, c := range []byte("\t;") {
		if strings.Count(first, string(c)) > strings.Count(first, string(best)) {
			best = c
		}
	}
	return best
}

// csvRows reads rows as RFC 4180 has them; cells may hold line ends.
func csvRows(l *lines, separator rune) func() (Raw, error) {
	before := l.count
	c := csv.NewReader(l.in)
	c.Comma, c.FieldsPerRecord = separator, -1
	return func() (Raw, error) {
		cells, err := c.Read()
		var parse *csv.ParseError
		switch {
		case errors.As(err, &parse):
			return Raw{Line: before + parse.StartLine, err: errors.New(csvFault(parse, before))}, nil
		case err != nil:
			return Raw{}, err
		}
		line, _ := c.FieldPos(0)
		return Raw{Line: before + line, cells: cells}, nil
	}
}

func csvFault(e *csv.ParseError, before int) string {
	switch {
	case errors.Is(e.Err, csv.ErrBareQuote):
		return `a quote inside a cell that does not begin with one: write the cell in quotes and the quotes in it twice`
	case e.Line > e.StartLine:
		return fmt.Sprintf("a cell that begins with a quote does not end with one: lines %d to %d are lost", before+e.StartLine, before+e.Line)
	}
	return "a cell that begins with a quote does not end with one"
}

// tsvRows reads rows whose cells are parted by tabs. Quotes around a whole cell
// are taken off, as spreadsheets write them; others are text.
func tsvRows(l *lines) func() (Raw, error) {
	return func() (Raw, error) {
		for {
			text, err := l.read()
			if errors.Is(err, errTooLong) {
				return Raw{Line: l.count, err: err}, nil
			}
			if err != nil {
				return Raw{}, err
			}
			if len(text) == 0 {
				continue
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
}

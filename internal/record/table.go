package record

import (
	"errors"
	"fmt"
	"io"
)

// table reads CSV or TSV.
func (r *Reader) table(l *lines) (func() (Raw, error), error) {
	rows := tsvRows(l)
	if separator := r.separator(l); separator != '\t' {
		rows = csvRows(l, separator)
	}
	return r.fromRows(rows, func(err error) error { return r.ended(l, err) })
}

// fromRows reads a table whose rows are already taken apart; one of the first names
// the columns. Blank rows are left out. Ended makes the error of Next of that which
// ends the rows.
func (r *Reader) fromRows(rows func() (Raw, error), ended func(error) error) (func() (Raw, error), error) {
	filled := func() (Raw, error) {
		for {
			if raw, err := rows(); err != nil || !raw.isBlank(r.columnKeys) {
				return raw, err
			}
		}
	}
	head, ahead, err := r.findHeader(filled)
	if errors.Is(err, io.EOF) {
		return filled, nil // which says so again
	}
	if err != nil {
		return nil, err
	}
	if len(head.faults) > 0 {
		f := head.faults[0]
		return nil, r.fail(head.Line, "the row of column names cannot be read: "+f.Cell+": "+f.Message)
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
	return func() (next Raw, err error) {
		for len(ahead) > 0 && ahead[0].isBlank(r.columnKeys) {
			ahead = ahead[1:]
		}
		if len(ahead) > 0 {
			next, ahead = ahead[0], ahead[1:]
		} else if next, err = filled(); err != nil {
			return Raw{}, ended(err)
		}
		next.fit(len(r.columns))
		r.tellSwallowed(&next)
		return next, nil
	}, nil
}

// tellSwallowed warns of a cell that goes on over lines which look like rows: the quote
// that ends it may be another's.
func (r *Reader) tellSwallowed(raw *Raw) {
	if raw.err == nil && len(r.columns) > 1 && raw.swallowed >= len(r.columns) {
		r.opts.Warn(r.place(raw.Line) + "a cell in quotes goes on over lines that look like rows: is a quote missing? They are read as its text")
	}
}

// Column is a column of a table: its title and the field that it holds, "" where
// it is none.
type Column struct{ Title, Field string }

// Columns gives the columns of a table, nil for other catalogs.
func (r *Reader) Columns() []Column { return r.columns }

// Row is a row of a table.
type Row struct {
	// Line is its number, from 1, as its users see it.
	Line  int
	Cells []string
	// Faults are what keeps cells from being read.
	Faults []CellFault
}

// CellFault says why a cell could not be read. Column counts from 0, Cell is what
// users call it: C7.
type CellFault struct {
	Column        int
	Cell, Message string
}

// NewTableReader reads a table from a source of its own, as a spreadsheet: next
// gives its rows, one of the first of which names the columns, and io.EOF after the
// last. Short rows are filled up, blank ones left out. The error is that of NewReader.
func NewTableReader(name string, next func() (Row, error), o Options) (*Reader, error) {
	r, err := newReader(name, o)
	if err != nil {
		return nil, err
	}
	line := 0
	rows := func() (Raw, error) {
		row, err := next()
		if err != nil {
			return Raw{}, err
		}
		line = row.Line
		return Raw{Line: row.Line, cells: row.Cells, faults: row.Faults}, nil
	}
	r.next, err = r.fromRows(rows, func(err error) error {
		if errors.Is(err, io.EOF) {
			return io.EOF
		}
		return r.fail(line+1, err.Error())
	})
	return r, err
}

// findHeader gives the row that names the columns and the rows read beyond it. It is the
// one of the first rows with most names of columns: people write titles above it. Where
// the first has two, or is nothing but such names, no more is read. io.EOF stands for a
// table without rows.
func (r *Reader) findHeader(rows func() (Raw, error)) (head Raw, ahead []Raw, err error) {
	if r.opts.HeaderRow > 0 {
		head, err = r.headerAt(rows)
		return head, nil, err
	}
	var read []Raw
	best, most := 0, 0
	for len(read) < headerWithin {
		raw, err := rows()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = raw.err
		}
		if err != nil {
			if most > 0 && raw.err != nil {
				read = append(read, raw) // a record of its own
				continue
			}
			return Raw{}, nil, r.fail(max(raw.Line, 1), "the row of column names cannot be read: "+err.Error())
		}
		read = append(read, raw)
		known := r.keys.count(raw.cells)
		if known > most {
			best, most = len(read)-1, known
		} else if most == 0 && raw.filled() > read[best].filled() {
			best = len(read) - 1
		}
		if len(read) == 1 && (known > 1 || known == raw.filled()) {
			break
		}
	}
	if len(read) == 0 {
		return Raw{}, nil, io.EOF
	}
	if best > 0 {
		r.opts.Warn(fmt.Sprintf("%s:%d: taken for the row of column names; what stands above it is not read", r.name, read[best].Line))
	}
	return trimmed(read[best]), read[best+1:], nil
}

// headerAt gives the row that Options.HeaderRow names.
func (r *Reader) headerAt(rows func() (Raw, error)) (Raw, error) {
	for {
		raw, err := rows()
		switch {
		case errors.Is(err, io.EOF), err == nil && raw.Line > r.opts.HeaderRow:
			return Raw{}, r.fail(r.opts.HeaderRow, "there is no row of column names here, as was said: it is blank, or not the first line of its row")
		case err != nil:
			return Raw{}, r.fail(r.opts.HeaderRow, err.Error())
		case raw.Line == r.opts.HeaderRow && raw.err != nil:
			return Raw{}, r.fail(raw.Line, "the row of column names cannot be read: "+raw.err.Error())
		case raw.Line == r.opts.HeaderRow:
			return trimmed(raw), nil
		}
	}
}

// filled counts the cells of a row that are not blank.
func (raw *Raw) filled() (n int) {
	for _, cell := range raw.cells {
		if !isBlankText(cell) {
			n++
		}
	}
	return n
}

// trimmed is a row without the blank cells at its end.
func trimmed(raw Raw) Raw {
	raw.fit(0)
	return raw
}

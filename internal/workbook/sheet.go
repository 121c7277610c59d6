package workbook

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/mingcha-go/mingcha/internal/record"
)

// Bounds of a sheet and of a row.
const (
	mostColumns  = 16_384 // of the format, as mostRows
	mostRows     = 1_048_576
	mostRowBytes = 8 << 20
)

// sheetRows reads the rows of a sheet one by one.
type sheetRows struct {
	part    io.ReadCloser
	tokens  *tokens
	strings *sharedStrings
	line    int
	// within the element that holds the rows; past: that was read, and what follows is
	// about how they look.
	within, past, ended bool
	// rows counts those of two cells and more, read so far.
	rows int
}

func (p *parts) rows(sheet sheetRef, texts *sharedStrings) (*sheetRows, error) {
	part, err := p.openPart(sheet.part, mostSheet)
	if err != nil {
		return nil, err
	}
	return &sheetRows{part: part, strings: texts, tokens: newTokens(part, mostRowBytes)}, nil
}

// Close closes the part.
func (s *sheetRows) Close() error { return s.part.Close() }

// isTable tells whether what was read so far looks like a table: two rows of two cells.
func (s *sheetRows) isTable() bool { return s.rows > 1 }

// next gives the next row that has cells; io.EOF after the end of the sheet, which has to
// be reached. Any other error ends the sheet and is about the row after the last one.
func (s *sheetRows) next() (record.Row, error) {
	for !s.ended {
		row, err := s.step()
		if err != nil {
			s.ended = true
			if err = s.endOf(err); err != nil {
				return record.Row{}, fmt.Errorf("the sheet cannot be read on from here: %w", cutOff(err))
			}
			break
		}
		s.tokens.passed()
		if len(row.Cells) > 0 || len(row.Faults) > 0 {
			return row, nil
		}
	}
	return record.Row{}, io.EOF
}

// step reads a token of the sheet, or a whole row.
func (s *sheetRows) step() (row record.Row, err error) {
	token, err := s.tokens.next()
	if err != nil {
		return row, err
	}
	switch t := token.(type) {
	case xml.StartElement:
		name := t.Name.Local
		if s.within && name == "row" {
			return s.row(t)
		}
		if s.within && holdsCells(name) {
			return row, misplaced(name)
		}
		s.within = s.within || name == "sheetData"
	case xml.CharData:
		if s.within {
			return row, noText(t)
		}
	case xml.EndElement:
		if t.Name.Local == "sheetData" {
			s.within, s.past = false, true
		}
	}
	return row, nil
}

// endOf gives the fault that ends a sheet, nil for none: where the rows have been read,
// what is wrong is about how they look, but for a checksum that does not fit.
func (s *sheetRows) endOf(err error) error {
	if !s.past || s.within {
		return err
	}
	if !errors.Is(err, zip.ErrChecksum) {
		s.tokens.passed()
		_, err = io.Copy(io.Discard, s.part)
	}
	if errors.Is(err, zip.ErrChecksum) {
		return errors.New("its checksum is wrong: some of its cells are not as they were written")
	}
	return nil
}

// row reads a row up to its end.
func (s *sheetRows) row(start xml.StartElement) (row record.Row, err error) {
	row.Line = s.line + 1
	if r := attr(start, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n <= s.line {
			return row, fmt.Errorf("row %q stands after row %d", r, s.line)
		}
		row.Line = n
	}
	if row.Line > mostRows {
		return row, fmt.Errorf("row %d: a sheet has %d at most", row.Line, mostRows)
	}
	s.line = row.Line
	column, filled := 0, 0
	for {
		token, err := s.tokens.next()
		if err != nil {
			return row, cutOff(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			if err := noText(t); err != nil {
				return row, err
			}
		case xml.StartElement:
			if t.Name.Local != "c" {
				if err := s.tokens.skip(t.Name.Local); err != nil {
					return row, err
				}
				continue
			}
			if column, err = columnOf(t, column, row.Line); err != nil {
				return row, err
			}
			isFilled, err := s.cell(t, column, &row)
			if err != nil {
				return row, err
			}
			if isFilled {
				filled++
			}
			column++
		case xml.EndElement: // of the row: those of cells are read
			if filled > 1 {
				s.rows++
			}
			return row, nil
		}
	}
}

// cell puts a cell into its row, with what is wrong with it.
func (s *sheetRows) cell(start xml.StartElement, column int, row *record.Row) (filled bool, err error) {
	text, problem, err := s.cellText(start)
	if err != nil {
		return false, err
	}
	if missing := column + 1 - len(row.Cells); text != "" && missing > 0 {
		row.Cells = append(row.Cells, make([]string, missing)...)
	}
	if text != "" && row.Cells[column] != "" {
		problem = "the row has this cell twice: it is damaged"
	}
	if problem != "" {
		row.Faults = append(row.Faults, record.CellFault{Column: column, Cell: columnName(column) + strconv.Itoa(row.Line), Message: problem})
	}
	if text != "" {
		row.Cells[column] = text
	}
	return text != "", nil
}

// columnOf gives the column of a cell of a row from 0: that of its reference, else the
// next one.
func columnOf(cell xml.StartElement, next, row int) (int, error) {
	reference := attr(cell, "r")
	if reference == "" {
		if next >= mostColumns {
			return 0, fmt.Errorf("a row has more than %d cells", mostColumns)
		}
		return next, nil
	}
	column := 0
	reference = strings.ToUpper(reference)
	letters := strings.TrimRight(reference, "0123456789")
	for _, b := range []byte(letters) {
		if b < 'A' || b > 'Z' || column > mostColumns {
			return 0, fmt.Errorf("a cell is called %q", reference)
		}
		column = 26*column + int(b-'A') + 1
	}
	if number := reference[len(letters):]; number != "" && strings.TrimLeft(number, "0") != strconv.Itoa(row) {
		return 0, fmt.Errorf("a cell of row %d is called %q", row, reference)
	}
	if column == 0 || column > mostColumns {
		return 0, fmt.Errorf("a cell is called %q", reference)
	}
	return column - 1, nil
}

// columnName names a column as spreadsheets do: 0 is A.
func columnName(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// cellText gives the text of a cell, or what keeps it from having one. Numbers, dates
// among them, are as they are stored.
func (s *sheetRows) cellText(start xml.StartElement) (text, problem string, err error) {
	kind := attr(start, "t")
	formula, valued := false, false
	for {
		token, err := s.tokens.next()
		if err != nil {
			return "", "", cutOff(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			if err := noText(t); err != nil {
				return "", "", err
			}
		case xml.StartElement:
			name := t.Name.Local
			switch {
			case (name == "v" || name == "is") && valued:
				return "", "", misplaced(name) // a second value
			case name == "v":
				text, err = charData(s.tokens)
				valued = true
			case name == "is":
				text, err = plainText(s.tokens)
				valued = true
			default:
				formula = formula || name == "f"
				err = s.tokens.skip(name)
			}
			if err != nil {
				return "", "", err
			}
		case xml.EndElement: // of the cell
			// A text may be empty; the value of a formula of another type is there or not.
			if formula && (!valued || text == "" && kind != "str") {
				return "", "a formula whose value is not stored: open the workbook in a spreadsheet program and save it", nil
			}
			return s.valueOf(kind, text, valued)
		}
	}
}

// valueOf gives the text that a stored value stands for.
func (s *sheetRows) valueOf(kind, stored string, valued bool) (text, problem string, err error) {
	switch {
	case !valued:
		return "", "", nil
	case kind == "s":
		i, err := strconv.Atoi(strings.TrimSpace(stored))
		if text, ok := s.strings.at(i); ok && err == nil {
			return text, "", nil
		}
		return "", fmt.Sprintf("text number %q, which the workbook does not have: it is damaged", stored), nil
	case kind == "b" && stored == "1":
		return "TRUE", "", nil
	case kind == "b" && stored == "0":
		return "FALSE", "", nil
	case kind == "str":
		return unescaped(stored), "", nil
	}
	return stored, "", nil
}

// charData gives the text of an element up to its end.
func charData(d *tokens) (string, error) {
	var text strings.Builder
	for {
		token, err := d.next()
		if err != nil {
			return "", cutOff(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.StartElement:
			return "", misplaced(t.Name.Local)
		case xml.EndElement:
			return text.String(), nil
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

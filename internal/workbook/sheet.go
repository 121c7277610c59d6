package workbook

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/mingcha-go/mingcha/internal/record"
)

// Bounds of a row.
const (
	mostColumns  = 16_384 // of the format
	mostRowBytes = 8 << 20
)

// sheetRows reads the rows of a sheet one by one.
type sheetRows struct {
	part    io.ReadCloser
	paced   *paced
	decoder *xml.Decoder
	strings *sharedStrings
	line    int
	ended   bool
	// rows counts those of two cells and more, read so far.
	rows int
}

func (p *parts) rows(sheet sheetRef, texts *sharedStrings) (*sheetRows, error) {
	part, err := p.openPart(sheet.part, mostSheet)
	if err != nil {
		return nil, err
	}
	s := &sheetRows{part: part, strings: texts, paced: &paced{r: part, most: mostRowBytes}}
	s.decoder = xml.NewDecoder(s.paced)
	return s, nil
}

// Close closes the part.
func (s *sheetRows) Close() error { return s.part.Close() }

// isTable tells whether what was read so far looks like a table: two rows of two cells.
func (s *sheetRows) isTable() bool { return s.rows > 1 }

// next gives the next row that has cells; io.EOF after the end of the sheet, which has to
// be reached. Any other error ends the sheet and is about the row after the last one.
func (s *sheetRows) next() (record.Row, error) {
	for !s.ended {
		token, err := s.decoder.Token()
		if err != nil {
			s.ended = true
			return record.Row{}, s.fault(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "row" {
				row, err := s.row(t)
				if err != nil {
					s.ended = true
					return record.Row{}, s.fault(err)
				}
				s.paced.passed()
				if len(row.Cells) > 0 || len(row.Faults) > 0 {
					return row, nil
				}
			}
		case xml.EndElement:
			s.paced.passed()
			if t.Name.Local == "sheetData" {
				s.ended = true // what follows is about how it looks
			}
		}
	}
	return record.Row{}, io.EOF
}

func (s *sheetRows) fault(err error) error {
	return fmt.Errorf("the sheet cannot be read on from here: %w", cutOff(err))
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
	s.line = row.Line
	column, filled := 0, 0
	for {
		token, err := s.decoder.Token()
		if err != nil {
			return row, cutOff(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local != "c" {
				if err := s.decoder.Skip(); err != nil {
					return row, cutOff(err)
				}
				continue
			}
			if column, err = columnOf(t, column); err != nil {
				return row, err
			}
			text, problem, err := s.cell(t)
			if err != nil {
				return row, err
			}
			if problem != "" {
				row.Faults = append(row.Faults, record.CellFault{Column: column, Cell: columnName(column) + strconv.Itoa(row.Line), Message: problem})
			}
			if text != "" {
				for len(row.Cells) <= column {
					row.Cells = append(row.Cells, "")
				}
				row.Cells[column] = text
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

// columnOf gives the column of a cell from 0: that of its reference, else the next one.
func columnOf(cell xml.StartElement, next int) (int, error) {
	reference := attr(cell, "r")
	if reference == "" {
		if next >= mostColumns {
			return 0, fmt.Errorf("a row has more than %d cells", mostColumns)
		}
		return next, nil
	}
	column := 0
	letters := strings.TrimRight(strings.ToUpper(reference), "0123456789")
	for _, b := range []byte(letters) {
		if b < 'A' || b > 'Z' || column > mostColumns {
			return 0, fmt.Errorf("a cell is called %q", reference)
		}
		column = 26*column + int(b-'A') + 1
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

// cell gives the text of a cell, or what keeps it from having one. Numbers, dates among
// them, are as they are stored.
func (s *sheetRows) cell(start xml.StartElement) (text, problem string, err error) {
	kind := attr(start, "t")
	formula, valued := false, false
	for {
		token, err := s.decoder.Token()
		if err != nil {
			return "", "", cutOff(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				if text, err = charData(s.decoder); err != nil {
					return "", "", err
				}
				valued = true
			case "is":
				if text, err = plainText(s.decoder); err != nil {
					return "", "", err
				}
				valued = true
			default:
				formula = formula || t.Name.Local == "f"
				if err := s.decoder.Skip(); err != nil {
					return "", "", cutOff(err)
				}
			}
		case xml.EndElement: // of the cell
			if formula && !valued {
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
func charData(d *xml.Decoder) (string, error) {
	var text strings.Builder
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return "", cutOff(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.StartElement:
			depth++
		case xml.EndElement:
			if depth == 0 {
				return text.String(), nil
			}
			depth--
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

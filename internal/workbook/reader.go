// Package workbook reads catalogs from XLSX workbooks and writes answers into
// them: the rows as they were, verdict and findings in added columns, the places
// of findings in colour.
package workbook

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/scratch"
)

// Magic is how a workbook begins, as any ZIP file does.
const Magic = "PK\x03\x04"

// NewReader reads the first sheet of a workbook that has a row; the first of its
// rows names the columns. Lines are numbers of rows. Other sheets are warned of.
// Close it when done. The error is a *record.Error.
func NewReader(name string, in io.Reader, o record.Options) (r *record.Reader, close func(), err error) {
	folder, remove, err := scratch.Folder()
	if err != nil {
		return nil, nil, &record.Error{File: name, Message: err.Error()}
	}
	defer func() {
		if err != nil {
			remove()
		}
	}()
	file, err := open(in, folder)
	if err != nil {
		return nil, nil, &record.Error{File: name, Message: "the workbook cannot be read: " + err.Error()}
	}
	sheet, rows, err := firstSheet(file)
	if err != nil {
		file.Close()
		return nil, nil, &record.Error{File: name, Message: err.Error()}
	}
	if sheets := file.GetSheetList(); len(sheets) > 1 && o.Warn != nil {
		o.Warn(fmt.Sprintf("%s: only the sheet %q is read, of %s", name, sheet, strings.Join(sheets, ", ")))
	}
	close = func() { rows.rows.Close(); file.Close(); remove() }
	if r, err = record.NewTableReader(name, rows.next, o); err != nil {
		close()
		return nil, nil, err
	}
	return r, close, nil
}

// open reads a workbook. What is damaged makes the library panic at times.
func open(in io.Reader, folder string) (f *excelize.File, err error) {
	defer recovered(&err)
	return excelize.OpenReader(in, excelize.Options{RawCellValue: true, TmpDir: folder})
}

func recovered(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("it is damaged (%v)", r)
	}
}

// sheetRows are the rows of a sheet; ahead is one that was read to see whether
// there is any.
type sheetRows struct {
	rows  *excelize.Rows
	line  int
	ahead []string
}

// firstSheet gives the first sheet with a row.
func firstSheet(f *excelize.File) (name string, s *sheetRows, err error) {
	defer recovered(&err)
	for _, name := range f.GetSheetList() {
		rows, err := f.Rows(name)
		if err != nil { // a sheet that is a chart
			continue
		}
		s := &sheetRows{rows: rows}
		if _, cells, err := s.next(); err == nil {
			s.ahead = cells
			return name, s, nil
		}
		rows.Close()
	}
	return "", nil, fmt.Errorf("no sheet of the workbook has a row")
}

// next gives the next row that is not empty.
func (s *sheetRows) next() (line int, cells []string, err error) {
	defer recovered(&err)
	if s.ahead != nil {
		cells, s.ahead = s.ahead, nil
		return s.line, cells, nil
	}
	for s.rows.Next() {
		s.line++
		if cells, err = s.rows.Columns(); err != nil {
			return s.line, nil, err
		}
		if strings.Join(cells, "") != "" {
			return s.line, cells, nil
		}
	}
	if err := s.rows.Error(); err != nil {
		return s.line, nil, err
	}
	return s.line, nil, io.EOF
}

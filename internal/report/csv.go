package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// csvWriter writes a row a finding, and one for a record without any.
type csvWriter struct {
	w     *csv.Writer
	begun bool
	out   io.Writer
}

func newCSVWriter(w io.Writer) *csvWriter { return &csvWriter{w: csv.NewWriter(w), out: w} }

var csvHeader = []string{"file", "line", "id", "name", "verdict", "check", "rule", "severity", "field", "start", "end",
	"text", "entry", "via", "score", "message", "suggestion", "rewrite"}

func (c *csvWriter) Write(item Item) error {
	if !c.begun {
		c.begin()
	}
	row := make([]string, 5, len(csvHeader))
	copy(row, []string{cell(item.File), number(item.Line), cell(item.ID), "", ""})
	if item.Err != nil {
		row[4] = "error"
		row = append(row, "", "", "", cell(item.Err.Field), "", "", "", "", "", "", cell(item.Err.Message))
		return c.write(row)
	}
	row[3], row[4] = cell(item.Submission.Name), string(item.Report.Verdict)
	if len(item.Report.Findings) == 0 {
		return c.write(row)
	}
	for i := range item.Report.Findings {
		f := &item.Report.Findings[i]
		err := c.write(append(row[:5:5], f.Check, f.Rule, f.Severity.String(), string(f.Field), strconv.Itoa(f.Start), strconv.Itoa(f.End),
			cell(f.Text), cell(f.Entry), strings.Join(f.Via, " "), strconv.FormatFloat(f.Score, 'f', -1, 64),
			cell(f.Message), cell(f.Suggestion), cell(f.Rewrite)))
		if err != nil {
			return err
		}
	}
	return nil
}

// begin writes the header, after a byte order mark: without one, spreadsheets
// take Chinese for another encoding.
func (c *csvWriter) begin() {
	c.begun = true
	io.WriteString(c.out, "\ufeff")
	c.w.Write(csvHeader)
}

// write pads a row to the header's width.
func (c *csvWriter) write(row []string) error {
	for len(row) < len(csvHeader) {
		row = append(row, "")
	}
	c.w.Write(row)
	c.w.Flush()
	return c.w.Error()
}

func (c *csvWriter) Close() error {
	if !c.begun {
		c.begin()
	}
	c.w.Flush()
	return c.w.Error()
}

// cell makes a text safe in a spreadsheet: one that begins like a formula is
// shown with an apostrophe before it, or it would be run.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

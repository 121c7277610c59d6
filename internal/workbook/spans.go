package workbook

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/mingcha-go/mingcha/validate"
)

// maxCell is how many UTF-16 units a cell may hold, and some less.
const maxCell = 32_000

// colours are those of severities, as on the pages of reports.
var colours = map[validate.Severity]string{validate.Reject: "B42318", validate.Review: "B26A00", validate.Advice: "0B5CAD"}

// coloured gives what to put into a cell: the text, or runs of it with the
// places of findings in bold and the colour of the worst one there.
func coloured(cell, field string, s *validate.Submission, findings []validate.Finding) any {
	cell = clip(cell)
	var marks []validate.Severity // of each byte
	for i := range findings {
		start, end, ok := place(cell, field, s, &findings[i])
		if !ok {
			continue
		}
		if marks == nil {
			marks = make([]validate.Severity, len(cell))
		}
		for at := start; at < end; at++ {
			marks[at] = max(marks[at], findings[i].Severity)
		}
	}
	if marks == nil {
		return cell
	}
	var runs []excelize.RichTextRun
	for start := 0; start < len(cell); {
		end := start + 1
		for end < len(cell) && marks[end] == marks[start] {
			end++
		}
		run := excelize.RichTextRun{Text: strings.ToValidUTF8(cell[start:end], "\ufffd")}
		if marks[start] != 0 {
			run.Font = &excelize.Font{Bold: true, Color: colours[marks[start]], Size: 11, Family: "Calibri"}
		}
		runs = append(runs, run)
		start = end
	}
	return runs
}

// place gives the bytes of a cell that a finding is of.
func place(cell, field string, s *validate.Submission, f *validate.Finding) (start, end int, ok bool) {
	of := string(f.Field)
	switch {
	case f.End <= f.Start:
		return 0, 0, false
	case of == field && s.Text(f.Field) == cell:
		return f.Start, f.End, true
	case of == field, strings.HasPrefix(of, field+"["):
		// A list in one cell, or a text that was trimmed or cut.
		at := max(strings.Index(cell, s.Text(f.Field)), 0) + f.Start
		if at+len(f.Text) <= len(cell) && cell[at:at+len(f.Text)] == f.Text {
			return at, at + len(f.Text), true
		}
		if at = strings.Index(cell, f.Text); at >= 0 && f.Text != "" {
			return at, at + len(f.Text), true
		}
	}
	return 0, 0, false
}

// clip cuts a text that no cell can hold.
func clip(s string) string {
	if len(s) <= maxCell {
		return s
	}
	units := 0
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if units++; r > 0xffff {
			units++
		}
		if units > maxCell {
			return s[:at] + "…"
		}
		at += size
	}
	return s
}

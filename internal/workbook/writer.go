package workbook

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/internal/scratch"
	"github.com/mingcha-go/mingcha/validate"
)

// words of the added columns.
var words = map[string]validate.Text{
	"verdict": {ZH: "结论", EN: "verdict"}, "findings": {ZH: "问题", EN: "findings"},
	"pass": {ZH: "通过", EN: "pass"}, "review": {ZH: "待人工", EN: "review"}, "reject": {ZH: "不通过", EN: "reject"},
	"error": {ZH: "读不了", EN: "unreadable"}, "advice": {ZH: "建议", EN: "advice"}, "rule": {ZH: "规则 %s", EN: "rule %s"},
	"suppressed": {ZH: "已放行", EN: "suppressed"},
}

// fills are the colours behind verdicts.
var fills = map[string]string{"pass": "D5EFDB", "review": "FCE8B8", "reject": "F8CFC9", "error": "E3D6F5"}

// Writer writes one workbook, a sheet for each file of the catalog.
type Writer struct {
	out      io.Writer
	language validate.Language
	fields   Fields
	file     *excelize.File
	remove   func() // takes its temporary files away
	styles   map[string]int
	sheets   map[string]bool // names in lower case
	sheet    *excelize.StreamWriter
	of       string // the file that the sheet is of
	columns  []record.Column
	row      int
}

var _ report.Writer = (*Writer)(nil)

// NewWriter makes a writer. Rows of tables keep their columns; the fields are the
// columns of other catalogs. The words are in a language.
func NewWriter(out io.Writer, l validate.Language, fields Fields) (*Writer, error) {
	folder, remove, err := scratch.Folder()
	if err != nil {
		return nil, err
	}
	w := &Writer{out: out, language: l, fields: fields, file: excelize.NewFile(excelize.Options{TmpDir: folder}), remove: remove, styles: map[string]int{}, sheets: map[string]bool{}}
	alignment := &excelize.Alignment{WrapText: true, Vertical: "top"}
	styles := map[string]*excelize.Style{
		"cell": {Alignment: alignment},
		"head": {Alignment: alignment, Font: &excelize.Font{Bold: true}, Fill: fill("E8ECF0")},
	}
	for verdict, colour := range fills {
		styles[verdict] = &excelize.Style{Alignment: alignment, Fill: fill(colour)}
	}
	// In one order always: equal input gives equal bytes.
	for _, name := range []string{"cell", "head", "pass", "review", "reject", "error"} {
		id, err := w.file.NewStyle(styles[name])
		if err != nil {
			return nil, err
		}
		w.styles[name] = id
	}
	return w, nil
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func (w *Writer) word(key string) string { return words[key].In(w.language) }

// Write adds a row, on a new sheet where the file is another one or the sheet is
// full.
func (w *Writer) Write(item report.Item) error {
	if w.sheet == nil || w.of != item.File || w.row == excelize.TotalRows {
		if err := w.begin(item); err != nil {
			return err
		}
	}
	cells := item.Cells
	if item.Columns == nil {
		cells = w.fields.cells(item.ID, item.Submission)
	}
	row := make([]any, 0, len(w.columns)+2)
	lines := 1
	for i, c := range w.columns {
		if i < len(cells) {
			lines = max(lines, min(mostLines, linesOf(cells[i], widthOf(c.Field))))
		}
		switch {
		case i >= len(cells):
			row = append(row, nil)
		case item.Report == nil:
			row = append(row, clip(cells[i]))
		default:
			row = append(row, coloured(cells[i], c.Field, item.Submission, item.Report.Findings))
		}
	}
	verdict := "error"
	if item.Err == nil {
		verdict = string(item.Report.Verdict)
	}
	findings := clip(w.findings(item))
	lines = max(lines, linesOf(findings, findingsWidth))
	row = append(row, excelize.Cell{StyleID: w.styles[verdict], Value: w.word(verdict)}, findings)
	return w.add(row, "cell", lines)
}

// findings says what is wrong with a record, a line each.
func (w *Writer) findings(item report.Item) string {
	if item.Err != nil {
		return item.Err.Error()
	}
	var lines []string
	for i := range item.Report.Findings {
		lines = append(lines, w.finding(&item.Report.Findings[i]))
	}
	for i := range item.Suppressed {
		s := &item.Suppressed[i]
		line := fmt.Sprintf("（%s）%s", w.word("suppressed"), w.finding(&s.Finding))
		if s.Reason != "" {
			line += " · " + s.Reason
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func (w *Writer) finding(f *validate.Finding) string {
	line := fmt.Sprintf("[%s] %s · %s · %s", w.word(f.Severity.String()), report.Shown(f.Message), f.Field, fmt.Sprintf(w.word("rule"), f.Rule))
	if f.Suggestion != "" {
		line += " → " + report.Shown(f.Suggestion)
	}
	return line
}

// begin ends the sheet and begins that of an item's file.
func (w *Writer) begin(item report.Item) error {
	if err := w.end(); err != nil {
		return err
	}
	name := w.sheetName(item.File)
	var err error
	if len(w.sheets) == 1 {
		err = w.file.SetSheetName("Sheet1", name)
	} else {
		_, err = w.file.NewSheet(name)
	}
	if err != nil {
		return err
	}
	if w.sheet, err = w.file.NewStreamWriter(name); err != nil {
		return err
	}
	w.of, w.row, w.columns = item.File, 0, item.Columns
	if w.columns == nil {
		w.columns = w.fields.columns()
	}
	return w.head()
}

// head writes the titles, in a row that stays in sight.
func (w *Writer) head() error {
	var row []any
	for i, c := range w.columns {
		if err := w.sheet.SetColWidth(i+1, i+1, widthOf(c.Field)); err != nil {
			return err
		}
		row = append(row, clip(c.Title))
	}
	n := len(w.columns)
	if err := w.sheet.SetColWidth(n+1, n+1, 9); err != nil {
		return err
	}
	if err := w.sheet.SetColWidth(n+2, n+2, findingsWidth); err != nil {
		return err
	}
	if err := w.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return w.add(append(row, w.word("verdict"), w.word("findings")), "head", 1)
}

// findingsWidth is the width of the last column in characters.
const findingsWidth = 80

// widthOf gives the width of a column in characters.
func widthOf(field string) float64 {
	switch field {
	case "intro", "description":
		return 50
	case "name", "categories", "tags", "owner.name":
		return 22
	}
	return 14
}

// add adds a row of one style, as high as so many lines.
func (w *Writer) add(row []any, style string, lines int) error {
	w.row++
	for i, value := range row {
		if _, styled := value.(excelize.Cell); !styled && value != nil {
			row[i] = excelize.Cell{StyleID: w.styles[style], Value: value}
		}
	}
	var options []excelize.RowOpts
	if lines > 1 {
		options = []excelize.RowOpts{{Height: min(mostHeight, float64(lines*lineHeight))}}
	}
	return w.sheet.SetRow(fmt.Sprintf("A%d", w.row), row, options...)
}

// sheetName makes a name for the sheet of a file: at most 31 characters, without
// those that are forbidden, and not one that is there.
func (w *Writer) sheetName(file string) string {
	base := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	base = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(base, "_")), "' ")
	if base == "" || base == "-" || base == "." {
		base = "mingcha"
	}
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = fmt.Sprintf(" (%d)", n)
		}
		name := []rune(base)
		if most := 24 - len(suffix); len(name) > most {
			name = name[:most]
		}
		full := string(name) + suffix
		if key := strings.ToLower(full); !w.sheets[key] {
			w.sheets[key] = true
			return full
		}
	}
}

func (w *Writer) end() error {
	if w.sheet == nil {
		return nil
	}
	return w.sheet.Flush()
}

// Close writes the workbook out. Temporary files of a writer that is not closed go with
// the process.
func (w *Writer) Close() error {
	defer w.remove()
	if w.sheet == nil {
		if err := w.begin(report.Item{}); err != nil {
			return err
		}
	}
	if err := w.end(); err != nil {
		return err
	}
	if err := writeOrdered(w.out, w.file); err != nil {
		return err
	}
	return w.file.Close()
}

package workbook_test

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/internal/suppress"
	"github.com/mingcha-go/mingcha/internal/workbook"
	"github.com/mingcha-go/mingcha/validate"
)

// sheet makes a workbook of rows; nil rows stay empty.
func sheet(t *testing.T, rows ...[]any) *bytes.Buffer {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		if row == nil {
			continue
		}
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return &b
}

func read(t *testing.T, in io.Reader, o record.Options) (all []record.Record, err error) {
	t.Helper()
	book, err := workbook.Open("c.xlsx", in, o)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	var faults []error
	for {
		_, r, err := book.Next()
		if errors.Is(err, io.EOF) {
			return all, errors.Join(faults...)
		}
		if err != nil {
			faults = append(faults, err)
			continue
		}
		for {
			next, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				faults = append(faults, err)
				break
			}
			all = append(all, next)
		}
	}
}

func TestRowsOfASheetAreRecords(t *testing.T) {
	in := sheet(t, nil, []any{"编号", "名称", "功能介绍", "tags", "test_account"}, nil,
		[]any{100000000001, "青禾记账", "第一行\n第二行", "记账，预算", true},
		[]any{"0012", "💡灯"},
		[]any{"x", "多", "", "", "", "", "出来"},
		[]any{"y", "", "", "", "maybe"})
	all, err := read(t, in, record.Options{Columns: map[string]string{"id": "编号", "name": "名称", "intro": "功能介绍"}})
	if err != nil || len(all) != 4 {
		t.Fatalf("%d records, %v", len(all), err)
	}
	s := all[0].Submission
	if s.ID != "100000000001" || s.Name != "青禾记账" || s.Intro != "第一行\n第二行" || !slices.Equal(s.Tags, []string{"记账", "预算"}) || s.TestAccount == nil || !*s.TestAccount || all[0].Line != 4 {
		t.Errorf("got %+v on line %d", s, all[0].Line)
	}
	if s := all[1].Submission; s == nil || s.ID != "0012" || s.Name != "💡灯" || all[1].Line != 5 {
		t.Errorf("got %+v", all[1])
	}
	for i, want := range map[int]string{2: "c.xlsx:6: the row has 7 cells, the header 5", 3: "c.xlsx:7: test_account: expected true or false"} {
		if all[i].Err == nil || !strings.HasPrefix(all[i].Err.Error(), want) || all[i].Cells[0] == "" {
			t.Errorf("got %+v, want %s", all[i], want)
		}
	}
}

func TestWhatCannotBeReadIsToldWithTheFile(t *testing.T) {
	whole := sheet(t, []any{"name"}, []any{"青禾"}).Bytes()
	for name, in := range map[string][]byte{
		"no column": sheet(t, []any{"a", "b"}).Bytes(),
		"cut off":   whole[:len(whole)/2], "no workbook": []byte("PK\x03\x04 and more"),
	} {
		var fault *record.Error
		if _, err := read(t, bytes.NewReader(in), record.Options{}); !errors.As(err, &fault) || fault.File != "c.xlsx" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// write gives the workbook that is made of items.
func write(t *testing.T, items ...report.Item) []byte {
	t.Helper()
	var b bytes.Buffer
	var fields workbook.Fields
	for _, item := range items {
		if item.Submission != nil {
			fields |= workbook.FieldsOf(item.Submission)
		}
	}
	w, err := workbook.NewWriter(&b, validate.Chinese, fields)
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range items {
		if err := w.Write(item); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t *testing.T, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func finding(check string, severity validate.Severity, field validate.Field, text, part string) validate.Finding {
	at := strings.Index(text, part)
	return validate.Finding{Check: check, Rule: "2.5", Severity: severity, Field: field, Start: at, End: at + len(part), Text: part, Message: "说明" + part}
}

func TestTheRowsComeBackWithTwoColumnsMoreAndThePlacesInColour(t *testing.T) {
	intro := "全国最好的💡课堂，国家级"
	s := &validate.Submission{Name: "腾迅课堂", Intro: intro, Tags: []string{"课程", "第一课"}}
	columns := []record.Column{{Title: "店号"}, {Title: "名称", Field: "name"}, {Title: "功能介绍", Field: "intro"}, {Title: "标签", Field: "tags"}}
	item := report.Item{File: "dir/目录[1].csv", Line: 2, Submission: s, Columns: columns, Cells: []string{"=1+1", "腾迅课堂", intro, "课程，第一课"},
		Report: &validate.Report{Verdict: validate.Rejected, Findings: []validate.Finding{
			finding("tencent-mark", validate.Reject, "name", "腾迅课堂", "腾迅"),
			finding("superlative", validate.Review, "intro", intro, "最好的💡"),
			finding("superlative", validate.Reject, "intro", intro, "最好"),
			finding("superlative", validate.Advice, "intro", intro, "国家级"),
			finding("superlative", validate.Reject, "tags[1]", "第一课", "第一"),
		}}}
	bad := report.Item{File: item.File, Columns: columns, Cells: []string{"7"}, Err: &record.Error{File: "c.csv", Line: 3, Message: "the row has 1 cells"}}
	f := opened(t, write(t, item, bad))
	rows, err := f.GetRows("目录_1_")
	if err != nil {
		t.Fatal(err, f.GetSheetList())
	}
	want := [][]string{
		{"店号", "名称", "功能介绍", "标签", "结论", "问题"},
		{"=1+1", "腾迅课堂", intro, "课程，第一课", "不通过", rows[1][5]},
		{"7", "", "", "", "读不了", "c.csv:3: the row has 1 cells"},
	}
	for i := range want {
		if !slices.Equal(rows[i], want[i]) {
			t.Errorf("row %d: %q, want %q", i+1, rows[i], want[i])
		}
	}
	if !strings.HasPrefix(rows[1][5], "[不通过] 说明腾迅 · name · 规则 2.5\n[待人工] 说明最好的") {
		t.Errorf("findings: %s", rows[1][5])
	}
	for cell, want := range map[string]string{
		"B2": "B42318:腾迅|课堂", "C2": "全国|B42318:最好|B26A00:的💡|课堂，|0B5CAD:国家级", "D2": "课程，|B42318:第一|课",
	} {
		runs, err := f.GetCellRichText("目录_1_", cell)
		if got := shown(runs); err != nil || got != want {
			t.Errorf("%s: %q, want %q, %v", cell, got, want, err)
		}
	}
	if formula, _ := f.GetCellFormula("目录_1_", "A2"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
}

func shown(runs []excelize.RichTextRun) string {
	var parts []string
	for _, r := range runs {
		text := r.Text
		if r.Font != nil && r.Font.Color != "" {
			text = r.Font.Color + ":" + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "|")
}

func TestCatalogsWithoutColumnsGetThoseOfTheirFields(t *testing.T) {
	s := &validate.Submission{ID: "1", Name: "青禾", Tags: []string{"a", "b"}, Owner: validate.Owner{Name: "青禾公司"}}
	settled := []suppress.Finding{{Finding: validate.Finding{Severity: validate.Review, Message: "说明", Field: "name", Rule: "1.6"}, By: suppress.ByAllow, Reason: "核过"}}
	f := opened(t, write(t, report.Item{File: "a.jsonl", ID: "1", Submission: s, Report: &validate.Report{Verdict: validate.Pass}, Suppressed: settled},
		report.Item{File: "b.jsonl", ID: "2", Err: &record.Error{File: "b.jsonl", Line: 1, Message: "broken"}}))
	rows, _ := f.GetRows("a")
	if len(rows) != 2 || !slices.Equal(rows[0], []string{"id", "name", "tags", "owner.name", "结论", "问题"}) ||
		!slices.Equal(rows[1], []string{"1", "青禾", "a|b", "青禾公司", "通过", "（已放行）[待人工] 说明 · name · 规则 1.6 · 核过"}) {
		t.Errorf("got %q", rows)
	}
	if rows, _ := f.GetRows("b"); len(rows) != 2 || rows[1][0] != "2" || rows[1][5] != "b.jsonl:1: broken" {
		t.Errorf("got %q", rows)
	}
}

func TestARowIsAsHighAsItsFindings(t *testing.T) {
	long := strings.Repeat("说明", 30) // 120 columns, two lines
	item := func(intro string, findings int) report.Item {
		s := &validate.Submission{Name: "青禾", Intro: intro}
		r := &validate.Report{Verdict: validate.Pass}
		for range findings {
			r.Findings = append(r.Findings, validate.Finding{Severity: validate.Advice, Field: "name", Rule: "1.6", Message: long})
		}
		return report.Item{File: "a", Submission: s, Report: r}
	}
	f := opened(t, write(t, item("短", 0), item("短", 2), item("一行\n两行\n三行", 0), item(strings.Repeat("长", 9000), 0), item("", 200)))
	for row, want := range map[int]float64{2: 15, 3: 60, 4: 45, 5: 90, 6: 409} {
		if got, err := f.GetRowHeight("a", row); got != want || err != nil {
			t.Errorf("row %d is %v points high, want %v, %v", row, got, want, err)
		}
	}
}

func TestAnyTextFitsIntoACell(t *testing.T) {
	for name, text := range map[string]string{
		"invalid UTF-8": "a\xff\xfe微信", "control characters": "微\x00信\x0b\x1b", "very long": strings.Repeat("微信", 20_000),
		"long astral": strings.Repeat("😀", 20_000), "spaces around": "  微信 \n", "empty": "", "an escape": "微信_x0041_", "markup": "<b>&微信",
	} {
		s := &validate.Submission{Name: text}
		item := report.Item{File: "x", Submission: s, Report: &validate.Report{Verdict: validate.NeedReview}}
		if strings.Contains(text, "微信") {
			item.Report.Findings = []validate.Finding{finding("tencent-mark", validate.Review, "name", text, "微信")}
		}
		rows, err := opened(t, write(t, item)).GetRows("x")
		if err != nil || len(rows) != 2 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := rows[1][1]; !strings.Contains("invalid UTF-8 control characters very long long astral", name) && got != text {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestEqualInputGivesEqualBytes(t *testing.T) {
	item := report.Item{File: "a", Submission: &validate.Submission{Name: "青禾"}, Report: &validate.Report{Verdict: validate.Pass}}
	other := item
	other.File = "b"
	first := write(t, item, other)
	for range 5 {
		if !bytes.Equal(write(t, item, other), first) {
			t.Fatal("other bytes")
		}
	}
}

func TestNoItemsGiveAWorkbookAllTheSame(t *testing.T) {
	if rows, err := opened(t, write(t)).GetRows("mingcha"); err != nil || len(rows) != 1 {
		t.Errorf("%q, %v", rows, err)
	}
}

package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"html"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/validate"
)

// write gives what a format makes of items.
func write(t *testing.T, format string, items ...report.Item) string {
	t.Helper()
	var b bytes.Buffer
	w, err := report.New(format, &b, validate.Chinese)
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
	return b.String()
}

func checked(t *testing.T, id string, s validate.Submission) report.Item {
	t.Helper()
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	s.ID = id
	return report.Item{File: "目录 1.jsonl", Line: 7, ID: id, Submission: &s, Report: v.Check(&s)}
}

func unreadable() report.Item {
	return report.Item{File: "a.jsonl", Line: 3, Err: &record.Error{File: "a.jsonl", Line: 3, Field: "name", Message: "expected a text <b>"}}
}

func TestEveryFormatTakesEveryItem(t *testing.T) {
	for _, format := range report.Formats {
		if out := write(t, format); format != "text" && out == "" && format != "jsonl" {
			t.Errorf("%s of nothing is nothing", format)
		}
		out := write(t, format, checked(t, "1", validate.Submission{Name: "腾迅课堂"}), unreadable(),
			checked(t, "2", validate.Submission{Name: "a\xff\x00b", Tags: []string{"微信"}, Contact: validate.Contact{Email: "x"}}), checked(t, "", validate.Submission{}))
		for _, want := range []string{"腾迅", "a.jsonl"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q in\n%s", format, want, out)
			}
		}
	}
	if _, err := report.New("xml", nil, validate.Chinese); err == nil {
		t.Error("xml is no format")
	}
}

func TestMarksStandUnderWideCharactersAndCutLines(t *testing.T) {
	long := strings.Repeat("记录每天的收支", 20) + "，全国最好的账本，" + strings.Repeat("按月统计", 20)
	out := write(t, "text", checked(t, "1", validate.Submission{Description: long}))
	lines := strings.Split(out, "\n")
	for i, line := range lines {
		if at := strings.Index(line, "最好"); at >= 0 && strings.HasPrefix(line, "  description: …") {
			under := lines[i+1]
			wide := 0
			for _, r := range line[:at] {
				if r > 0x2e80 {
					wide++
				}
				wide++
			}
			if strings.Index(under, "^^^^") != wide || strings.Count(under, "^") != 4 {
				t.Errorf("marks at %d, want %d:\n%s\n%s", strings.Index(under, "^"), wide, line, under)
			}
			return
		}
	}
	t.Errorf("no excerpt in\n%s", out)
}

func TestCSVRunsNoFormula(t *testing.T) {
	out := write(t, "csv", checked(t, "=1+1", validate.Submission{Name: "=HYPERLINK(\"http://x\")微信"}), checked(t, "-2", validate.Submission{Name: "+86青禾记账"}), unreadable())
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff"))).ReadAll()
	if err != nil || len(rows) < 4 {
		t.Fatal(err, out)
	}
	for _, row := range rows[1:] {
		for i, cell := range row {
			if len(row) != len(rows[0]) || cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
				t.Errorf("%s: %q", rows[0][i], cell)
			}
		}
	}
}

func TestThePageShowsMarkupAsText(t *testing.T) {
	out := write(t, "html", checked(t, "<script>", validate.Submission{Name: "<img src=x onerror=alert(1)>微信"}), unreadable())
	if strings.Contains(out, "<img") || strings.Contains(out, "<b>") || strings.Count(out, "<script>") != 1 {
		t.Errorf("markup of a record is markup of the page:\n%s", out)
	}
	for _, want := range []string{"<mark>微信</mark>", `data-rule="8.3"`, `data-severity="reject"`, "</html>"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(out, "http://") || strings.Contains(out, "https://") {
		t.Error("the page needs something else")
	}
}

// The policy of the page names its one style and its one script as they are, so that
// they count and nothing else does. internal/pagetest sees browsers hold it.
func TestThePageLetsOnlyItsOwnScriptRun(t *testing.T) {
	out := write(t, "html", checked(t, "1", validate.Submission{Name: "微信"}))
	between := func(from, to string) string {
		_, rest, _ := strings.Cut(out, from)
		text, _, ok := strings.Cut(rest, to)
		if !ok || text == "" {
			t.Fatalf("nothing between %s and %s", from, to)
		}
		return text
	}
	policy := html.UnescapeString(between(`<meta http-equiv="Content-Security-Policy" content="`, `">`))
	if want := report.Policy(between("<style>", "</style>"), between("<script>", "</script>")); policy != want {
		t.Errorf("the policy is\n%s, want\n%s", policy, want)
	}
	if !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %s", policy)
	}
	for _, inline := range []string{" style=", " onclick=", "javascript:"} {
		if strings.Contains(out, inline) {
			t.Errorf("the page holds %s", inline)
		}
	}
}

func TestSARIFCountsColumnsInCodePoints(t *testing.T) {
	out := write(t, "sarif", checked(t, "1", validate.Submission{Description: "第一行\n🍀全国最好的课堂"}), unreadable())
	var log struct {
		Version string
		Schema  string `json:"$schema"`
		Runs    []struct {
			ColumnKind string
			Tool       struct {
				Driver struct {
					Name  string
					Rules []struct{ ID string }
				}
			}
			Artifacts []struct {
				Location    struct{ URI string }
				ParentIndex *int
				Contents    *struct{ Text string }
			}
			Invocations []struct {
				ToolExecutionNotifications []struct{ Level string }
			}
			Results []struct {
				RuleID, Level string
				Message       struct{ Text string }
				Locations     []struct {
					PhysicalLocation struct {
						ArtifactLocation struct {
							URI   string
							Index int
						}
						Region struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || run.ColumnKind != "unicodeCodePoints" || run.Tool.Driver.Name != "mingcha" || len(run.Invocations[0].ToolExecutionNotifications) != 1 {
		t.Fatalf("got %s", out)
	}
	r := run.Results[0]
	place := r.Locations[0].PhysicalLocation
	if r.RuleID != "superlative" || r.Level == "" || place.Region.StartLine != 2 || place.Region.StartColumn != 4 || place.Region.EndColumn != 6 {
		t.Errorf("got %+v", r)
	}
	artifact := run.Artifacts[place.ArtifactLocation.Index]
	if artifact.Contents == nil || artifact.ParentIndex == nil || artifact.Location.URI != place.ArtifactLocation.URI || strings.ContainsAny(artifact.Location.URI, " []") {
		t.Errorf("got %+v", artifact)
	}
	known := false
	for _, rule := range run.Tool.Driver.Rules {
		known = known || rule.ID == r.RuleID
	}
	if !known {
		t.Errorf("%s is none of the tool's rules", r.RuleID)
	}
}

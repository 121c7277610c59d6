package summary_test

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/internal/summary"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

func item(id, name, owner string, verdict validate.Verdict, findings ...validate.Finding) report.Item {
	s := &validate.Submission{ID: id, Name: name}
	s.Owner.Name = owner
	return report.Item{ID: id, Submission: s, Report: &validate.Report{ID: id, Verdict: verdict, Findings: findings}}
}

func write(t *testing.T, s *summary.Summary) string {
	t.Helper()
	var b strings.Builder
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestThePageShowsWhatBecameOfTheCatalog(t *testing.T) {
	repeat := catalog.Repeat{Number: 2, First: catalog.Reference{Number: 1, ID: "a"}, Relation: catalog.OtherOwner, Kind: catalog.Template, Size: 2}
	s := summary.New(validate.Chinese, []catalog.Repeat{repeat})
	s.Add(1, item("a", "青禾<b>", "青禾公司", validate.Pass), nil)
	s.Add(2, item("b", "白鹭\u202e洗护", "白鹭公司", validate.NeedReview, validate.Finding{Check: "duplicate", Rule: "1.6", Severity: validate.Review}), &repeat)
	s.Add(3, item("c", "腾迅", "李雷", validate.Rejected, validate.Finding{Check: "tencent-mark", Rule: "8.3", Severity: validate.Reject}), nil)
	s.Add(4, report.Item{Err: &record.Error{File: "x", Line: 4, Message: "broken"}}, nil)
	got := write(t, s)
	for _, want := range []string{
		"4 条记录", "通过 1", "待人工 1", "不通过 1", "读不了 1", ">8.3<", "· tencent-mark", ">1.6<",
		"<td class=\"label\">李雷</td>", "1 条记录与前面的雷同，分属 1 组", "青禾&lt;b&gt; · a · 青禾公司", "白鹭&lt;U&#43;202E&gt;洗护 · b", "套用模板 1", "不同主体 1",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "<script") || strings.Contains(got, `class="label">青禾公司`) {
		t.Error("a script, or an owner without faults")
	}
}

func TestThePageLetsNoScriptRun(t *testing.T) {
	got := html.UnescapeString(write(t, summary.New(validate.Chinese, nil)))
	_, rest, _ := strings.Cut(got, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	policy := report.Policy(style, "")
	if strings.Contains(policy, "script-src") || !strings.Contains(got, `<meta http-equiv="Content-Security-Policy" content="`+policy+`">`) || strings.Contains(got, " style=") {
		t.Errorf("want %s in\n%s", policy, got)
	}
}

func TestBarsStayInsideTheirChart(t *testing.T) {
	s := summary.New(validate.English, nil)
	for i := range 1000 {
		f := validate.Finding{Check: "spam", Rule: "4.4", Severity: validate.Reject}
		if i == 0 {
			f.Severity = validate.Advice
		}
		s.Add(i+1, item("", "x", fmt.Sprintf("owner %d", i%30), validate.Rejected, f), nil)
	}
	got := write(t, s)
	if !strings.Contains(got, `x="299.7" width="1.0"`) || !strings.Contains(got, `width="299.7"`) || !strings.Contains(got, "The first 20 of 30 owners") {
		t.Errorf("got\n%s", got)
	}
}

func TestAnEmptyCatalogHasAPage(t *testing.T) {
	if got := write(t, summary.New(validate.English, nil)); !strings.Contains(got, "0 records") || !strings.Contains(got, "0 records repeat earlier ones, in 0 groups") {
		t.Errorf("got\n%s", got)
	}
}

func TestOnlyTheLargestGroupsAreListed(t *testing.T) {
	var repeats []catalog.Repeat
	for i := range 60 {
		for j := range i + 1 {
			repeats = append(repeats, catalog.Repeat{Number: 1000*i + 2 + j, First: catalog.Reference{Number: 1000*i + 1}, Kind: catalog.Edited, Size: i + 2})
		}
	}
	s := summary.New(validate.English, repeats)
	at := 0
	for i := range 60 {
		s.Add(1000*i+1, item("", fmt.Sprintf("first of %d", i), "", validate.Pass), nil)
		for ; at < len(repeats) && repeats[at].First.Number == 1000*i+1; at++ {
			s.Add(repeats[at].Number, item("", fmt.Sprintf("copy %d", i), "", validate.NeedReview), &repeats[at])
		}
	}
	got := write(t, s)
	if !strings.Contains(got, "first of 59 ·") || !strings.Contains(got, "first of 10 ·") || strings.Contains(got, "first of 9 ·") || strings.Contains(got, "copy 9 ·") || !strings.Contains(got, "owners not given 60") {
		t.Errorf("got\n%s", got)
	}
}

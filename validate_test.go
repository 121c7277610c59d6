// Package mingcha_test holds the acceptance tests of the library: what a caller
// is promised, through the public packages only.
package mingcha_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func check(t *testing.T, s *validate.Submission) *validate.Report {
	t.Helper()
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	return v.Check(s)
}

func TestTheExampleOfTheRulesIsRejectedInPlace(t *testing.T) {
	s := &validate.Submission{Name: "腾迅课堂", Intro: "全国最好的在线课堂，国家级名师授课"}
	r := check(t, s)
	if r.Verdict != validate.Rejected {
		t.Fatalf("verdict %s", r.Verdict)
	}
	type place struct {
		check, text string
		field       validate.Field
	}
	var got []place
	for _, f := range r.Findings {
		got = append(got, place{f.Check, f.Text, f.Field})
		if f.Severity != validate.Reject || f.Message == "" || f.Suggestion == "" || len(f.Via) == 0 {
			t.Errorf("%+v", f)
		}
	}
	want := []place{
		{"tencent-mark", "腾迅", "name"},
		{"superlative", "最好", "intro"},
		{"superlative", "国家级", "intro"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !slices.Contains(r.Findings[0].Via, "homophone") {
		t.Errorf("腾迅 via %v", r.Findings[0].Via)
	}
}

func TestOrdinaryWordsRaiseNothing(t *testing.T) {
	for _, text := range []string{"最近更新", "第一次世界大战", "顶级域名查询", "首页设计", "最多支持9张图"} {
		for _, s := range []*validate.Submission{{Name: text}, {Intro: text}, {Description: text}} {
			if r := check(t, s); len(r.Findings) > 0 {
				t.Errorf("%+v: %+v", s, r.Findings[0])
			}
		}
	}
}

func TestForbiddenWordsAreFoundHoweverTheyAreWritten(t *testing.T) {
	for _, text := range []string{"全网第一", "销量NO.1", "最 低 价", "国家級"} {
		for _, s := range []*validate.Submission{{Name: text + "青禾"}, {Intro: text + "青禾记账"}} {
			r := check(t, s)
			if !slices.ContainsFunc(r.Findings, func(f validate.Finding) bool { return f.Check == "superlative" && f.Severity == validate.Reject }) {
				t.Errorf("%+v: %+v", s, r.Findings)
			}
		}
	}
}

func TestEveryRecordOfTheSampleCatalogIsAnswered(t *testing.T) {
	data, err := os.ReadFile("examples/catalog.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]validate.Verdict{
		"1001": "pass", "1002": "reject", "1003": "reject", "1004": "reject", "1005": "reject",
		"1006": "pass", "1007": "pass", "1008": "reject", "1009": "reject", "1010": "pass",
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		var s validate.Submission
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		r := check(t, &s)
		if r.ID != s.ID || r.Verdict != want[s.ID] {
			t.Errorf("%s %s: %s, want %s: %+v", s.ID, s.Name, r.Verdict, want[s.ID], r.Findings)
		}
		delete(want, s.ID)
	}
	if len(want) > 0 {
		t.Errorf("not in the catalog: %v", want)
	}
}

func TestAReportReadsAsDocumentedJSON(t *testing.T) {
	out, err := json.Marshal(check(t, &validate.Submission{ID: "1", Name: "腾迅课堂"}))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		ID, Verdict string
		Findings    []map[string]any
		Manual      []string
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if got.ID != "1" || got.Verdict != "reject" || len(got.Findings) != 1 || !slices.Contains(got.Manual, "1.4") {
		t.Fatalf("got %s", out)
	}
	f := got.Findings[0]
	for key, want := range map[string]any{
		"check": "tencent-mark", "rule": "8.3", "severity": "reject", "field": "name",
		"start": 0.0, "end": 6.0, "text": "腾迅", "entry": "腾讯", "platform_code": 53012.0,
	} {
		if f[key] != want {
			t.Errorf("%s: got %v, want %v", key, f[key], want)
		}
	}
}

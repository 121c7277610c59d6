package suppress_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/internal/suppress"
	"github.com/mingcha-go/mingcha/validate"
)

var today = time.Date(2030, 5, 10, 23, 59, 0, 0, time.UTC)

func allow(t *testing.T, list string) (*suppress.Set, []string, error) {
	t.Helper()
	var warnings []string
	s := new(suppress.Set)
	err := s.ReadAllow("a.tsv", strings.NewReader(list), today, func(w string) { warnings = append(warnings, w) })
	return s, warnings, err
}

func report(id string) *validate.Report {
	return &validate.Report{ID: id, Verdict: validate.Rejected, Findings: []validate.Finding{
		{Check: "tencent-mark", Severity: validate.Reject, Field: "name", Text: "腾迅", Entry: "腾讯"},
		{Check: "superlative", Severity: validate.Review, Field: "intro", Text: "第 一", Entry: "第一"},
	}}
}

func TestEntriesAllowWhatTheyName(t *testing.T) {
	for _, test := range []struct {
		name, list string
		verdict    validate.Verdict
		left       int
	}{
		{"by text", "text\treason\n腾迅\t历史名称\n", validate.NeedReview, 1},
		{"by entry, folded", "text\treason\n騰訊\tr\n", validate.NeedReview, 1},
		{"by text, spaces folded", "text\treason\n第一\tr\n", validate.Rejected, 1},
		{"by id", "id\treason\n7\tr\n", validate.Pass, 0},
		{"by another id", "id\treason\n8\tr\n", validate.Rejected, 2},
		{"by id and check", "id\tcheck\treason\n7\tsuperlative\tr\n", validate.Rejected, 1},
		{"text of another check", "text\tcheck\treason\n腾迅\tsuperlative\tr\n", validate.Rejected, 2},
		{"on the last day", "text\treason\tuntil\n腾迅\tr\t2030-05-10\n", validate.NeedReview, 1},
		{"comments and empty lines", "# c\n\ntext\treason\r\n# c\n腾迅\tr\r\n", validate.NeedReview, 1},
		{"nothing", "", validate.Rejected, 2},
	} {
		s, _, err := allow(t, test.list)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		r := report("7")
		out := s.Apply(r)
		if r.Verdict != test.verdict || len(r.Findings) != test.left || len(out) != 2-test.left {
			t.Errorf("%s: %s, %d left, %d out", test.name, r.Verdict, len(r.Findings), len(out))
		}
		for _, f := range out {
			if f.By != suppress.ByAllow || f.Reason == "" {
				t.Errorf("%s: %+v", test.name, f)
			}
		}
	}
}

func TestAnEntryThatIsOverIsToldOf(t *testing.T) {
	s, warnings, err := allow(t, "text\treason\tuntil\n腾迅\tr\t2030-05-09\n")
	r := report("1")
	if s.Apply(r); err != nil || len(r.Findings) != 2 || len(warnings) != 1 || !strings.HasPrefix(warnings[0], "a.tsv:2: expired on 2030-05-09") {
		t.Errorf("%v, %q, %d findings", err, warnings, len(r.Findings))
	}
}

func TestUnusedEntriesAreKnown(t *testing.T) {
	s, _, _ := allow(t, "text\treason\n腾迅\tr\n青禾\tr\n")
	s.Apply(report("1"))
	if got := s.Unused(); !slices.Equal(got, []string{"a.tsv:3"}) {
		t.Errorf("got %q", got)
	}
}

func TestFaultsOfAnAllowListHaveTheirLine(t *testing.T) {
	for list, want := range map[string]string{
		"text\treason\n腾迅\t\n":                    "a.tsv:2: no reason",
		"text\treason\n腾迅\n":                      "a.tsv:2: no reason",
		"text\tcheck\treason\n\tspam\tr\n":        "a.tsv:2: neither text nor id",
		"text\tcheck\treason\nx\tspan\tr\n":       `a.tsv:2: there is no check "span"`,
		"text\treason\tuntil\nx\tr\t1.1.2031\n":   `a.tsv:2: until "1.1.2031"`,
		"text\treason\nx\tr\ty\n":                 "a.tsv:2: 3 cells under 2 columns",
		"text\n腾迅\n":                              "a.tsv:1: no column reason",
		"words\treason\n腾迅\tr\n":                  `a.tsv:1: column "words"`,
		"text\treason\n!!\tr\n":                   "a.tsv:2: text",
		"text\treason\nok\tr\nx\t\n\xff\t\nz\t\n": "a.tsv:5: no reason",
	} {
		if _, _, err := allow(t, list); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", list, err, want)
		}
	}
}

func TestABaselineSettlesWhatItHasAsOftenAsItHasIt(t *testing.T) {
	var s suppress.Set
	err := s.ReadBaseline("b.jsonl", strings.NewReader(
		`{"id":"1","verdict":"reject","findings":[{"check":"tencent-mark","severity":"reject","field":"name","text":"腾迅"}]}`+"\n"+
			`{"id":"2","verdict":"pass","suppressed":[{"check":"tencent-mark","severity":"reject","field":"name","text":"腾迅","by":"baseline"},`+
			`{"check":"superlative","severity":"review","field":"intro","text":"第 一","by":"allow","reason":"r"}]}`+"\n"+
			`{"id":"3","verdict":"error","error":{"file":"x","line":9,"message":"broken"}}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, id string
		verdict  validate.Verdict
	}{
		{"known", "1", validate.NeedReview},
		{"the same once more is new", "1", validate.Rejected},
		{"settled before, allowed before", "2", validate.NeedReview},
		{"another record", "4", validate.Rejected},
	} {
		r := report(test.id)
		if s.Apply(r); r.Verdict != test.verdict {
			t.Errorf("%s: %s", test.name, r.Verdict)
		}
	}
	if !s.Unreadable("3", "", "broken") || s.Unreadable("3", "", "broken") {
		t.Error("a record that could not be read before is not known once")
	}
}

func TestABaselineThatIsNoOutputIsRefused(t *testing.T) {
	for in, want := range map[string]string{
		"{\"verdict\":\"pass\"}\n{\"name\":\"x\"}\n": "b:2: ", "name,intro\n": "b:1: ", "[]\n": "b:1: ",
	} {
		var s suppress.Set
		if err := s.ReadBaseline("b", strings.NewReader(in)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

// shouter finds every 最 of a name: the first as advice, the others gravely.
type shouter struct{}

func (shouter) Check(s *validate.Submission) *validate.Report {
	var r validate.Report
	severity := validate.Advice
	for from := 0; ; severity = validate.Reject {
		i := strings.Index(s.Name[from:], "最")
		if i < 0 {
			return &r
		}
		r.Findings = append(r.Findings, validate.Finding{
			Check: "c", Field: "name", Start: from + i, End: from + i + 3, Text: "最", Severity: severity,
		})
		from += i + 3
	}
}

func surveyNames(seed uint64, names ...string) string {
	s := newSurvey(shouter{}, seed, 1)
	for i, name := range names {
		s.add("f.txt", i+1, &validate.Submission{Name: name})
	}
	var b strings.Builder
	s.print(&b)
	return b.String()
}

func TestARowCountsOnceByItsGravestFinding(t *testing.T) {
	got := surveyNames(1, "店", "最好", "最大最好", "")
	want := "| file  | field | rows | check | advice |     % | review |    % | reject |     % |\n" +
		"| ----- | ----- | ---: | ----- | -----: | ----: | -----: | ---: | -----: | ----: |\n" +
		"| f.txt | name  |    3 | c     |      1 | 33.33 |      0 | 0.00 |      1 | 33.33 |\n" +
		"\nc, reject: 1 of 1\nf.txt:3\tname\t最大【最】好\n" +
		"\nc, advice: 1 of 1\nf.txt:2\tname\t【最】好\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheSampleDependsOnTheSeedAlone(t *testing.T) {
	var names []string
	for i := range 50 {
		names = append(names, fmt.Sprintf("最好%d", i))
	}
	first := surveyNames(1, names...)
	if again := surveyNames(1, names...); again != first {
		t.Error("one seed gave two samples")
	}
	different := false
	for seed := range uint64(5) {
		different = different || surveyNames(seed, names...) != first
	}
	if !different {
		t.Error("five seeds gave the same sample")
	}
}

func TestRowsOfFiles(t *testing.T) {
	row, err := jsonRow([]byte(`{"name":"青禾","description":null,"kind":"app","intro":"记账"}`))
	if err != nil || row.Name != "青禾" || row.Intro != "记账" || row.Description != "" {
		t.Errorf("got %+v, %v", row, err)
	}
	if row, _ := nameRow([]byte(" 青禾\r")); row.Name != "青禾" {
		t.Errorf("got %q", row.Name)
	}
}

package main

import (
	"reflect"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func TestLinesOfTheJournalAreReadAsTheyWereWritten(t *testing.T) {
	report := []byte(`{"id":"7 \"x\"","verdict":"pass"}`)
	for _, want := range []entry{
		{sum: 0xffffffff, report: report},
		{sum: 1, worst: validate.Reject, report: report},
		{},
		{sum: 5, icon: iconStamp{"a.png", 17, 1764079500000000001}, report: report},
		{sum: 5, worst: validate.Review, icon: iconStamp{"目录/a \"b\"\n\xff.png", -1, -1}, report: report},
		{sum: 5, icon: iconStamp{"a.png", 0, 0}},
		{sum: 5, panicked: "check \"spam\"\npanicked \xff"},
		{sum: 5, icon: iconStamp{"panic \"x\"", 17, 1}, panicked: "panic "},
	} {
		line := string(want.line())
		if strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n") {
			t.Errorf("%q is no line", line)
		}
		got, err := parseEntry([]byte(strings.TrimSuffix(line, "\n")))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, %v, want %+v", line, got, err, want)
		}
	}
}

func TestALineThatIsNoEntryIsRefused(t *testing.T) {
	for _, line := range []string{"", "null", "{}", "1 null", "x 0 null", "123456789 0 null", "1 x null", "1  null", "1 0 ", "1 0", `1 0 "a`, `1 0 "a" 5 null`, `1 0 "a" 5 x null`, `1 0 "a"`, `1 0 panic `, `1 0 panic x`} {
		if e, err := parseEntry([]byte(line)); err == nil {
			t.Errorf("%q: got %+v", line, e)
		}
	}
}

package stance

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheTableIsWellFormed(t *testing.T) {
	if _, err := parse("words.tsv", wordsTSV); err != nil {
		t.Error(err)
	}
}

func TestAFaultyTableIsRefusedWithLineAndColumn(t *testing.T) {
	const good = "warns\tbefore\tclause\t0\t4\t警惕 谨防\n"
	for name, test := range map[string]struct{ tsv, want string }{
		"too few columns":    {"# a comment\nwarns\tbefore\n", "w.tsv:2: 2 columns, expected 6"},
		"unknown kind":       {"shouts\tbefore\tclause\t0\t4\t警惕\n", `w.tsv:1:1: unknown kind "shouts"`},
		"unknown side":       {"warns\tabove\tclause\t0\t4\t警惕\n", `w.tsv:1:2: unknown side "above"`},
		"unknown scope":      {"warns\tbefore\tpage\t0\t4\t警惕\n", `w.tsv:1:3: unknown scope "page"`},
		"reach no number":    {"warns\tbefore\tclause\tfar\t4\t警惕\n", `w.tsv:1:4: reach "far": expected a number from 0 to 40`},
		"reach too far":      {"warns\tbefore\tclause\t41\t4\t警惕\n", `w.tsv:1:4: reach "41"`},
		"no weight":          {"warns\tbefore\tclause\t0\t0\t警惕\n", `w.tsv:1:5: weight "0": expected a number from 1 to 9`},
		"no words":           {"warns\tbefore\tclause\t0\t4\t \n", "w.tsv:1:6: no words"},
		"a word of nothing":  {"warns\tbefore\tclause\t0\t4\t警惕 ！\n", `w.tsv:1:6: "！": expected a word`},
		"one character":      {"warns\tany\tclause\t0\t4\t防\n", `w.tsv:1:6: "防": one character alone`},
		"a word twice":       {good + "warns\tbefore\tclause\t3\t2\t当心 謹防\n", `w.tsv:2:6: "謹防" stands already in line 1`},
		"too many rows":      {rows(maxRows + 1), fmt.Sprintf("w.tsv:%d: more than %d rows", maxRows+1, maxRows)},
		"several at a time":  {"shouts\tabove\tclause\t0\t4\t警惕\n", `unknown side "above"`},
		"a shield's columns": {"-\tany\tclause\t0\tx\t防水\n", `w.tsv:1:5: weight "x"`},
	} {
		if _, err := parse("w.tsv", test.tsv); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
	if _, err := parse("w.tsv", good+"-\tany\tclause\t0\t0\t警惕性\n"); err != nil {
		t.Error(err)
	}
}

// rows gives a table of n rows with a word each.
func rows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "warns\tbefore\tclause\t0\t4\t%c惕\n", 0x4e00+i)
	}
	return b.String()
}

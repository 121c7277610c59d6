package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

const (
	breaks   = `{"id":"1","rule":"5.1","label":"violating","half":"tune","name":"好店","intro":"转发三群送礼","field":"intro","text":"转发三群","also":["5.2"],"why":"w"}`
	absent   = `{"id":"1","rule":"5.1","label":"violating","half":"tune","name":"好店","why":"w"}`
	declares = `{"id":"1","rule":"3.9","label":"violating","half":"held","name":"好店","intro":"传图","field":"intro","text":"传图","why":"w"}`
	obeys    = `{"id":"1","rule":"5.1","label":"compliant","half":"held","name":"好店","intro":"转发三群送礼","why":"w"}`
)

func mustParseRule(t *testing.T, line string) *ruleCase {
	t.Helper()
	c, err := parseRuleCase([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	return &c
}

func TestScoreRuleCase(t *testing.T) {
	const intro = "转发三群送礼"
	found := func(rule, text string, s validate.Severity) validate.Finding {
		f := finding("intro", intro, text, s)
		f.Rule = rule
		return f
	}
	for name, c := range map[string]struct {
		line     string
		findings []validate.Finding
		want     ruleTally
	}{
		"the number at the place":                    {breaks, []validate.Finding{found("5.1", "三群", validate.Review)}, ruleTally{violating: 1, right: 1, any: 1}},
		"another number that a reader would accept":  {breaks, []validate.Finding{found("5.2", "转发", validate.Reject)}, ruleTally{violating: 1, right: 1, any: 1}},
		"another number is any":                      {breaks, []validate.Finding{found("2.5", "转发", validate.Reject)}, ruleTally{violating: 1, any: 1}},
		"the number beside the place is any":         {breaks, []validate.Finding{found("5.1", "送礼", validate.Reject)}, ruleTally{violating: 1, any: 1}},
		"advice is none":                             {breaks, []validate.Finding{found("5.1", "转发", validate.Advice)}, ruleTally{violating: 1}},
		"what is declared has its place there":       {breaks, []validate.Finding{{Rule: "5.1", Field: "categories[0]", End: 3, Severity: validate.Review}}, ruleTally{violating: 1, right: 1, any: 1}},
		"an absence is met anywhere":                 {absent, []validate.Finding{{Rule: "5.1", Field: "contact", Severity: validate.Review}}, ruleTally{violating: 1, right: 1, any: 1}},
		"advice answers a rule of declarations":      {declares, []validate.Finding{{Rule: "3.9", Field: "complaint_channel", Severity: validate.Advice}}, ruleTally{violating: 1, right: 1}},
		"a compliant case without findings":          {obeys, nil, ruleTally{compliant: 1, quiet: 1, silent: 1}},
		"advice leaves a compliant case in peace":    {obeys, []validate.Finding{found("5.1", "转发", validate.Advice)}, ruleTally{compliant: 1, quiet: 1, silent: 1}},
		"another number on a compliant case":         {obeys, []validate.Finding{found("2.5", "转发", validate.Review)}, ruleTally{compliant: 1, quiet: 1}},
		"the rule's own number on a compliant case":  {obeys, []validate.Finding{found("5.1", "转发", validate.Review)}, ruleTally{compliant: 1}},
		"nothing on a violating case is no find":     {breaks, nil, ruleTally{violating: 1}},
		"another number at advice is none of either": {breaks, []validate.Finding{found("2.5", "转发", validate.Advice)}, ruleTally{violating: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := scoreRuleCase(mustParseRule(t, c.line), c.findings); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestRuleCasesThatCannotMeanWhatTheySayAreRefusedWithFileAndLine(t *testing.T) {
	for name, c := range map[string]struct{ line, want string }{
		"a text that the field does not hold": {strings.Replace(breaks, "转发三群送礼", "好", 1), "5.1.jsonl:2: 1: intro does not hold"},
		"an unknown key":                      {strings.Replace(breaks, `"name"`, `"nmae"`, 1), `5.1.jsonl:2: json: unknown field "nmae"`},
		"an unknown label":                    {strings.Replace(breaks, "violating", "bad", 1), `5.1.jsonl:2: 1: label is "bad"`},
		"no half":                             {strings.Replace(breaks, `"half":"tune",`, "", 1), `5.1.jsonl:2: 1: half is ""`},
		"no reason":                           {strings.Replace(breaks, `"why":"w"`, `"why":""`, 1), `5.1.jsonl:2: case "1" needs id, rule and why`},
		"a compliant case with words at fault": {strings.Replace(breaks, "violating", "compliant", 1),
			"5.1.jsonl:2: 1: compliant, but with"},
		"another file's rule":       {strings.Replace(breaks, `"5.1"`, `"5.2"`, 1), `5.1.jsonl:2: 1: rule is "5.2"`},
		"one record":                {`{"id":"1","rule":"5.1","label":"compliant","half":"tune","records":[{}],"why":"w"}`, "5.1.jsonl:2: 1: one record"},
		"an icon of unknown steps":  {`{"id":"1","rule":"5.1","label":"compliant","half":"tune","icon":{"size":9,"draw":[{"do":"fly"}]},"why":"w"}`, `5.1.jsonl:2: 1: icon: step 1: no step "fly"`},
		"an icon of no size":        {`{"id":"1","rule":"5.1","label":"compliant","half":"tune","icon":{},"why":"w"}`, "5.1.jsonl:2: 1: icon: no size"},
		"an icon of no such colour": {`{"id":"1","rule":"5.1","label":"compliant","half":"tune","icon":{"size":9,"ground":"red"},"why":"w"}`, `5.1.jsonl:2: 1: icon: colour is "red"`},
		"an id that stands twice":   {breaks + "\n" + breaks, `5.1.jsonl:3: id "1" stands twice`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "5.1.jsonl"), []byte("\n"+c.line+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := loadRuleCases(dir); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want it to hold %q", err, c.want)
			}
		})
	}
}

func TestRuleTableIsReadBackAsWrittenAndFallingFiguresAreTold(t *testing.T) {
	half := ruleScore{rule: "5.1", tune: ruleTally{violating: 2, right: 1, any: 2, compliant: 2, quiet: 2, silent: 1}}
	floors, err := parseRuleFloors(ruleSection([]ruleScore{half}))
	if err != nil {
		t.Fatal(err)
	}
	if want := (ruleFloor{.5, 1, 1, .5, 1, 1, 1, 1}); len(floors) != 1 || floors["5.1"] != want {
		t.Fatalf("got %v, want 5.1 alone with %v", floors, want)
	}
	if faults := ruleRegressions([]ruleScore{half}, floors); faults != nil {
		t.Errorf("the same figures are told as faults: %q", faults)
	}
	worse := half
	worse.tune.right, worse.held = 0, ruleTally{compliant: 1}
	want := []string{
		"5.1: right number, tune is 0.0000, the scorecard states 0.5000",
		"5.1: quiet, held is 0.0000, the scorecard states 1.0000",
		"5.1: silent, held is 0.0000, the scorecard states 1.0000",
	}
	if got := ruleRegressions([]ruleScore{worse}, floors); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := ruleRegressions(nil, floors); !slices.Equal(got, []string{"5.1: in the scorecard, but without cases"}) {
		t.Errorf("got %q for a rule without cases", got)
	}
}

func TestMistakesOfTheHeldHalfAreNotPrintedWithTheTuneHalf(t *testing.T) {
	mistakes := []ruleMistake{{of: mustParseRule(t, breaks)}, {of: mustParseRule(t, declares)}}
	var b strings.Builder
	printRuleMistakes(&b, mistakes, tune)
	if want := "\n1 violating: w\n  id\t1\n  intro\t【转发三群】送礼\n  name\t好店\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

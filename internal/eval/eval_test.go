package main

import (
	"os"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

const root = "../../"

// The cases of the project are the measure: no check may become worse at them
// than docs/scorecard.md states. go run ./internal/eval shows what is wrong.
func TestNoCheckFallsBelowTheScorecard(t *testing.T) {
	page, err := os.ReadFile(root + scorecardFile)
	if err != nil {
		t.Fatal(err)
	}
	floors, err := parseScorecard(string(page))
	if err != nil {
		t.Fatal(err)
	}
	cases, err := loadCases(root + casesDir)
	if err != nil {
		t.Fatal(err)
	}
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	scores, _ := scoreAll(v, cases)
	for _, fault := range regressions(scores, floors) {
		t.Error(fault)
	}
}

// No rule may do worse than docs/scorecard.md states, in neither half.
func TestNoRuleFallsBelowTheScorecard(t *testing.T) {
	page, err := os.ReadFile(root + scorecardFile)
	if err != nil {
		t.Fatal(err)
	}
	floors, err := parseRuleFloors(string(page))
	if err != nil {
		t.Fatal(err)
	}
	cases, err := loadRuleCases(root + rulesDir)
	if err != nil {
		t.Fatal(err)
	}
	check, err := newRuleChecker()
	if err != nil {
		t.Fatal(err)
	}
	scores, _ := scoreRules(check, cases)
	for _, fault := range ruleRegressions(scores, floors) {
		t.Error(fault)
	}
}

// The parts of the corpus may not fall below what docs/scorecard.md states of them.
func TestNoPartOfTheCorpusFallsBelowTheScorecard(t *testing.T) {
	page, err := os.ReadFile(root + scorecardFile)
	if err != nil {
		t.Fatal(err)
	}
	floors, err := parseCorpusFloors(string(page))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := loadCorpus(root + corpusDir)
	if err != nil {
		t.Fatal(err)
	}
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range corpusRegressions(scoreCorpus(v, rows).authors, floors) {
		t.Error(fault)
	}
}

func TestEveryRuleThatIsAnsweredHasTwelveCasesOfEachLabel(t *testing.T) {
	cases, err := loadRuleCases(root + rulesDir)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[[2]string]int{}
	for _, c := range cases {
		counts[[2]string{c.Rule, c.Label}]++
	}
	for _, rule := range measuredRules() {
		for _, label := range []string{violating, compliant} {
			if n := counts[[2]string{rule, label}]; n < 12 {
				t.Errorf("rule %s has %d %s cases in %s, want 12 or more", rule, n, label, rulesDir)
			}
		}
	}
}

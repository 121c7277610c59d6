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

package main

import (
	"slices"
	"testing"
)

// twoThirds has precision and recall of 2/3.
var twoThirds = score{check: "c", positive: 3, innocent: 1, found: 2, missed: 1, falseAlarms: 1, agreed: 1}

func TestScorecardIsReadBackAsWritten(t *testing.T) {
	floors, err := parseScorecard(scorecard(&corpusScores{}, nil, []score{twoThirds}, []string{"d"}))
	if err != nil {
		t.Fatal(err)
	}
	if want := (floor{0.6667, 0.6667}); len(floors) != 1 || floors["c"] != want {
		t.Errorf("got %v, want c alone with %v", floors, want)
	}
}

func TestAFigureThatIsNoNumberIsRefused(t *testing.T) {
	if _, err := parseScorecard("| c | 1 | 1 | 0 | good | 1.0 | 1.0 |\n"); err == nil {
		t.Error("accepted")
	}
}

func TestRegressions(t *testing.T) {
	for name, c := range map[string]struct {
		scores []score
		floors map[string]floor
		want   []string
	}{
		"the same after rounding is none": {[]score{twoThirds}, map[string]floor{"c": {0.6667, 0.6667}}, nil},
		"better is none":                  {[]score{twoThirds}, map[string]floor{"c": {0.5, 0}}, nil},
		"precision and recall fall": {[]score{twoThirds}, map[string]floor{"c": {0.6668, 1}}, []string{
			"c: precision is 0.6667, the scorecard states 0.6668",
			"c: recall is 0.6667, the scorecard states 1.0000",
		}},
		"a check is not stated": {[]score{twoThirds}, nil, []string{"c: not in the scorecard"}},
		"a check lost its cases": {nil, map[string]floor{"c": {1, 1}}, []string{
			"c: in the scorecard, but without cases",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := regressions(c.scores, c.floors); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWithNothingFoundPrecisionIsOneAndRecallIsNot(t *testing.T) {
	s := score{missed: 2}
	if s.precision() != 1 || s.recall() != 0 {
		t.Errorf("precision %v, recall %v", s.precision(), s.recall())
	}
}

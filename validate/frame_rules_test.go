package validate

import (
	"slices"
	"testing"
)

func TestTheWordingsOfFramesAreOfRulesAndWhole(t *testing.T) {
	for number, w := range frameRules() {
		if ruleByNumber()[number] == nil {
			t.Errorf("%s is no rule", number)
		}
		if slices.Contains([]string{w.title.ZH, w.title.EN, w.suggestion.ZH, w.suggestion.EN}, "") {
			t.Errorf("%s lacks a text: %+v", number, w)
		}
	}
}

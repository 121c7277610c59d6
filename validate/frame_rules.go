package validate

import (
	_ "embed"
	"sync"
)

//go:embed frame_rules.tsv
var frameRulesTSV string

// ruleWording is what findings of frames say under a rule that is not the check's own.
type ruleWording struct{ title, suggestion Text }

// frameRules gives the wordings by the number of the rule in the first edition.
var frameRules = sync.OnceValue(func() map[string]ruleWording {
	wordings := map[string]ruleWording{}
	for _, row := range tableRows(frameRulesTSV, 5) {
		wordings[row[0]] = ruleWording{Text{row[1], row[2]}, Text{row[3], row[4]}}
	}
	return wordings
})

// framedWording gives the message and the suggestion of a finding of a frame: those for
// the rule where several checks give its number, else the check's.
func (w *listWording) framedWording(rule string, severity Severity) (message, suggestion Text) {
	if own, ok := frameRules()[rule]; ok {
		generic := forbidden(own.suggestion)
		return generic.message(severity), generic.suggestion
	}
	if severity == Advice && !w.advised.empty() {
		return w.message(severity), w.advised
	}
	return w.message(severity), w.suggestion
}

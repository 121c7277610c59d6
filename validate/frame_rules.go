package validate

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed frame_rules.tsv
var frameRulesTSV string

// ruleWording is what findings of frames say under a rule that is not the check's own.
type ruleWording struct{ title, suggestion Text }

// frameRules gives the wordings by the number of the rule in the first edition.
var frameRules = sync.OnceValue(func() map[string]ruleWording {
	wordings := map[string]ruleWording{}
	for line := range strings.Lines(frameRulesTSV) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		wordings[c[0]] = ruleWording{Text{c[1], c[2]}, Text{c[3], c[4]}} // a test holds it to its form
	}
	return wordings
})

// framedWording gives the words of a finding of a frame: the rule's where several checks
// give its number, else the check's.
func (w *listWording) framedWording(rule string, severity Severity, listed Text) (message, title, suggestion Text) {
	if own, ok := frameRules()[rule]; ok {
		generic := forbidden(own.suggestion)
		return generic.message(severity), own.title, generic.suggestion
	}
	if severity == Advice && !w.advised.empty() {
		return w.message(severity), listed, w.advised
	}
	return w.message(severity), listed, w.suggestion
}

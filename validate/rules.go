package validate

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed rules.tsv
var rulesTSV string

// Rule is one rule of the platform and how this library answers it.
type Rule struct {
	// Number in the first edition of the operating rules; form.name and the
	// like are rules of the registration form.
	Number string `json:"number"`
	// In2018 and In2026 are its numbers in the later editions, empty where they
	// are not known.
	In2018 string `json:"in_2018,omitempty"`
	In2026 string `json:"in_2026,omitempty"`
	// How it is answered: auto, declared, icon, catalog, manual, or two of
	// these joined by +.
	How string `json:"how"`
	// Checks are the slugs of the checks that answer it.
	Checks []string `json:"checks,omitempty"`
	Title  Text     `json:"title"`
	// Look says what a person should look at; empty unless How holds manual.
	Look Text `json:"look,omitzero"`
}

// Manual tells whether a person has to settle the rule, wholly or in part.
func (r *Rule) Manual() bool { return r != nil && strings.Contains(r.How, "manual") }

// Rules gives the table of rules in the order of the text.
func Rules() []Rule {
	rules := parsedRules()
	return append([]Rule(nil), rules...)
}

// parsedRules reads the embedded table; a test holds it to its form.
var parsedRules = sync.OnceValue(func() (rules []Rule) {
	for line := range strings.Lines(rulesTSV) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "number" || len(cells) < 5 {
			continue
		}
		cells = append(cells, "", "", "", "")
		rules = append(rules, Rule{
			Number: cells[0], How: cells[1], Checks: strings.Fields(cells[2]),
			Title: Text{ZH: cells[3], EN: cells[4]}, Look: Text{ZH: cells[5], EN: cells[6]},
			In2018: cells[7], In2026: cells[8],
		})
	}
	return rules
})

// Edition is an edition of the platform's operating rules, which number them
// differently.
type Edition string

// The editions. The later ones are known in parts only: a rule whose number is
// not known keeps that of the first edition, marked by @first.
const (
	EditionFirst Edition = "first"
	Edition2018  Edition = "2018"
	Edition2026  Edition = "2026"
)

// numberIn gives the number of a rule of the first edition in another one.
func numberIn(edition Edition, number string) string {
	if edition == EditionFirst || edition == "" || number == "" {
		return number
	}
	for i := range parsedRules() {
		r := &parsedRules()[i]
		if r.Number != number {
			continue
		}
		if n := map[Edition]string{Edition2018: r.In2018, Edition2026: r.In2026}[edition]; n != "" {
			return n
		}
	}
	if strings.HasPrefix(number, "form.") {
		return number
	}
	return number + "@first"
}

// manualRules are the numbers of the rules that a report leaves to a person.
var manualRules = sync.OnceValue(func() (numbers []string) {
	for _, r := range parsedRules() {
		if r.Manual() {
			numbers = append(numbers, r.Number)
		}
	}
	return numbers
})

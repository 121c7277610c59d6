package validate

import (
	"cmp"
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// rulesTSV are the rules of the first edition and of the form, with their numbers
// in the later ones; rulesLaterTSV those that only later editions have.
var (
	//go:embed rules.tsv
	rulesTSV string
	//go:embed rules_later.tsv
	rulesLaterTSV string
)

// Rule is one rule of the platform and how this library answers it.
type Rule struct {
	// Number in the first edition of the operating rules; form.name and the
	// like are rules of the registration form. A rule that only later editions
	// have is called by the latest of them: 2026/5.24.
	Number string `json:"number"`
	// In2018 and In2026 are its numbers in the later editions, empty where they
	// have no such rule. A number is that of the part of the text that says what the
	// rule says; where an edition gives it none of its own, of the chapter.
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
	// When are the features of which a program needs one for the rule to concern it; none:
	// it concerns all.
	When []Feature `json:"when,omitempty"`

	// parted gives the number in a later edition for a check, where that edition
	// has made several rules of one.
	parted map[Edition]map[string]string
}

// Manual tells whether a person has to settle the rule, wholly or in part.
func (r *Rule) Manual() bool { return r != nil && strings.Contains(r.How, "manual") }

// In gives the rule's number in an edition, empty where that has no such rule.
func (r *Rule) In(e Edition) string {
	switch e {
	case Edition2018:
		return r.In2018
	case Edition2026:
		return r.In2026
	}
	if strings.Contains(r.Number, "/") {
		return ""
	}
	return r.Number
}

// Numbers gives all numbers that findings of the rule carry in an edition: In, and
// those of the parts that the edition has made of it.
func (r *Rule) Numbers(e Edition) (numbers []string) {
	if number := r.In(e); number != "" {
		numbers = append(numbers, number)
	}
	for _, number := range r.parted[e] {
		if !slices.Contains(numbers, number) {
			numbers = append(numbers, number)
		}
	}
	slices.SortFunc(numbers, compareNumbers)
	return numbers
}

// inFor is In for the findings of a check.
func (r *Rule) inFor(e Edition, check string) string {
	if number := r.parted[e][check]; number != "" {
		return number
	}
	return r.In(e)
}

// Rules gives the table of rules in the order of the text of the first edition,
// without those that only later editions have; see RulesIn.
func Rules() []Rule { return RulesIn(EditionFirst) }

// RulesIn gives the rules that an edition has, in the order of its numbers, rules of
// the form last. Two rules of the first edition that a later one has put together
// are both there, under one number. An unknown edition has none.
func RulesIn(e Edition) []Rule {
	if e != EditionFirst && e != Edition2018 && e != Edition2026 {
		return nil
	}
	rules := slices.DeleteFunc(slices.Clone(parsedRules()), func(r Rule) bool { return r.In(e) == "" })
	if e != EditionFirst {
		slices.SortStableFunc(rules, func(a, b Rule) int { return compareNumbers(a.In(e), b.In(e)) })
	}
	return rules
}

// compareNumbers puts 2.10 behind 2.9, words (form.name, game.2.1.4) behind numbers.
func compareNumbers(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(a, b string) int {
		x, errX := strconv.Atoi(a)
		y, errY := strconv.Atoi(b)
		switch {
		case errX == nil && errY == nil:
			return cmp.Compare(x, y)
		case errX == nil:
			return -1
		case errY == nil:
			return 1
		}
		return cmp.Compare(wordOrder(a), wordOrder(b))
	})
}

// wordOrder puts the rules for games before those of the form; among each other those
// of the form stay as the table has them.
func wordOrder(word string) int {
	if word == "game" {
		return 0
	}
	return 1
}

// parsedRules reads the embedded tables; a test holds them to their form.
var parsedRules = sync.OnceValue(func() (rules []Rule) {
	for _, c := range tableRows(rulesTSV, 10) {
		r := Rule{
			Number: c[0], How: c[1], Checks: strings.Fields(c[2]),
			Title: Text{ZH: c[3], EN: c[4]}, Look: Text{ZH: c[5], EN: c[6]}, parted: map[Edition]map[string]string{},
		}
		r.When = featuresOf(c[9])
		r.In2018, r.parted[Edition2018] = parseNumbers(c[7])
		r.In2026, r.parted[Edition2026] = parseNumbers(c[8])
		rules = append(rules, r)
	}
	for _, c := range tableRows(rulesLaterTSV, 9) {
		number := "2026/" + c[1]
		if c[1] == "" {
			number = "2018/" + c[0]
		}
		rules = append(rules, Rule{
			Number: number, In2018: c[0], In2026: c[1], How: c[2], Checks: strings.Fields(c[3]),
			Title: Text{ZH: c[4], EN: c[5]}, Look: Text{ZH: c[6], EN: c[7]}, When: featuresOf(c[8]),
		})
	}
	return rules
})

// featuresOf reads a cell of features.
func featuresOf(cell string) (features []Feature) {
	for _, word := range strings.Fields(cell) {
		features = append(features, Feature(word))
	}
	return features
}

// parseNumbers reads the number of a rule in a later edition, and those of checks for
// which it differs: "2.3 keyword-stuffing=2.5".
func parseNumbers(cell string) (number string, parted map[string]string) {
	parted = map[string]string{}
	for _, word := range strings.Fields(cell) {
		if check, other, ok := strings.Cut(word, "="); ok {
			parted[check] = other
		} else {
			number = word
		}
	}
	return number, parted
}

// tableRows gives the rows of a table below its head, each with so many cells.
func tableRows(tsv string, cells int) (rows [][]string) {
	head := true
	for line := range strings.Lines(tsv) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if row := strings.Split(strings.TrimRight(line, "\n"), "\t"); !head && len(row) == cells {
			rows = append(rows, row)
		}
		head = false
	}
	return rows
}

// ruleByNumber finds a rule by Rule.Number.
var ruleByNumber = sync.OnceValue(func() map[string]*Rule {
	rules := parsedRules()
	byNumber := make(map[string]*Rule, len(rules))
	for i := range rules {
		byNumber[rules[i].Number] = &rules[i]
	}
	return byNumber
})

// Edition is an edition of the platform's operating rules, which number them
// differently and are not of one length.
type Edition string

// The editions: the first, that of November 2018, and that of July 2026.
const (
	EditionFirst Edition = "first"
	Edition2018  Edition = "2018"
	Edition2026  Edition = "2026"
)

// numberIn gives the number that a finding of a check carries in an edition, from
// Rule.Number. A number that no table has is a caller's own and stays; a rule that
// the edition lacks has none.
func numberIn(edition Edition, number, check string) string {
	r := ruleByNumber()[number]
	if r == nil {
		return number
	}
	return r.inFor(edition, check)
}

// IsRule tells whether a number is one that the tables have: Rule.Number of some edition.
func IsRule(number string) bool { return ruleByNumber()[number] != nil }

// isIn tells whether an edition has the rule of a number; numbers that no table has
// are a caller's own and hold everywhere.
func isIn(edition Edition, number string) bool {
	r := ruleByNumber()[number]
	return r == nil || r.In(edition) != ""
}

package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// ruleTally counts the cases of a rule in one half.
type ruleTally struct {
	violating, compliant int
	// right are violating cases that got a number that a reader would accept, at the
	// place; any those with a finding of review or worse of whatever number.
	right, any int
	// quiet are compliant cases without a finding of the rule's number, silent those
	// without any finding.
	quiet, silent int
}

func (t *ruleTally) add(o *ruleTally) {
	t.violating += o.violating
	t.compliant += o.compliant
	t.right += o.right
	t.any += o.any
	t.quiet += o.quiet
	t.silent += o.silent
}

// shares are what the scorecard states of a tally, in the order of its columns.
func (t *ruleTally) shares() [4]float64 {
	return [4]float64{ratio(t.right, t.violating), ratio(t.any, t.violating), ratio(t.quiet, t.compliant), ratio(t.silent, t.compliant)}
}

// ruleScore is how the checks do on the cases of a rule.
type ruleScore struct {
	rule       string
	tune, held ruleTally
}

// ruleMistake is a violating case without its number, or a compliant one with it.
type ruleMistake struct {
	of *ruleCase
	// findings are those of review or worse that the case got.
	findings []validate.Finding
}

// ruleChecker answers a case with the findings of the submission judged.
type ruleChecker func(c *ruleCase) []validate.Finding

// newRuleChecker makes the checker of the project: complete submissions are held
// to all that the form asks for, several records to each other.
func newRuleChecker() (ruleChecker, error) {
	part, err := validate.New()
	if err != nil {
		return nil, err
	}
	whole, err := validate.New(validate.WithComplete())
	if err != nil {
		return nil, err
	}
	return func(c *ruleCase) []validate.Finding {
		v := part
		if c.Complete {
			v = whole
		}
		report := v.Check(c.judged())
		if len(c.Records) > 0 {
			amendRepeat(v, c, report)
		}
		return report.Findings
	}, nil
}

// amendRepeat adds to a report what shows only beside the earlier records.
func amendRepeat(v *validate.Validator, c *ruleCase, report *validate.Report) {
	duplicates := catalog.NewDuplicates()
	records := func(yield func(validate.Submission, error) bool) {
		for _, r := range c.Records {
			if !yield(r, nil) {
				return
			}
		}
	}
	for range catalog.Check(context.Background(), v, records, catalog.Options{Jobs: 1, Duplicates: duplicates}) {
		// The results count for nothing here: duplicates takes the records in.
	}
	for _, repeat := range duplicates.Repeats() {
		if repeat.Number == len(c.Records) {
			v.Amend(report, repeat.Finding(c.judged(), validate.Chinese))
		}
	}
	for _, taken := range duplicates.Taken() {
		if taken.Self.Number == len(c.Records) {
			v.Amend(report, taken.Finding(c.judged(), validate.Chinese))
		}
	}
}

// advisesOnly tells whether advice answers a rule: those that hang on what the
// owner declares, which nobody can hold against the program itself, and 13.4,
// which says itself that it advises.
func advisesOnly(rule string) bool {
	if rule == "13.4" {
		return true
	}
	i := slices.IndexFunc(validate.Rules(), func(r validate.Rule) bool { return r.Number == rule })
	return i >= 0 && strings.Contains(validate.Rules()[i].How, "declared")
}

// scoreRules gives the scores in the order of the rules' text, and the mistakes in
// that of the cases.
func scoreRules(check ruleChecker, cases []ruleCase) (scores []ruleScore, mistakes []ruleMistake) {
	byRule := map[string]*ruleScore{}
	for i := range cases {
		c := &cases[i]
		if byRule[c.Rule] == nil {
			byRule[c.Rule] = &ruleScore{rule: c.Rule}
		}
		findings := check(c)
		tally := scoreRuleCase(c, findings)
		if c.Half == tune {
			byRule[c.Rule].tune.add(&tally)
		} else {
			byRule[c.Rule].held.add(&tally)
		}
		if tally.right+tally.quiet == 0 {
			mistakes = append(mistakes, ruleMistake{c, grave(findings)})
		}
	}
	for _, s := range byRule {
		scores = append(scores, *s)
	}
	order := map[string]int{}
	for i, r := range validate.Rules() {
		order[r.Number] = i
	}
	slices.SortFunc(scores, func(a, b ruleScore) int { return cmp.Compare(order[a.rule], order[b.rule]) })
	return scores, mistakes
}

// grave gives the findings of review or worse.
func grave(findings []validate.Finding) []validate.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f validate.Finding) bool { return f.Severity < validate.Review })
}

// scoreRuleCase judges the findings of one case.
func scoreRuleCase(c *ruleCase, findings []validate.Finding) (t ruleTally) {
	worst := grave(findings)
	if c.Label == compliant {
		t.compliant = 1
		if len(worst) == 0 {
			t.silent = 1
		}
		if !slices.ContainsFunc(worst, func(f validate.Finding) bool { return f.Rule == c.Rule }) {
			t.quiet = 1
		}
		return t
	}
	t.violating = 1
	if len(worst) > 0 {
		t.any = 1
	}
	if advisesOnly(c.Rule) {
		worst = findings
	}
	texts := textsOf(c.judged())
	if slices.ContainsFunc(worst, func(f validate.Finding) bool { return c.answers(f.Rule) && c.meets(&f, texts) }) {
		t.right = 1
	}
	return t
}

// meets tells whether a finding is of the place at fault. One about a text has to
// overlap the words at fault; one about an absence, the icon, an earlier record, or
// what is declared (a category that does not fit the words) has its place there.
func (c *ruleCase) meets(f *validate.Finding, texts map[validate.Field]string) bool {
	if c.Text == "" || f.Check == catalog.Slug || f.Start == f.End || !isText(f.Field) {
		return true
	}
	w := want{Field: c.At, Text: c.Text}
	return w.meets(f, texts)
}

// isText tells whether a field is one that people read.
func isText(f validate.Field) bool {
	name, _, _ := strings.Cut(string(f), "[")
	switch validate.Field(name) {
	case validate.FieldName, validate.FieldShortName, validate.FieldIntro, validate.FieldDescription, validate.FieldTags, validate.FieldIconText:
		return true
	}
	return false
}

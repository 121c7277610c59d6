// Package validate checks the basic info of WeChat mini programs (name, short
// name, icon, intro, description, categories, tags, contact) against the
// platform's operating rules before it is submitted for review.
//
//	v, err := validate.New()
//	...
//	report := v.Check(&validate.Submission{Name: "腾迅课堂"})
//	for _, f := range report.Findings {
//		fmt.Println(f.Rule, f.Text, f.Message)
//	}
package validate

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
)

// Validator checks submissions. It is immutable and safe for concurrent use.
type Validator struct {
	config
	checks   []*Check
	words    *match.Matcher
	names    *nameParts
	subjects *sync.Pool // shared with the views of In and Complete
	// protection gives the marks that icons are held against: some ten milliseconds
	// the first time.
	protection func() *protection
	manual     []string // numbers of the rules left to a person, shared by all reports
}

// New builds a Validator with the embedded lists and the options' changes. It
// takes some ten milliseconds, so make one and share it. It fails on a list
// that cannot be read (the error joins *lexicon.ParseError) and on an option
// that names an unknown check, list or language.
func New(opts ...Option) (*Validator, error) {
	v := &Validator{config: config{language: Chinese, now: time.Now}}
	for _, opt := range opts {
		if err := opt(&v.config); err != nil {
			return nil, err
		}
	}
	lists := v.activeLists()
	if err := v.checkSlugs(lists); err != nil {
		return nil, err
	}
	var err error
	if v.words, err = match.Compile(lists, textFields); err != nil {
		return nil, err
	}
	if v.names, err = compileNameParts(lists); err != nil {
		return nil, err
	}
	v.chooseChecks()
	v.protection = sync.OnceValue(func() *protection { return protect(v.protected) })
	v.manual = manualRules(v.edition)
	v.subjects = &sync.Pool{New: func() any { return new(subject) }}
	return v, nil
}

// chooseChecks lists the checks that are on and serve a rule of the edition, with
// one for each slug that only the caller's lists know.
func (v *Validator) chooseChecks() {
	all := slices.Clone(registry)
	for _, slug := range v.ownChecks {
		all = append(all, ownListCheck(slug))
	}
	for _, c := range all {
		inEdition := slices.ContainsFunc(c.Rules, func(number string) bool { return isIn(v.edition, number) })
		if c.run != nil && inEdition && !slices.Contains(v.off, c.Slug) {
			v.checks = append(v.checks, c)
		}
	}
	slices.SortFunc(v.checks, func(a, b *Check) int { return cmp.Compare(a.Slug, b.Slug) })
}

// Check checks a submission. It cannot fail: bad input is a finding.
func (v *Validator) Check(s *Submission) *Report {
	sub := v.subjects.Get().(*subject)
	sub.begin(v, s)
	report := sub.report(v.checks)
	sub.end()
	v.subjects.Put(sub)
	return report
}

// CheckText checks one text by the rules for a field, as when users of a
// program write it (rule 7.2). A field that Submission does not have
// ("comment") is judged like a description.
func (v *Validator) CheckText(f Field, text string) *Report {
	s := Sample{Field: f, Text: text}.Submission()
	report := v.Check(s)
	if s.Description != "" || f == FieldTags || f == FieldIconText {
		for i := range report.Findings {
			report.Findings[i].Field = f
		}
	}
	return report
}

// report runs checks and gathers what they found.
func (s *subject) report(checks []*Check) *Report {
	for _, c := range checks {
		c.run(s, c)
	}
	r := &Report{ID: s.submission.ID, Verdict: Pass, IconText: s.iconWords, Manual: s.v.manual}
	if len(s.found) == 0 {
		return r
	}
	slices.SortStableFunc(s.found, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.finding.Start, b.finding.Start),
			cmp.Compare(a.finding.Check, b.finding.Check))
	})
	r.Findings = make([]Finding, 0, len(s.found))
	for _, f := range s.found {
		if s.v.leaveOut(r.ID, &f.finding) {
			continue
		}
		f.finding.Rule = numberIn(s.v.edition, f.finding.Rule, f.finding.Check)
		r.Findings = append(r.Findings, f.finding)
	}
	r.Verdict = verdictOf(worstOf(r.Findings))
	return r
}

func (v *Validator) isAllowed(f *Finding) (reason string, ok bool) {
	if len(v.allowed) == 0 {
		return "", false
	}
	if reason, ok = v.allowed[fold.String(f.Text)]; !ok && f.Entry != "" {
		reason, ok = v.allowed[fold.String(f.Entry)]
	}
	return reason, ok
}

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
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// Validator checks submissions. It is immutable and safe for concurrent use.
type Validator struct {
	config
	*tables
	checks   []*Check
	subjects *sync.Pool // shared with the views of In and Complete
	// protection gives the marks that icons are held against: some ten milliseconds
	// the first time.
	protection func() *protection
	open       *openRules // shared with the views
}

// New builds a Validator with the embedded lists and the options' changes. It
// takes some ten milliseconds the first time, and again for each one with lists of its own,
// so make one and share it. It fails on a list
// that cannot be read (the error joins *lexicon.ParseError) and on an option
// that is nil, is given nil, or names an unknown check, list or language.
func New(opts ...Option) (*Validator, error) {
	v := &Validator{config: config{language: Chinese, now: time.Now}}
	for i, opt := range opts {
		if opt == nil {
			return nil, fmt.Errorf("validate: option %d of New is nil: expected what a With function gives", i+1)
		}
		if err := opt(&v.config); err != nil {
			return nil, err
		}
	}
	lists := v.activeLists()
	if err := v.checkSlugs(lists); err != nil {
		return nil, err
	}
	var err error
	if v.tables, err = v.config.tables(lists); err != nil {
		return nil, err
	}
	v.chooseChecks()
	v.protection = sync.OnceValue(func() *protection { return protect(v.protected) })
	v.open = newOpenRules(v.edition, v.checks)
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

// Check checks a submission: bad input is a finding, never an error. Where a check
// panics, Check panics with a *PanicError, which names the check and the
// submission; where s is nil or v was not made by New, with an error that says so.
// Use CheckContext where neither may end the program.
func (v *Validator) Check(s *Submission) *Report {
	if err := v.canCheck("Check", s); err != nil {
		panic(err)
	}
	sub := v.subjects.Get().(*subject)
	defer sub.panicOn()
	return sub.check(context.Background(), v, s)
}

// CheckContext is Check for callers that cannot wait for ever, and must not be
// ended by a fault of the library: it stops within 50 ms of the end of ctx, and
// gives an error that wraps ctx.Err and context.Cause; where a check or anything
// below it panics, a *PanicError. A nil ctx or submission, and a Validator that was
// not made by New, are errors as well. There is no report then.
func (v *Validator) CheckContext(ctx context.Context, s *Submission) (report *Report, err error) {
	if err := v.canCheckIn(ctx, "CheckContext", s); err != nil {
		return nil, err
	}
	sub := v.subjects.Get().(*subject)
	defer sub.failOn(&err)
	return sub.check(ctx, v, s), nil
}

// canCheck says what is wrong with the arguments of a method that checks.
func (v *Validator) canCheck(method string, s *Submission) error {
	if err := v.isMade(method); err != nil {
		return err
	}
	if s == nil {
		return fmt.Errorf("validate: %s of a nil *Submission: expected a submission, which may be empty", method)
	}
	return nil
}

// mustBeMade panics where isMade has an error.
func (v *Validator) mustBeMade(method string) {
	if err := v.isMade(method); err != nil {
		panic(err)
	}
}

// canCheckIn is canCheck for a method with a context, which may be done already.
func (v *Validator) canCheckIn(ctx context.Context, method string, s *Submission) error {
	if err := v.canCheck(method, s); err != nil {
		return err
	}
	if ctx == nil {
		return fmt.Errorf("validate: %s with a nil context: expected context.Background() where there is nothing to wait for", method)
	}
	if ctx.Err() != nil {
		return stopped(ctx)
	}
	return nil
}

// isMade says that a Validator is none.
func (v *Validator) isMade(method string) error {
	switch {
	case v == nil:
		return fmt.Errorf("validate: %s on a nil *Validator: expected one made by New", method)
	case v.subjects == nil:
		return fmt.Errorf("validate: %s on a Validator that was not made by New", method)
	}
	return nil
}

// check checks a submission and gives the subject back to the pool, unless it
// panics: then the subject may be half done, and is dropped.
func (s *subject) check(ctx context.Context, v *Validator, submission *Submission) *Report {
	s.submission = submission // which the error names, should ctx be done already
	s.ownWatch.Begin(ctx)
	s.begin(v, submission, &s.ownWatch)
	report := s.report(v.checks)
	s.end()
	v.subjects.Put(s)
	return report
}

// failOn makes an error of a panic; it is deferred.
func (s *subject) failOn(err *error) {
	if p := recover(); p != nil {
		*err = s.errorOf(p)
	}
}

// panicOn panics with the error of a panic; it is deferred. The trace of a program
// that ends by it shows both.
func (s *subject) panicOn() {
	if p := recover(); p != nil {
		panic(s.errorOf(p))
	}
}

// CheckText checks one text by the rules for a field, as when users of a
// program write it (rule 7.2). A field that Submission does not have
// ("comment") is judged like a description. It panics as Check does.
func (v *Validator) CheckText(f Field, text string) *Report {
	v.mustBeMade("CheckText")
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
		s.running = c
		c.run(s, c)
		s.watch.Ask()
	}
	s.running = nil
	r := &Report{ID: s.submission.ID, Verdict: Pass, IconText: s.iconWords, Manual: s.v.open.manualOf(s.submission), NotChecked: s.v.open.notCheckedOf(s.submission, s.v.complete)}
	if len(s.found.listed) == 0 {
		return r
	}
	s.found.sort()
	r.Findings = s.found.findings(s.v.language)
	for i := range r.Findings {
		r.Findings[i].Rule = numberIn(s.v.edition, r.Findings[i].Rule, r.Findings[i].Check)
	}
	r.Verdict = verdictOf(worstOf(r.Findings))
	return r
}

// severityOf gives the severity of findings of a check by the options.
func (v *Validator) severityOf(slug string, s Severity) Severity {
	if set, ok := v.severity[slug]; ok && s != 0 {
		return set
	}
	return s
}

// isAllowed tells whether the text or entry of a finding is one that the options
// let pass, and why.
func (v *Validator) isAllowed(f *Finding) (reason string, ok bool) {
	if len(v.allowed) == 0 {
		return "", false
	}
	if reason, ok = v.allowed[fold.String(f.Text)]; !ok && f.Entry != "" {
		reason, ok = v.allowed[fold.String(f.Entry)]
	}
	return reason, ok
}

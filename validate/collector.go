package validate

import (
	"context"
	"slices"
	"sync"
)

// Collector gathers what the tags of RegisterTags and StructRule find, where true
// or false is not enough: places, rules, suggestions, and what is no failure.
type Collector struct {
	language Language
	mu       sync.Mutex
	report   Report
}

type collectorKey struct{}

// Collect gives a context that carries a Collector, whose report is in the given
// language. Validate one submission with it, then ask for the report:
//
//	ctx, collected := validate.Collect(ctx, validate.English)
//	err := pv.StructCtx(ctx, form)
//	report := collected.Report()
func Collect(ctx context.Context, l Language) (context.Context, *Collector) {
	c := &Collector{language: l, report: Report{Verdict: Pass}}
	return context.WithValue(ctx, collectorKey{}, c), c
}

// Report gives all that was found so far, in the order of the struct's fields, of
// any severity. Fields are named as in Submission ("name", "tags[1]"), those with
// the tag mp_text as the library names the field in its errors.
func (c *Collector) Report() *Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	r := c.report
	r.Findings = slices.Clone(r.Findings)
	return &r
}

// collecting gives the Validator that writes in the language of the Collector in a
// context.
func (v *Validator) collecting(ctx context.Context) *Validator {
	if c, ok := ctx.Value(collectorKey{}).(*Collector); ok {
		return v.In(c.language)
	}
	return v
}

// collect adds a report to the Collector of a context, if there is one. What a
// field's own tag and the rule of its struct both find is kept once.
func collect(ctx context.Context, r *Report) {
	c, ok := ctx.Value(collectorKey{}).(*Collector)
	if !ok {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.report.Manual = r.Manual
	if r.ID != "" {
		c.report.ID = r.ID
	}
	for _, f := range r.Findings {
		if !holds(c.report.Findings, &f) {
			c.report.Findings = append(c.report.Findings, f)
		}
	}
	c.report.Verdict = verdictOf(worstOf(c.report.Findings))
}

// holds tells whether a finding is among others: the same check in the same
// place for the same reason.
func holds(findings []Finding, f *Finding) bool {
	return slices.ContainsFunc(findings, func(g Finding) bool {
		return f.Check == g.Check && f.Rule == g.Rule && f.Field == g.Field && f.Start == g.Start && f.End == g.End &&
			f.Entry == g.Entry && f.Severity == g.Severity && f.Message == g.Message
	})
}

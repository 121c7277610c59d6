package validate

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// Collector gathers what the tags of RegisterTags and StructRule find, where true
// or false is not enough: places, rules, suggestions, and what is no failure.
type Collector struct {
	language Language
	mu       sync.Mutex
	report   Report // without findings
	found    door
	seen     map[findingKey]bool
	// left is how many findings reports left out: the tags of fields and the rule
	// of their struct find the same, so the greater number counts.
	left map[groupKey]int
}

type collectorKey struct{}

// Collect gives a context that carries a Collector, whose report is in the given
// language. Validate one submission with it, then ask for the report:
//
//	ctx, collected := validate.Collect(ctx, validate.English)
//	err := pv.StructCtx(ctx, form)
//	report := collected.Report()
//
// Anything but English stands for Chinese. A nil ctx panics.
func Collect(ctx context.Context, l Language) (context.Context, *Collector) {
	if ctx == nil {
		panic(errors.New("validate: Collect with a nil context: expected the one that StructCtx would get, or context.Background()"))
	}
	c := &Collector{language: l, report: Report{Verdict: Pass}, seen: map[findingKey]bool{}, left: map[groupKey]int{}}
	return context.WithValue(ctx, collectorKey{}, c), c
}

// Report gives all that was found so far, in the order of the struct's fields, of
// any severity. Fields are named as in Submission ("name", "tags[1]"), those with
// the tag mp_text as the library names the field in its errors. A nil Collector
// panics.
func (c *Collector) Report() *Report {
	if c == nil {
		panic(errors.New("validate: Report of a nil *Collector: expected one that Collect gave"))
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	r := c.report
	d := c.found
	d.groups = slices.Clone(d.groups)
	for i := range d.groups {
		d.groups[i].left = max(d.groups[i].left, c.left[d.groups[i].groupKey])
	}
	r.Findings = d.findings(c.language)
	r.Verdict = verdictOf(worstOf(r.Findings))
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
	c.report.Manual, c.report.NotChecked = r.Manual, r.NotChecked
	if r.ID != "" {
		c.report.ID = r.ID
	}
	left := map[groupKey]int{}
	for _, f := range r.Findings {
		f.Message = withoutNote(&f)
		left[groupKey{f.Check, listOf(f.Field)}] += f.More
		f.More = 0
		if key := keyOf(&f); !c.seen[key] {
			c.seen[key] = true
			c.found.take(f, 0) // the order is that of the struct's fields
		}
	}
	for key, n := range left {
		c.left[key] = max(c.left[key], n)
	}
}

// findingKey tells findings apart: the same check in the same place for the same
// reason.
type findingKey struct {
	check, rule    string
	field          Field
	start, end     int
	entry, message string
	severity       Severity
}

func keyOf(f *Finding) findingKey {
	return findingKey{f.Check, f.Rule, f.Field, f.Start, f.End, f.Entry, withoutNote(f), f.Severity}
}

// holds tells whether a finding is among others.
func holds(findings []Finding, f *Finding) bool {
	return slices.ContainsFunc(findings, func(g Finding) bool { return keyOf(f) == keyOf(&g) })
}

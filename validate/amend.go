package validate

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Amend adds findings to a report that Check gave, as what can only be seen
// across submissions (rules 1.5 and 1.6) or by a caller's own checks. The options
// hold for them as well: a check that is off or a text that is allowed adds
// nothing, severities are those of WithSeverity, and so do the bounds of a report
// (see MostFindings). Rule is a number of the first edition and becomes that of the
// Validator's. The findings stay sorted, the verdict never becomes milder. A
// finding without severity is dropped. A nil report panics, as does a Validator
// that was not made by New.
func (v *Validator) Amend(r *Report, findings ...Finding) {
	v.mustBeMade("Amend")
	if r == nil {
		panic(errors.New("validate: Amend of a nil *Report: expected one that Check gave"))
	}
	d := new(door)
	for _, f := range r.Findings {
		f.Message = withoutNote(&f)
		d.keep(f, placeOf(f.Field))
	}
	for _, f := range findings {
		f.Severity = v.severityOf(f.Check, f.Severity)
		if f.Severity < Advice || f.Severity > Reject || slices.Contains(v.off, f.Check) {
			continue
		}
		if _, allowed := v.isAllowed(&f); allowed {
			v.tellLeftOut(r.ID, &f)
			continue
		}
		f.Rule = numberIn(v.edition, f.Rule, f.Check)
		d.take(f, placeOf(f.Field))
	}
	d.sort()
	r.Findings = d.findings(v.language)
	if worst := worstOf(r.Findings); worst > severityBehind(r.Verdict) {
		r.Verdict = verdictOf(worst)
	}
}

// severityBehind gives the worst severity that a verdict stands for.
func severityBehind(v Verdict) Severity {
	switch v {
	case Rejected:
		return Reject
	case NeedReview:
		return Review
	}
	return 0
}

// tellLeftOut tells the logger of a finding whose text is allowed.
func (v *Validator) tellLeftOut(id string, f *Finding) {
	if v.logger != nil {
		reason, _ := v.isAllowed(f)
		v.logger.Debug("finding left out", "id", id, "check", f.Check, "text", f.Text, "reason", reason)
	}
}

// placeOf gives the place of a field among the findings of a report.
func placeOf(f Field) int {
	name, index, _ := strings.Cut(strings.TrimSuffix(string(f), "]"), "[")
	if f == FieldIcon {
		return iconOrder
	}
	kind := slices.Index(textFields, name)
	if kind < 0 {
		return statedOrder
	}
	i, _ := strconv.Atoi(index)
	return kind<<16 + min(max(i, 0), 1<<16-1) // whatever a caller's finding says
}

package validate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Amend adds findings to a report that Check gave, as what can only be seen
// across submissions (rules 1.5 and 1.6) or by a caller's own checks. The options
// hold for them as well: a check that is off or a text that is allowed adds
// nothing, severities are those of WithSeverity. Rule is a number of the first
// edition and becomes that of the Validator's. The findings stay sorted, the
// verdict never becomes milder. A finding without severity is dropped.
func (v *Validator) Amend(r *Report, findings ...Finding) {
	for _, f := range findings {
		if s, ok := v.severity[f.Check]; ok && f.Severity != 0 {
			f.Severity = s
		}
		if f.Severity == 0 || slices.Contains(v.off, f.Check) || v.leaveOut(r.ID, &f) {
			continue
		}
		f.Rule = numberIn(v.edition, f.Rule, f.Check)
		r.Findings = append(r.Findings, f)
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(placeOf(a.Field), placeOf(b.Field)), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Check, b.Check))
	})
	r.Verdict = verdictOf(worstOf(r.Findings))
}

// leaveOut tells whether a finding is of a text that is allowed, and writes that
// to the logger.
func (v *Validator) leaveOut(id string, f *Finding) bool {
	reason, ok := v.isAllowed(f)
	if ok && v.logger != nil {
		v.logger.Debug("finding left out", "id", id, "check", f.Check, "text", f.Text, "reason", reason)
	}
	return ok
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
	return kind<<16 + i
}

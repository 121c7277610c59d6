package validate

// Bounds of the rewrites that are tried, for each costs a check of the whole text:
// what has more faults, or is longer than any form takes, wants another author.
const (
	mostRewrites     = 8       // findings of a field that a rewrite is tried for
	mostRewriteBytes = 1 << 14 // of a text that is rewritten
)

// judged gives a rewrite of a text if it is an improvement: it is checked by the
// same rules, must have fewer faults than the text as given, and none that the
// text did not have. Otherwise it gives "", and for a text that offers what is unlawful.
func (s *subject) judged(t *text, rewrite string) string {
	if s.silent || rewrite == "" || rewrite == t.folded.Source || t.offersUnlawful() {
		return ""
	}
	if t.rewrites++; t.rewrites > mostRewrites || len(t.folded.Source) > mostRewriteBytes {
		return ""
	}
	if t.faults == nil {
		t.faults = s.faults(t, t.folded.Source)
	}
	before := t.faults
	after := s.faults(t, rewrite)
	fewer := 0
	for fault, n := range before {
		fewer += n - after[fault]
	}
	for fault, n := range after {
		if n > before[fault] {
			return ""
		}
	}
	if fewer == 0 {
		return ""
	}
	return rewrite
}

// fault is a finding of at least some severity, without its place.
type fault struct {
	check, entry, text string
	least              Severity
}

// faults checks a text by itself and counts what is found. A finding counts for its
// severity and each milder one, so that one that gets worse is one more.
func (s *subject) faults(t *text, source string) map[fault]int {
	sample := Sample{Field: Field(textFields[t.kind]), Text: source}
	if t.kind == shortNameIndex {
		sample.Name = s.submission.Name
	}
	count := map[fault]int{}
	for _, f := range s.aside(sample.Submission(), s.v.checks) {
		if f.Field == FieldName && t.kind != nameIndex {
			continue
		}
		for least := Advice; least <= f.Severity; least++ {
			count[fault{f.Check, f.Entry, f.Text, least}]++
		}
		if f.More > 0 {
			count[fault{check: f.Check}] += f.More
		}
	}
	return count
}

// aside gives what some checks find in another submission, for what it tells of
// this one: without messages and rewrites.
func (s *subject) aside(other *Submission, checks []*Check) []Finding {
	sub := s.v.subjects.Get().(*subject)
	s.beside, sub.silent = sub, true
	sub.begin(s.v, other, s.watch)
	sub.rights.borrow(s, other)
	findings := sub.report(checks).Findings
	sub.end()
	s.beside = nil
	s.v.subjects.Put(sub) // not where it panics: it may be half done
	return findings
}

// Rewrite gives a text of a field without what can be removed safely, one fault
// after the other, each result checked again; ok tells whether no reject is left.
// What it gives has no more and no worse findings than the text, and is what it
// gives for itself. Where nothing can be removed, or so much that the text wants
// another author, it gives the text as it is. It panics as Check does.
func (v *Validator) Rewrite(f Field, text string) (rewritten string, ok bool) {
	v.mustBeMade("Rewrite")
	const most = 32 // faults
	given := text
	for range most {
		report := v.CheckText(f, text)
		next := ""
		for i := range report.Findings {
			if next = report.Findings[i].Rewrite; next != "" {
				break
			}
		}
		if next == "" {
			return text, report.Verdict != Rejected
		}
		text = next
	}
	return given, v.CheckText(f, given).Verdict != Rejected
}

package validate

// addStated adds a finding about what is stated in a field that is no text, or
// about its absence. The order of such fields comes after that of all texts.
func (s *subject) addStated(c *Check, field Field, value string, f Finding) {
	f.Field = field
	f.End, f.Text = len(value), value
	s.take(c, statedOrder, f)
}

// statedOrder is the place of such findings in a report.
const statedOrder = 1 << 24

// declaration is something that the owner states about a program, and when it
// has to be.
type declaration struct {
	field Field
	value func(*Submission) *bool
	// needed tells whether the rule applies to the program.
	needed func(*Submission) bool
	// denied says what is wrong where the owner says no, missing where nothing is said.
	denied, missing, suggestion Text
}

// runDeclared makes the run function of a check of a declaration. What is not
// stated is a finding only in a submission that is meant to be complete.
func runDeclared(d declaration) func(*subject, *Check) {
	return func(s *subject, c *Check) {
		value := d.value(s.submission)
		if !d.needed(s.submission) || value != nil && *value || value == nil && !s.v.complete {
			return
		}
		f := Finding{Severity: Reject, Message: d.denied.In(s.v.language), Suggestion: d.suggestion.In(s.v.language)}
		if value == nil {
			f.Severity, f.Message = Review, d.missing.In(s.v.language)
		}
		s.addStated(c, d.field, "", f)
	}
}

// has tells whether a program declares one of some features.
func (s *Submission) has(features ...Feature) bool {
	for _, declared := range s.Features {
		for _, f := range features {
			if declared == f {
				return true
			}
		}
	}
	return false
}

// Package suppress takes findings out of reports that somebody has settled: those
// that an allow-list names with a reason, and those that an earlier run had, its
// baseline. Nothing is lost: what is taken out is given back, with why.
package suppress

import (
	"hash/fnv"

	"github.com/mingcha-go/mingcha/validate"
)

// By says what took a finding out.
type By string

const (
	ByAllow    By = "allow"
	ByBaseline By = "baseline"
)

// Finding is a finding that was taken out.
type Finding struct {
	validate.Finding
	By By `json:"by"`
	// Reason is that of the allow-list.
	Reason string `json:"reason,omitempty"`
}

// Set is what is settled. The zero value settles nothing. It is not safe for
// concurrent use.
type Set struct {
	allow    []allowed
	baseline map[uint64]int // how often each finding was there
}

// Empty tells whether nothing is settled.
func (s *Set) Empty() bool { return len(s.allow) == 0 && len(s.baseline) == 0 }

// Apply takes what is settled out of a report, whose verdict becomes that of what
// is left.
func (s *Set) Apply(r *validate.Report) (out []Finding) {
	if s.Empty() || len(r.Findings) == 0 {
		return nil
	}
	var left []validate.Finding
	for _, f := range r.Findings {
		if a := s.allowing(r.ID, &f); a != nil {
			out = append(out, Finding{f, ByAllow, a.reason})
		} else if s.known(r.ID, f.Check, string(f.Field), f.Text) {
			out = append(out, Finding{f, ByBaseline, ""})
		} else {
			left = append(left, f)
		}
	}
	r.Findings = left
	r.Verdict = verdict(left)
	return out
}

// Unreadable tells whether the baseline could not read the record either.
func (s *Set) Unreadable(id, field, message string) bool {
	return s.known(id, unreadable, field, message)
}

// unreadable stands for a check in keys of records that could not be read.
const unreadable = "error"

// known tells whether the baseline has a finding, and strikes it off: what was
// there twice settles two.
func (s *Set) known(parts ...string) bool {
	k := key(parts...)
	if s.baseline[k] == 0 {
		return false
	}
	s.baseline[k]--
	return true
}

// key is a hash: a baseline of millions has to fit into memory.
func key(parts ...string) uint64 {
	h := fnv.New64a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0xff}) // in no UTF-8
	}
	return h.Sum64()
}

func verdict(findings []validate.Finding) validate.Verdict {
	worst := validate.Severity(0)
	for i := range findings {
		worst = max(worst, findings[i].Severity)
	}
	switch worst {
	case validate.Reject:
		return validate.Rejected
	case validate.Review:
		return validate.NeedReview
	}
	return validate.Pass
}

package main

import (
	"fmt"

	"github.com/mingcha-go/mingcha/internal/suppress"
	"github.com/mingcha-go/mingcha/validate"
)

// tally counts the answers of a run.
type tally struct {
	pass, review, reject int
	unread               int // records that could not be read
	unreadBefore         int // those that the baseline could not read either
	files                int // files of which something could not be read
	icons                int // icons of records that could not be read
	worst                validate.Severity
	allowed, known       int // findings that an allow-list or a baseline took out
}

// countSuppressed counts findings that were taken out of a report.
func (t *tally) countSuppressed(out []suppress.Finding) {
	for i := range out {
		if out[i].By == suppress.ByAllow {
			t.allowed++
		} else {
			t.known++
		}
	}
}

func (t *tally) count(r *validate.Report) {
	worst := validate.Severity(0)
	for i := range r.Findings {
		worst = max(worst, r.Findings[i].Severity)
	}
	t.countWorst(worst)
}

// countWorst counts an answer of which only the worst severity is known.
func (t *tally) countWorst(worst validate.Severity) {
	switch worst {
	case validate.Reject:
		t.reject++
	case validate.Review:
		t.review++
	default:
		t.pass++
	}
	t.worst = max(t.worst, worst)
}

// records is how many records were met.
func (t *tally) records() int { return t.pass + t.review + t.reject + t.unread + t.unreadBefore }

// exitCode is that of the run: see exitTable. A record that the baseline could not
// read either is settled, unless there is nothing else.
func (t *tally) exitCode(threshold validate.Severity) int {
	switch {
	case t.files > 0, t.icons > 0, t.unread > 0, t.records() > 0 && t.records() == t.unreadBefore:
		return exitTrouble
	case threshold != 0 && t.worst >= threshold:
		return exitFound
	}
	return exitClean
}

func (t *tally) String() string {
	s := fmt.Sprintf("mingcha: %d records: %d pass, %d for review, %d rejected", t.records(), t.pass, t.review, t.reject)
	if n := t.unread + t.unreadBefore; n > 0 {
		s += fmt.Sprintf(", %d could not be read", n)
	}
	if t.unreadBefore > 0 {
		s += fmt.Sprintf(" (%d of them are in the baseline)", t.unreadBefore)
	}
	if t.allowed+t.known > 0 {
		s += fmt.Sprintf("; %d findings suppressed (%d allowed, %d in the baseline)", t.allowed+t.known, t.allowed, t.known)
	}
	if t.icons > 0 {
		s += fmt.Sprintf("; %d icons could not be read", t.icons)
	}
	if t.files > 0 {
		s += fmt.Sprintf("; %d files could not be read to the end", t.files)
	}
	return s
}

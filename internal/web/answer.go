package web

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/mingcha-go/mingcha/validate"
)

// leftOut counts what an answer does not hold, as it would be too long. The verdict
// is that of all findings.
type leftOut struct {
	// Findings is how many are missing: the mildest, of those the last.
	Findings int `json:"findings,omitempty"`
	// Rewrites and Texts are how many findings came without theirs: start and end
	// tell the text.
	Rewrites int `json:"rewrites,omitempty"`
	Texts    int `json:"texts,omitempty"`
	// Warnings is how many are missing.
	Warnings int `json:"warnings,omitempty"`
}

// mostWarnings is how many warnings an answer holds: an object whose keys are data
// has as many as it likes.
const mostWarnings = 50

// longQuote is from how many bytes on the text of a finding, and its message, are
// long.
const longQuote = 4 << 10

// bounded writes an answer of at most limits.Answer bytes, or little more. What is
// too long loses what can be done without: rewrites first, which each hold their
// whole field, then long quotes, then the findings that matter least.
func (s *service) bounded(a answer) []byte {
	out := new(leftOut)
	if n := len(a.Warnings) - mostWarnings; n > 0 {
		a.Warnings, out.Warnings = a.Warnings[:mostWarnings:mostWarnings], n
	}
	room := s.limits.Answer - int64(written(a.ID)) - quoted(a.Warnings) - quoted(a.IconText)
	report := *a.Report
	a.Report = &report
	for _, shorten := range []func([]validate.Finding, int64, *leftOut) []validate.Finding{withoutRewrites, withoutLongQuotes, withoutTheLast} {
		if size(report.Findings) > room {
			report.Findings = shorten(slices.Clone(report.Findings), room, out)
		}
	}
	if *out != (leftOut{}) {
		a.LeftOut = out
		a.Warnings = append(slices.Clip(a.Warnings), out.tell())
	}
	text, err := json.Marshal(a)
	if err != nil {
		panic(fmt.Errorf("a report that is no JSON: %w", err)) // watched tells
	}
	return text
}

func (l *leftOut) tell() string {
	return fmt.Sprintf("the answer would be too long: left out are %d findings, %d rewrites, %d texts, %d warnings", l.Findings, l.Rewrites, l.Texts, l.Warnings)
}

func withoutRewrites(findings []validate.Finding, _ int64, out *leftOut) []validate.Finding {
	for i := range findings {
		if findings[i].Rewrite != "" {
			findings[i].Rewrite = ""
			out.Rewrites++
		}
	}
	return findings
}

func withoutLongQuotes(findings []validate.Finding, _ int64, out *leftOut) []validate.Finding {
	for i := range findings {
		f := &findings[i]
		if written(f.Text) > longQuote {
			f.Text = ""
			out.Texts++
		}
		f.Entry, f.Message, f.Suggestion = clipTo(f.Entry, longQuote), clipTo(f.Message, longQuote), clipTo(f.Suggestion, longQuote)
	}
	return findings
}

// withoutTheLast leaves the gravest findings that there is room for, in their order.
func withoutTheLast(findings []validate.Finding, room int64, out *leftOut) []validate.Finding {
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(findings[b].Severity) - int(findings[a].Severity) })
	fits := 0
	for ; fits < len(order); fits++ {
		if room -= sizeOf(&findings[order[fits]]); room < 0 {
			break
		}
	}
	out.Findings = len(findings) - fits
	slices.Sort(order[:fits])
	kept := make([]validate.Finding, 0, fits)
	for _, i := range order[:fits] {
		kept = append(kept, findings[i])
	}
	return kept
}

func size(findings []validate.Finding) (n int64) {
	for i := range findings {
		n += sizeOf(&findings[i])
	}
	return n
}

// sizeOf is about how many bytes of JSON a finding takes.
func sizeOf(f *validate.Finding) int64 {
	const names = 300 // bytes of the members' names, and of what is short
	return names + int64(written(string(f.Field))+written(f.Text)+written(f.Entry)+written(f.Message)+written(f.Suggestion)+written(f.Rewrite))
}

func quoted(texts []string) (n int64) {
	for _, text := range texts {
		n += int64(written(text))
	}
	return n
}

// written is how many bytes of JSON a text takes: encoding/json escapes more than it
// would have to.
func written(text string) int {
	n := len(text) + 2
	for _, r := range text { // bytes that are no UTF-8 come as U+FFFD
		switch {
		case r == '"' || r == '\\' || r == '\n' || r == '\r' || r == '\t' || r == '\b' || r == '\f':
			n++
		case r < ' ' || r == '<' || r == '>' || r == '&' || r == '\uFFFD':
			n += 5
		case r == '\u2028' || r == '\u2029':
			n += 3
		}
	}
	return n
}

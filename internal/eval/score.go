package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// score counts how one check does on its cases.
type score struct {
	check              string
	positive, innocent int // cases
	// found and missed count wanted things, falseAlarms findings that are none.
	found, missed, falseAlarms int
	// agreed are those of found whose severity is one of those wanted.
	agreed int
}

// mistake is a wanted thing that was missed, or a finding that is a false alarm.
type mistake struct {
	of *labelled
	// want is what was missed, nil for a false alarm; then finding is that. For
	// a miss finding is the advice that stands at its place, if any.
	want    *want
	finding *validate.Finding
}

// ratio is part of whole; with nothing to be wrong about it is 1.
func ratio(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

func (s *score) precision() float64 { return ratio(s.found, s.found+s.falseAlarms) }
func (s *score) recall() float64    { return ratio(s.found, s.found+s.missed) }
func (s *score) agreement() float64 { return ratio(s.agreed, s.found) }

func (s *score) add(o *score) {
	s.positive += o.positive
	s.innocent += o.innocent
	s.found += o.found
	s.missed += o.missed
	s.falseAlarms += o.falseAlarms
	s.agreed += o.agreed
}

// checker is what is measured: a *validate.Validator, or a made-up one in tests.
type checker interface {
	Check(*validate.Submission) *validate.Report
}

// classMark stands between check and class in the name of a class's score.
const classMark = "/"

// isClass tells whether the score is that of a class, part of its check's.
func (s *score) isClass() bool { return strings.Contains(s.check, classMark) }

// scoreAll gives the scores sorted by check, each followed by its classes, and the mistakes in the order of
// the cases.
func scoreAll(v checker, cases []labelled) (scores []score, mistakes []mistake) {
	byCheck := map[string]*score{}
	for i := range cases {
		c := &cases[i]
		one, wrong := scoreCase(c, v.Check(&c.Submission).Findings)
		rows := []string{c.Check}
		if c.Class != "" {
			rows = append(rows, c.Check+classMark+c.Class)
		}
		for _, row := range rows {
			if byCheck[row] == nil {
				byCheck[row] = &score{check: row}
			}
			byCheck[row].add(&one)
		}
		mistakes = append(mistakes, wrong...)
	}
	for _, s := range byCheck {
		scores = append(scores, *s)
	}
	slices.SortFunc(scores, func(a, b score) int { return cmp.Compare(a.check, b.check) })
	return scores, mistakes
}

// scoreCase judges the findings of the case's own check; those of other checks
// are none of its business. Advice finds a thing only where advice is wanted, and
// is never a false alarm.
func scoreCase(c *labelled, findings []validate.Finding) (s score, wrong []mistake) {
	if len(c.Want) > 0 {
		s.positive = 1
	} else {
		s.innocent = 1
	}
	texts := textsOf(&c.Submission)
	for i := range c.Want {
		w := &c.Want[i]
		gravest := w.gravest(c.Check, findings, texts)
		switch {
		case gravest == nil || gravest.Severity < validate.Review && !w.Severity[gravest.Severity]:
			s.missed++
			wrong = append(wrong, mistake{of: c, want: w, finding: gravest})
			continue
		case w.Severity[gravest.Severity]:
			s.agreed++
		}
		s.found++
	}
	for i := range findings {
		f := &findings[i]
		if f.Check != c.Check || f.Severity < validate.Review {
			continue
		}
		if !slices.ContainsFunc(c.Want, func(w want) bool { return w.meets(f, texts) }) {
			s.falseAlarms++
			wrong = append(wrong, mistake{of: c, finding: f})
		}
	}
	return s, wrong
}

// gravest gives the gravest finding of a check that meets the want, or nil.
func (w *want) gravest(check string, findings []validate.Finding, texts map[validate.Field]string) (worst *validate.Finding) {
	for i := range findings {
		f := &findings[i]
		if f.Check == check && w.meets(f, texts) && (worst == nil || f.Severity > worst.Severity) {
			worst = f
		}
	}
	return worst
}

// meets tells whether a finding overlaps a place of the wanted text.
func (w *want) meets(f *validate.Finding, texts map[validate.Field]string) bool {
	if !w.inField(f.Field) {
		return false
	}
	if w.Text == "" {
		return true
	}
	text := texts[f.Field]
	for from := 0; ; {
		i := strings.Index(text[from:], w.Text)
		if i < 0 {
			return false
		}
		if start := from + i; f.Start < start+len(w.Text) && start < f.End {
			return true
		}
		from += i + 1
	}
}

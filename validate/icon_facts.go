package validate

import (
	"context"
	"fmt"

	"github.com/mingcha-go/mingcha/internal/icon"
)

// IconFacts is what was measured of the icon of a submission, for those who ask
// why there is a finding or none.
type IconFacts struct {
	// Format is the type of the file by its content: PNG, JPEG, WebP; empty for an
	// unknown one.
	Format string
	// Width and Height are in pixels, as the picture is shown; 0 where not known.
	Width, Height int
	// Ground is the colour of the ground, "#1F8C5A"; empty where the picture
	// cannot be read.
	Ground string
	// Measures is empty where the picture cannot be read, which is a finding.
	Measures []IconMeasure
}

// IconMeasure is one thing measured, with its limit; docs/icon.md tells how.
type IconMeasure struct {
	// Name is the measure's in all languages: edge-width, detail, contrast ...
	Name string `json:"name"`
	// Title names it in the language of the report.
	Title string  `json:"title"`
	Value float64 `json:"value"`
	// Limit is the value past which the icon is pointed at, Bad tells whether it
	// is.
	Limit float64 `json:"limit"`
	Bad   bool    `json:"bad"`
}

// CheckIcon is Check for those who show what was measured of the icon beside the
// report: the picture is decoded and measured once for both. The facts are nil
// where the submission has no icon. It panics as Check does.
func (v *Validator) CheckIcon(s *Submission) (*Report, *IconFacts) {
	if err := v.canCheck("CheckIcon", s); err != nil {
		panic(err)
	}
	sub := v.subjects.Get().(*subject)
	defer sub.panicOn()
	return sub.checkIcon(context.Background(), v, s)
}

// CheckIconContext is CheckIcon for callers that cannot wait for ever: it stops and
// fails as CheckContext does, with neither report nor facts.
func (v *Validator) CheckIconContext(ctx context.Context, s *Submission) (_ *Report, _ *IconFacts, err error) {
	if err := v.canCheckIn(ctx, "CheckIconContext", s); err != nil {
		return nil, nil, err
	}
	sub := v.subjects.Get().(*subject)
	defer sub.failOn(&err)
	report, facts := sub.checkIcon(ctx, v, s)
	return report, facts, nil
}

// checkIcon is check with the facts of the icon.
func (s *subject) checkIcon(ctx context.Context, v *Validator, submission *Submission) (*Report, *IconFacts) {
	s.submission = submission // see check
	s.ownWatch.Begin(ctx)
	s.begin(v, submission, &s.ownWatch)
	report, facts := s.report(v.checks), s.iconFacts()
	s.end()
	v.subjects.Put(s)
	return report, facts
}

func (s *subject) iconFacts() *IconFacts {
	switch picture, fault := s.decodedIcon(); {
	case picture != nil:
		return s.measured(picture)
	case fault != nil:
		return &IconFacts{Format: string(fault.Format), Width: fault.Width, Height: fault.Height}
	}
	return nil
}

func (s *subject) measured(picture *icon.Icon) *IconFacts {
	ground := picture.Background().Color
	facts := &IconFacts{
		Format: string(picture.Format), Width: picture.Width, Height: picture.Height,
		Ground: fmt.Sprintf("#%02X%02X%02X", ground.R, ground.G, ground.B),
	}
	for _, f := range picture.Facts() {
		zh, en := f.Title()
		facts.Measures = append(facts.Measures, IconMeasure{f.Name, Text{zh, en}.In(s.v.language), f.Value, f.Limit, f.Bad})
	}
	return facts
}

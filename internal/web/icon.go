package web

import (
	"context"

	"github.com/mingcha-go/mingcha/validate"
)

// iconAnswer is what was measured of the icon, for who wants to know why.
type iconAnswer struct {
	Format string                 `json:"format"`
	Width  int                    `json:"width"`
	Height int                    `json:"height"`
	Facts  []validate.IconMeasure `json:"facts"`
}

// checked checks a submission, with what was measured of its icon; nil where there
// is none that can be read, which is a finding. It fails as CheckContext does.
func checked(ctx context.Context, v *validate.Validator, s *validate.Submission) (*validate.Report, *iconAnswer, error) {
	report, facts, err := v.CheckIconContext(ctx, s)
	if err != nil {
		return nil, nil, err
	}
	if facts == nil || len(facts.Measures) == 0 {
		return report, nil, nil
	}
	return report, &iconAnswer{facts.Format, facts.Width, facts.Height, facts.Measures}, nil
}

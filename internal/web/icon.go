package web

import (
	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/validate"
)

// iconAnswer is what was measured of the icon, for who wants to know why.
type iconAnswer struct {
	Format icon.Format `json:"format"`
	Width  int         `json:"width"`
	Height int         `json:"height"`
	Facts  []fact      `json:"facts"`
}

// fact is a measure with its name in the language of the report.
type fact struct {
	icon.Fact
	Title string `json:"title"`
}

// iconOf measures the icon of a submission; nil where there is none that can be
// read, which is a finding.
func iconOf(s *validate.Submission, l validate.Language) *iconAnswer {
	if len(s.Icon) == 0 {
		return nil
	}
	picture, fault := icon.Decode(s.Icon)
	if fault != nil {
		return nil
	}
	a := &iconAnswer{Format: picture.Format, Width: picture.Width, Height: picture.Height}
	for _, f := range picture.Facts() {
		zh, en := f.Title()
		a.Facts = append(a.Facts, fact{f, validate.Text{ZH: zh, EN: en}.In(l)})
	}
	return a
}

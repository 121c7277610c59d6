package validate

import (
	"image"

	"github.com/mingcha-go/mingcha/internal/icon"
)

// iconPicture gives the decoded picture of the submission's icon, decoding it the
// first time that a check asks; nil where there is none to look at.
func (s *subject) iconPicture() *image.RGBA {
	if !s.iconAsked && len(s.submission.Icon) > 0 {
		if decoded, fault := icon.Decode(s.submission.Icon); fault == nil {
			s.iconImage = decoded.Picture
		}
	}
	s.iconAsked = true
	return s.iconImage
}

package validate

import (
	"image"

	"github.com/mingcha-go/mingcha/internal/icon"
)

// decodedIcon gives the submission's icon, decoded the first time that a check
// asks, or the fault that keeps it from being read; neither where there is none.
func (s *subject) decodedIcon() (*icon.Icon, *icon.Fault) {
	if !s.iconAsked && len(s.submission.Icon) > 0 {
		s.icon, s.iconFault = icon.Decode(s.submission.Icon)
	}
	s.iconAsked = true
	return s.icon, s.iconFault
}

// iconOrder is the place of findings about the icon: before those of icon_text.
const iconOrder = iconTextIndex<<16 - 1

// addIcon adds a finding about the icon.
func (s *subject) addIcon(c *Check, f Finding) {
	f.Score = 1
	s.add(c, &text{base: FieldIcon, index: -1, order: iconOrder}, f)
}

// iconPicture gives the picture of the icon, nil where there is none that can be
// read.
func (s *subject) iconPicture() *image.RGBA {
	if decoded, _ := s.decodedIcon(); decoded != nil {
		return decoded.Picture
	}
	return nil
}

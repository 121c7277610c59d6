package evidence

import (
	"image/color"
	"math"
	"math/rand/v2"
)

// Plate is what an icon's shape stands on.
type Plate int

// The plates. With PlateNone the background fills the picture.
const (
	PlateNone Plate = iota
	PlateSquare
	PlateRounded
	PlateCircle
)

// Style says how a shape is drawn as an icon.
type Style struct {
	// Size is the side in pixels.
	Size int
	// Background lies under all, transparent where A is 0.
	Background color.RGBA
	Plate      Plate
	// PlateColor fills the plate; it fades to PlateEnd if that has A > 0, in the
	// direction of Gradient (degrees).
	PlateColor, PlateEnd color.RGBA
	Gradient             float64
	// Ink fills the shape; it fades to InkEnd if that has A > 0.
	Ink, InkEnd color.RGBA
	// Padding is the space around the shape, a share of the side below 0.5.
	Padding float64
	// Rotation turns the shape clockwise, in degrees, after Mirror swaps left
	// and right.
	Rotation float64
	Mirror   bool
	// Stroke > 0 draws the outlines only, as wide as this share of the side.
	Stroke float64
}

// RandomStyle draws a style from rng for a brand's own colour: sizes from 144 to
// 512, plates of every kind, a brand's, a free or a pale colour, one in three with
// a gradient, ink that stands out from what is under it. Neither rotated, mirrored
// nor stroked.
func RandomStyle(rng *rand.Rand, own color.RGBA) Style {
	s := Style{
		Size:    []int{144, 192, 256, 300, 400, 512}[rng.IntN(6)],
		Plate:   []Plate{PlateNone, PlateSquare, PlateRounded, PlateRounded, PlateCircle}[rng.IntN(5)],
		Padding: 0.08 + rng.Float64()*0.22,
	}
	if s.Plate == PlateCircle {
		s.Padding = 0.18 + rng.Float64()*0.14
	}
	white := color.RGBA{255, 255, 255, 255}
	under := []color.RGBA{own, RandomColor(rng), white, RandomColor(rng)}[rng.IntN(4)]
	s.PlateColor, s.Background = under, white
	if s.Plate == PlateNone {
		s.Background = under
	} else if rng.IntN(2) == 0 {
		s.Background = color.RGBA{}
	}
	if rng.IntN(3) == 0 {
		s.PlateEnd = Shade(under, 0.6+rng.Float64()*0.3)
		s.Gradient = rng.Float64() * 360
	}
	s.Ink = inkOn(&s, under, own, RandomColor(rng), white, color.RGBA{20, 20, 24, 255})
	if rng.IntN(5) == 0 {
		s.InkEnd = Shade(s.Ink, 0.85)
	}
	return s
}

// inkOn is the first of some colours that stands out from what is under it, or
// else the one that does most.
func inkOn(s *Style, under color.RGBA, inks ...color.RGBA) (best color.RGBA) {
	most := 0.0
	for _, ink := range inks {
		contrast := Contrast(ink, under)
		if s.PlateEnd.A > 0 {
			contrast = min(contrast, Contrast(ink, s.PlateEnd))
		}
		if contrast >= 2.2 {
			return ink
		}
		if contrast > most {
			best, most = ink, contrast
		}
	}
	return best
}

// RandomColor is a colour as icons have them: mostly strong.
func RandomColor(rng *rand.Rand) color.RGBA {
	return HSV(rng.Float64()*360, 0.4+rng.Float64()*0.6, 0.45+rng.Float64()*0.55)
}

// HSV makes a colour from hue in degrees, saturation and value in [0, 1].
func HSV(h, s, v float64) color.RGBA {
	channel := func(n float64) uint8 {
		k := math.Mod(n+h/60, 6)
		return uint8(255*(v-v*s*max(0, min(k, 4-k, 1))) + 0.5)
	}
	return color.RGBA{channel(5), channel(3), channel(1), 255}
}

// Shade darkens a colour to a share of its light.
func Shade(c color.RGBA, share float64) color.RGBA {
	f := func(v uint8) uint8 { return uint8(float64(v) * share) }
	return color.RGBA{f(c.R), f(c.G), f(c.B), c.A}
}

// Contrast is the contrast ratio of two colours by WCAG 2, from 1 to 21.
func Contrast(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

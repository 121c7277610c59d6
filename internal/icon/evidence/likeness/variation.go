package main

import (
	"image"
	"image/color"
	"math/rand/v2"

	"github.com/mingcha-go/mingcha/internal/icon/evidence"
)

// variation is a way to draw a mark that must not hide it.
type variation struct {
	name string
	draw func(rng *rand.Rand, p evidence.Path, own color.RGBA) *image.RGBA
}

// styled makes a variation of a random style (colours, plate, gradient, padding,
// size) with one thing set.
func styled(name string, set func(*rand.Rand, *evidence.Style)) variation {
	return variation{name, func(rng *rand.Rand, p evidence.Path, own color.RGBA) *image.RGBA {
		s := evidence.RandomStyle(rng, own)
		set(rng, &s)
		return evidence.Draw(p, s)
	}}
}

func flat(s *evidence.Style) { s.Plate, s.Background = evidence.PlateNone, s.PlateColor }

func size(n int) func(*rand.Rand, *evidence.Style) {
	return func(_ *rand.Rand, s *evidence.Style) { s.Size = n }
}

func turned(rng *rand.Rand, s *evidence.Style) { s.Rotation = rng.Float64()*20 - 10 }

var variations = []variation{
	styled("recolour", func(_ *rand.Rand, s *evidence.Style) {
		flat(s)
		s.PlateEnd, s.InkEnd, s.Size, s.Padding = color.RGBA{}, color.RGBA{}, 256, 0.18
	}),
	styled("plate, gradient", size(256)),
	styled("padding 2 to 35 %", func(rng *rand.Rand, s *evidence.Style) { flat(s); s.Padding = 0.02 + rng.Float64()*0.33 }),
	styled("turned by -10 to 10 degrees", turned),
	styled("mirrored", func(_ *rand.Rand, s *evidence.Style) { s.Mirror = true }),
	styled("64 px", size(64)),
	styled("128 px", size(128)),
	styled("512 px", size(512)),
	{"JPEG 60", func(rng *rand.Rand, p evidence.Path, own color.RGBA) *image.RGBA {
		return evidence.JPEG(evidence.Draw(p, evidence.RandomStyle(rng, own)), 60)
	}},
	{"all of these at once", func(rng *rand.Rand, p evidence.Path, own color.RGBA) *image.RGBA {
		s := evidence.RandomStyle(rng, own)
		turned(rng, &s)
		s.Mirror = rng.IntN(2) == 0
		s.Size = []int{64, 96, 144, 256, 512}[rng.IntN(5)]
		return evidence.JPEG(evidence.Draw(p, s), 60)
	}},
}

package brand

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

func BenchmarkFind(b *testing.B) {
	x := Shipped()
	for name, m := range map[string]*image.RGBA{
		"like a mark": sample.Lantern(512, sample.Green, sample.White, false),
		"like none":   sample.Leaf(512, 512, sample.Green, sample.White),
		"no figure":   sample.Plain(512, 512, sample.Green),
		"noise":       noise(512),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Find(m, 0.9)
			}
		})
	}
}

func noise(side int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, side, side))
	rng := rand.New(rand.NewPCG(1, 1))
	for y := range side {
		for x := range side {
			m.SetRGBA(x, y, color.RGBA{uint8(rng.Uint32()), uint8(rng.Uint32()), uint8(rng.Uint32()), 255})
		}
	}
	return m
}

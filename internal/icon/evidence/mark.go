package evidence

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// placed puts a path's box into a box of the unit square,
// turned around its middle.
func placed(p Path, cx, cy, width, degrees float64) Path {
	low, high := p.Bounds()
	scale := width / max(high.X-low.X, 1e-9)
	mx, my := (low.X+high.X)/2, (low.Y+high.Y)/2
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return p.Map(func(q Point) Point {
		x, y := (q.X-mx)*scale, (q.Y-my)*scale
		return Point{cx + cos*x - sin*y, cy + sin*x + cos*y}
	})
}

func clone(img *image.RGBA) *image.RGBA {
	out := image.NewRGBA(img.Rect)
	copy(out.Pix, img.Pix)
	return out
}

// Watermark lays translucent lettering over a picture: over and over in slanted
// rows, or once across the middle. Ink is white, black or grey, its strength 20 to
// 50 %.
func Watermark(img *image.RGBA, f *Font, rng *rand.Rand) *image.RGBA {
	out := clone(img)
	word := []string{"样图", "千图网", "禁止转载", "水印", "SAMPLE", "stock", "photo.cn", "图库"}[rng.IntN(8)]
	text, err := f.Text(word)
	if err != nil {
		panic(err) // the words are in the font
	}
	alpha := 0.2 + rng.Float64()*0.3
	level := []uint8{255, 255, 0, 128}[rng.IntN(4)]
	ink := image.NewUniform(color.NRGBA{level, level, level, uint8(alpha * 255)})
	angle := []float64{0, -20, -30, -45, 30}[rng.IntN(5)]
	if rng.IntN(3) == 0 {
		Fill(out, placed(text, 0.5, 0.35+rng.Float64()*0.3, 0.6+rng.Float64()*0.3, angle), ink)
		return out
	}
	width := 0.2 + rng.Float64()*0.15
	sin, cos := math.Sincos(angle * math.Pi / 180)
	for row := -6; row <= 6; row++ {
		for column := -5; column <= 5; column++ {
			u, v := (float64(column)+float64(row&1)/2)*width*1.4, float64(row)*width*0.75
			Fill(out, placed(text, 0.5+cos*u-sin*v, 0.5+sin*u+cos*v, width, angle), ink)
		}
	}
	return out
}

// Badge puts one of the overlays that imitate the system on a picture: an unread
// dot, a number, a NEW or HOT label, a ribbon across a corner, a play button.
func Badge(img *image.RGBA, f *Font, rng *rand.Rand) (*image.RGBA, string) {
	out := clone(img)
	red := HSV(float64(rng.IntN(16)+352), 0.72+rng.Float64()*0.25, 0.85+rng.Float64()*0.15)
	white := color.RGBA{255, 255, 255, 255}
	word := func(words ...string) Path {
		p, err := f.Text(words[rng.IntN(len(words))])
		if err != nil {
			panic(err)
		}
		return p
	}
	radius := 0.07 + rng.Float64()*0.07
	cx, cy := 1-radius-rng.Float64()*0.06, radius+rng.Float64()*0.06
	disc := func(r float64, c color.RGBA) { Fill(out, RoundedBox(cx-r, cy-r, cx+r, cy+r, r), image.NewUniform(c)) }
	ring := rng.IntN(2) == 0
	switch rng.IntN(5) {
	case 0:
		if ring {
			disc(radius*1.18, white)
		}
		disc(radius, red)
		return out, "dot"
	case 1:
		radius = 0.11 + rng.Float64()*0.06
		cx, cy = 1-radius-rng.Float64()*0.04, radius+rng.Float64()*0.04
		if ring {
			disc(radius*1.15, white)
		}
		disc(radius, red)
		Fill(out, placed(word("1", "2", "9", "3", "12"), cx, cy, radius*0.55, 0), image.NewUniform(white))
		return out, "number"
	case 2:
		w, h := 0.36+rng.Float64()*0.14, 0.17+rng.Float64()*0.06
		x, y := 1-w-rng.Float64()*0.03, rng.Float64()*0.03
		Fill(out, RoundedBox(x, y, x+w, y+h, h*0.4), image.NewUniform(red))
		Fill(out, placed(word("NEW", "HOT", "限免", "最新"), x+w/2, y+h/2, w*0.7, 0), image.NewUniform(white))
		return out, "label"
	case 3:
		a, b := 0.42+rng.Float64()*0.12, 0.2+rng.Float64()*0.04 // where the band ends and begins
		a, b = 1-a, 1-b
		Fill(out, Path{{Op: 'M', To: Point{a, 0}}, {Op: 'L', To: Point{b, 0}}, {Op: 'L', To: Point{1, 1 - b}}, {Op: 'L', To: Point{1, 1 - a}}}, image.NewUniform(red))
		m := (a + b) / 2
		Fill(out, placed(word("NEW", "HOT", "新品"), (m+1)/2, (1-m)/2, 0.2, 45), image.NewUniform(white))
		return out, "ribbon"
	}
	cx, cy, radius = 0.5, 0.5, 0.16+rng.Float64()*0.08
	Fill(out, Circle(radius), image.NewUniform(color.NRGBA{0, 0, 0, uint8(110 + rng.IntN(60))}))
	t := radius * 0.5
	Fill(out, Path{{Op: 'M', To: Point{cx - t*0.8, cy - t}}, {Op: 'L', To: Point{cx + t*1.1, cy}}, {Op: 'L', To: Point{cx - t*0.8, cy + t}}}, image.NewUniform(white))
	return out, "play"
}

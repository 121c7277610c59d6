package main

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"os"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// fonts are the collections that characters are drawn with, of Debian's
// fonts-noto-cjk; each holds the forms of the mainland third.
var fonts = []string{
	"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
	"/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
}

const (
	mainland = 2  // index of the face in a collection
	size     = 32 // pixels of a glyph
	cell     = 4  // pixels of a cell of the histogram
	cells    = size / cell
	angles   = 4
)

// pen draws characters with one font.
type pen struct{ face font.Face }

func openPen(file string) (*pen, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%w (Debian package fonts-noto-cjk)", err)
	}
	collection, err := opentype.ParseCollection(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	f, err := collection.Font(mainland)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	return &pen{face}, err
}

// draw gives the glyph of a character in black on nothing; nil if the font has none.
func (p *pen) draw(r rune) *image.Alpha {
	if _, ok := p.face.GlyphAdvance(r); !ok {
		return nil
	}
	img := image.NewAlpha(image.Rect(0, 0, size, size))
	const baseline = size * 88 / 100
	d := font.Drawer{Dst: img, Src: image.NewUniform(color.Alpha{255}), Face: p.face, Dot: fixed.P(0, baseline)}
	d.DrawString(string(r))
	return img
}

// features are what two glyphs are compared by: a histogram of the directions of
// their strokes in each cell, and the grey of a coarse picture.
type features struct{ strokes, grey []float64 }

func featuresOf(img *image.Alpha) features {
	at := func(x, y int) float64 {
		x, y = min(max(x, 0), size-1), min(max(y, 0), size-1)
		return float64(img.AlphaAt(x, y).A) / 255
	}
	f := features{make([]float64, cells*cells*angles), make([]float64, (size/2)*(size/2))}
	for y := range size {
		for x := range size {
			dx, dy := at(x+1, y)-at(x-1, y), at(x, y+1)-at(x, y-1)
			if magnitude := math.Hypot(dx, dy); magnitude > 0 {
				f.add(x, y, math.Atan2(dy, dx), magnitude)
			}
			f.grey[y/2*(size/2)+x/2] += at(x, y) / 4
		}
	}
	mean := 0.0
	for _, g := range f.grey {
		mean += g / float64(len(f.grey))
	}
	for i := range f.grey {
		f.grey[i] -= mean
	}
	normalise(f.strokes)
	normalise(f.grey)
	return f
}

// add puts a gradient into the histogram, shared between the two nearest
// directions, so that a slight slant changes little.
func (f *features) add(x, y int, angle, magnitude float64) {
	turn := angle / math.Pi * angles
	turn -= math.Floor(turn/angles) * angles
	low := int(turn) % angles
	share := turn - math.Floor(turn)
	base := (y/cell*cells + x/cell) * angles
	f.strokes[base+low] += magnitude * (1 - share)
	f.strokes[base+(low+1)%angles] += magnitude * share
}

func normalise(v []float64) {
	sum := 0.0
	for _, x := range v {
		sum += x * x
	}
	if sum == 0 {
		return
	}
	for i := range v {
		v[i] /= math.Sqrt(sum)
	}
}

// alike gives how much alike two glyphs are drawn, at most 1.
func alike(a, b features) float64 {
	return (dot(a.strokes, b.strokes) + 0.3*dot(a.grey, b.grey)) / 1.3
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += float64(a[i] * b[i]) // the conversion keeps the machine from fusing: the same bits everywhere
	}
	return sum
}

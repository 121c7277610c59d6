package tesseract

import (
	"image"
	"image/color"

	"golang.org/x/image/draw"
)

// ink tells for each pixel how far its colour is from that of the plate: 0 on
// the plate, 255 where it is farthest. Letters of any colour on a plate of any
// other become dark on white that way.
type ink struct{ *image.Gray }

// leastInk is the contrast (of 441 in RGB) under which nothing can be read.
const leastInk = 40

// inkOf finds the plate of an icon and what stands on it; nil where the icon is
// of one colour. A plate that is a photograph or a wild gradient is beyond it.
func inkOf(icon image.Image) *ink {
	small := image.NewRGBA(image.Rect(0, 0, inkSide, inkSide))
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src) // what shows through is white
	draw.BiLinear.Scale(small, small.Bounds(), icon, icon.Bounds(), draw.Over, nil)

	plate := plateColor(small)
	distance := make([]int, inkSide*inkSide)
	most := 0
	for i := range distance {
		d := 0
		for c := range 3 {
			x := int(small.Pix[4*i+c]) - int(plate[c])
			d += x * x
		}
		distance[i] = d
		most = max(most, d)
	}
	if most < leastInk*leastInk {
		return nil
	}
	out := &ink{image.NewGray(small.Bounds())}
	for i, d := range distance {
		out.Pix[i] = uint8(255 * d / most)
	}
	return out
}

// inkSide is the side that icons are brought to, in pixels.
const inkSide = 288

// plateColor is the mean of the commonest colour on the rim, but for the
// corners, which may be cut.
func plateColor(m *image.RGBA) [3]uint8 {
	const inset = inkSide / 24
	type sum struct{ r, g, b, n int }
	sums := map[[3]uint8]*sum{}
	var most *sum
	add := func(x, y int) {
		p := m.RGBAAt(x, y)
		key := [3]uint8{p.R >> 5, p.G >> 5, p.B >> 5}
		s := sums[key]
		if s == nil {
			s = &sum{}
			sums[key] = s
		}
		s.r, s.g, s.b, s.n = s.r+int(p.R), s.g+int(p.G), s.b+int(p.B), s.n+1
		if most == nil || s.n > most.n {
			most = s
		}
	}
	for i := inkSide / 4; i < 3*inkSide/4; i++ {
		add(i, inset)
		add(i, inkSide-1-inset)
		add(inset, i)
		add(inkSide-1-inset, i)
	}
	return [3]uint8{uint8(most.r / most.n), uint8(most.g / most.n), uint8(most.b / most.n)}
}

// scaled gives the ink dark on white, side pixels a side with a white margin
// around it: the program loses letters that touch the edge.
func (k *ink) scaled(side int) *image.Gray {
	const margin = 40
	out := image.NewGray(image.Rect(0, 0, side+2*margin, side+2*margin))
	inner := image.Rect(margin, margin, margin+side, margin+side)
	draw.CatmullRom.Scale(out, inner, k.Gray, k.Bounds(), draw.Src, nil)
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.SetGray(x, y, color.Gray{Y: 255 - out.GrayAt(x, y).Y})
		}
	}
	return out
}

package brand

import (
	"image"

	"github.com/mingcha-go/mingcha/internal/icon/scale"
)

// workSide is the longer side, in pixels, that pictures are brought down to: the
// shapes of pictograms are coarse, and everything after this costs by the pixel.
const workSide = 128

// raster is a small picture: four channels a pixel, premultiplied by alpha. A
// transparent pixel is black with no alpha, which is as far from opaque black as
// black is from white; so that what stands on nothing is found like what stands
// on a colour.
type raster struct {
	w, h int
	pix  []float32 // red, green, blue, alpha from 0 to 255
}

// shrink brings a picture down to workSide, each pixel becoming the mean of the area
// that it stands for; smaller pictures stay as they are.
func shrink(m *image.RGBA) *raster {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	if w == 0 || h == 0 {
		return &raster{}
	}
	m = scale.Down(m, workSide)
	w, h = m.Rect.Dx(), m.Rect.Dy()
	r := &raster{w: w, h: h, pix: make([]float32, 4*w*h)}
	for y := range h {
		line := m.Pix[y*m.Stride:][:4*w]
		for i, v := range line {
			r.pix[4*y*w+i] = float32(v)
		}
	}
	return r
}

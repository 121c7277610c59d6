package brand

import (
	"image"
	"slices"
	"sync"

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
	w, h  int
	pix   []float32 // red, green, blue, alpha from 0 to 255
	queue []int     // room for the places of all pixels
}

// rasters keeps the memory of those that are done with.
var rasters = sync.Pool{New: func() any { return new(raster) }}

func (r *raster) release() { rasters.Put(r) }

// shrink brings a picture down to workSide, each pixel becoming the mean of the area
// that it stands for; smaller pictures stay as they are. Release it after use. Release it after use.
func shrink(m *image.RGBA) *raster {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	if w == 0 || h == 0 {
		return &raster{}
	}
	m = scale.Down(m, workSide)
	w, h = m.Rect.Dx(), m.Rect.Dy()
	r := rasters.Get().(*raster)
	r.w, r.h = w, h
	r.pix = slices.Grow(r.pix[:0], 4*w*h)[:4*w*h]
	r.queue = slices.Grow(r.queue[:0], w*h)[:0]
	for y := range h {
		line := m.Pix[y*m.Stride:][:4*w]
		for i, v := range line {
			r.pix[4*y*w+i] = float32(v)
		}
	}
	return r
}

package brand

import (
	"image"
	"image/draw"
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

// shrink brings a picture down to workSide by averaging; smaller ones stay as they
// are.
func shrink(picture image.Image) *raster {
	b := picture.Bounds()
	w, h := b.Dx(), b.Dy()
	if longer := max(w, h); longer > workSide {
		w, h = max(w*workSide/longer, 1), max(h*workSide/longer, 1)
	}
	r := &raster{w: w, h: h, pix: make([]float32, 4*w*h)}
	switch m := picture.(type) {
	case *image.RGBA:
		r.average(m.Pix[m.PixOffset(b.Min.X, b.Min.Y):], m.Stride, b, false)
	case *image.NRGBA:
		r.average(m.Pix[m.PixOffset(b.Min.X, b.Min.Y):], m.Stride, b, true)
	default:
		flat := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
		draw.Draw(flat, flat.Rect, picture, b.Min, draw.Src)
		r.average(flat.Pix, flat.Stride, flat.Rect, false)
	}
	return r
}

// average fills the raster with the means of the boxes of pixels that fall on its
// pixels; straight says that their alpha is not multiplied in.
func (r *raster) average(pix []uint8, stride int, b image.Rectangle, straight bool) {
	columns := edges(b.Dx(), r.w)
	rows := edges(b.Dy(), r.h)
	for y := range r.h {
		for x := range r.w {
			var sum [4]int
			for sy := rows[y]; sy < rows[y+1]; sy++ {
				line := pix[sy*stride+4*columns[x] : sy*stride+4*columns[x+1]]
				for i := 0; i+4 <= len(line); i += 4 {
					red, green, blue, alpha := int(line[i]), int(line[i+1]), int(line[i+2]), int(line[i+3])
					if straight && alpha < 255 {
						red, green, blue = red*alpha/255, green*alpha/255, blue*alpha/255
					}
					sum[0] += red
					sum[1] += green
					sum[2] += blue
					sum[3] += alpha
				}
			}
			scale := 1 / float32((rows[y+1]-rows[y])*(columns[x+1]-columns[x]))
			for c := range sum {
				r.pix[4*(y*r.w+x)+c] = float32(sum[c]) * scale
			}
		}
	}
}

// edges are the n+1 places that cut a length into n parts.
func edges(length, n int) []int {
	at := make([]int, n+1)
	for i := range at {
		at[i] = i * length / n
	}
	return at
}

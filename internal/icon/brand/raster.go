package brand

import (
	"encoding/binary"
	"image"
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

// shrink brings a picture down to workSide, each pixel becoming the mean of the box
// of pixels that fall on it; smaller pictures stay as they are.
func shrink(m *image.RGBA) *raster {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	if w == 0 || h == 0 {
		return &raster{}
	}
	if longer := max(w, h); longer > workSide {
		w, h = max(w*workSide/longer, 1), max(h*workSide/longer, 1)
	}
	r := &raster{w: w, h: h, pix: make([]float32, 4*w*h)}
	r.average(m.Pix, m.Stride, m.Rect)
	return r
}

func (r *raster) average(pix []uint8, stride int, b image.Rectangle) {
	columns := edges(b.Dx(), r.w)
	rows := edges(b.Dy(), r.h)
	// Red and blue, green and alpha, are added side by side: 16 bits hold 257 pixels.
	const lanes, most = 0x00ff00ff, 257
	for y := range r.h {
		for x := range r.w {
			var sums [4]uint32
			for sy := rows[y]; sy < rows[y+1]; sy++ {
				line := pix[sy*stride+4*columns[x] : sy*stride+4*columns[x+1]]
				for len(line) >= 4 {
					part := line[:min(len(line), 4*most)]
					line = line[len(part):]
					var even, odd uint32
					for ; len(part) >= 4; part = part[4:] {
						p := binary.LittleEndian.Uint32(part)
						even += p & lanes
						odd += p >> 8 & lanes
					}
					sums[0] += even & 0xffff
					sums[1] += odd & 0xffff
					sums[2] += even >> 16
					sums[3] += odd >> 16
				}
			}
			scale := 1 / float32((rows[y+1]-rows[y])*(columns[x+1]-columns[x]))
			to := r.pix[4*(y*r.w+x):][:4]
			for c := range to {
				to[c] = float32(sums[c]) * scale
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

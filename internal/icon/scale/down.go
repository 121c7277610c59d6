// Package scale makes pictures smaller.
package scale

import (
	"encoding/binary"
	"image"
)

// Down scales a picture down so that no side is longer than most, each pixel
// becoming the mean of the area that it stands for; a smaller picture stays.
func Down(img *image.RGBA, most int) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if w <= most && h <= most {
		return img
	}
	nw, nh := most, most
	if w > h {
		nh = max(1, h*most/w)
	} else {
		nw = max(1, w*most/h)
	}
	if w == 2*nw && h == 2*nh {
		return halve(img)
	}
	if w >= 4*nw && h >= 4*nh { // most of the way by whole steps
		return Down(halve(img), most)
	}
	columns, rows := spansOf(w, nw), spansOf(h, nh)
	small := image.NewRGBA(image.Rect(0, 0, nw, nh))
	sums := make([]uint32, 4*nw)
	for y, row := range rows {
		clear(sums)
		total := uint32(0)
		for v := row.from; v < row.to; v++ {
			weight := row.weight(v)
			total += weight
			addRow(sums, img.Pix[v*img.Stride:], columns, weight)
		}
		to := small.Pix[y*small.Stride:]
		for x := range columns {
			all := total * columns[x].total
			for c := range 4 {
				to[4*x+c] = uint8((sums[4*x+c] + all/2) / all)
			}
		}
	}
	return small
}

// halve makes one pixel of each four; an odd last row or column is left out.
func halve(img *image.RGBA) *image.RGBA {
	w, h := img.Rect.Dx()/2, img.Rect.Dy()/2
	small := image.NewRGBA(image.Rect(0, 0, w, h))
	// Red and blue, green and alpha, of two pixels each, are added side by side.
	const lanes, half = 0x00ff00ff00ff00ff, 0x00020002
	for y := range h {
		above := img.Pix[2*y*img.Stride:][: 8*w : 8*w]
		below := img.Pix[(2*y+1)*img.Stride:][: 8*w : 8*w]
		to := small.Pix[y*small.Stride:][: 4*w : 4*w]
		for ; len(to) >= 4 && len(above) >= 8 && len(below) >= 8; to, above, below = to[4:], above[8:], below[8:] {
			a, b := binary.LittleEndian.Uint64(above), binary.LittleEndian.Uint64(below)
			even, odd := a&lanes+b&lanes, a>>8&lanes+b>>8&lanes
			even, odd = (even+even>>32+half)>>2, (odd+odd>>32+half)>>2
			binary.LittleEndian.PutUint32(to, uint32(even)&0x00ff00ff|uint32(odd)&0x00ff00ff<<8)
		}
	}
	return small
}

// span is the range of old pixels under a new one; the outer two count in parts of
// unit.
type span struct {
	from, to    int
	first, last uint32
	total       uint32
}

const unit = 16

func (s *span) weight(i int) uint32 {
	switch i {
	case s.from:
		return s.first
	case s.to - 1:
		return s.last
	}
	return unit
}

func spansOf(from, to int) []span {
	spans := make([]span, to)
	for i := range spans {
		low, high := i*from*unit/to, (i+1)*from*unit/to
		s := span{from: low / unit, to: (high + unit - 1) / unit}
		s.first = uint32(min(unit-low%unit, high-low))
		s.last = uint32((high-1)%unit + 1)
		if s.to-s.from == 1 {
			s.last = s.first
		}
		for k := s.from; k < s.to; k++ {
			s.total += s.weight(k)
		}
		spans[i] = s
	}
	return spans
}

// addRow adds an old row to the sums of a new one.
func addRow(sums []uint32, row []uint8, columns []span, weight uint32) {
	for x := range columns {
		s := &columns[x]
		var r, g, b, a uint32
		for u := s.from; u < s.to; u++ {
			k := s.weight(u)
			p := row[4*u : 4*u+4 : 4*u+4]
			r += uint32(p[0]) * k
			g += uint32(p[1]) * k
			b += uint32(p[2]) * k
			a += uint32(p[3]) * k
		}
		to := sums[4*x : 4*x+4 : 4*x+4]
		to[0] += r * weight
		to[1] += g * weight
		to[2] += b * weight
		to[3] += a * weight
	}
}

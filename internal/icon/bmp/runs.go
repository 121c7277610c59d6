package bmp

import (
	"image"
	"io"
)

// Second bytes after a zero: what is to be done instead of a run.
const (
	endOfRow = iota
	endOfBitmap
	delta
)

// pen writes pixels one after the other; what falls outside the picture is dropped.
type pen struct {
	h    *header
	img  *image.NRGBA
	x, y int
}

func (p *pen) put(colour [4]uint8) {
	if p.x < p.h.width {
		copy(p.img.Pix[p.img.PixOffset(p.x, p.h.row(p.y)):][:4], colour[:])
		p.x++
	}
}

// run writes count pixels of one value: an index, two indexes in turn, or a colour.
func (p *pen) run(count int, value []byte) {
	for i := range count {
		switch p.h.coding {
		case runs8:
			p.put(p.h.palette[value[0]])
		case runs4:
			p.put(p.h.palette[value[0]>>(4*(1-i%2))&15])
		default:
			p.put([4]uint8{value[2], value[1], value[0], 255})
		}
	}
}

// decodeRuns reads run-length coded pixels. The end of the bitmap may come early; the
// end of the data may not, unless the last row is full. The time is linear in the data:
// an operation of two bytes writes at most 255 pixels.
func (h *header) decodeRuns(data []byte) (*image.NRGBA, error) {
	p := &pen{h: h, img: image.NewNRGBA(image.Rect(0, 0, h.width, h.height))}
	unit := 1 // bytes a value
	if h.coding == runs24 {
		unit = 3
	}
	for p.y < h.height {
		if len(data) < 2 {
			if p.y == h.height-1 && p.x >= h.width {
				break
			}
			return nil, io.ErrUnexpectedEOF
		}
		count, next := int(data[0]), data[1]
		switch {
		case count > 0:
			if len(data) < 1+unit {
				return nil, io.ErrUnexpectedEOF
			}
			p.run(count, data[1:1+unit])
			data = data[1+unit:]
		case next == endOfRow:
			p.x, p.y = 0, p.y+1
			data = data[2:]
		case next == endOfBitmap:
			return p.img, nil
		case next == delta:
			if len(data) < 4 {
				return nil, io.ErrUnexpectedEOF
			}
			p.x, p.y = min(p.x+int(data[2]), h.width), p.y+int(data[3])
			data = data[4:]
		default:
			size := h.literal(int(next))
			if len(data) < 2+size {
				return nil, io.ErrUnexpectedEOF
			}
			p.literals(int(next), data[2:2+size])
			data = data[min(2+size+size%2, len(data)):]
		}
	}
	return p.img, nil
}

// literal gives the bytes that count pixels take one by one, without padding.
func (h *header) literal(count int) int {
	switch h.coding {
	case runs8:
		return count
	case runs4:
		return (count + 1) / 2
	}
	return 3 * count
}

// literals writes count pixels of a value each.
func (p *pen) literals(count int, values []byte) {
	for i := range count {
		switch p.h.coding {
		case runs8:
			p.put(p.h.palette[values[i]])
		case runs4:
			p.put(p.h.palette[values[i/2]>>(4*(1-i%2))&15])
		default:
			p.put([4]uint8{values[3*i+2], values[3*i+1], values[3*i], 255})
		}
	}
}

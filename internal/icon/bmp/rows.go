package bmp

import (
	"encoding/binary"
	"image"
	"io"
	"math/bits"
)

// channel takes one colour out of a pixel.
type channel struct {
	shift int
	most  uint32 // the largest value, 0 where there is no such channel
}

// newChannel makes a channel of a mask; ok is false where its bits have gaps.
func newChannel(mask uint32) (c channel, ok bool) {
	if mask == 0 {
		return channel{}, true
	}
	shift := bits.TrailingZeros32(mask)
	most := mask >> shift
	return channel{shift, most}, most&(most+1) == 0
}

// of gives the value from 0 to 255 in a pixel.
func (c channel) of(pixel uint32) uint8 {
	if c.most == 0 {
		return 0
	}
	value := uint64(pixel>>c.shift) & uint64(c.most)
	return uint8((value*255 + uint64(c.most)/2) / uint64(c.most))
}

// row gives the place of a row of the file in the picture.
func (h *header) row(y int) int {
	if h.topDown {
		return y
	}
	return h.height - 1 - y
}

// decodeRows reads pixels that are stored one by one, in rows that are padded to four
// bytes. The padding of the last may be missing.
func (h *header) decodeRows(data []byte) (*image.NRGBA, error) {
	used := (h.width*h.depth + 7) / 8
	stride := (used + 3) / 4 * 4
	if len(data) < used || (len(data)-used)/stride < h.height-1 {
		return nil, io.ErrUnexpectedEOF
	}
	img := image.NewNRGBA(image.Rect(0, 0, h.width, h.height))
	for y := range h.height {
		from, to := data[y*stride:][:used], img.Pix[h.row(y)*img.Stride:][:4*h.width]
		switch h.depth {
		case 16:
			for x := range h.width {
				h.unpack(to[4*x:], uint32(binary.LittleEndian.Uint16(from[2*x:])))
			}
		case 24:
			for x := range h.width {
				to[4*x], to[4*x+1], to[4*x+2], to[4*x+3] = from[3*x+2], from[3*x+1], from[3*x], 255
			}
		case 32:
			for x := range h.width {
				h.unpack(to[4*x:], binary.LittleEndian.Uint32(from[4*x:]))
			}
		default:
			h.lookUp(to, from)
		}
	}
	return img, nil
}

// unpack writes a pixel of 16 or 32 bits.
func (h *header) unpack(to []uint8, pixel uint32) {
	c := &h.channels
	to[0], to[1], to[2], to[3] = c[0].of(pixel), c[1].of(pixel), c[2].of(pixel), 255
	if c[3].most != 0 {
		to[3] = c[3].of(pixel)
	}
}

// lookUp writes a row of 1 to 8 bits a pixel.
func (h *header) lookUp(to, from []uint8) {
	perByte, mask := 8/h.depth, uint8(1<<h.depth-1)
	for x := range h.width {
		index := from[x/perByte] >> (8 - h.depth*(x%perByte+1)) & mask
		copy(to[4*x:4*x+4], h.palette[index][:])
	}
}

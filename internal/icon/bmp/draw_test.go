package bmp_test

import (
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// le appends values as 16 or 32 bits, little endian, or bytes as they are.
func le(parts ...any) (out []byte) {
	for _, part := range parts {
		switch p := part.(type) {
		case uint16:
			out = binary.LittleEndian.AppendUint16(out, p)
		case uint32:
			out = binary.LittleEndian.AppendUint32(out, p)
		case int:
			out = binary.LittleEndian.AppendUint32(out, uint32(int32(p)))
		case string:
			out = append(out, p...)
		case []byte:
			out = append(out, p...)
		}
	}
	return out
}

// file is a bitmap in parts.
type file struct {
	size, width, height int // size of the information header in bytes
	depth               uint16
	compression, used   int
	masks               []uint32 // after a short header, inside a long one
	palette, pixels     []byte
	offset              int // of the pixels; 0: right after what comes before them
}

// bytes puts the file together.
func (f file) bytes() []byte {
	var head []byte
	if f.size == 12 {
		head = le(12, uint16(f.width), uint16(f.height), uint16(1), f.depth)
	} else {
		head = le(f.size, f.width, f.height, uint16(1), f.depth, f.compression, 0, 2835, 2835, f.used, 0)
		head = slices.Concat(head, make([]byte, 124))[:f.size]
	}
	for i, mask := range f.masks {
		if f.size >= 52 && f.size != 64 {
			binary.LittleEndian.PutUint32(head[40+4*i:], mask)
		} else {
			head = le(head, mask)
		}
	}
	head = le(head, f.palette)
	offset := f.offset
	if offset == 0 {
		offset = 14 + len(head)
	}
	return le("BM", 14+len(head)+len(f.pixels), 0, offset, head, f.pixels)
}

// The picture of the tests: indexes into four colours, the top row first. Five pixels
// fill no row of any depth, so that paddings count.
var (
	drawn = [][]uint8{{0, 1, 2, 3, 3}, {1, 1, 1, 0, 2}, {2, 0, 3, 3, 3}}
	inks  = []color.NRGBA{{255, 255, 255, 255}, {255, 0, 0, 255}, {0, 0, 255, 255}, {0, 0, 0, 255}}
)

const wide, high = 5, 3

// want is the picture with some pixels left out.
func want(clear ...image.Point) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, wide, high))
	for y, row := range drawn {
		for x, index := range row {
			if !slices.Contains(clear, image.Pt(x, y)) {
				img.SetNRGBA(x, y, inks[index])
			}
		}
	}
	return img
}

// palette writes the first count colours, in entries of so many bytes.
func palette(count, entry int) (out []byte) {
	for i := range count {
		bgr := []byte{0x12, 0x34, 0x56, 0}
		if i < len(inks) {
			bgr = []byte{inks[i].B, inks[i].G, inks[i].R, 0}
		}
		out = append(out, bgr[:entry]...)
	}
	return out
}

// rows packs pixels of so many bits, the last row first unless topDown.
func rows(depth int, topDown bool, pixel func(color.NRGBA, uint8) uint32) (out []byte) {
	for i := range high {
		y := i
		if !topDown {
			y = high - 1 - i
		}
		row := make([]byte, (wide*depth+31)/32*4)
		for x, index := range drawn[y] {
			value := pixel(inks[index], index)
			if depth < 8 {
				row[x*depth/8] |= byte(value) << (8 - depth - x*depth%8)
				continue
			}
			for b := range depth / 8 {
				row[x*depth/8+b] = byte(value >> (8 * b))
			}
		}
		out = append(out, row...)
	}
	return out
}

func index(_ color.NRGBA, i uint8) uint32 { return uint32(i) }

// packed gives pixels of so many bits a colour, red first in the upper bits.
func packed(r, g, b int, alpha uint32) func(color.NRGBA, uint8) uint32 {
	level := func(v uint8, bits int) uint32 { return uint32(v) >> (8 - bits) }
	return func(c color.NRGBA, _ uint8) uint32 {
		return alpha | level(c.R, r)<<(g+b) | level(c.G, g)<<b | level(c.B, b)
	}
}

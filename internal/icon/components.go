package icon

import (
	"encoding/binary"
	"image"
)

// component is an area of one colour in a small picture, joined edge to edge.
type component struct {
	box        image.Rectangle
	area       int
	r, g, b    int // sums, then means
	borderSide int // pixels on the rim of the picture
}

// componentsSide is the side of the picture that is taken apart.
const componentsSide = 128

// components takes a picture apart. Neighbours belong together where no channel
// differs by more than tolerance. It gives the number of each pixel's component.
func components(img *image.RGBA, tolerance int) (labels []int, parts []component) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	labels = make([]int, w*h)
	for i := range labels {
		labels[i] = -1
	}
	var stack []int
	for start := range labels {
		if labels[start] >= 0 {
			continue
		}
		part := component{box: image.Rectangle{Min: image.Pt(w, h)}} // image.Rect would swap them
		n := len(parts)
		labels[start] = n
		stack = append(stack[:0], start)
		for len(stack) > 0 {
			at := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			x, y := at%w, at/w
			part.take(img.Pix[4*at:], x, y, w, h)
			visit := func(next int) {
				if labels[next] < 0 && alike(img.Pix[4*at:], img.Pix[4*next:], tolerance) {
					labels[next] = n
					stack = append(stack, next)
				}
			}
			if x > 0 {
				visit(at - 1)
			}
			if x < w-1 {
				visit(at + 1)
			}
			if y > 0 {
				visit(at - w)
			}
			if y < h-1 {
				visit(at + w)
			}
		}
		part.r, part.g, part.b = part.r/part.area, part.g/part.area, part.b/part.area
		parts = append(parts, part)
	}
	return labels, parts
}

func (c *component) take(p []uint8, x, y, w, h int) {
	c.area++
	c.r, c.g, c.b = c.r+int(p[0]), c.g+int(p[1]), c.b+int(p[2])
	if x == 0 || y == 0 || x == w-1 || y == h-1 {
		c.borderSide++
	}
	c.box.Min.X, c.box.Min.Y = min(c.box.Min.X, x), min(c.box.Min.Y, y)
	c.box.Max.X, c.box.Max.Y = max(c.box.Max.X, x+1), max(c.box.Max.Y, y+1)
}

func alike(a, b []uint8, tolerance int) bool {
	if binary.LittleEndian.Uint32(a) == binary.LittleEndian.Uint32(b) {
		return true // most neighbours
	}
	for c := range 4 {
		if d := int(a[c]) - int(b[c]); d > tolerance || d < -tolerance {
			return false
		}
	}
	return true
}

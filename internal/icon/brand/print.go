package brand

import (
	"image"
	"math"
)

// printBits are the bits of a fingerprint's pixels.
const printBits = 2

// Print is the fingerprint of a figure: its picture in its own frame, side x side
// pixels of two bits, row by row, the first pixel in the lowest bits of a byte. It
// says what is drawn, not in which colours; no picture can be made of it that is
// fit for use as an icon.
type Print [side * side * printBits / 8]byte

func printOf(p *picture) (out Print) {
	const most = 1<<printBits - 1
	for i, v := range p {
		out[i*printBits/8] |= byte(v*most+0.5) << (i * printBits % 8)
	}
	return out
}

func (p *Print) picture() *picture {
	const most = 1<<printBits - 1
	out := &picture{}
	for i := range out {
		out[i] = float32(p[i*printBits/8]>>(i*printBits%8)&most) / most
	}
	return out
}

const (
	// distinctScore is the likeness to a plain shape from which on a figure is no
	// mark that could be told by its shape.
	distinctScore = 0.88
	// innerOutline is the length of edges that a figure inside of another must have
	// to be a mark by itself, innerDistinct its distinctScore: what is cut out of
	// others is often as simple.
	innerOutline, innerDistinct = 104, 0.78
	// likensKept candidates are looked at for it, and less refined than those of an
	// icon: the scores above were set so.
	likensKept = 8
)

// Prints gives the fingerprints of a mark's picture: of its figure, and of what is
// cut out of that or stands on it, which is how many marks are drawn elsewhere.
// Figures that are too plain to be told from others are left out; none may remain.
func Prints(m *image.RGBA) (prints []Print) {
	const most = 2
	plain := NewIndex()
	r := shrink(m)
	defer r.release()
	for level, f := range figures(r) {
		at, ok := frameOf(f)
		if !ok || level >= most && len(prints) > 0 {
			break
		}
		var p picture
		f.draw(at, pose{scale: 1}, &p)
		distinct := distinctScore
		if len(prints) > 0 { // else what is around it was but a plate
			if distinct = innerDistinct; p.outline() < innerOutline {
				continue
			}
		}
		if !plain.likens(f, at, distinct) {
			prints = append(prints, printOf(&p))
		}
	}
	return prints
}

// outline is the length of a picture's edges in pixels.
func (p *picture) outline() float64 {
	var smooth picture
	blur(p, &smooth)
	var sum float64
	for j := 1; j < side-1; j++ {
		for i := 1; i < side-1; i++ {
			k := j*side + i
			sum += math.Hypot(float64(smooth[k+1]-smooth[k-1]), float64(smooth[k+side]-smooth[k-side])) / 2
		}
	}
	return sum
}

// likens tells whether a figure is like any fingerprint of the index.
func (x *Index) likens(f *mask, at frame, least float64) bool {
	for _, c := range x.rough(f, at, likensKept) {
		c.score = c.print.score(f, at, c.pose)
		if c.refine(f, at, least, 1, 0.5); c.score >= least {
			return true
		}
	}
	return false
}

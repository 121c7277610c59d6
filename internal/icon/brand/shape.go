package brand

import (
	"math"
	mathbits "math/bits"
)

// side is that of a shape's picture, in pixels.
const side = 32

// reach is how many times the figure's radius of gyration a shape's picture spans
// from its middle: a square's corner is 1.73 away, the end of a line as well.
const reach = 1.85

// frame says where a figure lies in its mask: its middle of mass and how far its
// mass lies from that, in pixels.
type frame struct{ x, y, radius float64 }

// frameOf finds the frame of a figure; false where there is none to speak of.
func frameOf(m *mask) (frame, bool) {
	var n, sx, sy, ss float64
	for y := range m.h {
		line := m.pix[y*m.w : (y+1)*m.w]
		for x, v := range line {
			if v < 0.25 {
				continue // noise of compression
			}
			w := float64(v)
			n += w
			sx += w * float64(x)
			sy += w * float64(y)
			ss += w * float64(x*x+y*y)
		}
	}
	const leastMass = 24 // pixels
	if n < leastMass {
		return frame{}, false
	}
	x, y := sx/n, sy/n
	return frame{x, y, math.Sqrt(max(ss/n-x*x-y*y, 0.25))}, true
}

// pose is how a figure is looked at: turned by an angle in radians, mirrored,
// stretched, and moved by shares of its radius.
type pose struct {
	angle  float64
	mirror bool
	scale  float64
	dx, dy float64
}

// picture is a figure in a frame of its own, each pixel 0 to 1.
type picture [side * side]float32

// draw samples a mask in a pose. Each pixel is the mean of four places, more would
// not tell more of a mask of some hundred pixels.
func (m *mask) draw(f frame, p pose, out *picture) {
	sin, cos := math.Sincos(p.angle)
	step := 2 * reach * f.radius * p.scale / side
	ax, ay := cos*step, sin*step // one pixel to the right
	bx, by := -sin*step, cos*step
	if p.mirror {
		ax, ay = -ax, -ay
	}
	const middle = (side - 1) / 2.0
	x0 := f.x + p.dx*f.radius - middle*(ax+bx)
	y0 := f.y + p.dy*f.radius - middle*(ay+by)
	for j := range side {
		for i := range side {
			x := x0 + float64(i)*ax + float64(j)*bx
			y := y0 + float64(i)*ay + float64(j)*by
			var v float32
			if step < 1.2 {
				v = m.at(x, y)
			} else {
				const q = 0.25
				v = (m.at(x-q*(ax+bx), y-q*(ay+by)) + m.at(x+q*(ax-bx), y+q*(ay-by)) +
					m.at(x-q*(ax-bx), y-q*(ay-by)) + m.at(x+q*(ax+bx), y+q*(ay+by))) / 4
			}
			out[j*side+i] = v
		}
	}
}

// at is the mask between pixels.
func (m *mask) at(x, y float64) float32 {
	if x < 0 || y < 0 || x >= float64(m.w-1) || y >= float64(m.h-1) {
		return m.atEdge(x, y)
	}
	xi, yi := int(x), int(y)
	fx, fy := float32(x-float64(xi)), float32(y-float64(yi))
	i := yi*m.w + xi
	a, b, c, d := m.pix[i], m.pix[i+1], m.pix[i+m.w], m.pix[i+m.w+1]
	top := a + (b-a)*fx
	return top + (c+(d-c)*fx-top)*fy
}

// atEdge is the nearest pixel of the mask, nothing beyond it.
func (m *mask) atEdge(x, y float64) float32 {
	xi, yi := int(math.Floor(x+0.5)), int(math.Floor(y+0.5))
	if xi < 0 || yi < 0 || xi >= m.w || yi >= m.h {
		return 0
	}
	return m.pix[yi*m.w+xi]
}

// bits is a picture in black and white.
type bits [side * side / 64]uint64

func (p *picture) bits() (b bits) {
	for i, v := range p {
		if v >= 0.5 {
			b[i/64] |= 1 << (i % 64)
		}
	}
	return b
}

// mirrored is a picture with left and right swapped.
func (b *bits) mirrored() (m bits) {
	for i, two := range b { // rows
		m[i] = uint64(mathbits.Reverse32(uint32(two))) | uint64(mathbits.Reverse32(uint32(two>>32)))<<32
	}
	return m
}

// slopes are how a picture's edges run: its gradient, smoothed a little, scaled so
// that the product of a picture with itself is 1.
type slopes struct{ x, y picture }

// fill makes s the slopes of p; s is empty before.
func (s *slopes) fill(p *picture) {
	var smooth picture
	blur(p, &smooth)
	var sum float64
	for j := 1; j < side-1; j++ {
		for i := 1; i < side-1; i++ {
			k := j*side + i
			gx, gy := smooth[k+1]-smooth[k-1], smooth[k+side]-smooth[k-side]
			s.x[k], s.y[k] = gx, gy
			sum += float64(gx*gx + gy*gy)
		}
	}
	scale := float32(1 / math.Sqrt(max(sum, 1e-9)))
	for k := range s.x {
		s.x[k] *= scale
		s.y[k] *= scale
	}
}

// blur is the binomial 1 2 1 in both directions.
func blur(p, out *picture) {
	var rows picture
	for j := range side {
		for i := 1; i < side-1; i++ {
			k := j*side + i
			rows[k] = (p[k-1] + 2*p[k] + p[k+1]) / 4
		}
	}
	for j := 1; j < side-1; j++ {
		for i := range side {
			k := j*side + i
			out[k] = (rows[k-side] + 2*rows[k] + rows[k+side]) / 4
		}
	}
}

func (s *slopes) dot(t *slopes) float64 {
	var sum float32
	for k := range s.x {
		sum += s.x[k]*t.x[k] + s.y[k]*t.y[k]
	}
	return float64(sum)
}

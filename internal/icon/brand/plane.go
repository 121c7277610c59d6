package brand

import (
	"math"
	"slices"
)

// plane is a colour that changes evenly over the picture: c + x*dx + y*dy for
// each channel.
type plane struct{ c, dx, dy [4]float32 }

// offBy is the most that two planes differ over a picture: planes do at a corner.
func (p *plane) offBy(q *plane, w, h int) (most float32) {
	for _, at := range [4][2]float32{{0, 0}, {float32(w), 0}, {0, float32(h)}, {float32(w), float32(h)}} {
		var sum float32
		for c := range 4 {
			d := p.c[c] - q.c[c] + at[0]*(p.dx[c]-q.dx[c]) + at[1]*(p.dy[c]-q.dy[c])
			sum += d * d
		}
		most = max(most, float32(math.Sqrt(float64(sum))))
	}
	return most
}

// distance is how far the colour of a pixel is from the plane's.
func (r *raster) distance(p *plane, i int) float32 {
	return r.distanceAt(p, i, i%r.w, i/r.w)
}

// distanceAt is distance for a pixel whose place is known.
func (r *raster) distanceAt(p *plane, i, x, y int) float32 {
	px, u, v := r.pix[4*i:4*i+4:4*i+4], float32(x), float32(y)
	d0 := px[0] - (p.c[0] + u*p.dx[0] + v*p.dy[0])
	d1 := px[1] - (p.c[1] + u*p.dx[1] + v*p.dy[1])
	d2 := px[2] - (p.c[2] + u*p.dx[2] + v*p.dy[2])
	d3 := px[3] - (p.c[3] + u*p.dx[3] + v*p.dy[3])
	return float32(math.Sqrt(float64(d0*d0 + d1*d1 + d2*d2 + d3*d3)))
}

// fit finds the plane through the colours of some pixels, but for those that are
// far off it; false where they are of no one colour.
func (r *raster) fit(at []int) (plane, bool) {
	const rounds, near = 4, 24
	if len(at) == 0 {
		return plane{}, false
	}
	at = sampled(at)
	p := r.median(at)
	inliers := at
	for round := range rounds {
		limit := float32(int(near) << (rounds - 1 - round)) // a slope is far off its median at first
		inliers = nil
		for _, i := range at {
			if r.distance(&p, i) < limit {
				inliers = append(inliers, i)
			}
		}
		if 2*len(inliers) < len(at) {
			return p, false
		}
		p = r.solve(inliers)
	}
	return p, true
}

// sampled is some hundred of many values, evenly taken: enough for what is read off
// them.
func sampled[T any](all []T) []T {
	const enough = 800
	step := len(all)/enough + 1
	if step == 1 {
		return all
	}
	some := make([]T, 0, enough)
	for i := 0; i < len(all); i += step {
		some = append(some, all[i])
	}
	return some
}

// median is the flat plane of the middle value of each channel.
func (r *raster) median(at []int) (p plane) {
	values := make([]float32, len(at))
	for c := range 4 {
		for k, i := range at {
			values[k] = r.pix[4*i+c]
		}
		slices.Sort(values)
		p.c[c] = values[len(values)/2]
	}
	return p
}

// solve is the plane of least squares.
func (r *raster) solve(at []int) (p plane) {
	var n, sx, sy, sxx, sxy, syy float64
	var sc, sxc, syc [4]float64
	for _, i := range at {
		x, y := float64(i%r.w), float64(i/r.w)
		n++
		sx, sy, sxx, sxy, syy = sx+x, sy+y, sxx+x*x, sxy+x*y, syy+y*y
		for c := range 4 {
			v := float64(r.pix[4*i+c])
			sc[c], sxc[c], syc[c] = sc[c]+v, sxc[c]+x*v, syc[c]+y*v
		}
	}
	// Around the means the system is of two unknowns; a ridge keeps it solvable
	// where the pixels lie on a line.
	mx, my := sx/n, sy/n
	const ridge = 1
	xx, xy, yy := sxx-n*mx*mx+ridge, sxy-n*mx*my, syy-n*my*my+ridge
	det := xx*yy - xy*xy
	for c := range 4 {
		xc, yc := sxc[c]-mx*sc[c], syc[c]-my*sc[c]
		dx, dy := (yy*xc-xy*yc)/det, (xx*yc-xy*xc)/det
		p.dx[c], p.dy[c] = float32(dx), float32(dy)
		p.c[c] = float32(sc[c]/n - dx*mx - dy*my)
	}
	return p
}

// refit is the plane through more pixels, if they are of one colour.
func (r *raster) refit(p plane, at []int) plane {
	if len(at) < 16 {
		return p
	}
	if q, ok := r.fit(at); ok {
		return q
	}
	return p
}

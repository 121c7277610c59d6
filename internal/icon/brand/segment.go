package brand

import "slices"

// mask says of each pixel of a raster how much of it a figure covers, 0 to 1.
type mask struct {
	w, h int
	pix  []float32
}

const (
	// depth is how many figures inside each other are looked at: what stands on
	// the picture, what stands on that, and once more. A mark may be the whole, or
	// lie on a plate; or be cut out of one.
	depth = 3
	// leastContrast is how far, in the space of raster, a colour has to be from
	// that of the plate to be a figure on it.
	leastContrast = 36
	// leastArea and mostArea are the shares of the plate that a figure covers.
	leastArea, mostArea = 0.012, 0.93
	// leastPixels is the least that a figure has.
	leastPixels = 12
)

// figures gives the figures of a picture, from the outermost inwards.
func figures(r *raster) (found []*mask) {
	if len(r.pix) == 0 {
		return nil
	}
	region := make([]bool, r.w*r.h) // what the plate covers
	for i := range region {
		region[i] = true
	}
	for level := range depth {
		seeds := r.corners()
		if level > 0 {
			seeds = rim(region, r.w, r.h)
		}
		plate, ok := r.fit(seeds)
		switch {
		case !ok && level == 0:
			continue // the corners differ: the rim may not
		case !ok:
			return found
		case level == 0:
			ground, flooded := plate, r.flood(plate)
			plate = r.refit(plate, flooded)
			r.leave(region, ground, plate, flooded)
		}
		far, share := r.apart(plate, region, level > 0)
		switch {
		case share > mostArea && level == 0: // a plate with its corners cut
			region = r.filled(far)
			continue
		case share < leastArea, share > mostArea:
			return found
		}
		found = append(found, far)
		if level == 0 {
			if strong := far.strongest(r, plate); strong != nil {
				found = append(found, strong)
			}
		}
		region = r.filled(far)
	}
	return found
}

// corners are the pixels around the four corners, with which the ground of a
// picture is found.
func (r *raster) corners() (at []int) {
	n := max(min(r.w, r.h)/32, 1)
	for y := range n {
		for x := range n {
			for _, i := range [4]int{y*r.w + x, y*r.w + r.w - 1 - x, (r.h-1-y)*r.w + x, (r.h-1-y)*r.w + r.w - 1 - x} {
				at = append(at, i)
			}
		}
	}
	return at
}

// flood gives the pixels that belong to the ground: reached from the border by
// steps over which the colour hardly changes, and starting near its colour.
func (r *raster) flood(p plane) (at []int) {
	const near, step = 30, 14
	seen := make([]bool, r.w*r.h)
	at = r.queue[:0] // read before it is used again
	push := func(i int) {
		seen[i] = true
		at = append(at, i)
	}
	seed := func(x, y int) {
		if i := y*r.w + x; !seen[i] && r.distanceAt(&p, i, x, y) < near {
			push(i)
		}
	}
	for y := range r.h {
		between := max(r.w-1, 1) // from side to side
		if y == 0 || y == r.h-1 {
			between = 1
		}
		for x := 0; x < r.w; x += between {
			seed(x, y)
		}
	}
	for k := 0; k < len(at); k++ {
		i := at[k]
		x := int(uint32(i) % uint32(r.w))
		visit := func(n int) {
			if !seen[n] && r.apartBy(i, n) < step*step {
				push(n)
			}
		}
		if x > 0 {
			visit(i - 1)
		}
		if x < r.w-1 {
			visit(i + 1)
		}
		if i >= r.w {
			visit(i - r.w)
		}
		if i+r.w < len(seen) {
			visit(i + r.w)
		}
	}
	return at
}

// leave takes out of a region what the flood of the ground covered and is of the
// ground's colour still, where the plane through all of the flood is not: then the
// flood ran into a plate that fades into the ground, as one from grey to white does
// on white, and what lies around the plate elsewhere is no figure on it.
func (r *raster) leave(region []bool, ground, plate plane, flooded []int) {
	const near, soft = 30, 2 // soft: pixels of the plate's edge
	if plate.offBy(&ground, r.w, r.h) <= leastContrast-near {
		return
	}
	for _, i := range flooded {
		x, y := i%r.w, i/r.w
		if r.distanceAt(&plate, i, x, y) <= leastContrast || r.distanceAt(&ground, i, x, y) >= near {
			continue
		}
		for v := max(y-soft, 0); v <= min(y+soft, r.h-1); v++ {
			for u := max(x-soft, 0); u <= min(x+soft, r.w-1); u++ {
				region[v*r.w+u] = false
			}
		}
	}
}

// apartBy is the square of how far two pixels are from each other in colour.
func (r *raster) apartBy(i, n int) float32 {
	p, q := r.pix[4*i:4*i+4:4*i+4], r.pix[4*n:4*n+4:4*n+4]
	d0, d1, d2, d3 := p[0]-q[0], p[1]-q[1], p[2]-q[2], p[3]-q[3]
	return d0*d0 + d1*d1 + d2*d2 + d3*d3
}

// apart is what stands apart from a plate, inside its region, and its share of
// that.
func (r *raster) apart(p plane, region []bool, inside bool) (*mask, float64) {
	m := &mask{r.w, r.h, make([]float32, r.w*r.h)}
	within := region
	if inside {
		within = eroded(region, r.w, r.h) // the plate's edge is no figure
	}
	var far []float32
	plateArea := 0
	for y := range r.h {
		for x := range r.w {
			i := y*r.w + x
			if !within[i] {
				continue
			}
			plateArea++
			if m.pix[i] = r.distanceAt(&p, i, x, y); m.pix[i] > leastContrast {
				far = append(far, m.pix[i])
			}
		}
	}
	if len(far) < leastPixels {
		return m, 0
	}
	share := float64(len(far)) / float64(plateArea)
	far = sampled(far)
	slices.Sort(far)
	full := far[len(far)*6/10] // the contrast of what is covered wholly
	for i := range m.pix {
		m.pix[i] = min(m.pix[i]/full, 1)
	}
	return m, share
}

// strongest is the part of a figure that stands out far more than the rest, as a
// pictogram does from a pale plate on white, where the plate fades into the
// ground; nil where nothing does.
func (m *mask) strongest(r *raster, p plane) *mask {
	var far []float32
	for i := range m.pix {
		if m.pix[i] >= 0.2 {
			far = append(far, r.distance(&p, i))
		}
	}
	if len(far) < leastPixels {
		return nil
	}
	far = sampled(far)
	slices.Sort(far)
	most, middle := far[len(far)*96/100], far[len(far)*6/10]
	if most < 1.35*middle && middle < 1.35*far[len(far)/4] {
		return nil
	}
	const from, to = 0.4, 0.8 // of the strongest contrast
	s := &mask{m.w, m.h, make([]float32, len(m.pix))}
	for y := range r.h {
		for x := range r.w {
			i := y*r.w + x
			s.pix[i] = min(max((r.distanceAt(&p, i, x, y)/most-from)/(to-from), 0), 1)
		}
	}
	return s
}

// covered tells whether a figure covers most of a pixel.
func (m *mask) covered(i int) bool { return m.pix[i] >= 0.5 }

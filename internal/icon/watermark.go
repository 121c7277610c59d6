package icon

import (
	"image"
	"math"
	"slices"
)

// Watermark says how much translucent lettering lies over the picture.
type Watermark struct {
	// Parts is the number of small areas whose colour is that of what is around
	// them with a veil of grey, white or black over it, all of the same strength.
	Parts int
	// Spread is the share of the picture's 64 fields that hold such areas.
	Spread float64
	// Strength is the veil's opacity, from 0 to 1.
	Strength float64
}

// The limits; docs/icon.md has the evidence.
const (
	LeastParts  = 2
	LeastMarked = 0.18 // Parts times Spread
)

// Found tells that the picture bears a watermark.
func (m *Watermark) Found() bool {
	return m.Parts >= LeastParts && float64(m.Parts)*m.Spread >= LeastMarked
}

const (
	veilSide   = 256  // side of the picture that is taken apart
	leastArea  = 8    // pixels of an area that is looked at
	leastVeil  = 0.12 // opacities of what is taken for a watermark
	mostVeil   = 0.62
	veilStray  = 0.1 // how far opacities of one watermark may stray
	fieldsSide = 8
)

// veiled is an area that looks like lettering over a plain ground.
type veiled struct {
	level    int // of grey: 0, 128, 255
	strength float64
	box      image.Rectangle
}

// Watermark looks for lettering with the law of a translucent layer: over a colour
// c, ink of grey w and opacity a gives c + a(w - c), on ground and figure alike.
func (c *Icon) Watermark() Watermark {
	img := shrink(c.Picture, veilSide)
	labels, parts := components(img, 9)
	w, h := img.Rect.Dx(), img.Rect.Dy()
	around := surroundings(img, labels, parts)
	found := map[int][]veiled{}
	for i := range parts {
		p := &parts[i]
		if p.area < leastArea || p.area > w*h/12 || !around[i].plain() {
			continue
		}
		for _, level := range []int{0, 128, 255} {
			if a, ok := veilOf(p, &around[i], level); ok {
				found[level] = append(found[level], veiled{level, a, p.box})
			}
		}
	}
	best := Watermark{}
	for _, level := range []int{0, 128, 255} {
		if m := likeMost(found[level], w, h); float64(m.Parts)*m.Spread > float64(best.Parts)*best.Spread {
			best = m
		}
	}
	return best
}

// ring is what lies just outside an area: of the neighbour that most of it lies
// in, the sum of the colours met.
type ring struct {
	neighbour, lead int // by majority vote (R. Boyer, J Moore, 1981)
	all, n          int
	sum             [3]int
}

// vote counts a neighbour met.
func (r *ring) vote(label int) {
	r.all++
	switch {
	case r.lead == 0:
		r.neighbour, r.lead = label, 1
	case r.neighbour == label:
		r.lead++
	default:
		r.lead--
	}
}

// plain tells whether one colour is around most of the area.
func (r *ring) plain() bool { return r.n >= 8 && 3*r.n >= 2*r.all }

// surroundings looks a few pixels past the edges of every area, beyond what is
// smoothed.
func surroundings(img *image.RGBA, labels []int, parts []component) []ring {
	rings := make([]ring, len(parts))
	visitRings(img, labels, parts, func(label, at int) { rings[label].vote(labels[at]) })
	visitRings(img, labels, parts, func(label, at int) {
		r := &rings[label]
		if labels[at] != r.neighbour {
			return
		}
		r.n++
		for c := range 3 {
			r.sum[c] += int(img.Pix[4*at+c])
		}
	})
	return rings
}

// visitRings calls visit with every area of a size that matters and the places
// around it.
func visitRings(img *image.RGBA, labels []int, parts []component, visit func(label, at int)) {
	const past = 3 // pixels
	w, h := img.Rect.Dx(), img.Rect.Dy()
	for i, label := range labels {
		if parts[label].area < leastArea || parts[label].area > w*h/12 {
			continue
		}
		x, y := i%w, i/w
		for _, d := range [4][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
			u, v := x+d[0], y+d[1]
			if u < 0 || v < 0 || u >= w || v >= h || labels[v*w+u] == label {
				continue
			}
			u, v = x+past*d[0], y+past*d[1]
			if u < 0 || v < 0 || u >= w || v >= h {
				continue
			}
			if at := v*w + u; labels[at] != label && parts[labels[at]].area > parts[label].area {
				visit(label, at)
			}
		}
	}
}

// veilOf gives the opacity of a veil of grey that turns the colour around an area
// into its own, if there is one.
func veilOf(p *component, around *ring, level int) (a float64, ok bool) {
	own := [3]int{p.r, p.g, p.b}
	up, down := 0., 0.
	for c := range 3 {
		base := float64(around.sum[c]) / float64(around.n)
		up += (float64(own[c]) - base) * (float64(level) - base)
		down += (float64(level) - base) * (float64(level) - base)
	}
	if down < 900 {
		return 0, false
	}
	a = up / down
	for c := range 3 {
		base := float64(around.sum[c]) / float64(around.n)
		if math.Abs(float64(own[c])-base-a*(float64(level)-base)) > 5 {
			return 0, false
		}
	}
	return a, a >= leastVeil && a <= mostVeil
}

// likeMost takes the areas whose opacity is near the commonest.
func likeMost(found []veiled, w, h int) (best Watermark) {
	slices.SortFunc(found, func(a, b veiled) int {
		if a.strength < b.strength {
			return -1
		}
		return 1
	})
	for from, to := 0, 0; from < len(found); from++ {
		for to < len(found) && found[to].strength <= found[from].strength+veilStray {
			to++
		}
		if to-from <= best.Parts {
			continue
		}
		best = Watermark{Parts: to - from, Strength: found[(from+to)/2].strength}
		var fields [fieldsSide * fieldsSide]bool
		n := 0
		for _, v := range found[from:to] {
			x, y := (v.box.Min.X+v.box.Max.X)/2, (v.box.Min.Y+v.box.Max.Y)/2
			if f := &fields[y*fieldsSide/h*fieldsSide+x*fieldsSide/w]; !*f {
				*f = true
				n++
			}
		}
		best.Spread = float64(n) / (fieldsSide * fieldsSide)
	}
	return best
}

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

// inkLevels are the greys that watermarks are written in.
var inkLevels = [3]int{0, 128, 255}

// veiled is an area that looks like lettering over a plain ground.
type veiled struct {
	strength float64
	box      image.Rectangle
}

// Watermark looks for lettering with the law of a translucent layer: over a colour
// c, ink of grey w and opacity a gives c + a(w - c), on ground and figure alike.
// In a blurred picture every edge is a band of such colours, and nothing is told.
func (c *Icon) Watermark() Watermark { return c.watermark.get(c.measureWatermark) }

func (c *Icon) measureWatermark() Watermark {
	if clarity := c.Clarity(); clarity.Blurred() {
		return Watermark{}
	}
	areas := components(c.medium, 9)
	defer areas.release()
	around := areas.surroundings(c.medium)
	var found [len(inkLevels)][]veiled
	for i := range around {
		r := &around[i]
		if !r.plain() {
			continue
		}
		p := &areas.parts[r.label]
		for k, level := range inkLevels {
			if a, ok := veilOf(p, r, level); ok {
				found[k] = append(found[k], veiled{a, p.box})
			}
		}
	}
	best := Watermark{}
	for k := range inkLevels {
		if m := likeMost(found[k], areas.w, areas.h); float64(m.Parts)*m.Spread > float64(best.Parts)*best.Spread {
			best = m
		}
	}
	return best
}

// ring is what lies just outside an area: of the neighbour that most of it lies
// in, the sum of the colours met.
type ring struct {
	label     int32 // of the area
	neighbour int32 // by majority vote (R. Boyer, J Moore, 1981)
	lead      int
	all, n    int
	sum       [3]int
}

// vote counts a neighbour met.
func (r *ring) vote(label int32) {
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

// take adds the colour of a pixel met, if it is the neighbour's.
func (r *ring) take(label int32, p []uint8) {
	if label != r.neighbour {
		return
	}
	r.n++
	for c := range 3 {
		r.sum[c] += int(p[c])
	}
}

// plain tells whether one colour is around most of the area.
func (r *ring) plain() bool { return r.n >= 8 && 3*r.n >= 2*r.all }

// surroundings looks a few pixels past the edges of every area of a size that
// matters, beyond what is smoothed.
func (a *parted) surroundings(img *image.RGBA) []ring {
	// place is the ring of an area, from 1; 0 for areas that do not matter.
	place := make([]int32, len(a.parts))
	var rings []ring
	for i := range a.parts {
		if n := a.parts[i].area; n >= leastArea && n <= a.w*a.h/12 {
			rings = append(rings, ring{label: int32(i)})
			place[i] = int32(len(rings))
		}
	}
	if len(rings) == 0 {
		return nil
	}
	var met []neighbour
	for y := range a.h {
		met = a.look(met, place, y)
	}
	for _, m := range met {
		rings[m.ring].vote(a.labels[m.at])
	}
	for _, m := range met {
		rings[m.ring].take(a.labels[m.at], img.Pix[4*m.at:])
	}
	return rings
}

// neighbour is a pixel met just outside the area of a ring.
type neighbour struct{ ring, at int32 }

// look goes along a row and appends what lies past the edges of areas, of larger
// areas only.
func (a *parted) look(met []neighbour, place []int32, y int) []neighbour {
	const past = 3 // pixels
	row := a.labels[y*a.w:][:a.w]
	last, own := int32(-1), int32(0)
	for x, label := range row {
		if label != last {
			last, own = label, place[label]
		}
		if own == 0 {
			continue
		}
		at := y*a.w + x
		see := func(next, far int) {
			if a.labels[next] == label {
				return
			}
			if l := a.labels[far]; l != label && a.parts[l].area > a.parts[label].area {
				met = append(met, neighbour{own - 1, int32(far)})
			}
		}
		if x >= past {
			see(at-1, at-past)
		}
		if x < a.w-past {
			see(at+1, at+past)
		}
		if y >= past {
			see(at-a.w, at-past*a.w)
		}
		if y < a.h-past {
			see(at+a.w, at+past*a.w)
		}
	}
	return met
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

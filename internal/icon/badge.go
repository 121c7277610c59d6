package icon

import (
	"image"
	"math"
	"slices"
)

// BadgeKind says what an overlay looks like.
type BadgeKind string

// The kinds of overlays.
const (
	NoBadge     BadgeKind = ""
	BadgeDot    BadgeKind = "dot"    // an unread dot, with or without a number
	BadgeLabel  BadgeKind = "label"  // a label with lettering: NEW, HOT
	BadgeRibbon BadgeKind = "ribbon" // a band across a corner
	BadgePlay   BadgeKind = "play"   // a play button over the picture
)

// Badge is an overlay that imitates the system's, and where it is in pixels of the
// picture as it is shown.
type Badge struct {
	Kind BadgeKind
	Box  image.Rectangle
}

// badgeTolerances are the steps of colour that areas are told apart by, one after
// the other: the first stands the noise of compression, the second sees red on red,
// where the soft edge between is no step for the first.
var badgeTolerances = [...]uint64{22, 8}

// Badge looks for a red or orange mark of its own colour in a corner, and for a
// play button in the middle. The picture is taken apart into areas of one colour;
// a badge is an area by itself, or cut in parts by its lettering: nothing else of
// the icon has its colour, and it is round, a bar, or a band across the corner.
func (c *Icon) Badge() Badge { return c.badge.get(c.measureBadge) }

func (c *Icon) measureBadge() Badge {
	for i, tolerance := range badgeTolerances {
		areas := components(c.Small, tolerance)
		badge := c.badgeAmong(areas, i == 0)
		areas.release()
		if badge.Kind != NoBadge {
			return badge
		}
	}
	return Badge{}
}

func (c *Icon) badgeAmong(areas *parted, play bool) Badge {
	for i := range areas.parts {
		if m, ok := areas.cornerMark(i); ok {
			if kind := areas.kindOf(&m); kind != NoBadge {
				return c.badgeAt(kind, m.box, areas.w, areas.h)
			}
		}
	}
	for i := range areas.parts {
		if box, ok := areas.playButton(c.Small, i); play && ok {
			return c.badgeAt(BadgePlay, box, areas.w, areas.h)
		}
	}
	return Badge{}
}

// badgeAt scales a box of the small picture up to that of the file.
func (c *Icon) badgeAt(kind BadgeKind, b image.Rectangle, w, h int) Badge {
	return Badge{kind, image.Rect(b.Min.X*c.Width/w, b.Min.Y*c.Height/h, b.Max.X*c.Width/w, b.Max.Y*c.Height/h)}
}

// cornerMark is what may be a badge: parts of one colour close together in a corner.
type cornerMark struct {
	box     image.Rectangle
	area    int
	labels  []int32
	falling bool // the corner is the top right or the bottom left
	ringed  bool // the ground has the same colour, but a ring lies between
}

// cornerMark gathers the parts of a mark around its largest; false where it is of
// another colour, not in a corner, or where more of its colour is elsewhere.
func (a *parted) cornerMark(label int) (m cornerMark, ok bool) {
	p, side := &a.parts[label], min(a.w, a.h)
	if p.area < side*side/150 || p.box.Dx() > side*6/10 || p.box.Dy() > side*6/10 || !signalColor(p) {
		return m, false
	}
	m = cornerMark{box: p.box, area: p.area, labels: []int32{int32(label)}}
	// Lettering is as wide as high, and hardly stands over the edge of a label.
	near := image.Rect(p.box.Min.X-side*20/100, p.box.Min.Y-side*4/100, p.box.Max.X+side*20/100, p.box.Max.Y+side*4/100)
	elsewhere, ground := 0, -1
	for i := range a.parts {
		q := &a.parts[i]
		switch {
		case i == label || q.area < 4 || max(abs(p.r-q.r), abs(p.g-q.g), abs(p.b-q.b)) >= sameColor:
		case q.area <= p.area && q.box.In(near):
			m.labels = append(m.labels, int32(i))
			m.box, m.area = m.box.Union(q.box), m.area+q.area
		case ground < 0 && q.area > p.area && p.box.In(q.box):
			ground = i
		default:
			elsewhere += q.area
		}
	}
	if ground >= 0 {
		if m.ringed = a.ringed(&m, int32(ground)); !m.ringed {
			elsewhere += a.parts[ground].area
		}
	}
	right, left := m.box.Max.X > a.w*85/100, m.box.Min.X < a.w*15/100
	top, bottom := m.box.Min.Y < a.h*15/100, m.box.Max.Y > a.h*85/100
	m.falling = right == top
	return m, (top && (left || right) || bottom && right) && 2*elsewhere <= m.area
}

// ringed tells whether a thin ring of another colour parts a mark from a ground of
// its own: nearly every ray from its middle crosses it, and comes to the ground.
func (a *parted) ringed(m *cornerMark, ground int32) bool {
	const rays, wide, distinct = 32, 0.45, 60
	cx, cy := float64(m.box.Min.X+m.box.Max.X)/2, float64(m.box.Min.Y+m.box.Max.Y)/2
	radius := float64(max(m.box.Dx(), m.box.Dy())) / 2
	own := &a.parts[m.labels[0]]
	crossed, seen := 0, 0
	for i := range rays {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / rays)
		other := false
		for r := radius - 1; r < radius*(1+wide)+2; r += 0.5 {
			x, y := int(cx+r*cos), int(cy+r*sin)
			if !image.Pt(x, y).In(image.Rect(0, 0, a.w, a.h)) {
				seen--
				break
			}
			label := a.labels[y*a.w+x]
			if label == ground {
				if other {
					crossed++
				}
				break
			}
			p := &a.parts[label]
			other = other || max(abs(p.r-own.r), abs(p.g-own.g), abs(p.b-own.b)) > distinct
		}
		seen++
	}
	return seen >= rays/3 && 10*crossed >= 9*seen
}

// sameColor is how far the channels of two colours differ that look the same.
const sameColor = 20

// kindOf tells by its outline what kind of badge a mark is.
func (a *parted) kindOf(m *cornerMark) BadgeKind {
	side, bw, bh := min(a.w, a.h), m.box.Dx(), m.box.Dy()
	filled, diagonal := a.outlineShares(m)
	if diagonal > 0.9 && !m.ringed && bw > side*25/100 && 10*bw > 8*bh && 10*bh > 8*bw {
		return BadgeRibbon
	}
	holes := 1 - float64(m.area)/(filled*float64(bw*bh))
	switch aspect := float64(bw) / float64(bh); {
	case aspect > 0.85 && aspect < 1.18 && math.Abs(filled-math.Pi/4) < 0.06 && bw <= side*40/100 && holes < 0.6:
		return BadgeDot
	case m.ringed: // what else is of the ground's colour is cut out of the figure
		return NoBadge
	case aspect >= 1.4 && aspect < 3.6 && filled > 0.86 && holes > 0.08 && holes < 0.6:
		return BadgeLabel
	}
	return NoBadge
}

// signalColor tells whether a colour is the red or orange of such marks.
func signalColor(p *component) bool {
	return p.r >= 175 && p.g <= p.r*62/100 && p.b <= p.r*55/100 && p.b <= p.g+40
}

// outlineShares gives the share of its box that a mark covers with its holes
// filled, row by row, and the share of its pixels that lie in a band across the
// box, falling to the right or (rising) to the left.
func (a *parted) outlineShares(m *cornerMark) (filled, diagonal float64) {
	box := m.box
	inside, all, band := 0, 0, 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		first, last := -1, -1
		for x := box.Min.X; x < box.Max.X; x++ {
			if !slices.Contains(m.labels, a.labels[y*a.w+x]) {
				continue
			}
			if first < 0 {
				first = x
			}
			last = x
			all++
			u := float64(x-box.Min.X) / float64(box.Dx())
			if !m.falling {
				u = 1 - u
			}
			if d := u - float64(y-box.Min.Y)/float64(box.Dy()); d > -0.06 && d < 0.68 {
				band++
			}
		}
		if first >= 0 {
			inside += last - first + 1
		}
	}
	area := float64(box.Dx() * box.Dy())
	filled, diagonal = float64(inside)/area, float64(band)/float64(all)
	if filled > 0.72 || filled < 0.3 { // a band leaves two corners of the box empty
		diagonal = 0
	}
	return filled, diagonal
}

// playButton looks for a white triangle that points right in the middle of a disc
// which darkens what is under it: around the triangle all is darker, and the disc
// shows at least two colours.
func (a *parted) playButton(img *image.RGBA, label int) (image.Rectangle, bool) {
	p, w, h := &a.parts[label], a.w, a.h
	side := min(w, h)
	bw, bh := p.box.Dx(), p.box.Dy()
	cx, cy := (p.box.Min.X+p.box.Max.X)/2, (p.box.Min.Y+p.box.Max.Y)/2
	if p.r < 225 || p.g < 225 || p.b < 225 || bw < side/10 || bw > side*4/10 || abs(cx-w/2) > side*6/100 || abs(cy-h/2) > side*6/100 ||
		bh*10 < bw*9 || bh*10 > bw*14 || !a.pointsRight(label) {
		return image.Rectangle{}, false
	}
	radius := float64(bh)
	return image.Rect(cx-bh, cy-bh, cx+bh, cy+bh).Intersect(img.Rect), darkDisc(img, float64(cx), float64(cy), radius)
}

// pointsRight tells whether a part's columns shrink evenly from left to right.
func (a *parted) pointsRight(label int) bool {
	box, off := a.parts[label].box, 0.0
	for x := box.Min.X; x < box.Max.X; x++ {
		n := 0
		for y := box.Min.Y; y < box.Max.Y; y++ {
			if a.labels[y*a.w+x] == int32(label) {
				n++
			}
		}
		want := 1 - (float64(x-box.Min.X)+0.5)/float64(box.Dx())
		off += math.Abs(float64(n)/float64(box.Dy()) - want)
	}
	return off/float64(box.Dx()) < 0.09
}

// darkDisc tells whether the light drops, by about the same share all around,
// where a circle around the middle is crossed inwards.
func darkDisc(img *image.RGBA, cx, cy, most float64) bool {
	const rays = 48
	light := func(r, angle float64) float64 {
		x, y := int(cx+r*math.Cos(angle)), int(cy+r*math.Sin(angle))
		if !(image.Pt(x, y).In(img.Rect)) {
			return -1
		}
		p := img.Pix[img.PixOffset(x, y):]
		return float64(p[0]) + float64(p[1]) + float64(p[2])
	}
	for r := most * 0.7; r < most*1.45; r += 0.5 {
		darker, same := 0, 0
		for i := range rays {
			angle := 2 * math.Pi * float64(i) / rays
			in, out := light(r-1.5, angle), light(r+1.5, angle)
			switch ratio := in / max(out, 1); {
			case out < 60: // dark already
				same++
			case in >= 0 && ratio > 0.2 && ratio < 0.8:
				darker++
			}
		}
		if darker+same >= rays*78/100 && darker >= rays*35/100 {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }

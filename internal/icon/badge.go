package icon

import (
	"image"
	"math"
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

// Badge looks for a red or orange mark of its own colour in a corner, and for a
// play button in the middle. The picture is taken apart into areas of one colour;
// a badge is an area by itself: nothing else of the icon has its colour, and it is
// round, a bar, or a band across the corner.
func (c *Icon) Badge() Badge { return c.badge.get(c.measureBadge) }

func (c *Icon) measureBadge() Badge {
	img := c.Small
	areas := components(img, 22)
	defer areas.release()
	for i := range areas.parts {
		if kind := areas.cornerBadge(i); kind != NoBadge {
			return c.badgeAt(kind, areas.parts[i].box, areas.w, areas.h)
		}
	}
	for i := range areas.parts {
		if box, ok := areas.playButton(img, i); ok {
			return c.badgeAt(BadgePlay, box, areas.w, areas.h)
		}
	}
	return Badge{}
}

// badgeAt scales a box of the small picture up to that of the file.
func (c *Icon) badgeAt(kind BadgeKind, b image.Rectangle, w, h int) Badge {
	return Badge{kind, image.Rect(b.Min.X*c.Width/w, b.Min.Y*c.Height/h, b.Max.X*c.Width/w, b.Max.Y*c.Height/h)}
}

// cornerBadge tells what kind of badge in a corner a part is.
func (a *parted) cornerBadge(label int) BadgeKind {
	p, w, h := &a.parts[label], a.w, a.h
	side := min(w, h)
	bw, bh := p.box.Dx(), p.box.Dy()
	if p.area < side*side/150 || bw > side*6/10 || bh > side*6/10 || !signalColor(p) {
		return NoBadge
	}
	right, left := p.box.Max.X > w*85/100, p.box.Min.X < w*15/100
	top, bottom := p.box.Min.Y < h*15/100, p.box.Max.Y > h*85/100
	if !(top && (left || right)) && !(bottom && right) || a.elsewhere(label) {
		return NoBadge
	}
	filled, diagonal := a.outlineShares(label, right == top)
	if diagonal > 0.9 && bw > side*25/100 && 10*bw > 8*bh && 10*bh > 8*bw {
		return BadgeRibbon
	}
	holes := 1 - float64(p.area)/(filled*float64(bw*bh))
	switch aspect := float64(bw) / float64(bh); {
	case aspect > 0.85 && aspect < 1.18 && math.Abs(filled-math.Pi/4) < 0.06 && bw <= side*40/100 && holes < 0.6:
		return BadgeDot
	case aspect >= 1.4 && aspect < 3.6 && filled > 0.86 && holes > 0.08 && holes < 0.6:
		return BadgeLabel
	}
	return NoBadge
}

// signalColor tells whether a colour is the red or orange of such marks.
func signalColor(p *component) bool {
	return p.r >= 175 && p.g <= p.r*62/100 && p.b <= p.r*55/100 && p.b <= p.g+40
}

// elsewhere tells whether other parts of the icon have the colour of one.
func (a *parted) elsewhere(label int) bool {
	same, p := 0, &a.parts[label]
	for i := range a.parts {
		q := &a.parts[i]
		if i != label && q.area >= 4 && max(abs(p.r-q.r), abs(p.g-q.g), abs(p.b-q.b)) < 20 {
			same += q.area
		}
	}
	return same*2 > p.area
}

// outlineShares gives the share of its box that a part covers with its holes
// filled, row by row, and the share of its pixels that lie in a band across the
// box, falling to the right or (rising) to the left.
func (a *parted) outlineShares(label int, falling bool) (filled, diagonal float64) {
	box := a.parts[label].box
	inside, all, band := 0, 0, 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		first, last := -1, -1
		for x := box.Min.X; x < box.Max.X; x++ {
			if a.labels[y*a.w+x] != int32(label) {
				continue
			}
			if first < 0 {
				first = x
			}
			last = x
			all++
			u := float64(x-box.Min.X) / float64(box.Dx())
			if !falling {
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

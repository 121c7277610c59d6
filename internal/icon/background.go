package icon

import (
	"cmp"
	"image/color"
	"slices"
)

// Background says what the icon's figure stands on.
type Background struct {
	// Color is the commonest colour of the ground: of the rim where the icon fills
	// the square, else of the plate's inside along its edge.
	Color color.RGBA
	// White is the share of the ground's samples that are white or nearly, Clear
	// that of transparent ones, both from 0 to 1.
	White, Clear float64
	// Bordered tells that a rim of another colour parts a white ground from what
	// is around the icon.
	Bordered bool
}

const (
	// LeastWhite and LeastClear are the shares from which on a ground counts as
	// white or transparent.
	LeastWhite, LeastClear = 0.9, 0.9
	// nearWhite is the least of the channels of a colour that looks white.
	nearWhite = 244
)

// Plain tells whether the ground is white and has no border.
func (b *Background) Plain() bool { return b.White >= LeastWhite && !b.Bordered }

// Background measures the ground along rays from the middle of each side and from
// the corners inwards: past what is transparent or white outside a plate, then a
// little into it.
func (c *Icon) Background() Background { return c.background.get(c.measureBackground) }

func (c *Icon) measureBackground() Background {
	w, h := c.Size()
	inset := max(1, min(w, h)*4/100)
	const rays = 64
	var colors [rays]color.RGBA
	var b Background
	white, clear, bordered := 0, 0, 0
	for i := range rays {
		x, y, dx, dy := ray(i, rays, w, h)
		outer := c.Picture.RGBAAt(x, y)
		in := c.Picture.RGBAAt(x+dx*inset, y+dy*inset)
		switch {
		case in.A < 128:
			clear++
		case isWhite(in):
			white++
			if outer.A >= 128 && !isWhite(outer) {
				bordered++
			}
		}
		in.R, in.G, in.B = in.R&^3, in.G&^3, in.B&^3
		colors[i] = in
	}
	b.White, b.Clear = float64(white)/rays, float64(clear)/rays
	b.Bordered = bordered*2 > white
	if white+clear > 0 {
		b.underPlate(c)
	}
	b.Color = commonest(colors[:])
	if b.White >= LeastWhite {
		b.Color = color.RGBA{255, 255, 255, 255}
	}
	return b
}

// commonest gives the most frequent of some colours, of several the darkest in red,
// then green, then blue. It sorts them.
func commonest(colors []color.RGBA) (best color.RGBA) {
	slices.SortFunc(colors, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B), cmp.Compare(a.A, b.A))
	})
	most := 0
	for from, to := 0, 0; from < len(colors); from = to {
		for to = from; to < len(colors) && colors[to] == colors[from]; to++ {
		}
		if to-from > most {
			most, best = to-from, colors[from]
		}
	}
	return best
}

// underPlate looks for a coloured plate inside a white or transparent rim: a disc
// or a rounded square whose edge is met by nearly every ray, at nearly the place
// where such a plate would be.
func (b *Background) underPlate(c *Icon) {
	w, h := c.Size()
	met, rays := 0, 64
	for i := range rays {
		x, y, _, _ := ray(i, rays, w, h)
		// a disc of 96 % of the side lies inside all plates
		cx, cy := float64(w)/2, float64(h)/2
		fx, fy := (float64(x)+.5-cx)/cx, (float64(y)+.5-cy)/cy
		length := max(hypot(fx, fy), 1e-9)
		px := c.Picture.RGBAAt(int(cx+fx/length*.9*cx), int(cy+fy/length*.9*cy))
		if px.A >= 128 && !isWhite(px) {
			met++
		}
	}
	if met*10 >= rays*9 {
		b.White, b.Clear = 0, 0
	}
}

// ray gives the i-th of n places along the rim and the direction inwards.
func ray(i, n, w, h int) (x, y, dx, dy int) {
	at := (i%(n/4)*2 + 1) * 2 // in parts of n
	switch i / (n / 4) {
	case 0:
		return at * w / n, 0, 0, 1
	case 1:
		return w - 1, at * h / n, -1, 0
	case 2:
		return at * w / n, h - 1, 0, -1
	}
	return 0, at * h / n, 1, 0
}

func isWhite(p color.RGBA) bool {
	return p.A >= 250 && p.R >= nearWhite && p.G >= nearWhite && p.B >= nearWhite
}

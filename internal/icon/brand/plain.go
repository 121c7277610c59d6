package brand

import "math"

// plainShapes are figures that belong to nobody, each told by what it covers of the
// square from -1 to 1. A figure that is like one of them is no mark, and no mark
// that is like one of them can be told by its shape.
var plainShapes = []func(x, y float64) bool{
	disc,
	ring(0.92), ring(0.84), ring(0.7), ring(0.5),
	rounded(0), rounded(0.2), rounded(0.42), rounded(0.7),
	frame4(0, 0.88), frame4(0, 0.7), frame4(0.3, 0.85), frame4(0.3, 0.7),
	box(1, 0.7), box(1, 0.5), box(1, 0.25), box(0.7, 1), box(0.5, 1), box(0.25, 1),
	ellipse(1, 0.7), ellipse(1, 0.45), ellipse(0.7, 1), ellipse(0.45, 1),
	polygon(3, -90), polygon(3, 0), polygon(3, 90), polygon(4, 0), polygon(5, -90), polygon(6, 0), polygon(6, 30), polygon(8, 22.5),
	cross(0.2, 0), cross(0.33, 0), cross(0.2, 45), cross(0.33, 45),
	star(5, 0.38), star(5, 0.5), star(4, 0.4), heart,
	dots(1, 0.3), dots(0, 0.3), stripes(1), stripes(0), halfDisc(1), halfDisc(-1),
}

func disc(x, y float64) bool { return x*x+y*y <= 1 }

func ring(inner float64) func(x, y float64) bool {
	return func(x, y float64) bool { r := x*x + y*y; return r <= 1 && r >= inner*inner }
}

func halfDisc(side float64) func(x, y float64) bool {
	return func(x, y float64) bool { return disc(x, y) && y*side >= 0 }
}

func rounded(radius float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		x, y = max(math.Abs(x)-1+radius, 0), max(math.Abs(y)-1+radius, 0)
		return x*x+y*y <= radius*radius
	}
}

func frame4(radius, inner float64) func(x, y float64) bool {
	outer := rounded(radius)
	return func(x, y float64) bool { return outer(x, y) && !outer(x/inner, y/inner) }
}

func box(w, h float64) func(x, y float64) bool {
	return func(x, y float64) bool { return math.Abs(x) <= w && math.Abs(y) <= h }
}

func ellipse(w, h float64) func(x, y float64) bool {
	return func(x, y float64) bool { return disc(x/w, y/h) }
}

// polygon is regular, with a corner in the direction of turn degrees.
func polygon(n int, turn float64) func(x, y float64) bool {
	return rays(n, turn, math.Cos(math.Pi/float64(n)))
}

// star has n points and the radius inner between them.
func star(n int, inner float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		r, angle := math.Hypot(x, y), math.Atan2(y, x)+math.Pi/2
		part := 2 * math.Pi / float64(n)
		a := math.Abs(math.Remainder(angle, part))
		// The edge runs from the point (1, 0) to the notch at half a part.
		nx, ny := inner*math.Cos(part/2), inner*math.Sin(part/2)
		px, py := r*math.Cos(a), r*math.Sin(a)
		return (nx-1)*(py)-ny*(px-1) >= 0
	}
}

func rays(n int, turn, apothem float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		angle := math.Atan2(y, x) - turn*degree + math.Pi/float64(n)
		part := 2 * math.Pi / float64(n)
		a := math.Remainder(angle-part/2, part)
		a = math.Abs(a) - part/2
		return math.Hypot(x, y)*math.Cos(a) <= apothem
	}
}

func cross(arm, turn float64) func(x, y float64) bool {
	sin, cos := math.Sincos(turn * degree)
	return func(x, y float64) bool {
		x, y = cos*x-sin*y, sin*x+cos*y
		return (math.Abs(x) <= arm || math.Abs(y) <= arm) && math.Abs(x) <= 1 && math.Abs(y) <= 1
	}
}

func heart(x, y float64) bool {
	x, y = x*1.25, -y*1.2+0.1
	a := x*x + y*y - 0.8
	return a*a*a-x*x*y*y*y <= 0
}

// dots are three in a row, across or down.
func dots(across, radius float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		if across == 0 {
			x, y = y, x
		}
		x = math.Abs(x)
		d := min(math.Hypot(x, y), math.Hypot(x-0.7, y))
		return d <= radius
	}
}

// stripes are three bars, as on a menu.
func stripes(across float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		if across == 0 {
			x, y = y, x
		}
		return math.Abs(x) <= 1 && math.Abs(math.Remainder(y, 0.7)) <= 0.15 && math.Abs(y) <= 0.9
	}
}

const (
	drawnSide = 96 // side of the mask of a plain shape in pixels
	fine      = 3  // places across and down that a pixel is asked for
	margin    = 2  // pixels from an edge within which that is done
)

// drawn is a plain shape as a mask. Away from its edges a pixel is covered as its
// centre is: a test holds that no part of a shape is lost so.
func drawn(covers func(x, y float64) bool) *mask {
	const n = drawnSide
	m := &mask{n, n, make([]float32, n*n)}
	for i := range m.pix {
		if covered(covers, i%n, i/n, fine/2, fine/2) {
			m.pix[i] = 1
		}
	}
	for i, near := range nearEdges(m) {
		if near {
			m.pix[i] = share(covers, i%n, i/n)
		}
	}
	return m
}

// nearEdges tells which pixels are no farther than margin from two neighbours of
// which one is covered and the other is not.
func nearEdges(m *mask) []bool {
	const n = drawnSide
	near := make([]bool, n*n)
	for i, p := range m.pix {
		x, y := i%n, i/n
		if x+1 < n && m.pix[i+1] != p || y+1 < n && m.pix[i+n] != p {
			for ny := max(0, y-margin); ny <= min(n-1, y+1+margin); ny++ {
				for nx := max(0, x-margin); nx <= min(n-1, x+1+margin); nx++ {
					near[ny*n+nx] = true
				}
			}
		}
	}
	return near
}

// share gives how much of a pixel a shape covers.
func share(covers func(x, y float64) bool, px, py int) float32 {
	hits := 0
	for k := range fine * fine {
		if covered(covers, px, py, k%fine, k/fine) {
			hits++
		}
	}
	return float32(hits) / (fine * fine)
}

// covered tells whether a shape covers a place within a pixel.
func covered(covers func(x, y float64) bool, px, py, fx, fy int) bool {
	x := (float64(px)*fine + float64(fx) + 0.5) / (drawnSide * fine)
	y := (float64(py)*fine + float64(fy) + 0.5) / (drawnSide * fine)
	return covers((2*x-1)*1.1, (2*y-1)*1.1)
}

package evidence

import "math"

// Point is a place in the unit square, y downwards.
type Point struct{ X, Y float64 }

// Segment is a part of a Path: Op M starts an outline at To, L draws a line, C a
// cubic curve by A and B; outlines close themselves.
type Segment struct {
	Op       byte
	A, B, To Point
}

// Path is a filled shape inside the unit square, by the non-zero rule.
type Path []Segment

// Map gives the path with every point moved by f.
func (p Path) Map(f func(Point) Point) Path {
	moved := make(Path, len(p))
	for i, s := range p {
		moved[i] = Segment{s.Op, f(s.A), f(s.B), f(s.To)}
	}
	return moved
}

// Bounds is the box around all points of the path.
func (p Path) Bounds() (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, s := range p {
		points := []Point{s.To}
		if s.Op == 'C' {
			points = []Point{s.A, s.B, s.To}
		}
		for _, q := range points {
			low = Point{min(low.X, q.X), min(low.Y, q.Y)}
			high = Point{max(high.X, q.X), max(high.Y, q.Y)}
		}
	}
	return low, high
}

// Lines gives the outlines of the path as polygons.
func (p Path) Lines() (outlines [][]Point) {
	const steps = 12 // straight pieces of a curve
	var at Point
	for _, s := range p {
		switch s.Op {
		case 'M':
			outlines = append(outlines, []Point{s.To})
		case 'L':
			outlines[len(outlines)-1] = append(outlines[len(outlines)-1], s.To)
		case 'C':
			for i := 1; i <= steps; i++ {
				outlines[len(outlines)-1] = append(outlines[len(outlines)-1], cubic(at, s, float64(i)/steps))
			}
		}
		at = s.To
	}
	return outlines
}

func cubic(from Point, s Segment, t float64) Point {
	u := 1 - t
	a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return Point{
		a*from.X + b*s.A.X + c*s.B.X + d*s.To.X,
		a*from.Y + b*s.A.Y + c*s.B.Y + d*s.To.Y,
	}
}

// Circle is a circle around the centre of the unit square, of the given radius.
func Circle(radius float64) Path {
	return RoundedBox(0.5-radius, 0.5-radius, 0.5+radius, 0.5+radius, radius)
}

// RoundedBox is a rectangle with corners of the given radius.
func RoundedBox(x0, y0, x1, y1, r float64) Path {
	const k = 0.5522847498 // a quarter of a circle by a cubic curve
	r = min(r, (x1-x0)/2, (y1-y0)/2)
	c := r * (1 - k)
	return Path{
		{Op: 'M', To: Point{x0 + r, y0}},
		{Op: 'L', To: Point{x1 - r, y0}},
		{'C', Point{x1 - c, y0}, Point{x1, y0 + c}, Point{x1, y0 + r}},
		{Op: 'L', To: Point{x1, y1 - r}},
		{'C', Point{x1, y1 - c}, Point{x1 - c, y1}, Point{x1 - r, y1}},
		{Op: 'L', To: Point{x0 + r, y1}},
		{'C', Point{x0 + c, y1}, Point{x0, y1 - c}, Point{x0, y1 - r}},
		{Op: 'L', To: Point{x0, y0 + r}},
		{'C', Point{x0, y0 + c}, Point{x0 + c, y0}, Point{x0 + r, y0}},
	}
}

package evidence

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// ParseSVG reads the d attribute of an SVG path (SVG 1.1, section 8.3) whose view
// box is a square of the given side; the path that it gives lies in the unit square.
func ParseSVG(d string, side float64) (Path, error) {
	p := svgParser{rest: d}
	for {
		p.space()
		if p.rest == "" {
			break
		}
		if c := p.rest[0]; strings.IndexByte("MmLlHhVvCcSsQqTtAaZz", c) >= 0 {
			p.command, p.rest = c, p.rest[1:]
		} else if p.command == 0 || p.command == 'Z' || p.command == 'z' {
			return nil, fmt.Errorf("path data: no command before %.20q", p.rest)
		}
		if err := p.draw(); err != nil {
			return nil, err
		}
	}
	return p.path.Map(func(q Point) Point { return Point{q.X / side, q.Y / side} }), nil
}

type svgParser struct {
	rest    string
	command byte
	path    Path
	at      Point // where the pen is
	start   Point // where the outline began
	control Point // last control point, for S and T
	curve   byte  // what control belongs to: C or Q, else 0
}

// draw reads the numbers of one command and does it.
func (p *svgParser) draw() error {
	relative := p.command >= 'a'
	op := p.command &^ 0x20
	n := map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}[op]
	v := make([]float64, n)
	for i := range v {
		var err error
		if op == 'A' && (i == 3 || i == 4) {
			v[i], err = p.flag()
		} else {
			v[i], err = p.number()
		}
		if err != nil {
			return err
		}
	}
	if relative {
		p.absolute(op, v)
	}
	point := func(i int) Point { return Point{v[i], v[i+1]} }
	curve := byte(0)
	switch op {
	case 'M':
		p.path = append(p.path, Segment{Op: 'M', To: point(0)})
		p.at, p.start = point(0), point(0)
		p.command -= 'M' - 'L' // further pairs are lines
	case 'L':
		p.line(point(0))
	case 'H':
		p.line(Point{v[0], p.at.Y})
	case 'V':
		p.line(Point{p.at.X, v[0]})
	case 'C':
		p.cubic(point(0), point(2), point(4))
		curve = 'C'
	case 'S':
		p.cubic(p.reflected('C'), point(0), point(2))
		curve = 'C'
	case 'Q':
		p.quadratic(point(0), point(2))
		curve = 'Q'
	case 'T':
		p.quadratic(p.reflected('Q'), point(0))
		curve = 'Q'
	case 'A':
		p.arc(v[0], v[1], v[2]*math.Pi/180, v[3] != 0, v[4] != 0, point(5))
	case 'Z':
		p.line(p.start)
	}
	p.curve = curve
	return nil
}

// absolute adds the pen's place to relative coordinates.
func (p *svgParser) absolute(op byte, v []float64) {
	switch op {
	case 'H':
		v[0] += p.at.X
	case 'V':
		v[0] += p.at.Y
	case 'A':
		v[5] += p.at.X
		v[6] += p.at.Y
	default:
		for i := range v {
			v[i] += [2]float64{p.at.X, p.at.Y}[i%2]
		}
	}
}

func (p *svgParser) line(to Point) {
	p.begin()
	p.path = append(p.path, Segment{Op: 'L', To: to})
	p.at = to
}

// begin starts an outline where Z left the pen and no M follows.
func (p *svgParser) begin() {
	if len(p.path) == 0 {
		p.path = append(p.path, Segment{Op: 'M', To: p.at})
	}
}

func (p *svgParser) cubic(a, b, to Point) {
	p.begin()
	p.path = append(p.path, Segment{'C', a, b, to})
	p.at, p.control = to, b
}

func (p *svgParser) quadratic(q, to Point) {
	third := func(a, b Point) Point { return Point{a.X + (b.X-a.X)*2/3, a.Y + (b.Y-a.Y)*2/3} }
	p.cubic(third(p.at, q), third(to, q), to)
	p.control = q
}

// reflected is the control point that S and T leave out.
func (p *svgParser) reflected(curve byte) Point {
	if p.curve != curve {
		return p.at
	}
	return Point{2*p.at.X - p.control.X, 2*p.at.Y - p.control.Y}
}

// arc draws an elliptic arc as cubic curves (SVG 1.1, appendix F.6).
func (p *svgParser) arc(rx, ry, turn float64, large, sweep bool, to Point) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || to == p.at {
		p.line(to)
		return
	}
	sin, cos := math.Sincos(turn)
	dx, dy := (p.at.X-to.X)/2, (p.at.Y-to.Y)/2
	x, y := (cos*dx+sin*dy)/rx, (cos*dy-sin*dx)/ry // on the unit circle
	length := x*x + y*y
	if length > 1 { // too small to reach: grow
		rx, ry = rx*math.Sqrt(length), ry*math.Sqrt(length)
		x, y, length = x/math.Sqrt(length), y/math.Sqrt(length), 1
	}
	k := math.Sqrt(max(0, 1/length-1))
	if large == sweep {
		k = -k
	}
	cx, cy := k*y, -k*x // centre on the unit circle
	from := math.Atan2(y-cy, x-cx)
	span := math.Atan2(-y-cy, -x-cx) - from
	if sweep && span < 0 {
		span += 2 * math.Pi
	} else if !sweep && span > 0 {
		span -= 2 * math.Pi
	}
	middle := Point{(p.at.X + to.X) / 2, (p.at.Y + to.Y) / 2}
	place := func(u, v float64) Point {
		u, v = (u+cx)*rx, (v+cy)*ry
		return Point{middle.X + cos*u - sin*v, middle.Y + sin*u + cos*v}
	}
	pieces := int(math.Ceil(math.Abs(span) / (math.Pi / 2)))
	step := span / float64(pieces)
	h := 4. / 3 * math.Tan(step/4)
	for i := range pieces {
		s0, c0 := math.Sincos(from + step*float64(i))
		s1, c1 := math.Sincos(from + step*float64(i+1))
		p.cubic(place(c0-h*s0, s0+h*c0), place(c1+h*s1, s1-h*c1), place(c1, s1))
	}
	p.path[len(p.path)-1].To, p.at = to, to
}

func (p *svgParser) space() { p.rest = strings.TrimLeft(p.rest, " ,\t\r\n") }

// number reads one number; SVG lets the next begin without a space: 1.5.5-3.
func (p *svgParser) number() (float64, error) {
	p.space()
	i, dot, exponent := 0, false, false
	for ; i < len(p.rest); i++ {
		c := p.rest[i]
		switch {
		case c >= '0' && c <= '9':
		case c == '.' && !dot && !exponent:
			dot = true
		case (c == 'e' || c == 'E') && !exponent && i > 0:
			exponent = true
		case (c == '-' || c == '+') && (i == 0 || p.rest[i-1] == 'e' || p.rest[i-1] == 'E'):
		default:
			goto end
		}
	}
end:
	n, err := strconv.ParseFloat(p.rest[:i], 64)
	if err != nil {
		return 0, fmt.Errorf("path data: expected a number at %.20q", p.rest)
	}
	p.rest = p.rest[i:]
	return n, nil
}

// flag reads a flag of an arc, which may stand against the next number: 11.5.
func (p *svgParser) flag() (float64, error) {
	p.space()
	if p.rest == "" || p.rest[0] != '0' && p.rest[0] != '1' {
		return 0, fmt.Errorf("path data: expected 0 or 1 at %.20q", p.rest)
	}
	n := float64(p.rest[0] - '0')
	p.rest = p.rest[1:]
	return n, nil
}

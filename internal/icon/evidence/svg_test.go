package evidence

import (
	"image/color"
	"math"
	"testing"
)

// area is the share of the unit square that a path covers when drawn.
func area(p Path) (share float64) {
	const side = 200
	img := Draw(p, Style{Size: side, Ink: color.RGBA{A: 255}})
	low, high := p.Bounds()
	span := max(high.X-low.X, high.Y-low.Y) // Draw fits the box into the square
	for i := 3; i < len(img.Pix); i += 4 {
		share += float64(img.Pix[i]) / 255
	}
	return share / side / side * span * span
}

func TestPathDataCoversItsArea(t *testing.T) {
	for _, test := range []struct {
		name, d string
		want    float64
	}{
		{"lines by name", "M2 2H8V8H2Z", .36},
		{"relative lines without spaces", "m2 2h6v6h-6z", .36},
		{"numbers that touch", "M2-.0 8.0.0 8 8 2 8z", .48},
		{"two outlines, the second a hole by its direction", "M0 0h10v10h-10zm2 2v6h6v-6z", .64},
		{"a circle of two arcs", "M1 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0", math.Pi * .16},
		{"flags of arcs that touch", "M1 5a4 4 0 108 0 4 4 0 10-8 0", math.Pi * .16},
		{"an arc too small to reach is enlarged", "M1 5a1 1 0 0 1 8 0a1 1 0 0 1-8 0", math.Pi * .16},
		{"a smooth cubic", "M0 5C0 0 10 0 10 5S0 10 0 5z", .6},
		{"a quadratic and its smooth follower", "M0 5Q2.5 0 5 5T10 5V10H0z", .5},
	} {
		p, err := ParseSVG(test.d, 10)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := area(p); math.Abs(got-test.want) > .012 {
			t.Errorf("%s: covers %.3f, want %.3f", test.name, got, test.want)
		}
	}
}

func TestPathDataThatIsNoneIsAnError(t *testing.T) {
	for _, d := range []string{"1 2", "M", "M1", "Mx", "M0 0L5", "M0 0zz5", "M0 0a1 1 0 2 0 5 5", "M0 0C1 2 3"} {
		if p, err := ParseSVG(d, 10); err == nil {
			t.Errorf("%q gives %v", d, p)
		}
	}
}

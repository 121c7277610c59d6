package brand_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math"
	"testing"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"github.com/mingcha-go/mingcha/internal/icon/brand"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

func lantern(side int) *image.RGBA { return sample.Lantern(side, sample.White, sample.Green, false) }

// turned turns a picture around its middle, by degrees.
func turned(m *image.RGBA, degrees float64) *image.RGBA {
	out := sample.Plain(m.Rect.Dx(), m.Rect.Dy(), sample.White)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	c := float64(m.Rect.Dx()) / 2
	xdraw.BiLinear.Transform(out, f64.Aff3{cos, -sin, c - cos*c + sin*c, sin, cos, c - sin*c - cos*c}, m, m.Rect, xdraw.Over, nil)
	return out
}

// scaled puts a picture, scaled, onto a plate of another colour.
func scaled(m *image.RGBA, side, inner int, plate color.RGBA) *image.RGBA {
	out := sample.Plain(side, side, plate)
	at := (side - inner) / 2
	xdraw.BiLinear.Scale(out, image.Rect(at, at, at+inner, at+inner), m, m.Rect, xdraw.Over, nil)
	return out
}

func compressed(m *image.RGBA, quality int) *image.RGBA {
	decoded, err := jpeg.Decode(bytes.NewReader(sample.JPEG(m, quality)))
	if err != nil {
		panic(err)
	}
	out := image.NewRGBA(decoded.Bounds())
	draw.Draw(out, out.Rect, decoded, image.Point{}, draw.Src)
	return out
}

func TestAFigureIsKnownHoweverItIsShown(t *testing.T) {
	for name, m := range map[string]*image.RGBA{
		"as it is":                lantern(300),
		"in other colours":        sample.Lantern(300, color.RGBA{250, 200, 40, 255}, color.RGBA{90, 20, 110, 255}, false),
		"on nothing":              sample.Lantern(300, sample.Clear, sample.Green, false),
		"mirrored":                sample.Lantern(300, sample.White, sample.Green, true),
		"turned to the left":      turned(lantern(300), -10),
		"turned to the right":     turned(lantern(300), 10),
		"on a plate on a ground":  scaled(lantern(300), 300, 240, color.RGBA{200, 40, 40, 255}),
		"small":                   scaled(lantern(300), 64, 64, sample.White),
		"large":                   lantern(512),
		"compressed":              compressed(lantern(256), 60),
		"small and turned":        turned(scaled(lantern(300), 96, 96, sample.White), 7),
		"of a part of a picture":  scaled(lantern(300), 400, 300, sample.Green).SubImage(image.Rect(50, 50, 350, 350)).(*image.RGBA),
		"not square, on a ground": framedWide(lantern(200)),
	} {
		found := brand.Shipped().Find(m, 0.9)
		if len(found) == 0 || brand.Marks()[found[0].Mark].Slug != "mingcha" {
			t.Errorf("%s: found %+v", name, found)
		}
	}
}

func framedWide(m *image.RGBA) *image.RGBA {
	out := sample.Plain(320, 200, sample.White)
	draw.Draw(out, image.Rect(60, 0, 260, 200), m, image.Point{}, draw.Src)
	return out
}

func TestPlainFiguresAreNoMarks(t *testing.T) {
	for name, m := range map[string]*image.RGBA{
		"nothing":       sample.Plain(200, 200, sample.Green),
		"a square":      sample.Framed(sample.Plain(200, 200, sample.Green), sample.White, 40),
		"a frame":       sample.Framed(sample.Framed(sample.Plain(200, 200, sample.White), sample.Green, 60), sample.White, 40),
		"one pixel":     sample.Plain(1, 1, sample.Green),
		"one line":      sample.Plain(500, 1, sample.Green),
		"no pixel":      image.NewRGBA(image.Rectangle{}),
		"all but alpha": sample.Plain(64, 64, sample.Clear),
	} {
		if prints := brand.Prints(m); len(prints) > 0 {
			t.Errorf("%s: %d fingerprints", name, len(prints))
		}
		if found := brand.Shipped().Find(m, 0.9); len(found) > 0 {
			t.Errorf("%s: found %+v", name, found)
		}
	}
}

func TestTheShippedMarksAreWhole(t *testing.T) {
	tencent := 0
	for _, m := range brand.Marks() {
		if m.Tencent {
			tencent++
		}
	}
	if len(brand.Marks()) < 150 || tencent < 5 {
		t.Errorf("%d marks, %d of Tencent", len(brand.Marks()), tencent)
	}
	if n := brand.Shipped().Len(); n < len(brand.Marks()) {
		t.Errorf("%d fingerprints", n)
	}
}

func TestACloneLeavesItsOriginalAlone(t *testing.T) {
	before := brand.Shipped().Len()
	clone := brand.Shipped().Clone()
	for _, p := range brand.Prints(sample.Leaf(200, 200, sample.White, sample.Green)) {
		clone.Add(len(brand.Marks()), p)
	}
	if clone.Len() == before || brand.Shipped().Len() != before {
		t.Errorf("%d, clone %d, before %d", brand.Shipped().Len(), clone.Len(), before)
	}
}

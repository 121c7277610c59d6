package evidence

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"

	"golang.org/x/image/vector"
)

// Draw draws a shape as an icon of the style.
func Draw(p Path, s Style) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, s.Size, s.Size))
	background := s.Background
	if s.Plate == PlateNone && s.PlateEnd.A > 0 {
		draw.Draw(img, img.Rect, s.paint(s.Background, s.PlateEnd), image.Point{}, draw.Src)
	} else {
		draw.Draw(img, img.Rect, image.NewUniform(background), image.Point{}, draw.Src)
	}
	if plate := s.plate(); plate != nil {
		Fill(img, plate, s.paint(s.PlateColor, s.PlateEnd))
	}
	shape := p.Map(s.place(p))
	if s.Stroke > 0 {
		Fill(img, shape.Stroked(s.Stroke), s.paint(s.Ink, s.InkEnd))
	} else {
		Fill(img, shape, s.paint(s.Ink, s.InkEnd))
	}
	return img
}

func (s *Style) plate() Path {
	switch s.Plate {
	case PlateSquare:
		return Path{{Op: 'M'}, {Op: 'L', To: Point{1, 0}}, {Op: 'L', To: Point{1, 1}}, {Op: 'L', To: Point{0, 1}}}
	case PlateRounded:
		return RoundedBox(0, 0, 1, 1, 0.21)
	case PlateCircle:
		return Circle(0.5)
	}
	return nil
}

// place puts the shape's box into the middle of what Padding leaves, keeping its
// proportions, then mirrors and turns it.
func (s *Style) place(p Path) func(Point) Point {
	low, high := p.Bounds()
	span := max(high.X-low.X, high.Y-low.Y, 1e-9)
	scale := (1 - 2*s.Padding) / span
	middle := Point{(low.X + high.X) / 2, (low.Y + high.Y) / 2}
	sin, cos := math.Sincos(s.Rotation * math.Pi / 180)
	return func(q Point) Point {
		x, y := (q.X-middle.X)*scale, (q.Y-middle.Y)*scale
		if s.Mirror {
			x = -x
		}
		return Point{0.5 + cos*x - sin*y, 0.5 + sin*x + cos*y}
	}
}

// paint is what fills a part: one colour, or one that fades to another.
func (s *Style) paint(from, to color.RGBA) image.Image {
	if to.A == 0 {
		return image.NewUniform(from)
	}
	sin, cos := math.Sincos(s.Gradient * math.Pi / 180)
	span := math.Abs(sin) + math.Abs(cos) // from corner to corner
	return &gradient{from, to, sin / span / float64(s.Size), cos / span / float64(s.Size), 0.5 - (sin+cos)/span/2}
}

// gradient is a linear gradient over a whole picture.
type gradient struct {
	from, to color.RGBA
	sin, cos float64 // by pixel
	at0      float64 // at the top left corner
}

func (g *gradient) ColorModel() color.Model { return color.RGBAModel }
func (g *gradient) Bounds() image.Rectangle { return image.Rect(-1e6, -1e6, 1e6, 1e6) }
func (g *gradient) At(x, y int) color.Color {
	t := min(max(g.at0+float64(x)*g.cos+float64(y)*g.sin, 0), 1)
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*t + 0.5) }
	return color.RGBA{mix(g.from.R, g.to.R), mix(g.from.G, g.to.G), mix(g.from.B, g.to.B), mix(g.from.A, g.to.A)}
}

// Fill fills a path in the unit square, stretched over the picture.
func Fill(img draw.Image, p Path, paint image.Image) {
	size := img.Bounds().Size()
	z := vector.NewRasterizer(size.X, size.Y)
	at := func(q Point) (float32, float32) {
		return float32(q.X * float64(size.X)), float32(q.Y * float64(size.Y))
	}
	for i, s := range p {
		x, y := at(s.To)
		switch s.Op {
		case 'M':
			if i > 0 {
				z.ClosePath()
			}
			z.MoveTo(x, y)
		case 'L':
			z.LineTo(x, y)
		case 'C':
			ax, ay := at(s.A)
			bx, by := at(s.B)
			z.CubeTo(ax, ay, bx, by, x, y)
		}
	}
	z.ClosePath()
	z.Draw(img, img.Bounds(), paint, image.Point{})
}

// Stroked is the path's outlines as a filled shape of the given width.
func (p Path) Stroked(width float64) (stroke Path) {
	r := width / 2
	for _, outline := range p.Lines() {
		for i, a := range outline {
			b := outline[(i+1)%len(outline)]
			length := math.Hypot(b.X-a.X, b.Y-a.Y)
			if length == 0 {
				continue
			}
			nx, ny := (b.Y-a.Y)/length*r, (a.X-b.X)/length*r
			stroke = append(stroke,
				Segment{Op: 'M', To: Point{a.X + nx, a.Y + ny}}, Segment{Op: 'L', To: Point{b.X + nx, b.Y + ny}},
				Segment{Op: 'L', To: Point{b.X - nx, b.Y - ny}}, Segment{Op: 'L', To: Point{a.X - nx, a.Y - ny}})
			stroke = append(stroke, RoundedBox(a.X-r, a.Y-r, a.X+r, a.Y+r, r)...) // the joint
		}
	}
	return stroke
}

// JPEG is the picture after a trip through JPEG of a quality from 1 to 100, on
// white where it is transparent.
func JPEG(img image.Image, quality int) *image.RGBA {
	flat := image.NewRGBA(img.Bounds())
	draw.Draw(flat, flat.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, img, img.Bounds().Min, draw.Over)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, flat, &jpeg.Options{Quality: quality}); err != nil {
		panic(err) // a buffer takes all; only a picture past 65,535 pixels fails
	}
	back, err := jpeg.Decode(&b)
	if err != nil {
		panic(err)
	}
	draw.Draw(flat, flat.Rect, back, image.Point{}, draw.Src)
	return flat
}

// PNG encodes a picture.
func PNG(img image.Image) []byte {
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

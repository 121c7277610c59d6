package main

import (
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"math/rand/v2"
	"strconv"

	"golang.org/x/image/vector"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

// recipe says how an icon is drawn: a ground, steps upon it, and the file that
// comes of it. Lengths are shares of the side.
type recipe struct {
	// Size is the side in pixels; Width and Height stand for it in pictures that
	// are not square.
	Size   int    `json:"size,omitempty"`
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`
	Ground string `json:"ground,omitempty"` // #RRGGBB or #RRGGBBAA
	Draw   []step `json:"draw,omitempty"`
	// Format is png (the default), jpeg with a Quality, gif, or moving: a GIF file of
	// the steps' states.
	Format  string `json:"format,omitempty"`
	Quality int    `json:"quality,omitempty"`
	// Raw is a file as text, Base64 one as bytes, in place of a drawing.
	Raw    string `json:"raw,omitempty"`
	Base64 string `json:"base64,omitempty"`
	// Cut keeps that share of the file; Pad appends so many bytes.
	Cut float64 `json:"cut,omitempty"`
	Pad int     `json:"pad,omitempty"`
	// Name is the file name that the icon is handed in under.
	Name string `json:"name,omitempty"`
}

// step is one thing done to the picture.
type step struct {
	Do     string       `json:"do"`
	Color  string       `json:"color,omitempty"`
	Points [][2]float32 `json:"points,omitempty"`
	X      float32      `json:"x,omitempty"`
	Y      float32      `json:"y,omitempty"`
	W      float32      `json:"w,omitempty"`
	H      float32      `json:"h,omitempty"`
	R      float32      `json:"r,omitempty"`
	N      int          `json:"n,omitempty"`
}

// draw makes the file.
func (r *recipe) draw() ([]byte, error) {
	file, err := r.file()
	if err != nil {
		return nil, err
	}
	if r.Cut > 0 {
		file = file[:int(r.Cut*float64(len(file)))]
	}
	return append(file, make([]byte, r.Pad)...), nil
}

func (r *recipe) file() ([]byte, error) {
	if r.Base64 != "" {
		return base64.StdEncoding.DecodeString(r.Base64)
	}
	if r.Raw != "" {
		return []byte(r.Raw), nil
	}
	w, h := r.Width, r.Height
	if r.Size > 0 {
		w, h = r.Size, r.Size
	}
	if w <= 0 || h <= 0 {
		return nil, fmt.Errorf("no size: want size, or width and height, in pixels")
	}
	ground, err := parseColor(r.Ground)
	if err != nil {
		return nil, err
	}
	img := sample.Plain(w, h, ground)
	states := []*image.RGBA{}
	for i := range r.Draw {
		if img, err = r.Draw[i].apply(img); err != nil {
			return nil, fmt.Errorf("step %d: %w", i+1, err)
		}
		kept := image.NewRGBA(img.Rect)
		copy(kept.Pix, img.Pix)
		states = append(states, kept)
	}
	switch r.Format {
	case "", "png":
		return sample.PNG(img), nil
	case "jpeg":
		return sample.JPEG(img, r.Quality), nil
	case "gif":
		return sample.GIF(img), nil
	case "moving":
		return sample.GIF(states...), nil
	}
	return nil, fmt.Errorf("format is %q, want png, jpeg, gif or moving", r.Format)
}

// parseColor reads #RRGGBB or #RRGGBBAA; "" is clear. The result is premultiplied.
func parseColor(s string) (color.RGBA, error) {
	if s == "" {
		return color.RGBA{}, nil
	}
	if len(s) == 7 {
		s += "FF"
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil || len(s) != 9 || s[0] != '#' {
		return color.RGBA{}, fmt.Errorf("colour is %q, want #RRGGBB or #RRGGBBAA", s)
	}
	straight := color.NRGBA{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8), uint8(n)}
	return color.RGBAModel.Convert(straight).(color.RGBA), nil
}

// apply does a step and gives the picture, which may be another one.
func (s *step) apply(img *image.RGBA) (*image.RGBA, error) {
	ink, err := parseColor(s.Color)
	if err != nil {
		return nil, err
	}
	side := img.Rect.Dx()
	switch s.Do {
	case "polygon":
		fill(img, ink, s.Points)
	case "rect":
		fill(img, ink, [][2]float32{{s.X, s.Y}, {s.X + s.W, s.Y}, {s.X + s.W, s.Y + s.H}, {s.X, s.Y + s.H}})
	case "disc":
		sample.Dotted(img, ink, s.X, s.Y, s.R)
	case "leaf":
		draw.Draw(img, img.Rect, sample.Leaf(side, img.Rect.Dy(), color.RGBA{}, ink), image.Point{}, draw.Over)
	case "star":
		fill(img, ink, star(s))
	case "arc":
		fill(img, ink, arc(s))
	case "text":
		bars(img, ink, s)
	case "gradient":
		gradient(img, ink)
	case "noise":
		speckle(img, s.N)
	case "frame":
		img = sample.Framed(img, ink, int(s.W*float32(side)))
	case "blur":
		img = sample.Soft(img, s.N)
	case "enlarge":
		img = enlarge(img, s.N)
	case "watermark":
		sample.Lettered(img, float64(s.R))
	case "play":
		sample.Playable(img)
	default:
		return nil, fmt.Errorf("no step %q", s.Do)
	}
	return img, nil
}

// fill paints the inside of a polygon.
func fill(img *image.RGBA, ink color.RGBA, points [][2]float32) {
	if len(points) == 0 {
		return
	}
	w, h := float32(img.Rect.Dx()), float32(img.Rect.Dy())
	z := vector.NewRasterizer(img.Rect.Dx(), img.Rect.Dy())
	z.MoveTo(points[0][0]*w, points[0][1]*h)
	for _, p := range points[1:] {
		z.LineTo(p[0]*w, p[1]*h)
	}
	z.ClosePath()
	z.Draw(img, img.Rect, image.NewUniform(ink), image.Point{})
}

// star gives the corners of one with N rays, the inner ones at the share W of R.
func star(s *step) (points [][2]float32) {
	for i := range 2 * s.N {
		r := s.R
		if i%2 == 1 {
			r *= s.W
		}
		a := math.Pi * (float64(i)/float64(s.N) - .5)
		points = append(points, [2]float32{s.X + r*float32(math.Cos(a)), s.Y + r*float32(math.Sin(a))})
	}
	return points
}

// arc gives the outline of half a ring of the thickness W, open at the top.
func arc(s *step) (points [][2]float32) {
	const parts = 32
	for i := range 2 * (parts + 1) {
		r, at := s.R, i
		if i > parts {
			r, at = s.R-s.W, 2*parts+1-i
		}
		a := math.Pi * float64(at) / parts
		points = append(points, [2]float32{s.X + r*float32(math.Cos(a)), s.Y + r*float32(math.Sin(a))})
	}
	return points
}

// bars draws N signs of lettering in a row from X, Y, each H high: strokes as
// those of Han characters.
func bars(img *image.RGBA, ink color.RGBA, s *step) {
	for i := range s.N {
		x := s.X + float32(i)*s.H*1.1
		for _, stroke := range [][4]float32{{0, .1, 1, .13}, {.44, 0, .14, 1}, {.1, .45, .8, .13}, {0, .8, 1, .13}, {float32(i%3) * .3, .1, .12, .75}} {
			line := step{X: x + stroke[0]*s.H, Y: s.Y + stroke[1]*s.H, W: stroke[2] * s.H, H: stroke[3] * s.H}
			fill(img, ink, [][2]float32{{line.X, line.Y}, {line.X + line.W, line.Y}, {line.X + line.W, line.Y + line.H}, {line.X, line.Y + line.H}})
		}
	}
}

// gradient goes from the picture at the top to the colour at the bottom.
func gradient(img *image.RGBA, to color.RGBA) {
	h := img.Rect.Dy()
	for y := range h {
		for i := img.PixOffset(0, y); i < img.PixOffset(0, y)+4*img.Rect.Dx(); i += 4 {
			for c, v := range [4]uint8{to.R, to.G, to.B, to.A} {
				img.Pix[i+c] = uint8((int(img.Pix[i+c])*(h-y) + int(v)*y) / h)
			}
		}
	}
}

// speckle moves every level by up to n.
func speckle(img *image.RGBA, n int) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range img.Pix {
		if i%4 != 3 {
			img.Pix[i] = uint8(min(255, max(0, int(img.Pix[i])+random.IntN(2*n+1)-n)))
		}
	}
}

// enlarge keeps every nth pixel and repeats it.
func enlarge(img *image.RGBA, n int) *image.RGBA {
	out := image.NewRGBA(img.Rect)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			out.SetRGBA(x, y, img.RGBAAt(x/n*n, y/n*n))
		}
	}
	return out
}

// Package sample draws the small icons that checks show what they do with.
package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/vector"
)

// The colours of sample icons.
var (
	Green = color.RGBA{31, 140, 90, 255}
	White = color.RGBA{255, 255, 255, 255}
	Clear = color.RGBA{}
)

// Plain is a square of one colour.
func Plain(w, h int, c color.RGBA) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	return img
}

// Leaf is a square icon: a leaf of one colour on another.
func Leaf(w, h int, plate, ink color.RGBA) *image.RGBA {
	img := Plain(w, h, plate)
	x, y := float32(w), float32(h)
	z := vector.NewRasterizer(w, h)
	z.MoveTo(.25*x, .75*y)
	z.CubeTo(.2*x, .35*y, .45*x, .25*y, .78*x, .22*y)
	z.CubeTo(.8*x, .6*y, .6*x, .82*y, .25*x, .75*y)
	z.ClosePath()
	z.MoveTo(.3*x, .7*y)
	z.LineTo(.62*x, .34*y)
	z.LineTo(.66*x, .38*y)
	z.ClosePath()
	z.Draw(img, img.Rect, image.NewUniform(ink), image.Point{})
	return img
}

// Framed puts a border of one colour around a picture, wide pixels thick.
func Framed(img *image.RGBA, c color.RGBA, wide int) *image.RGBA {
	inner := img.Rect.Inset(wide)
	framed := Plain(img.Rect.Dx(), img.Rect.Dy(), c)
	draw.Draw(framed, inner, img, inner.Min, draw.Src)
	return framed
}

// Soft blurs a picture by the mean of squares of the given reach, twice over.
func Soft(img *image.RGBA, reach int) *image.RGBA {
	for range 2 {
		out := image.NewRGBA(img.Rect)
		for y := range img.Rect.Dy() {
			for x := range img.Rect.Dx() {
				box := image.Rect(x-reach, y-reach, x+reach+1, y+reach+1).Intersect(img.Rect)
				var sums [4]int
				for v := box.Min.Y; v < box.Max.Y; v++ {
					for u := box.Min.X; u < box.Max.X; u++ {
						for c, p := range img.Pix[img.PixOffset(u, v):][:4] {
							sums[c] += int(p)
						}
					}
				}
				for c, sum := range sums {
					out.Pix[out.PixOffset(x, y)+c] = uint8(sum / (box.Dx() * box.Dy()))
				}
			}
		}
		img = out
	}
	return img
}

// PNG encodes a picture.
func PNG(img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err) // a buffer takes all
	}
	return b.Bytes()
}

// JPEG encodes a picture.
func JPEG(img image.Image, quality int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		panic(err) // a buffer takes all
	}
	return b.Bytes()
}

// GIF encodes pictures that follow one another.
func GIF(pictures ...*image.RGBA) []byte {
	var b bytes.Buffer
	moving := &gif.GIF{}
	for _, img := range pictures {
		frame := image.NewPaletted(img.Rect, palette.WebSafe)
		draw.Draw(frame, frame.Rect, img, image.Point{}, draw.Src)
		moving.Image, moving.Delay = append(moving.Image, frame), append(moving.Delay, 50)
	}
	if err := gif.EncodeAll(&b, moving); err != nil {
		panic(err) // a buffer takes all
	}
	return b.Bytes()
}

// Dotted puts a disc of one colour on a picture; middle and radius are shares of
// the side.
func Dotted(img *image.RGBA, c color.RGBA, x, y, r float32) *image.RGBA {
	side := float32(img.Rect.Dx())
	x, y, r = x*side, y*side, r*side
	const k = 0.5522847
	z := vector.NewRasterizer(img.Rect.Dx(), img.Rect.Dy())
	z.MoveTo(x+r, y)
	z.CubeTo(x+r, y+k*r, x+k*r, y+r, x, y+r)
	z.CubeTo(x-k*r, y+r, x-r, y+k*r, x-r, y)
	z.CubeTo(x-r, y-k*r, x-k*r, y-r, x, y-r)
	z.CubeTo(x+k*r, y-r, x+r, y-k*r, x+r, y)
	z.ClosePath()
	z.Draw(img, img.Rect, image.NewUniform(c), image.Point{})
	return img
}

// Playable puts a play button over the middle of a picture: a white triangle on a
// darkened disc.
func Playable(img *image.RGBA) *image.RGBA {
	Dotted(img, color.RGBA{A: 140}, .5, .5, .2)
	s := float32(img.Rect.Dx())
	z := vector.NewRasterizer(img.Rect.Dx(), img.Rect.Dy())
	z.MoveTo(.42*s, .4*s)
	z.LineTo(.61*s, .5*s)
	z.LineTo(.42*s, .6*s)
	z.ClosePath()
	z.Draw(img, img.Rect, image.White, image.Point{})
	return img
}

// Lettered lays rows of translucent strokes over a picture, as lettering of a
// watermark does; strength is their opacity from 0 to 1.
func Lettered(img *image.RGBA, strength float64) *image.RGBA {
	veil := uint8(strength * 255)
	ink := image.NewUniform(color.RGBA{veil, veil, veil, veil})
	s := img.Rect.Dx()
	for row := range 4 {
		for letter := range 9 {
			x, y := (letter*11+row%2*5)*s/100, (row*26+6)*s/100
			draw.Draw(img, image.Rect(x, y, x+2*s/100, y+9*s/100), ink, image.Point{}, draw.Over)
			draw.Draw(img, image.Rect(x+2*s/100, y+3*s/100, x+7*s/100, y+5*s/100), ink, image.Point{}, draw.Over)
		}
	}
	return img
}

// Red is the colour of unread dots, DarkRed a plate on which they hardly stand out.
var (
	Red     = color.RGBA{250, 60, 60, 255}
	DarkRed = color.RGBA{212, 36, 40, 255}
)

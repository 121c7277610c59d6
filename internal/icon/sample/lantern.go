package sample

import (
	"image"
	"image/color"

	"golang.org/x/image/vector"
)

// Lantern is this project's own mark, by which the check of likeness shows what it
// does: a lantern that leans on its stick, side pixels a side.
func Lantern(side int, plate, ink color.RGBA, mirror bool) *image.RGBA {
	img := Plain(side, side, plate)
	z := vector.NewRasterizer(side, side)
	at := func(x, y float32) (float32, float32) {
		if mirror {
			x = 1 - x
		}
		return x * float32(side), y * float32(side)
	}
	outline := func(points ...[2]float32) {
		z.MoveTo(at(points[0][0], points[0][1]))
		for _, p := range points[1:] {
			z.LineTo(at(p[0], p[1]))
		}
		z.ClosePath()
	}
	outline([2]float32{.2, .14}, [2]float32{.84, .22}, [2]float32{.82, .28}, [2]float32{.18, .2})    // the stick
	outline([2]float32{.48, .22}, [2]float32{.52, .22}, [2]float32{.52, .34}, [2]float32{.48, .34})  // the cord
	outline([2]float32{.38, .33}, [2]float32{.62, .33}, [2]float32{.62, .38}, [2]float32{.38, .38})  // the cap
	for _, x := range [][4]float32{{.28, .16, .36, .3}, {.44, .41, .56, .59}, {.64, .7, .72, .84}} { // the ribs
		outline([2]float32{x[0], .42}, [2]float32{x[2], .42}, [2]float32{x[2] - (x[0]-x[1])/4, .56}, [2]float32{x[2], .7}, [2]float32{x[0], .7}, [2]float32{x[1], .56})
	}
	outline([2]float32{.46, .74}, [2]float32{.54, .74}, [2]float32{.58, .9}, [2]float32{.42, .9}) // the tassel
	z.Draw(img, img.Rect, image.NewUniform(ink), image.Point{})
	return img
}

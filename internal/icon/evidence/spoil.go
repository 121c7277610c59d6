package evidence

import (
	"image"
	"image/draw"
	"math"

	xdraw "golang.org/x/image/draw"
)

// Blur spreads a picture by a Gaussian of the given deviation in pixels.
func Blur(img *image.RGBA, sigma float64) *image.RGBA {
	radius := int(math.Ceil(3 * sigma))
	kernel := make([]float64, 2*radius+1)
	sum := 0.0
	for i := range kernel {
		kernel[i] = math.Exp(-float64((i-radius)*(i-radius)) / (2 * sigma * sigma))
		sum += kernel[i]
	}
	for i := range kernel {
		kernel[i] /= sum
	}
	return pass(pass(img, kernel, 1, 0), kernel, 0, 1)
}

func pass(img *image.RGBA, kernel []float64, dx, dy int) *image.RGBA {
	w, h, radius := img.Rect.Dx(), img.Rect.Dy(), len(kernel)/2
	out := image.NewRGBA(img.Rect)
	for y := range h {
		for x := range w {
			var sums [4]float64
			for i, k := range kernel {
				u, v := min(max(x+(i-radius)*dx, 0), w-1), min(max(y+(i-radius)*dy, 0), h-1)
				p := img.Pix[img.PixOffset(u, v):]
				for c := range sums {
					sums[c] += k * float64(p[c])
				}
			}
			for c, s := range sums {
				out.Pix[out.PixOffset(x, y)+c] = uint8(s + 0.5)
			}
		}
	}
	return out
}

// The ways in which pictures are enlarged.
var (
	Nearest  xdraw.Interpolator = xdraw.NearestNeighbor
	Bilinear xdraw.Interpolator = xdraw.BiLinear
	Bicubic  xdraw.Interpolator = xdraw.CatmullRom
)

// Upscale makes a picture smaller by a whole factor, then as large again.
func Upscale(img *image.RGBA, factor int, by xdraw.Interpolator) *image.RGBA {
	small := image.NewRGBA(image.Rect(0, 0, img.Rect.Dx()/factor, img.Rect.Dy()/factor))
	xdraw.CatmullRom.Scale(small, small.Rect, img, img.Rect, draw.Src, nil)
	large := image.NewRGBA(img.Rect)
	by.Scale(large, large.Rect, small, small.Rect, draw.Src, nil)
	return large
}

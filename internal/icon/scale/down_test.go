package scale_test

import (
	"image"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/scale"
)

// slope is a picture whose red grows by x and whose green grows by y, from 0 to 240.
func slope(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p := img.Pix[img.PixOffset(x, y):]
			p[0], p[1], p[2], p[3] = uint8(240*(2*x+1)/(2*w)), uint8(240*(2*y+1)/(2*h)), 77, 255
		}
	}
	return img
}

func TestPicturesBecomeTheMeansOfTheirAreas(t *testing.T) {
	for _, test := range []struct{ w, h, most, nw, nh int }{
		{512, 512, 128, 128, 128}, {512, 300, 128, 128, 75}, {144, 144, 128, 128, 128}, {200, 500, 128, 51, 128},
		{2048, 3, 512, 512, 1}, {100, 100, 128, 100, 100}, {1, 1, 128, 1, 1},
	} {
		got, want := scale.Down(slope(test.w, test.h), test.most), slope(test.nw, test.nh)
		if got.Rect != want.Rect {
			t.Errorf("%d x %d: %v, want %v", test.w, test.h, got.Rect, want.Rect)
			continue
		}
		for i := range got.Pix {
			if d := int(got.Pix[i]) - int(want.Pix[i]); d > 2 || d < -2 {
				t.Errorf("%d x %d: byte %d is %d, want %d", test.w, test.h, i, got.Pix[i], want.Pix[i])
				break
			}
		}
	}
}

package icon

import (
	"encoding/binary"
	"image"
	"math/rand/v2"
	"testing"
)

// scattered is a picture of a few close colours, some of them over several pixels,
// so that areas of all shapes meet.
func scattered(rng *rand.Rand, w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := 0; i < len(img.Pix); i += 4 {
		switch rng.IntN(8) {
		case 0, 1, 2, 3:
			copy(img.Pix[i:i+4], img.Pix[max(i-4, 0):])
		case 4, 5, 6:
			copy(img.Pix[i:i+4], img.Pix[max(i-4*w, 0):])
		default:
			for c := range 3 {
				img.Pix[i+c] = uint8(100 + 4*rng.IntN(3))
			}
		}
		img.Pix[i+3] = 255
	}
	return img
}

// flooded numbers the areas of a picture the plain way.
func flooded(img *image.RGBA, tolerance int) []int {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	labels, n := make([]int, w*h), 0
	within := func(i, k int) bool {
		for c := range 4 {
			if abs(int(img.Pix[4*i+c])-int(img.Pix[4*k+c])) > tolerance {
				return false
			}
		}
		return true
	}
	var fill func(i int)
	fill = func(i int) {
		labels[i] = n
		for _, k := range []int{i - 1, i + 1, i - w, i + w} {
			if k >= 0 && k < w*h && (k/w == i/w || k%w == i%w) && labels[k] == 0 && within(i, k) {
				fill(k)
			}
		}
	}
	for i := range labels {
		if labels[i] == 0 {
			n++
			fill(i)
		}
	}
	return labels
}

func TestComponentsAreThoseOfAFlood(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for range 200 {
		img := scattered(rng, 1+rng.IntN(40), 1+rng.IntN(40))
		want, p := flooded(img, 4), components(img, 4)
		areas := map[int32]int{}
		for i, label := range p.labels {
			if int(label)+1 != want[i] {
				t.Fatalf("%v: pixel %d is of area %d, want %d", img.Rect, i, label+1, want[i])
			}
			if x, y := i%p.w, i/p.w; !(image.Pt(x, y).In(p.parts[label].box)) {
				t.Fatalf("%v: pixel %d is outside of its area's box", img.Rect, i)
			}
			areas[label]++
		}
		for label, n := range areas {
			if p.parts[label].area != n {
				t.Fatalf("%v: area %d has %d pixels, want %d", img.Rect, label, p.parts[label].area, n)
			}
		}
		p.release()
	}
}

func TestPixelsAreAlikeWhereNoChannelDiffersByMoreThanTheTolerance(t *testing.T) {
	at := []int{0, 1, 8, 9, 10, 21, 22, 23, 127, 128, 233, 245, 246, 254, 255}
	for _, tolerance := range []int{9, 22} {
		for channel := range 4 {
			for _, a := range at {
				for _, b := range at {
					var p, q [4]uint8
					p[channel], q[channel] = uint8(a), uint8(b)
					want := abs(a-b) <= tolerance
					if got := alike(binary.LittleEndian.Uint32(p[:]), binary.LittleEndian.Uint32(q[:]), uint64(tolerance)); got != want {
						t.Errorf("channel %d, %d and %d alike within %d: %v", channel, a, b, tolerance, got)
					}
				}
			}
		}
	}
}

// Package icon looks at the picture of a mini program: it decodes it safely and
// measures what rules ask about. It knows no rules and words no messages.
//
// All measures read one Icon: the picture at a working size, decoded once.
package icon

import (
	"image"
	"sync"
)

// Side is the longest side of the working picture in pixels; larger icons are
// scaled down to it. The platform shows icons far smaller.
const Side = 512

// Icon is a decoded icon. What it shows is not changed after Decode, and each
// measure is taken once, so that it may be read by many.
type Icon struct {
	// Format is the type of the file by its content, Bytes its size.
	Format Format
	Bytes  int
	// Width and Height are those of the picture in the file as it is shown, that
	// is after Orientation.
	Width, Height int
	// Orientation is that of the file's EXIF data, from 1 (upright) to 8.
	Orientation int
	// Quality is the quality from 1 to 100 that a JPEG file was written with, by
	// its quantisation tables; 0 for other formats.
	Quality int
	// Frames is the number of pictures in the file, 1 for one that does not move. The
	// first is the one that is measured.
	Frames int
	// Flaws are the faults of the file that were overlooked, each once.
	Flaws []Flaw
	// Picture is the picture at the working size, upright, with premultiplied
	// alpha.
	Picture *image.RGBA
	// Luma is the luminance (BT.601) of Picture on white, a byte a pixel, row by
	// row without gaps.
	Luma []uint8
	// Transparent is the share of pixels that let more than half of what is under
	// them shine through.
	Transparent float64
	// Small is Picture with no side longer than 128 pixels, medium with none longer
	// than veilSide.
	Small, medium *image.RGBA

	clarity    once[Clarity]
	background once[Background]
	badge      once[Badge]
	watermark  once[Watermark]
}

// once is a measure, taken when it is first asked for.
type once[T any] struct {
	sync.Once
	value T
}

func (o *once[T]) get(measure func() T) T {
	o.Do(func() { o.value = measure() })
	return o.value
}

// Size gives width and height of the working picture.
func (c *Icon) Size() (w, h int) { return c.Picture.Rect.Dx(), c.Picture.Rect.Dy() }

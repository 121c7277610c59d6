// Package bmp reads Windows and OS/2 bitmaps as browsers show them: all headers
// from 12 to 124 bytes, 1 to 32 bits a pixel, masks, RLE4, RLE8 and RLE24.
// golang.org/x/image/bmp reads the plain kinds only.
//
// What is harmless is overlooked: a palette shorter than the depth asks for, runs
// past the end of a row, a missing padding or end mark. What is lacking pixels is
// io.ErrUnexpectedEOF.
package bmp

import (
	"image"
	"image/color"
)

// FormatError says that a file does not follow the format.
type FormatError string

// Error gives the fault in English.
func (e FormatError) Error() string { return "bmp: " + string(e) }

// UnsupportedError names a kind of bitmap that is not read; browsers do not show
// most of them either.
type UnsupportedError string

// The kinds that are named only.
const (
	EmbeddedPNG  UnsupportedError = "a PNG file in the place of the pixels"
	EmbeddedJPEG UnsupportedError = "a JPEG file in the place of the pixels"
	Huffman      UnsupportedError = "Huffman coding of OS/2"
	CMYK         UnsupportedError = "CMYK pixels"
	Deep         UnsupportedError = "64 bits a pixel"
	Array        UnsupportedError = "an array of OS/2 bitmaps"
)

// Error names the kind in English.
func (e UnsupportedError) Error() string { return "bmp: " + string(e) }

// DecodeConfig reads the size in pixels of a bitmap file. The error is a FormatError, an
// UnsupportedError or io.ErrUnexpectedEOF.
func DecodeConfig(data []byte) (image.Config, error) {
	h, err := parse(data)
	if err != nil {
		return image.Config{}, err
	}
	return image.Config{ColorModel: color.NRGBAModel, Width: h.width, Height: h.height}, nil
}

// Decode reads a bitmap file. It takes four bytes a pixel, whatever the size of the
// file: the caller holds the size that DecodeConfig tells against a limit first.
// Pixels that a run-length coded file leaves out are transparent, as in Firefox and Safari;
// Chromium paints them black. Errors are those of
// DecodeConfig.
func Decode(data []byte) (*image.NRGBA, error) {
	h, err := parse(data)
	if err != nil {
		return nil, err
	}
	pixels := data[min(h.offset, len(data)):]
	if h.coding == plain {
		return h.decodeRows(pixels)
	}
	return h.decodeRuns(pixels)
}

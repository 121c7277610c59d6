package icon

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"slices"
)

// adobe is the segment that tells inks, without a transform; browsers take inks for
// those of Adobe's programs where it is missing.
const adobe = "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"

// openJPEG reads what image/jpeg does, and names what it does not. A file that lacks
// nothing but its end mark, or the segment that tells inks, is read.
func openJPEG(data []byte) (*opened, error) {
	if !bytes.HasPrefix(data, []byte{0xff, 0xd8}) {
		return nil, Mangled
	}
	h := readJPEGHeader(data)
	if h.components == 4 && !h.adobe {
		data = slices.Concat(data[:2], []byte(adobe), data[2:])
	}
	if v := h.variant(); v != "" {
		return nil, v
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, h.reason(err)
	}
	decode := func() (image.Image, []Flaw, error) {
		var flaws []Flaw
		if !h.ended {
			data, flaws = slices.Concat(data, []byte{0xff, 0xd9}), []Flaw{MissingEnd}
		}
		img, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, nil, h.reason(err)
		}
		return img, flaws, nil
	}
	return &opened{config: config, costly: h.costly(), quality: h.quality(), orientation: h.orientation, decode: decode}, nil
}

// variant names a kind of coding that is not read; "" for those that are.
func (h *jpegHeader) variant() Variant {
	switch {
	case h.coding == 0xf7 || h.coding == 0xc3 || h.coding == 0xcb: // JPEG-LS (ITU-T T.87), and T.81
		return JPEGLossless
	case h.coding >= 0xc5 && h.coding <= 0xc7 || h.coding >= 0xcd && h.coding <= 0xcf:
		return JPEGHierarchical
	case h.coding == 0xc9 || h.coding == 0xca:
		return JPEGArithmetic
	case h.coding != 0 && h.precision != 8:
		return JPEGDeep
	}
	return ""
}

// reason says what an error of image/jpeg means: of a file that is cut off it often
// says that codes are wrong.
func (h *jpegHeader) reason(err error) error {
	var unsupported jpeg.UnsupportedError
	switch {
	case errors.As(err, &unsupported):
		return fmt.Errorf("%w: %w", JPEGUnusual, err)
	case !h.ended:
		return fmt.Errorf("%w: %w", io.ErrUnexpectedEOF, err)
	}
	return err
}

package icon

import (
	"errors"
	"image"

	"github.com/mingcha-go/mingcha/internal/icon/bmp"
)

// bitmapVariants are the bitmaps that are named only.
var bitmapVariants = map[bmp.UnsupportedError]Variant{
	bmp.EmbeddedPNG: BMPWithPNG, bmp.EmbeddedJPEG: BMPWithJPEG, bmp.Huffman: BMPHuffman, bmp.CMYK: BMPCMYK, bmp.Deep: BMPDeep, bmp.Array: BMPArray,
}

func openBMP(data []byte) (*opened, error) {
	config, err := bmp.DecodeConfig(data)
	if kind := bmp.UnsupportedError(""); errors.As(err, &kind) {
		return nil, bitmapVariants[kind]
	}
	if err != nil {
		return nil, err
	}
	return &opened{config: config, decode: func() (image.Image, []Flaw, error) {
		img, err := bmp.Decode(data)
		if err != nil {
			return nil, nil, err
		}
		return img, nil, nil
	}}, nil
}

package icon

import (
	"bytes"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
)

const (
	// MaxBytes is the most that the registration form takes: 2 MB.
	MaxBytes = 2 << 20
	// MaxPixels is the most that is decoded. With it and the limits of
	// jpegHeader.costly no file takes 64 MB.
	MaxPixels = 2048 * 2048
)

// decoder reads one format.
type decoder struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var decoders = map[Format]decoder{
	PNG:  {png.DecodeConfig, png.Decode},
	JPEG: {jpeg.DecodeConfig, jpeg.Decode},
	GIF:  {gif.DecodeConfig, gif.Decode}, // the first frame
	BMP:  {bmp.DecodeConfig, bmp.Decode},
}

// Decode decodes an icon of any size and origin. The type is told by the content;
// the size of the file, then that of the picture, are held against limits before
// anything of that size is allocated. The fault is nil or says why there is no
// picture; Icon then is nil.
func Decode(data []byte) (*Icon, *Fault) {
	fault := &Fault{Format: Sniff(data), Bytes: len(data)}
	fail := func(kind Kind) (*Icon, *Fault) { fault.Kind = kind; return nil, fault }
	switch {
	case len(data) == 0:
		return fail(Empty)
	case len(data) > MaxBytes:
		return fail(TooLarge)
	case !fault.Format.Accepted():
		return fail(Refused)
	}
	d := decoders[fault.Format]
	config, err := d.config(bytes.NewReader(data))
	if err != nil {
		fault.Err = err
		return fail(kindOf(err, data))
	}
	fault.Width, fault.Height = config.Width, config.Height
	if config.Width <= 0 || config.Height <= 0 {
		return fail(Broken)
	}
	c := &Icon{Format: fault.Format, Bytes: len(data), Orientation: 1}
	costly := config.Width > MaxPixels/config.Height
	if c.Format == JPEG && !costly {
		h := readJPEGHeader(data)
		c.Quality, c.Orientation = h.quality(), h.orientation
		costly = h.costly()
	}
	if c.Format == PNG {
		c.Orientation = pngOrientation(data)
	}
	if costly {
		return fail(TooManyPixels)
	}
	picture, err := d.decode(bytes.NewReader(data))
	if err != nil {
		fault.Err = err
		return fail(kindOf(err, data))
	}
	if picture.Bounds().Empty() { // a GIF whose first frame has no pixels
		return fail(Broken)
	}
	c.take(picture, config)
	return c, nil
}

// kindOf tells a file that ends in the middle from one that is wrong.
func kindOf(err error, data []byte) Kind {
	var inPNG png.UnsupportedError
	var inJPEG jpeg.UnsupportedError
	if errors.As(err, &inPNG) || errors.As(err, &inJPEG) {
		return Broken
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || !ends(data) {
		return Truncated
	}
	return Broken
}

// ends tells whether a file has the end that its format asks for. Decoders say of
// a picture without one that pixels are missing, or codes are short.
func ends(data []byte) bool {
	switch Sniff(data) {
	case PNG:
		return bytes.Contains(data, []byte("IEND"))
	case JPEG:
		return bytes.Contains(data, []byte("\xff\xd9"))
	case GIF:
		return bytes.HasSuffix(bytes.TrimRight(data, "\x00"), []byte(";"))
	}
	return true
}

package icon

import (
	"errors"
	"image"
	"io"
)

const (
	// MaxBytes is the most that the registration form takes: 2 MB.
	MaxBytes = 2 << 20
	// MaxPixels is the most that is decoded. With it and the limits of
	// jpegHeader.costly no file takes 64 MB.
	MaxPixels = 2048 * 2048
)

// opened is a file of which everything but the pixels is read.
type opened struct {
	config image.Config
	// costly: its pixels take more time or memory than they may, whatever its size.
	costly bool
	// quality, orientation and frames are those of Icon.
	quality, orientation, frames int
	// decode reads the pixels, and tells what was overlooked for that.
	decode func() (image.Image, []Flaw, error)
}

// openers read what files of the accepted formats tell before their pixels, and
// allocate no more than the file has bytes. The error is a Variant for a file that
// follows its format but is not read, io.ErrUnexpectedEOF for one that ends early, or
// anything else.
var openers = map[Format]func(data []byte) (*opened, error){
	PNG:  openPNG,
	JPEG: openJPEG,
	GIF:  openGIF,
	BMP:  openBMP,
}

// Decode decodes an icon of any size and origin. The type is told by the content;
// the size of the file, then that of the picture, are held against limits before
// anything of that size is allocated. The fault is nil or says why there is no
// picture; Icon then is nil.
func Decode(data []byte) (*Icon, *Fault) {
	fault := &Fault{Format: Sniff(data), Bytes: len(data)}
	fail := func(kind Kind, err error) (*Icon, *Fault) { fault.Kind, fault.Err = kind, err; return nil, fault }
	switch {
	case len(data) == 0:
		return fail(Empty, nil)
	case len(data) > MaxBytes:
		return fail(TooLarge, nil)
	case !fault.Format.Accepted():
		return fail(Refused, nil)
	}
	file, err := openers[fault.Format](data)
	if err != nil {
		return fail(fault.kindOf(err), err)
	}
	fault.Width, fault.Height = file.config.Width, file.config.Height
	if fault.Width <= 0 || fault.Height <= 0 {
		return fail(Broken, nil)
	}
	if file.costly || fault.Width > MaxPixels/fault.Height {
		return fail(TooManyPixels, nil)
	}
	picture, flaws, err := file.decode()
	if err != nil {
		return fail(fault.kindOf(err), err)
	}
	if picture.Bounds().Empty() {
		return fail(Broken, nil)
	}
	c := &Icon{Format: fault.Format, Bytes: len(data), Orientation: max(file.orientation, 1), Quality: file.quality,
		Frames: max(file.frames, 1), Flaws: flaws}
	c.take(picture, file.config)
	return c, nil
}

// kindOf tells a file that ends in the middle, and one that is not read for what it
// is, from one that is wrong.
func (f *Fault) kindOf(err error) Kind {
	if errors.As(err, &f.Variant) {
		return Unread
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return Truncated
	}
	return Broken
}

package icon

import (
	"bytes"
	"compress/lzw"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"io"
)

// errGIF says that a file does not follow the format.
var errGIF = errors.New("gif: a block that is wrong")

// gifFile is a GIF file taken apart as browsers do (GIF89a). image/gif is stricter: it refuses
// frames larger than the screen, pixels without a colour, data after the last pixel.
type gifFile struct {
	width, height int // of the logical screen
	colours       []byte
	clear         int // index of the transparent colour of the first frame, -1 for none
	frames        int
	first         gifFrame
	flaws         []Flaw
}

// gifFrame is a picture of the file.
type gifFrame struct {
	rect       image.Rectangle
	colours    []byte // its own palette or that of the file, 3 bytes a colour
	interlaced bool
	bits       int // of the first code, less one
	codes      []byte
}

// The blocks of a file, and the bits of their flags.
const (
	gifExtension, gifPicture, gifEnd = 0x21, 0x2c, 0x3b
	gifControl                       = 0xf9
	hasPalette, paletteBits          = 0x80, 0x07
	isInterlaced, hasClear           = 0x40, 0x01
)

// gifReader reads a file piece by piece; past the end it gives nothing and remembers.
type gifReader struct {
	left  []byte
	short bool
}

func (r *gifReader) take(n int) []byte {
	if n > len(r.left) {
		r.left, r.short = nil, true
		return make([]byte, n)
	}
	taken := r.left[:n]
	r.left = r.left[n:]
	return taken
}

// palette reads the colours that flags announce, fallback where they do not.
func (r *gifReader) palette(flags byte, fallback []byte) []byte {
	if flags&hasPalette == 0 {
		return fallback
	}
	return r.take(3 << (flags&paletteBits + 1))
}

// blocks reads sub-blocks up to the empty one, and gives what there is of them.
func (r *gifReader) blocks() (data []byte) {
	for !r.short {
		n := int(r.take(1)[0])
		if n == 0 {
			return data
		}
		if n > len(r.left) {
			data = append(data, r.left...)
		}
		data = append(data, r.take(n)...)
	}
	return data
}

// readGIF goes over the blocks up to the end, or to where they make no sense. A file of
// which the first frame is there is no worse for what follows.
func readGIF(data []byte) (*gifFile, error) {
	if !bytes.HasPrefix(data, []byte("GIF8")) {
		return nil, Mangled
	}
	r := &gifReader{left: data}
	head := r.take(13)
	f := &gifFile{clear: -1, width: int(binary.LittleEndian.Uint16(head[6:])), height: int(binary.LittleEndian.Uint16(head[8:]))}
	f.colours = r.palette(head[10], nil)
	for !r.short {
		switch r.take(1)[0] {
		case gifExtension:
			f.extension(r)
		case gifPicture:
			f.picture(r)
		case 0: // a stray end of sub-blocks
		case gifEnd:
			if r.short {
				break
			}
			return f, f.ready()
		default:
			if f.frames == 0 {
				return f, errGIF
			}
			r.short = true
		}
	}
	if f.frames == 0 {
		return f, io.ErrUnexpectedEOF
	}
	f.flaws = addFlaw(f.flaws, MissingEnd)
	return f, f.ready()
}

func (f *gifFile) extension(r *gifReader) {
	label := r.take(1)[0]
	if body := r.blocks(); label == gifControl && f.frames == 0 && len(body) >= 4 {
		f.clear = -1
		if body[0]&hasClear != 0 {
			f.clear = int(body[3])
		}
	}
}

// picture counts a frame, and keeps the first.
func (f *gifFile) picture(r *gifReader) {
	head := r.take(9)
	colours := r.palette(head[8], f.colours)
	bits := int(r.take(1)[0])
	if r.short {
		return
	}
	f.frames++
	codes := r.blocks()
	if f.frames > 1 {
		return
	}
	at := image.Pt(int(binary.LittleEndian.Uint16(head)), int(binary.LittleEndian.Uint16(head[2:])))
	size := image.Pt(int(binary.LittleEndian.Uint16(head[4:])), int(binary.LittleEndian.Uint16(head[6:])))
	f.first = gifFrame{image.Rectangle{at, at.Add(size)}, colours, head[8]&isInterlaced != 0, bits, codes}
}

// ready makes the screen as large as its first frame.
func (f *gifFile) ready() error {
	if f.frames == 0 {
		return errGIF
	}
	if far := f.first.rect.Max; far.X > f.width || far.Y > f.height {
		f.width, f.height = max(f.width, far.X), max(f.height, far.Y)
		f.flaws = addFlaw(f.flaws, FrameOutside)
	}
	if f.first.rect.Empty() || f.first.colours == nil || f.first.bits < 1 || f.first.bits > 8 {
		return errGIF
	}
	return nil
}

func openGIF(data []byte) (*opened, error) {
	f, err := readGIF(data)
	if err != nil {
		return nil, err
	}
	config := image.Config{ColorModel: color.NRGBAModel, Width: f.width, Height: f.height}
	return &opened{config: config, frames: f.frames, decode: func() (image.Image, []Flaw, error) {
		img, err := f.decode()
		if err != nil {
			return nil, nil, err
		}
		return img, f.flaws, nil
	}}, nil
}

// decode reads the first frame, in the place it has on the screen.
func (f *gifFile) decode() (*image.Paletted, error) {
	img := image.NewPaletted(f.first.rect, f.palette())
	// compress/lzw knows literals from 2 bits on, as the format does.
	codes := lzw.NewReader(bytes.NewReader(f.first.codes), lzw.LSB, max(f.first.bits, 2))
	defer codes.Close()
	if _, err := io.ReadFull(codes, img.Pix); err != nil {
		return nil, err
	}
	if n, _ := io.ReadFull(codes, make([]byte, 1)); n > 0 {
		f.flaws = addFlaw(f.flaws, SurplusPixels)
	}
	for _, index := range img.Pix {
		if 3*int(index) >= len(f.first.colours) && int(index) != f.clear {
			f.flaws = addFlaw(f.flaws, NoSuchColour)
			break
		}
	}
	if f.first.interlaced {
		img.Pix = inOrder(img.Pix, img.Stride)
	}
	return img, nil
}

// palette has 256 colours: those that the file lacks are black.
func (f *gifFile) palette() color.Palette {
	p := make(color.Palette, 256)
	for i := range p {
		switch rgb := f.first.colours; {
		case i == f.clear:
			p[i] = color.NRGBA{}
		case 3*i < len(rgb):
			p[i] = color.NRGBA{rgb[3*i], rgb[3*i+1], rgb[3*i+2], 255}
		default:
			p[i] = color.NRGBA{0, 0, 0, 255}
		}
	}
	return p
}

// inOrder puts the rows of an interlaced frame in order (GIF89a, appendix E).
func inOrder(pix []uint8, width int) []uint8 {
	ordered, height := make([]uint8, len(pix)), len(pix)/width
	for _, pass := range [4][2]int{{0, 8}, {4, 8}, {2, 4}, {1, 2}} {
		for y := pass[0]; y < height; y += pass[1] {
			copy(ordered[y*width:][:width], pix)
			pix = pix[width:]
		}
	}
	return ordered
}

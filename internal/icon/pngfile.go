package icon

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
)

const (
	pngSignature  = "\x89PNG\r\n\x1a\n"
	pngHeaderSize = 13 // bytes of the body of IHDR
)

// pngFile is a PNG file taken apart (Portable Network Graphics, third edition). Chunks
// that say nothing about the pixels are left out, and those that image/png refuses and
// libpng leaves out as well.
type pngFile struct {
	header, palette, clear []byte // the bodies of IHDR, PLTE and tRNS
	pixels                 [][]byte
	orientation, frames    int
	flaws                  []Flaw

	sawPixels, pastPixels, ended bool
}

// pngChunk is a chunk. The body of one that the end of the file cuts off is what there
// is of it.
type pngChunk struct {
	name  string
	body  []byte
	whole bool // nothing is cut off
	sound bool // and the checksum is right
}

// critical tells whether a decoder must know the chunk.
func (c *pngChunk) critical() bool { return c.name[0]&0x20 == 0 }

// nextChunk reads the chunk that data begins with, and gives what is after it; ok is false where
// there is none.
func nextChunk(data []byte) (c pngChunk, rest []byte, ok bool) {
	if len(data) < 8 {
		return c, nil, false
	}
	for _, letter := range data[4:8] {
		if letter |= 0x20; letter < 'a' || letter > 'z' {
			return c, data, false
		}
	}
	c.name = string(data[4:8])
	said := binary.BigEndian.Uint32(data)
	if c.whole = int64(len(data)) >= 8+int64(said)+4; !c.whole {
		c.body = data[8:][:min(int64(said), int64(len(data)-8))]
		return c, nil, true
	}
	length := int(said)
	c.body = data[8 : 8+length]
	c.sound = crc32.ChecksumIEEE(data[4:8+length]) == binary.BigEndian.Uint32(data[8+length:])
	return c, data[8+length+4:], true
}

// readPNG goes over the chunks up to IEND. With an error it gives what comes before.
func readPNG(data []byte) (*pngFile, error) {
	if !bytes.HasPrefix(data, []byte(pngSignature)) {
		return &pngFile{}, Mangled
	}
	f := &pngFile{}
	rest := data[len(pngSignature):]
	for !f.ended {
		c, after, ok := nextChunk(rest)
		if !ok {
			break
		}
		if err := f.add(&c); err != nil {
			return f, err
		}
		rest = after
	}
	switch {
	case f.ended:
	case f.sawPixels:
		f.flaws = addFlaw(f.flaws, MissingEnd)
	case len(rest) >= 8:
		return f, png.FormatError("no chunk where one should be")
	default:
		return f, io.ErrUnexpectedEOF
	}
	if !f.sawPixels {
		return f, png.FormatError("no pixels")
	}
	return f, nil
}

// add takes a chunk up, or leaves it out.
func (f *pngFile) add(c *pngChunk) error {
	switch {
	case c.name == "CgBI" && f.header == nil:
		return AppleCgBI
	case f.header == nil:
		return f.addHeader(c)
	case c.name == "IDAT":
		return f.addPixels(c)
	case c.name == "IEND":
		f.ended = true
		f.doubt(!c.whole, MissingEnd)
		f.doubt(c.whole && !c.sound, WrongChecksum)
		return nil
	}
	f.pastPixels = f.sawPixels
	switch {
	case !c.whole && !f.sawPixels:
		return io.ErrUnexpectedEOF
	case !c.whole: // the end of the file comes, which is told
	case c.critical() && f.sawPixels:
		f.doubt(true, BadChunk)
	case c.name == "PLTE":
		return f.addPalette(c)
	case c.critical():
		return png.FormatError(fmt.Sprintf("unknown critical chunk %q, or one out of place", c.name))
	case !c.sound: // as if it were not there
		f.doubt(true, WrongChecksum)
	default:
		f.addAncillary(c)
	}
	return nil
}

// doubt notes a flaw if there is one.
func (f *pngFile) doubt(found bool, flaw Flaw) {
	if found {
		f.flaws = addFlaw(f.flaws, flaw)
	}
}

func (f *pngFile) addHeader(c *pngChunk) error {
	switch {
	case !c.whole && c.name == "IHDR":
		return io.ErrUnexpectedEOF
	case c.name != "IHDR" || len(c.body) != pngHeaderSize || !c.sound:
		return png.FormatError("no sound header")
	}
	f.header = c.body
	return nil
}

// addPixels takes up the first run of IDAT chunks. The last one may be cut off: whether
// pixels are lacking is seen when they are read.
func (f *pngFile) addPixels(c *pngChunk) error {
	switch {
	case f.pastPixels:
		f.doubt(true, BadChunk)
		return nil
	case c.whole && !c.sound:
		return png.FormatError("pixel data with a wrong checksum")
	}
	f.sawPixels = true
	f.pixels = append(f.pixels, c.body)
	return nil
}

// Colour types of IHDR.
const (
	pngGray      = 0
	pngTruecolor = 2
	pngIndexed   = 3
)

func (f *pngFile) addPalette(c *pngChunk) error {
	indexed := f.header[9] == pngIndexed
	most := 256 * 3
	if indexed {
		most = 3 << min(f.header[8], 8)
	}
	switch body := c.body; {
	case indexed && (!c.sound || f.palette != nil || len(body) == 0 || len(body)%3 != 0):
		return png.FormatError("no sound palette")
	case !c.sound:
		f.doubt(true, WrongChecksum)
	case !indexed && f.header[9]&pngTruecolor == 0, !indexed && (len(body)%3 != 0 || len(body) > most), len(body) == 0:
		f.doubt(true, BadChunk)
	case indexed:
		f.doubt(len(body) > most, BadChunk)
		f.palette = body[:min(len(body), most)]
	}
	return nil
}

// addAncillary takes up the sound chunks that say something about the picture.
func (f *pngFile) addAncillary(c *pngChunk) {
	switch c.name {
	case "tRNS":
		fits := false
		switch f.header[9] {
		case pngGray:
			fits = len(c.body) == 2
		case pngTruecolor:
			fits = len(c.body) == 6
		case pngIndexed:
			fits = len(c.body) > 0 && f.palette != nil
			if most := len(f.palette) / 3; fits && len(c.body) > most {
				f.doubt(true, BadChunk)
				c.body = c.body[:most]
			}
		}
		if !fits || f.clear != nil || f.sawPixels {
			f.doubt(true, BadChunk)
			return
		}
		f.clear = c.body
	case "eXIf":
		body := bytes.TrimPrefix(c.body, []byte(exifHead)) // as some programs write it
		f.orientation = max(exifOrientation(body), 1)
	case "acTL":
		if len(c.body) == 8 && !f.sawPixels {
			f.frames = int(min(binary.BigEndian.Uint32(c.body), 1<<20))
		}
	}
}

// openPNG reads a PNG file as libpng does: with harmless faults it is written anew for image/png
// while that reads it.
func openPNG(data []byte) (*opened, error) {
	f, fault := readPNG(data)
	if f.header == nil {
		return nil, fault
	}
	config, err := png.DecodeConfig(f.mended())
	if fault != nil && err != nil && f.header[9] == pngIndexed { // no palette, for that reason
		return nil, fault
	}
	if err != nil {
		return nil, err
	}
	decode := func() (image.Image, []Flaw, error) {
		if fault != nil { // told after the size is
			return nil, nil, fault
		}
		if len(f.flaws) == 0 {
			if img, err := png.Decode(bytes.NewReader(data)); err == nil {
				return img, nil, nil
			}
		}
		stream := f.mended()
		img, err := png.Decode(stream)
		if err != nil {
			return nil, nil, cmp.Or(stream.err, err)
		}
		if stream.surplus() {
			return img, addFlaw(f.flaws, SurplusPixels), nil
		}
		if len(f.flaws) == 0 { // all is there but the checksum of the coded pixels
			return img, []Flaw{WrongChecksum}, nil
		}
		return img, f.flaws, nil
	}
	return &opened{config: config, orientation: f.orientation, frames: f.frames, decode: decode}, nil
}

package faulty

import (
	"bytes"
	"compress/lzw"
	"slices"

	"github.com/mingcha-go/mingcha/internal/icon"
)

const (
	gifPalette = "\xff\x00\x00\x00\x00\xff\x00\x00\x00\xff\xff\xff"
	gifEnd     = ";"
)

// screen is the beginning of a GIF file with a palette of four colours.
func screen(w, h byte) []byte {
	return append([]byte{'G', 'I', 'F', '8', '9', 'a', w, 0, h, 0, 0x81, 0, 0}, gifPalette...)
}

// frame is a picture of a GIF file.
func frame(x, y, w, h, flags byte, indexes []byte) []byte {
	var codes bytes.Buffer
	z := lzw.NewWriter(&codes, lzw.LSB, 2)
	z.Write(indexes)
	z.Close()
	f := []byte{',', x, 0, y, 0, w, 0, h, 0, flags, 2}
	for part := range slices.Chunk(codes.Bytes(), 255) {
		f = append(append(f, byte(len(part))), part...)
	}
	return append(f, 0)
}

// indexes is a frame of a GIF file, of so many rows.
func indexes(left, right byte, rows int) (pixels []byte) {
	for range rows {
		for x := range Side {
			pixels = append(pixels, []byte{left, right}[x/(Side/2)])
		}
	}
	return pixels
}

func gifFiles() []File {
	start, whole := screen(Side, Side), frame(0, 0, Side, Side, 0, indexes(0, 1, Side))
	end := []byte(gifEnd)
	plain := slices.Concat(start, whole, end)
	rows := [Side]byte{} // the rows of an interlaced frame are all the same
	repeat := []byte("!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")
	bare := slices.Clone(start[:13])
	bare[10] = 0
	return []File{
		read("GIF", plain),
		read("GIF: bytes after the end", slices.Concat(plain, []byte("青禾记账"))),
		read("GIF: a comment after the picture", slices.Concat(start, whole, []byte("!\xfe\x01a\x00"), end)),
		read("GIF: a stray zero", slices.Concat(start, whole, []byte{0}, end)),
		read("GIF: interlaced", slices.Concat(start, frame(0, 0, Side, Side, 0x40, indexes(rows[0], 1, Side)), end)),
		read("GIF: a frame larger than the screen", slices.Concat(screen(4, 4), whole, end), icon.FrameOutside),
		read("GIF: a screen of no pixels", slices.Concat(screen(0, 0), whole, end), icon.FrameOutside),
		read("GIF: more pixels than its size", slices.Concat(start, frame(0, 0, Side, Side, 0, indexes(0, 1, 2*Side)), end), icon.SurplusPixels),
		read("GIF: no end", slices.Concat(start, whole), icon.MissingEnd),
		read("GIF: other bytes for an end", slices.Concat(start, whole, []byte("青禾")), icon.MissingEnd),
		read("GIF: the last zero cut off", plain[:len(plain)-2], icon.MissingEnd),
		read("GIF: an index past the palette", slices.Concat(shortPalette(), frame(0, 0, Side, Side, 0, append(indexes(0, 1, Side-1), 0, 0, 0, 0, 1, 1, 1, 3)), end), icon.NoSuchColour),
		moving("GIF: animated", slices.Concat(start, repeat, whole, whole, whole, end), 3),
		read("GIF: a clear index past the palette", slices.Concat(shortPalette(), []byte("!\xf9\x04\x01\x00\x00\x03\x00"), frame(0, 0, Side, Side, 0, append(indexes(0, 1, Side-1), 0, 0, 0, 0, 1, 1, 1, 3)), end)),
		spoilt("GIF: a frame of no pixels", slices.Concat(start, frame(0, 0, 0, 0, 0, indexes(0, 1, Side)), end), icon.GIF, icon.Broken),
		spoilt("GIF: too few pixels", slices.Concat(start, frame(0, 0, Side, Side, 0, indexes(0, 1, 3)), end), icon.GIF, icon.Truncated),
		spoilt("GIF: cut off", plain[:len(plain)-6], icon.GIF, icon.Truncated),
		spoilt("GIF: the header alone", start, icon.GIF, icon.Truncated),
		spoilt("GIF: no palette", slices.Concat(bare, whole, end), icon.GIF, icon.Broken),
		spoilt("GIF: no picture", slices.Concat(start, end), icon.GIF, icon.Broken),
		spoilt("GIF: other bytes for a picture", slices.Concat(start, []byte("青禾记账")), icon.GIF, icon.Broken),
		unread("GIF: after a line end", append([]byte("\n"), plain...), icon.GIF, icon.Mangled),
	}
}

// shortPalette is the beginning of a file of two colours.
func shortPalette() []byte {
	s := screen(Side, Side)[:13+6]
	s[10] = 0x80
	return s
}

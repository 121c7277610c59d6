package faulty

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon"
)

const signature = "\x89PNG\r\n\x1a\n"

// Side is that of the pictures in pixels: red on the left, blue on the right, but for
// those of JPEG, which are red.
const Side = 8

// chunk is a chunk of a PNG file.
func chunk(name string, body []byte) []byte {
	c := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	c = slices.Concat(c, []byte(name), body)
	return binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE(c[4:]))
}

// wrong is a chunk with a wrong checksum.
func wrong(name string, body []byte) []byte {
	c := chunk(name, body)
	c[len(c)-1] ^= 0x55
	return c
}

func join(parts ...[]byte) []byte {
	return slices.Concat(append([][]byte{[]byte(signature)}, parts...)...)
}

func header(depth, colour, interlaced byte) []byte {
	return chunk("IHDR", []byte{0, 0, 0, Side, 0, 0, 0, Side, depth, colour, 0, 0, interlaced})
}

func packed(raw []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(raw)
	z.Close()
	return b.Bytes()
}

// halves is rows of pixels, the left half of one value and the right of another.
func halves(w, h int, left, right string) (raw []byte) {
	for range h {
		raw = append(raw, 0)
		raw = append(raw, strings.Repeat(left, w/2)+strings.Repeat(right, w-w/2)...)
	}
	return raw
}

// adam7 is rows of indexes in the seven passes of an interlaced picture.
func adam7() (raw []byte) {
	for _, pass := range [7][4]int{{0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4}, {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2}} {
		for y := pass[2]; y < Side; y += pass[3] {
			raw = append(raw, 0)
			for x := pass[0]; x < Side; x += pass[1] {
				raw = append(raw, byte(x/(Side/2)))
			}
		}
	}
	return raw
}

func pngFiles() []File {
	rgb := halves(Side, Side, "\xff\x00\x00", "\x00\x00\xff")
	indexes := halves(Side, Side, "\x00", "\x01")
	true8, indexed, gray := header(8, 2, 0), header(8, 3, 0), header(8, 0, 0)
	colours := chunk("PLTE", []byte("\xff\x00\x00\x00\x00\xff"))
	end, pixels, paint := chunk("IEND", nil), chunk("IDAT", packed(rgb)), chunk("IDAT", packed(indexes))
	text := []byte("Comment\x00a")
	badSum := packed(rgb)
	badSum[len(badSum)-1] ^= 1
	plain := join(true8, pixels, end)
	animation := chunk("acTL", []byte{0, 0, 0, 3, 0, 0, 0, 0})
	return []File{
		read("PNG", plain),
		read("PNG: bytes after the end", slices.Concat(plain, []byte("青禾记账"), make([]byte, 99))),
		read("PNG: text after the end", slices.Concat(plain, chunk("tEXt", text))),
		read("PNG: text after the pixels", join(true8, pixels, chunk("tEXt", text), end)),
		read("PNG: an unknown ancillary chunk", join(true8, chunk("qhJz", text), pixels, end)),
		read("PNG: an ancillary chunk with a wrong checksum", join(true8, wrong("tEXt", text), pixels, end), icon.WrongChecksum),
		read("PNG: an unknown chunk with a wrong checksum", join(true8, wrong("qhJz", text), pixels, end), icon.WrongChecksum),
		read("PNG: a wrong checksum after the pixels", join(true8, pixels, wrong("tIME", text), end), icon.WrongChecksum),
		read("PNG: transparency with a wrong checksum", join(indexed, colours, wrong("tRNS", []byte{0}), paint, end), icon.WrongChecksum),
		read("PNG: an end with a wrong checksum", join(true8, pixels, wrong("IEND", nil)), icon.WrongChecksum),
		read("PNG: pixels with a wrong sum", join(true8, chunk("IDAT", badSum), end), icon.WrongChecksum),
		read("PNG: pixels without their sum", join(true8, chunk("IDAT", badSum[:len(badSum)-4]), end), icon.WrongChecksum),
		read("PNG: more pixels than its size", join(true8, chunk("IDAT", packed(slices.Concat(rgb, rgb))), end), icon.SurplusPixels),
		read("PNG: one byte of pixels too many", join(indexed, colours, chunk("IDAT", packed(append(slices.Clone(indexes), 0))), end), icon.SurplusPixels),
		read("PNG: a hundred times its pixels", join(true8, chunk("IDAT", packed(make([]byte, 100*len(rgb)))), end), icon.SurplusPixels),
		read("PNG: interlaced, with more pixels", join(header(8, 3, 1), colours, chunk("IDAT", packed(append(adam7(), 1, 2, 3))), end), icon.SurplusPixels),
		read("PNG: interlaced", join(header(8, 3, 1), colours, chunk("IDAT", packed(adam7())), end)),
		read("PNG: pixels in many chunks", join(true8, chunk("IDAT", packed(rgb)[:1]), chunk("IDAT", nil), chunk("IDAT", packed(rgb)[1:9]), chunk("IDAT", packed(rgb)[9:]), end)),
		read("PNG: no end", join(true8, pixels), icon.MissingEnd),
		read("PNG: the end cut off", plain[:len(plain)-3], icon.MissingEnd),
		read("PNG: cut off after the last pixel", plain[:len(plain)-12-4-2], icon.MissingEnd),
		read("PNG: zeros for an end", slices.Concat(join(true8, pixels), make([]byte, 40)), icon.MissingEnd),
		read("PNG: transparency where pixels have alpha", join(header(8, 6, 0), chunk("tRNS", []byte{0, 0}), chunk("IDAT", packed(halves(Side, Side, "\xff\x00\x00\xff", "\x00\x00\xff\xff"))), end), icon.BadChunk),
		read("PNG: transparency longer than the palette", join(indexed, colours, chunk("tRNS", []byte{255, 255, 9}), paint, end), icon.BadChunk),
		read("PNG: transparency twice", join(indexed, colours, chunk("tRNS", []byte{255}), chunk("tRNS", []byte{0}), paint, end), icon.BadChunk),
		read("PNG: transparency after the pixels", join(indexed, colours, paint, chunk("tRNS", []byte{0}), end), icon.BadChunk),
		read("PNG: transparency before the palette", join(indexed, chunk("tRNS", []byte{0}), colours, paint, end), icon.BadChunk),
		read("PNG: a palette for gray", join(gray, colours, chunk("IDAT", packed(indexes)), end), icon.BadChunk),
		read("PNG: a palette longer than its depth", join(header(1, 3, 0), chunk("PLTE", []byte("\xff\x00\x00\x00\x00\xff\x00\x00\x00")), chunk("IDAT", packed(halves(1, Side, "", "\x0f"))), end), icon.BadChunk),
		read("PNG: pixels again after a text", join(true8, pixels, chunk("tEXt", text), pixels, end), icon.BadChunk),
		read("PNG: a palette for true colours", join(true8, colours, pixels, end)),
		moving("PNG: animated", join(true8, animation, pixels, end), 3),
		unread("PNG: CgBI", join(chunk("CgBI", []byte{0x50, 0, 0x20, 2}), header(8, 6, 0), chunk("IDAT", packed(rgb)[2:]), end), icon.PNG, icon.AppleCgBI),
		unread("PNG: line ends of Unix", bytes.ReplaceAll(plain, []byte("\r\n"), []byte("\n")), icon.PNG, icon.Mangled),
		unread("PNG: line ends of Windows", bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n")), icon.PNG, icon.Mangled),
		unread("PNG: read as UTF-8", []byte(strings.ToValidUTF8(string(plain), "\ufffd")), icon.PNG, icon.Mangled),
		unread("PNG: after a byte order mark", append([]byte("\ufeff"), plain...), icon.PNG, icon.Mangled),
		unread("PNG: after a line end", append([]byte("\r\n"), plain...), icon.PNG, icon.Mangled),
		spoilt("PNG: too few pixels", join(true8, chunk("IDAT", packed(rgb[:60])), end), icon.PNG, icon.Truncated),
		spoilt("PNG: a pixel cut off", join(true8, chunk("IDAT", packed(rgb)[:12])), icon.PNG, icon.Truncated),
		spoilt("PNG: cut off in a text", join(true8, chunk("tEXt", text))[:48], icon.PNG, icon.Truncated),
		spoilt("PNG: pixels with a wrong checksum", join(true8, wrong("IDAT", packed(rgb)), end), icon.PNG, icon.Broken),
		spoilt("PNG: a header with a wrong checksum", join(wrong("IHDR", []byte{0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0}), pixels, end), icon.PNG, icon.Broken),
		spoilt("PNG: an unknown critical chunk", join(true8, chunk("QHJZ", text), pixels, end), icon.PNG, icon.Broken),
		spoilt("PNG: no palette", join(indexed, paint, end), icon.PNG, icon.Broken),
		spoilt("PNG: no pixels", join(true8, end), icon.PNG, icon.Broken),
		spoilt("PNG: pixels that are no zlib stream", join(true8, chunk("IDAT", []byte("青禾记账青禾记账")), end), icon.PNG, icon.Broken),
	}
}

// Large is a PNG file of the most pixels that are decoded, of so many bits a colour, with surplus pixel data of
// so many times 1 MB, all in less than icon.MaxBytes.
func Large(bits byte, surplus int) []byte {
	const side = 2048
	head := []byte{0, 0, side >> 8, 0, 0, 0, side >> 8, 0, bits, 2, 0, 0, 0}
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	row := make([]byte, 1+side*3*int(bits)/8)
	for range side {
		z.Write(row)
	}
	block := make([]byte, 1<<20)
	for range surplus {
		z.Write(block)
	}
	z.Close()
	return join(chunk("IHDR", head), chunk("IDAT", b.Bytes()), chunk("IEND", nil))
}

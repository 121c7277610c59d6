package faulty

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"slices"

	"github.com/mingcha-go/mingcha/internal/icon"
)

// What image/jpeg cannot write, as ImageMagick does.
const (
	progressive = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBf/aAAwDAQACEAMQAAABkBbX/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABBQJ//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAwEBPwF//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAgEBPwF//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAGPwJ//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPyF//9oADAMBAAIAAwAAABAD/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAwEBPxB//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAgEBPxB//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxB//9k="
	cmyk        = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P/8AAFAgACAAIBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAQG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwBhdBLl/9k="
)

func jpegFiles() []File {
	img := image.NewRGBA(image.Rect(0, 0, Side, Side))
	draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{255, 0, 0, 255}), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		panic(err) // a buffer takes all
	}
	plain := b.Bytes()
	at := bytes.Index(plain, []byte{0xff, 0xc0}) // the frame header
	coded := func(marker, precision byte) []byte {
		other := slices.Clone(plain)
		other[at+1], other[at+4] = marker, precision
		return other
	}
	two := slices.Concat(plain[:at+2], []byte{0, 14}, plain[at+4:at+9], []byte{2}, plain[at+10:at+16], plain[at+19:])
	odd := slices.Clone(plain)
	odd[at+11] = 0x31
	thumbnail := slices.Concat(plain[:2], []byte{0xff, 0xe1, 0, 6, 0xff, 0xd9, 0xff, 0xd9}, plain[2:])
	slow, _ := base64.StdEncoding.DecodeString(progressive)
	ink, _ := base64.StdEncoding.DecodeString(cmyk)
	bareInk := slices.Concat(ink[:2], ink[18:]) // without the segment of Adobe
	return []File{
		read("JPEG", plain),
		read("JPEG: progressive", slow),
		read("JPEG: inks", ink),
		read("JPEG: bytes after the end", slices.Concat(plain, []byte("青禾记账"), plain)),
		read("JPEG: bytes between segments", slices.Concat(plain[:at], []byte{0xff, 0xff}, plain[at:])),
		read("JPEG: no end", plain[:len(plain)-2], icon.MissingEnd),
		read("JPEG: half an end", plain[:len(plain)-1], icon.MissingEnd),
		read("JPEG: an end mark in a thumbnail only", thumbnail[:len(thumbnail)-2], icon.MissingEnd),
		unread("JPEG: 12 bits", coded(0xc1, 12), icon.JPEG, icon.JPEGDeep),
		unread("JPEG: arithmetic coding", coded(0xc9, 8), icon.JPEG, icon.JPEGArithmetic),
		unread("JPEG: arithmetic coding, progressive", coded(0xca, 8), icon.JPEG, icon.JPEGArithmetic),
		unread("JPEG: lossless", coded(0xc3, 8), icon.JPEG, icon.JPEGLossless),
		unread("JPEG: JPEG-LS", coded(0xf7, 8), icon.JPEG, icon.JPEGLossless),
		unread("JPEG: hierarchical", coded(0xc5, 8), icon.JPEG, icon.JPEGHierarchical),
		unread("JPEG: two components", two, icon.JPEG, icon.JPEGUnusual),
		unread("JPEG: thirds of samples", odd, icon.JPEG, icon.JPEGUnusual),
		read("JPEG: inks not told by Adobe's segment", bareInk),
		unread("JPEG: after a byte order mark", append([]byte("\ufeff"), plain...), icon.JPEG, icon.Mangled),
		spoilt("JPEG: cut off", plain[:len(plain)-8], icon.JPEG, icon.Truncated),
		spoilt("JPEG: cut off, with a whole thumbnail", thumbnail[:len(thumbnail)-8], icon.JPEG, icon.Truncated),
		spoilt("JPEG: cut off before the pixels", plain[:at+6], icon.JPEG, icon.Truncated),
		spoilt("JPEG: a table of no known precision", tables(plain, at, 0x20), icon.JPEG, icon.Broken),
		spoilt("JPEG: a table of no known precision after the frame header", tables(plain, at+19, 0x20), icon.JPEG, icon.Broken),
		spoilt("JPEG: no tables", slices.Concat(plain[:2], plain[at:at+19], plain[len(plain)-2:]), icon.JPEG, icon.Broken),
	}
}

// tables puts a segment of quantisation tables into a file, of a precision and as many
// bytes as two tables have.
func tables(file []byte, at int, precision byte) []byte {
	segment := append([]byte{0xff, 0xdb, 0, 2 + 129, precision}, make([]byte, 128)...)
	return slices.Concat(file[:2], segment, file[2:at], segment, file[at:])
}

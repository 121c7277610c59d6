package faulty

import (
	"encoding/binary"
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon"
)

// bitmap is a BMP file with a header of 40 bytes and a palette of red and blue.
func bitmap(depth uint16, compression uint32, palette, pixels string) []byte {
	b := []byte("BM\x00\x00\x00\x00\x01\x02\x03\x04")
	b = binary.LittleEndian.AppendUint32(b, uint32(14+40+len(palette)))
	for _, member := range []uint32{40, Side, Side, uint32(depth)<<16 | 1, compression, 0, 0, 0, uint32(len(palette) / 4), 0} {
		b = binary.LittleEndian.AppendUint32(b, member)
	}
	return append(b, palette+pixels...)
}

func bmpFiles() []File {
	const colours = "\x00\x00\xff\x00\xff\x00\x00\x00"
	row := func(left, right string) string { return strings.Repeat(left, 4) + strings.Repeat(right, 4) }
	rows := func(left, right string) string { return strings.Repeat(row(left, right), Side) }
	runs := strings.Repeat("\x04\x00\x04\x01\x00\x00", Side) + "\x00\x01"
	masks565 := "\x00\xf8\x00\x00\xe0\x07\x00\x00\x1f\x00\x00\x00"
	masks888 := "\x00\x00\xff\x00\x00\xff\x00\x00\xff\x00\x00\x00"
	os2Bit := "BM\x00\x00\x00\x00\x00\x00\x00\x00\x20\x00\x00\x00\x0c\x00\x00\x00\x08\x00\x08\x00\x01\x00\x01\x00" + "\x00\x00\xff\xff\x00\x00" + strings.Repeat("\x0f\x00\x00\x00", Side)
	os2 := "BM\x00\x00\x00\x00\x00\x00\x00\x00\x20\x00\x00\x00\x0c\x00\x00\x00\x08\x00\x08\x00\x01\x00\x08\x00" + "\x00\x00\xff\xff\x00\x00" + rows("\x00", "\x01")
	whole := bitmap(8, 0, colours, rows("\x00", "\x01"))
	return []File{
		read("BMP: a palette of two", whole),
		read("BMP: bytes after the picture", append(append([]byte(nil), whole...), "青禾记账"...)),
		read("BMP: 16 bits", bitmap(16, 0, "", rows("\x00\x7c", "\x1f\x00"))),
		read("BMP: 16 bits with masks", bitmap(16, 3, masks565, rows("\x00\xf8", "\x1f\x00"))),
		read("BMP: 32 bits with masks", bitmap(32, 3, masks888, rows("\x00\x00\xff\x00", "\xff\x00\x00\x00"))),
		read("BMP: OS/2", []byte(os2Bit)),
		read("BMP: OS/2, a palette cut short", []byte(os2)),
		read("BMP: RLE8", bitmap(8, 1, colours, runs)),
		read("BMP: RLE4", bitmap(4, 2, colours, strings.ReplaceAll(runs, "\x04\x01", "\x04\x11"))),
		unread("BMP: PNG inside", bitmap(0, 5, "", signature), icon.BMP, icon.BMPWithPNG),
		unread("BMP: JPEG inside", bitmap(0, 4, "", "\xff\xd8"), icon.BMP, icon.BMPWithJPEG),
		unread("BMP: Huffman", bitmap(1, 3, colours, ""), icon.BMP, icon.BMPHuffman),
		unread("BMP: CMYK", bitmap(32, 11, "", ""), icon.BMP, icon.BMPCMYK),
		unread("BMP: 64 bits", bitmap(64, 0, "", ""), icon.BMP, icon.BMPDeep),
		unread("BMP: array", []byte("BA\x28\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00BM"), icon.BMP, icon.BMPArray),
		spoilt("BMP: a row missing", whole[:len(whole)-Side], icon.BMP, icon.Truncated),
		spoilt("BMP: runs cut off", bitmap(8, 1, colours, runs[:20]), icon.BMP, icon.Truncated),
		spoilt("BMP: its magic alone", []byte("BM\x00\x00\x00\x00\x00\x00\x00\x00"), icon.BMP, icon.Truncated),
		spoilt("BMP: 5 bits", bitmap(5, 0, colours, runs), icon.BMP, icon.Broken),
		spoilt("BMP: a bomb of runs", bomb(runs), icon.BMP, icon.TooManyPixels),
	}
}

// bomb is a small file of a huge picture.
func bomb(runs string) []byte {
	b := bitmap(8, 1, "\x00\x00\xff\x00\xff\x00\x00\x00", runs)
	binary.LittleEndian.PutUint32(b[18:], 30000)
	binary.LittleEndian.PutUint32(b[22:], 30000)
	return b
}

func foreignFiles() (files []File) {
	for _, f := range []struct {
		name, start string
		format      icon.Format
	}{
		{"WebP", "RIFF\x10\x00\x00\x00WEBPVP8 ", icon.WebP},
		{"AVIF", "\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1miaf", icon.AVIF},
		{"AVIF, moving", "\x00\x00\x00\x1cftypavis\x00\x00\x00\x00msf1", icon.AVIF},
		{"HEIC", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", icon.HEIC},
		{"HEIC of ten bits", "\x00\x00\x00\x18ftypheix\x00\x00\x00\x00mif1heix", icon.HEIC},
		{"SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\">", icon.SVG},
		{"SVG after a declaration", "\ufeff<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<svg>", icon.SVG},
		{"ICO", "\x00\x00\x01\x00\x01\x00", icon.ICO},
		{"CUR", "\x00\x00\x02\x00\x01\x00", icon.Cursor},
		{"ICNS", "icns\x00\x00\x10\x00", icon.ICNS},
		{"TIFF", "II*\x00\x08\x00\x00\x00", icon.TIFF},
		{"TIFF of Motorola", "MM\x00*\x00\x00\x00\x08", icon.TIFF},
		{"BigTIFF", "II+\x00\x08\x00", icon.TIFF},
		{"PSD", "8BPS\x00\x01", icon.PSD},
		{"PDF, Illustrator", "%PDF-1.7", icon.PDF},
		{"EPS", "%!PS-Adobe-3.0 EPSF-3.0", icon.PostScript},
		{"JPEG 2000", "\x00\x00\x00\x0cjP  \r\n\x87\n", icon.JPEG2000},
		{"JPEG XL", "\xff\x0a\x00", icon.JPEGXL},
		{"JPEG XR", "II\xbc\x01", icon.JPEGXR},
		{"XCF", "gimp xcf v011", icon.XCF},
		{"QOI", "qoif\x00\x00", icon.QOI},
		{"PNM", "P6\n8 8\n255\n", icon.PNM},
		{"DDS", "DDS |\x00\x00\x00", icon.DDS},
		{"MNG", "\x8aMNG\r\n\x1a\n", icon.MNG},
		{"video", "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42", icon.Video},
		{"WebM", "\x1aE\xdf\xa3\x01", icon.WebM},
		{"ZIP", "PK\x03\x04\x14\x00", icon.ZIP},
		{"GZIP, also SVGZ", "\x1f\x8b\x08\x00", icon.GZIP},
		{"RAR", "Rar!\x1a\x07\x01\x00", icon.RAR},
		{"7z", "7z\xbc\xaf\x27\x1c\x00\x04", icon.SevenZip},
		{"Office", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", icon.Office},
		{"AppleDouble", "\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X", icon.AppleDouble},
		{"Base64", "iVBORw0KGgoAAAANSUhEUgAA", icon.Base64},
		{"a data: URI in a file", "data:image/png;base64,iVBORw0KGgo", icon.Base64},
		{"a page", "<!doctype html><html></html>", icon.HTML},
		{"an error of a store", "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>", icon.XML},
		{"a text", "青禾记账", icon.Unknown},
		{"a text that begins like a bitmap", "BMW 宝马 4S 店，售后服务、保养维修、二手车置换", icon.Unknown},
	} {
		files = append(files, spoilt("foreign: "+f.name, []byte(f.start), f.format, icon.Refused))
	}
	return files
}

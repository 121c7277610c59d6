package icon

import (
	"bytes"
	"path"
	"strings"
)

// Format is a type of file, known by how it begins.
type Format string

// The formats. Those from WebP on are named and refused: the form takes none of
// them.
const (
	PNG  Format = "PNG"
	JPEG Format = "JPEG"
	GIF  Format = "GIF"
	BMP  Format = "BMP"

	WebP     Format = "WebP"
	SVG      Format = "SVG"
	HEIC     Format = "HEIC"
	AVIF     Format = "AVIF"
	JPEGXL   Format = "JPEG XL"
	JPEG2000 Format = "JPEG 2000"
	TIFF     Format = "TIFF"
	ICO      Format = "ICO"
	PSD      Format = "PSD"
	PDF      Format = "PDF"
	ZIP      Format = "ZIP"
	HTML     Format = "HTML"

	// Unknown is everything else.
	Unknown Format = ""
)

// Accepted tells whether the form takes the format.
func (f Format) Accepted() bool { return f == PNG || f == JPEG || f == GIF || f == BMP }

// magics are beginnings of files; ? stands for any byte.
var magics = []struct {
	start  string
	format Format
}{
	{"\x89PNG", PNG}, // the rest of the signature tells files that were changed as if they were text
	{"\xef\xbf\xbdPNG", PNG},
	{"\xc2\x89PNG", PNG},
	{"\xff\xd8\xff", JPEG},
	{"GIF87a", GIF},
	{"GIF89a", GIF},
	{"BM????\x00\x00\x00\x00", BMP},
	{"RIFF????WEBP", WebP},
	{"\xff\x0a", JPEGXL},
	{"\x00\x00\x00\x0cJXL \r\n\x87\n", JPEGXL},
	{"\x00\x00\x00\x0cjP  \r\n\x87\n", JPEG2000},
	{"II*\x00", TIFF},
	{"MM\x00*", TIFF},
	{"\x00\x00\x01\x00", ICO},
	{"8BPS", PSD},
	{"%PDF-", PDF},
	{"PK\x03\x04", ZIP},
}

// Sniff tells the format of a file by its content alone.
func Sniff(data []byte) Format {
	for i := range magics {
		if begins(data, magics[i].start) {
			return magics[i].format
		}
	}
	if begins(data, "????ftyp") {
		return sniffBrands(data)
	}
	return sniffMarkup(data)
}

func begins(data []byte, start string) bool {
	if len(data) < len(start) {
		return false
	}
	for i := range len(start) {
		if start[i] != '?' && start[i] != data[i] {
			return false
		}
	}
	return true
}

// sniffBrands reads the brands of an ISO base media file (ISO 14496-12, ftyp).
func sniffBrands(data []byte) Format {
	brands := data[8:min(len(data), 64)]
	for _, b := range []struct {
		brand  string
		format Format
	}{{"avif", AVIF}, {"avis", AVIF}, {"heic", HEIC}, {"heix", HEIC}, {"hevc", HEIC}, {"heim", HEIC}, {"mif1", HEIC}, {"msf1", HEIC}} {
		if bytes.Contains(brands, []byte(b.brand)) {
			return b.format
		}
	}
	return Unknown
}

// sniffMarkup knows SVG, and the pages that servers answer with when there is no
// picture.
func sniffMarkup(data []byte) Format {
	head := strings.ToLower(string(data[:min(len(data), 2048)]))
	if !strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(head, "\ufeff"), " \t\r\n"), "<") {
		return Unknown
	}
	switch svg, html := strings.Index(head, "<svg"), strings.Index(head, "<html"); {
	case svg >= 0 && (html < 0 || svg < html):
		return SVG
	case html >= 0 || strings.Contains(head, "<!doctype html"):
		return HTML
	}
	return Unknown
}

// extensions are the endings of names and the media types of the formats.
var extensions = map[string]Format{
	"png": PNG, "apng": PNG, "jpg": JPEG, "jpeg": JPEG, "jpe": JPEG, "jfif": JPEG, "pjpeg": JPEG, "gif": GIF,
	"bmp": BMP, "dib": BMP, "x-ms-bmp": BMP, "x-bmp": BMP,
	"webp": WebP, "svg": SVG, "svg+xml": SVG, "heic": HEIC, "heif": HEIC, "avif": AVIF, "jxl": JPEGXL, "jp2": JPEG2000,
	"tif": TIFF, "tiff": TIFF, "ico": ICO, "x-icon": ICO, "vnd.microsoft.icon": ICO, "psd": PSD, "pdf": PDF, "zip": ZIP,
	"html": HTML, "htm": HTML,
}

// NamedFormat gives the format that a file name ("logo.PNG") or a media type
// ("image/png") claims; Unknown where it claims none.
func NamedFormat(name string) Format {
	name = strings.ToLower(name)
	if major, minor, ok := strings.Cut(name, "/"); ok && (major == "image" || major == "application") {
		return extensions[minor]
	}
	return extensions[strings.TrimPrefix(path.Ext(name), ".")]
}

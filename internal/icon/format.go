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

	ICNS        Format = "ICNS"
	Cursor      Format = "CUR"
	JPEGXR      Format = "JPEG XR"
	PostScript  Format = "EPS/PostScript"
	XCF         Format = "XCF"
	DDS         Format = "DDS"
	QOI         Format = "QOI"
	PNM         Format = "PNM"
	MNG         Format = "MNG"
	EMF         Format = "EMF"
	WMF         Format = "WMF"
	Video       Format = "MP4/MOV"
	WebM        Format = "WebM"
	GZIP        Format = "GZIP"
	RAR         Format = "RAR"
	SevenZip    Format = "7z"
	Office      Format = "Office"
	XML         Format = "XML"
	Base64      Format = "Base64"
	AppleDouble Format = "AppleDouble (._)" // what macOS keeps beside a file on other disks

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
	{"RIFF????WEBP", WebP},
	{"\xff\x0a", JPEGXL},
	{"\x00\x00\x00\x0cJXL \r\n\x87\n", JPEGXL},
	{"\x00\x00\x00\x0cjP  \r\n\x87\n", JPEG2000},
	{"II*\x00", TIFF},
	{"MM\x00*", TIFF},
	{"II+\x00", TIFF},
	{"MM\x00+", TIFF},
	{"II\xbc", JPEGXR},
	{"\xff\x4f\xff\x51", JPEG2000},
	{"\x00\x00\x01\x00", ICO},
	{"\x00\x00\x02\x00", Cursor},
	{"icns", ICNS},
	{"%!PS", PostScript},
	{"\xc5\xd0\xd3\xc6", PostScript},
	{"gimp xcf", XCF},
	{"DDS ", DDS},
	{"qoif", QOI},
	{"\x8aMNG", MNG},
	{"\x8bJNG", MNG},
	{"\xd7\xcd\xc6\x9a", WMF},
	{"\x01\x00\x00\x00????????????????????????????????????\x20EMF", EMF},
	{"\x1aE\xdf\xa3", WebM},
	{"\x1f\x8b", GZIP},
	{"Rar!\x1a\x07", RAR},
	{"7z\xbc\xaf\x27\x1c", SevenZip},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Office},
	{"\x00\x05\x16\x07", AppleDouble},
	{"data:image/", Base64},
	{"iVBORw0KGgo", Base64},
	{"/9j/", Base64},
	{"R0lGODlh", Base64},
	{"R0lGODdh", Base64},
	{"UklGR", Base64},
	{"8BPS", PSD},
	{"%PDF-", PDF},
	{"PK\x03\x04", ZIP},
}

// Sniff tells the format of a file by its content alone. A PNG, JPEG or GIF file after a
// byte order mark or white space is told as such, too; Decode says that it is mangled.
func Sniff(data []byte) Format {
	if f := sniffMagic(data); f != Unknown {
		return f
	}
	body := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	if f := sniffMagic(body); f == PNG || f == JPEG || f == GIF || f == Base64 {
		return f
	}
	switch {
	case isBitmap(data):
		return BMP
	case begins(data, "????ftyp"):
		return sniffBrands(data)
	case len(data) > 2 && data[0] == 'P' && data[1] >= '1' && data[1] <= '7' && (data[2] == '\n' || data[2] == '\r' || data[2] == ' '):
		return PNM
	}
	return sniffMarkup(data)
}

func sniffMagic(data []byte) Format {
	for i := range magics {
		if begins(data, magics[i].start) {
			return magics[i].format
		}
	}
	return Unknown
}

// isBitmap tells a bitmap, which has two letters for a magic, from a text: by reserved
// bytes, which hardly any program fills in, or by the size of the header.
func isBitmap(data []byte) bool {
	return begins(data, "BM????\x00\x00\x00\x00") || begins(data, "BM????????????\x0c\x00\x00\x00") ||
		begins(data, "BM") && len(data) > 18 && data[14] >= 16 && data[14] <= 124 && begins(data[15:], "\x00\x00\x00") ||
		begins(data, "BA????????????BM")
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
	}{{"avif", AVIF}, {"avis", AVIF}, {"heic", HEIC}, {"heix", HEIC}, {"hevc", HEIC}, {"heim", HEIC}, {"hevx", HEIC}, {"heis", HEIC},
		{"mif1", HEIC}, {"msf1", HEIC}, {"jxl ", JPEGXL}, {"jp2 ", JPEG2000}} {
		if bytes.Contains(brands, []byte(b.brand)) {
			return b.format
		}
	}
	for _, brand := range []string{"isom", "iso2", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V", "qt  ", "3gp"} {
		if bytes.Contains(brands, []byte(brand)) {
			return Video
		}
	}
	return Unknown
}

// sniffMarkup knows SVG, and the pages and messages that servers answer with when there
// is no picture.
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
	case strings.Contains(head, "<?xml"):
		return XML
	}
	return Unknown
}

// extensions are the endings of names and the media types of the formats.
var extensions = map[string]Format{
	"png": PNG, "apng": PNG, "jpg": JPEG, "jpeg": JPEG, "jpe": JPEG, "jfif": JPEG, "pjpeg": JPEG, "gif": GIF,
	"bmp": BMP, "dib": BMP, "x-ms-bmp": BMP, "x-bmp": BMP,
	"webp": WebP, "svg": SVG, "svg+xml": SVG, "heic": HEIC, "heif": HEIC, "avif": AVIF, "jxl": JPEGXL, "jp2": JPEG2000,
	"tif": TIFF, "tiff": TIFF, "ico": ICO, "x-icon": ICO, "vnd.microsoft.icon": ICO, "psd": PSD, "pdf": PDF, "zip": ZIP,
	"html": HTML, "htm": HTML, "icns": ICNS, "cur": Cursor, "jxr": JPEGXR, "wdp": JPEGXR, "eps": PostScript, "ai": PostScript,
	"xcf": XCF, "dds": DDS, "qoi": QOI, "ppm": PNM, "pgm": PNM, "pbm": PNM, "pnm": PNM, "emf": EMF, "wmf": WMF, "mng": MNG,
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

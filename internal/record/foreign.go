package record

import (
	"bytes"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// saveAs is what to do with a file that a spreadsheet program can open.
const saveAs = "open it and save it as .xlsx or as CSV (UTF-8)"

// foreignTypes are files that get mistaken for catalogs, by media type, and what to do.
var foreignTypes = []struct{ media, name, do string }{
	{"application/vnd.ms-excel", "an Excel 97-2003 workbook (.xls)", saveAs},
	{"application/x-ole-storage", "an Excel 97-2003 workbook (.xls, .et) or one that is locked by a password", saveAs + ", without a password"},
	{"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)", saveAs},
	{"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)", "put the records into a table and save it as .xlsx or CSV"},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document (.docx)", "put the records into a table and save it as .xlsx or CSV"},
	{"application/vnd.openxmlformats-officedocument.presentationml.presentation", "a presentation (.pptx)", "put the records into a table and save it as .xlsx or CSV"},
	{"application/msword", "a Word document (.doc)", "put the records into a table and save it as .xlsx or CSV"},
	{"application/pdf", "a PDF file", "ask for the table that it was made from, as .xlsx or CSV"},
	{"text/html", "an HTML page, which some programs name .xls", saveAs},
	{"text/rtf", "an RTF document", "put the records into a table and save it as .xlsx or CSV"},
	{"text/xml", "an XML file, as Excel 2003 writes tables", saveAs},
	{"application/zip", "a ZIP file", "unpack it and give the files in it"},
	{"application/gzip", "a gzip file", "unpack it first, as with gunzip"},
	{"application/x-7z-compressed", "a 7z file", "unpack it and give the files in it"},
	{"application/x-rar-compressed", "a RAR file", "unpack it and give the files in it"},
	{"application/x-tar", "a tar file", "unpack it and give the files in it"},
	{"application/zstd", "a zstd file", "unpack it first"},
	{"application/x-xz", "an xz file", "unpack it first"},
	{"application/x-bzip2", "a bzip2 file", "unpack it first"},
	{"application/vnd.sqlite3", "an SQLite database", "export the table as CSV"},
	{"application/vnd.apache.parquet", "a Parquet file", "export it as JSON lines or CSV"},
	{"application/x-mach-binary", "a program", ""},
	{"application/x-elf", "a program", ""},
	{"application/vnd.microsoft.portable-executable", "a program", ""},
	{"image/png", "a PNG picture", pictureDo}, {"image/jpeg", "a JPEG picture", pictureDo}, {"image/gif", "a GIF picture", pictureDo},
	{"image/bmp", "a BMP picture", pictureDo}, {"image/webp", "a WebP picture", pictureDo}, {"image/heic", "a HEIC picture", pictureDo},
	{"image/svg+xml", "an SVG picture", pictureDo}, {"image/tiff", "a TIFF picture", pictureDo},
}

// foreignBeginnings are how further ones begin, in any case: what old programs and those
// on the web call .xls.
var foreignBeginnings = []struct{ begins, name, do string }{
	{"\x09\x00\x04\x00", "an Excel 2 worksheet (.xls)", saveAs},
	{"\x09\x02\x06\x00", "an Excel 3 worksheet (.xls)", saveAs},
	{"\x09\x04\x06\x00", "an Excel 4 worksheet (.xls)", saveAs},
	{"\x09\x08\x08\x00", "an Excel 5 workbook (.xls)", saveAs},
	{"\x09\x08\x10\x00", "an Excel 97-2003 workbook (.xls)", saveAs},
	{"MIME-Version:", "a web page in one file (.mht), which some programs name .xls", saveAs},
	{"<meta", "an HTML page, which some programs name .xls", saveAs},
	{"<tr", "an HTML page, which some programs name .xls", saveAs},
	{"<thead", "an HTML page, which some programs name .xls", saveAs},
	{"<tbody", "an HTML page, which some programs name .xls", saveAs},
	{"%!PS", "a PostScript file", "ask for the table that it was made from, as .xlsx or CSV"},
}

const pictureDo = "an icon is given by the column icon of a record, or to mingcha icon"

// Foreign says what a file is and what to do about it where its first bytes show that it
// is no catalog; "" where it may be one, or nothing is known of it.
func Foreign(head []byte) string {
	for _, f := range foreignBeginnings {
		if len(head) >= len(f.begins) && strings.EqualFold(string(head[:len(f.begins)]), f.begins) {
			return describe(f.name, f.do)
		}
	}
	if text := bytes.TrimSpace(head[:min(len(head), 512)]); len(text) > 1 && text[0] == '<' && (text[1] == '!' || text[1] == '?' || 'a' <= text[1]|0x20 && text[1]|0x20 <= 'z') {
		head = text // as all that is written so, whatever stands before it
	}
	t := mimetype.Detect(head)
	for _, f := range foreignTypes {
		if t.Is(f.media) {
			return describe(f.name, f.do)
		}
	}
	media, _, _ := strings.Cut(t.String(), ";")
	switch {
	case strings.HasPrefix(media, "image/"), strings.HasPrefix(media, "audio/"), strings.HasPrefix(media, "video/"), strings.HasPrefix(media, "font/"):
		return describe("a file of type "+media, "")
	}
	return ""
}

func describe(name, do string) string {
	s := "this is " + name + ": expected JSON lines, a JSON array, CSV, TSV or XLSX"
	if do != "" {
		s += "; " + do
	}
	return s
}

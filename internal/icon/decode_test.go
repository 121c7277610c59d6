package icon_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"slices"
	"testing"

	"golang.org/x/image/bmp"

	"github.com/mingcha-go/mingcha/internal/icon"
)

var (
	red   = color.RGBA{220, 40, 30, 255}
	blue  = color.RGBA{30, 60, 200, 255}
	white = color.RGBA{255, 255, 255, 255}
)

// halves is red on the left and blue on the right, with a white corner top left.
func halves(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(blue), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(0, 0, w/2, h), image.NewUniform(red), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(0, 0, w/4, h/4), image.NewUniform(white), image.Point{}, draw.Src)
	return img
}

func encoded(t testing.TB, format icon.Format, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch format {
	case icon.PNG:
		err = png.Encode(&b, img)
	case icon.JPEG:
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 90})
	case icon.GIF:
		err = gif.Encode(&b, img, nil)
	case icon.BMP:
		err = bmp.Encode(&b, img)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func near(a, b color.RGBA) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) < 80 }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B) && a.A == b.A // GIF has 256 colours
}

func TestEveryAcceptedFormatDecodesToTheSamePicture(t *testing.T) {
	for _, format := range []icon.Format{icon.PNG, icon.JPEG, icon.GIF, icon.BMP} {
		for _, side := range []int{1, 144, 512, 700} {
			c, fault := icon.Decode(encoded(t, format, halves(side, side)))
			if fault != nil {
				t.Errorf("%s %d: %v", format, side, fault)
				continue
			}
			w, h := c.Size()
			if c.Format != format || c.Width != side || c.Height != side || w != min(side, icon.Side) || h != w || len(c.Luma) != w*h {
				t.Errorf("%s %d: %+v, working %d x %d", format, side, c.Format, w, h)
			}
			if side > 1 && (!near(c.Picture.RGBAAt(w/4, h-2), red) || !near(c.Picture.RGBAAt(w-2, h/2), blue) || !near(c.Picture.RGBAAt(2, 2), white)) {
				t.Errorf("%s %d: wrong colours: %v %v", format, side, c.Picture.RGBAAt(w/4, h-2), c.Picture.RGBAAt(w-2, h/2))
			}
		}
	}
}

func TestEveryKindOfPixelIsRead(t *testing.T) {
	src := halves(60, 60)
	for name, img := range map[string]draw.Image{
		"NRGBA": image.NewNRGBA(src.Rect), "NRGBA64": image.NewNRGBA64(src.Rect), "RGBA64": image.NewRGBA64(src.Rect),
		"palette": image.NewPaletted(src.Rect, color.Palette{red, blue, white}),
	} {
		draw.Draw(img, img.Bounds(), src, image.Point{}, draw.Src)
		c, fault := icon.Decode(encoded(t, icon.PNG, img))
		if fault != nil {
			t.Fatalf("%s: %v", name, fault)
		}
		if !bytes.Equal(c.Picture.Pix, src.Pix) {
			t.Errorf("%s: the picture is not the same", name)
		}
	}
	gray := image.NewGray(src.Rect)
	draw.Draw(gray, gray.Rect, src, image.Point{}, draw.Src)
	if c, fault := icon.Decode(encoded(t, icon.PNG, gray)); fault != nil || c.Picture.RGBAAt(50, 50).R != c.Picture.RGBAAt(50, 50).B {
		t.Errorf("gray: %v", fault)
	}
}

func TestTransparencyIsMeasuredAndLumaIsOnWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 100, 100))
	draw.Draw(img, image.Rect(0, 0, 100, 50), image.NewUniform(color.NRGBA{0, 0, 0, 255}), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(0, 50, 100, 60), image.NewUniform(color.NRGBA{0, 0, 0, 200}), image.Point{}, draw.Src)
	c, fault := icon.Decode(encoded(t, icon.PNG, img))
	if fault != nil {
		t.Fatal(fault)
	}
	if c.Transparent != .4 {
		t.Errorf("transparent %v, want 0.4", c.Transparent)
	}
	for _, want := range []struct {
		y    int
		luma uint8
	}{{10, 0}, {55, 55}, {80, 255}} {
		if got := c.Luma[want.y*100]; got != want.luma {
			t.Errorf("luma of row %d is %d, want %d", want.y, got, want.luma)
		}
	}
}

// exif is EXIF data with an orientation as its second tag.
func exif(order binary.AppendByteOrder, mark string, orientation uint16) []byte {
	body := []byte(mark)
	body = order.AppendUint16(body, 42)
	body = order.AppendUint32(body, 8)
	body = order.AppendUint16(body, 2)
	for _, tag := range []uint16{0x010f, 0x0112} {
		body = order.AppendUint16(body, tag)
		body = order.AppendUint16(body, 3)
		body = order.AppendUint32(body, 1)
		body = order.AppendUint16(body, orientation)
		body = order.AppendUint16(body, 0)
	}
	return body
}

const exifHead = "Exif\x00\x00"

// inJPEG puts EXIF data into a JPEG file.
func inJPEG(file, data []byte) []byte {
	out := append([]byte(nil), file[:2]...)
	out = append(out, 0xff, 0xe1)
	out = binary.BigEndian.AppendUint16(out, uint16(len(exifHead)+len(data)+2))
	return slices.Concat(out, []byte(exifHead), data, file[2:])
}

// beforePixels and afterPixels put EXIF data into a PNG file.
func beforePixels(file, data []byte) []byte { return inPNG(file, data, 8+12+13) }
func afterPixels(file, data []byte) []byte  { return inPNG(file, data, len(file)-12) }

func inPNG(file, data []byte, at int) []byte {
	chunk := append([]byte("eXIf"), data...)
	out := binary.BigEndian.AppendUint32(append([]byte(nil), file[:at]...), uint32(len(data)))
	out = binary.BigEndian.AppendUint32(append(out, chunk...), crc32.ChecksumIEEE(chunk))
	return append(out, file[at:]...)
}

func TestOrientationOfEXIFIsApplied(t *testing.T) {
	photo, drawn := encoded(t, icon.JPEG, halves(80, 40)), encoded(t, icon.PNG, halves(80, 40))
	corners := func(c *icon.Icon) (found string) {
		w, h := c.Size()
		for _, p := range []image.Point{{4, 4}, {w - 5, 4}, {w - 5, h - 5}, {4, h - 5}} {
			switch px := c.Picture.RGBAAt(p.X, p.Y); {
			case near(px, white):
				found += "w"
			case near(px, red):
				found += "r"
			case near(px, blue):
				found += "b"
			}
		}
		return found
	}
	// clockwise from the top left; the upright picture is wbbr
	for orientation, want := range []string{1: "wbbr", 2: "bwrb", 3: "brwb", 4: "rbbw", 5: "wrbb", 6: "rwbb", 7: "bbwr", 8: "bbrw"} {
		if orientation == 0 {
			continue
		}
		order, mark := binary.AppendByteOrder(binary.BigEndian), "MM"
		if orientation%2 == 0 {
			order, mark = binary.LittleEndian, "II"
		}
		data := exif(order, mark, uint16(orientation))
		for name, file := range map[string][]byte{
			"JPEG": inJPEG(photo, data), "PNG": beforePixels(drawn, data), "PNG, after the pixels": afterPixels(drawn, data),
			"PNG with the head of JPEG": beforePixels(drawn, append([]byte(exifHead), data...)),
		} {
			c, fault := icon.Decode(file)
			if fault != nil {
				t.Fatal(name, fault)
			}
			if got := corners(c); got != want || c.Orientation != orientation {
				t.Errorf("%s, orientation %d: corners %s, want %s", name, c.Orientation, got, want)
			}
			if portrait := c.Height > c.Width; portrait != (orientation >= 5) {
				t.Errorf("%s, orientation %d: %d x %d", name, orientation, c.Width, c.Height)
			}
		}
	}
}

func TestBrokenEXIFOfPNGTurnsNothing(t *testing.T) {
	file, whole := encoded(t, icon.PNG, halves(80, 40)), exif(binary.BigEndian, "MM", 6)
	for name, data := range map[string][]byte{
		"nothing": nil, "cut off": whole[:20], "a directory past the end": append([]byte("MM\x00*\xff\xff\xff\xff"), whole[8:]...),
		"an orientation of 9": exif(binary.BigEndian, "MM", 9), "other bytes": []byte("青禾记账青禾记账"),
	} {
		if c, fault := icon.Decode(beforePixels(file, data)); fault != nil || c.Orientation != 1 || c.Width != 80 {
			t.Errorf("%s: %+v %v", name, c, fault)
		}
	}
}

func TestQualityOfJPEGIsReadFromItsTables(t *testing.T) {
	for _, quality := range []int{5, 20, 50, 75, 90, 100} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, halves(40, 40), &jpeg.Options{Quality: quality}); err != nil {
			t.Fatal(err)
		}
		c, fault := icon.Decode(b.Bytes())
		if fault != nil {
			t.Fatal(fault)
		}
		if got := c.Quality; got < quality-2 || got > quality+2 {
			t.Errorf("quality %d read as %d", quality, got)
		}
	}
}

// pngHeader is a PNG file that says how large it is and holds nothing.
func pngHeader(w, h uint32) []byte {
	chunk := []byte("IHDR")
	chunk = binary.BigEndian.AppendUint32(chunk, w)
	chunk = binary.BigEndian.AppendUint32(chunk, h)
	chunk = append(chunk, 8, 6, 0, 0, 0)
	file := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	return binary.BigEndian.AppendUint32(append(file, chunk...), crc32.ChecksumIEEE(chunk))
}

func TestFilesThatGiveNoPictureSayWhy(t *testing.T) {
	whole := encoded(t, icon.PNG, halves(144, 144))
	photo := encoded(t, icon.JPEG, halves(144, 144))
	for _, test := range []struct {
		name   string
		file   []byte
		kind   icon.Kind
		format icon.Format
	}{
		{"nothing", nil, icon.Empty, icon.Unknown},
		{"100 MB", make([]byte, 100<<20), icon.TooLarge, icon.Unknown},
		{"a large PNG", append(whole, make([]byte, icon.MaxBytes)...), icon.TooLarge, icon.PNG},
		{"text", []byte("青禾"), icon.Refused, icon.Unknown},
		{"WebP", []byte("RIFF\x10\x00\x00\x00WEBPVP8 "), icon.Refused, icon.WebP},
		{"SVG", []byte("\ufeff\n<?xml version=\"1.0\"?>\n<!-- a --><SVG xmlns=\"...\">"), icon.Refused, icon.SVG},
		{"a page instead of a picture", []byte("<!DOCTYPE html><html><svg>"), icon.Refused, icon.HTML},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), icon.Refused, icon.HEIC},
		{"AVIF", []byte("\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1avif"), icon.Refused, icon.AVIF},
		{"TIFF", []byte("II*\x00\x08\x00\x00\x00"), icon.Refused, icon.TIFF},
		{"ICO", []byte("\x00\x00\x01\x00\x01\x00"), icon.Refused, icon.ICO},
		{"PDF", []byte("%PDF-1.7"), icon.Refused, icon.PDF},
		{"a bomb", pngHeader(20000, 20000), icon.TooManyPixels, icon.PNG},
		{"a bomb whose area overflows", pngHeader(1<<31-1, 1<<31-1), icon.Broken, icon.PNG},
		{"a PNG cut off", whole[:len(whole)/2], icon.Truncated, icon.PNG},
		{"a PNG of its magic alone", whole[:8], icon.Truncated, icon.PNG},
		{"a JPEG cut off", photo[:len(photo)/2], icon.Truncated, icon.JPEG},
		{"a PNG with other bytes inside", append(append(append([]byte(nil), whole[:60]...), 1, 2, 3, 4), whole[64:]...), icon.Broken, icon.PNG},
	} {
		c, fault := icon.Decode(test.file)
		if fault == nil || c != nil {
			t.Errorf("%s: no fault", test.name)
			continue
		}
		if fault.Kind != test.kind || fault.Format != test.format || fault.Error() == "" {
			t.Errorf("%s: %+v", test.name, fault)
		}
	}
}

func TestBombsTakeLittleMemory(t *testing.T) {
	for name, file := range map[string][]byte{
		"20,000 x 20,000 pixels": append(pngHeader(20000, 20000), make([]byte, 400<<10)...),
		"a long line":            append(pngHeader(1<<22+1, 1), make([]byte, 400<<10)...),
		"100 MB":                 make([]byte, 100<<20),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, fault := icon.Decode(file)
		runtime.ReadMemStats(&after)
		if taken := after.TotalAlloc - before.TotalAlloc; fault == nil || taken > 1<<20 {
			t.Errorf("%s: %v, %d bytes taken", name, fault, taken)
		}
	}
}

func TestNamesClaimFormats(t *testing.T) {
	for name, want := range map[string]icon.Format{
		"logo.PNG": icon.PNG, "a/b.c/logo.jpeg": icon.JPEG, "image/png": icon.PNG, "image/svg+xml": icon.SVG,
		"logo": icon.Unknown, "logo.final": icon.Unknown, "text/html": icon.Unknown, "": icon.Unknown, "图标.gif": icon.GIF,
	} {
		if got := icon.NamedFormat(name); got != want {
			t.Errorf("%q claims %q, want %q", name, got, want)
		}
	}
}

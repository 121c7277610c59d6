package bmp_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"slices"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/bmp"
)

var (
	mask565  = []uint32{0xf800, 0x7e0, 0x1f}
	mask888  = []uint32{0xff0000, 0xff00, 0xff}
	swapped  = []uint32{0xff, 0xff00, 0xff0000}
	mask8888 = []uint32{0xff0000, 0xff00, 0xff, 0xff000000}
	mask1555 = []uint32{0x7c00, 0x3e0, 0x1f, 0x8000}
	mask10   = []uint32{0x3ff00000, 0xffc00, 0x3ff}
)

// runs of RLE8, RLE4 and RLE24 that draw the picture, the last row first.
var (
	runs8 = "\x01\x02\x01\x00\x03\x03\x00\x00" + "\x03\x01\x01\x00\x01\x02\x00\x00" + "\x00\x05\x00\x01\x02\x03\x03\x00\x00\x00" + "\x00\x01"
	runs4 = "\x02\x20\x03\x33\x00\x00" + "\x03\x11\x02\x02\x00\x00" + "\x00\x05\x01\x23\x30\x00\x00\x00" + "\x00\x01"
)

const (
	w24, r24, b24, k24 = "\xff\xff\xff", "\x00\x00\xff", "\xff\x00\x00", "\x00\x00\x00"
	runs24             = "\x01" + b24 + "\x01" + w24 + "\x03" + k24 + "\x00\x00" + "\x03" + r24 + "\x01" + w24 + "\x01" + b24 + "\x00\x00" +
		"\x00\x05" + w24 + r24 + b24 + k24 + k24 + "\x00" + "\x00\x00" + "\x00\x01"
)

// swap is a pixel with red in the lowest byte.
func swap(c color.NRGBA, _ uint8) uint32 { return uint32(c.B)<<16 | uint32(c.G)<<8 | uint32(c.R) }

func ten(c color.NRGBA, _ uint8) uint32 {
	up := func(v uint8) uint32 { return uint32(v)<<2 | uint32(v)>>6 }
	return up(c.R)<<20 | up(c.G)<<10 | up(c.B)
}

func TestEveryKindOfBitmapShowsTheSamePicture(t *testing.T) {
	cases := map[string]file{
		"OS/2 1.x, 2 of 4 colours":      {size: 12, depth: 2, palette: palette(4, 3), pixels: rows(2, false, index)},
		"OS/2 1.x, 16 colours":          {size: 12, depth: 4, palette: palette(16, 3), pixels: rows(4, false, index)},
		"OS/2 1.x, 256 colours":         {size: 12, depth: 8, palette: palette(256, 3), pixels: rows(8, false, index)},
		"OS/2 1.x, a palette cut short": {size: 12, depth: 8, palette: palette(4, 3), pixels: rows(8, false, index)},
		"OS/2 1.x, 24 bits":             {size: 12, depth: 24, pixels: rows(24, false, packed(8, 8, 8, 0))},
		"OS/2 2.x of 16 bytes":          {size: 16, depth: 8, palette: palette(256, 4), pixels: rows(8, false, index)},
		"OS/2 2.x of 64 bytes":          {size: 64, depth: 8, used: 4, palette: palette(4, 4), pixels: rows(8, false, index)},
		"OS/2 2.x, RLE24":               {size: 64, depth: 24, compression: 4, pixels: []byte(runs24)},
		"2 bits":                        {size: 40, depth: 2, palette: palette(4, 4), pixels: rows(2, false, index)},
		"top-down":                      {size: 40, height: -high, depth: 8, palette: palette(256, 4), pixels: rows(8, true, index)},
		"a palette of 4":                {size: 40, depth: 8, used: 4, palette: palette(4, 4), pixels: rows(8, false, index)},
		"a palette that ends early":     {size: 40, depth: 8, palette: palette(4, 4), pixels: rows(8, false, index)},
		"a palette said to be huge":     {size: 40, depth: 4, used: 70000, palette: palette(16, 4), pixels: rows(4, false, index)},
		"a gap before the pixels":       {size: 40, depth: 8, used: 4, offset: 74, palette: palette(4, 4), pixels: slices.Concat(make([]byte, 4), rows(8, false, index))},
		"a palette before 24 bits":      {size: 40, depth: 24, used: 4, palette: palette(4, 4), pixels: rows(24, false, packed(8, 8, 8, 0))},
		"16 bits 555":                   {size: 40, depth: 16, pixels: rows(16, false, packed(5, 5, 5, 0))},
		"16 bits, unused bit set":       {size: 40, depth: 16, pixels: rows(16, false, packed(5, 5, 5, 0x8000))},
		"16 bits 565":                   {size: 40, depth: 16, compression: 3, masks: mask565, pixels: rows(16, false, packed(5, 6, 5, 0))},
		"16 bits 565, 52 bytes":         {size: 52, depth: 16, compression: 3, masks: mask565, pixels: rows(16, false, packed(5, 6, 5, 0))},
		"16 bits 1555":                  {size: 56, depth: 16, compression: 3, masks: mask1555, pixels: rows(16, false, packed(5, 5, 5, 0x8000))},
		"16 bits 1555, WinCE":           {size: 40, depth: 16, compression: 6, masks: mask1555, pixels: rows(16, false, packed(5, 5, 5, 0x8000))},
		"32 bits":                       {size: 40, depth: 32, pixels: rows(32, false, packed(8, 8, 8, 0))},
		"32 bits, padding set":          {size: 40, depth: 32, pixels: rows(32, false, packed(8, 8, 8, 0x7f000000))},
		"32 bits with masks":            {size: 40, depth: 32, compression: 3, masks: swapped, pixels: rows(32, false, swap)},
		"32 bits of 10 a colour":        {size: 40, depth: 32, compression: 3, masks: mask10, pixels: rows(32, false, ten)},
		"RLE8":                          {size: 40, depth: 8, compression: 1, palette: palette(256, 4), pixels: []byte(runs8)},
		"RLE8, no end mark":             {size: 40, depth: 8, compression: 1, palette: palette(256, 4), pixels: []byte(runs8[:len(runs8)-4])},
		"RLE4":                          {size: 40, depth: 4, compression: 2, palette: palette(16, 4), pixels: []byte(runs4)},
		"RLE8, runs past the row":       {size: 40, depth: 8, compression: 1, palette: palette(4, 4), pixels: []byte("\x01\x02\x01\x00\xff\x03\x00\x00" + runs8[8:])},
		"RLE8, rows past the picture":   {size: 40, depth: 8, compression: 1, palette: palette(4, 4), pixels: []byte(runs8[:len(runs8)-2] + "\x05\x01\x00\x00\x05\x01\x00\x01")},
		"bytes after the picture":       {size: 40, depth: 8, palette: palette(256, 4), pixels: le(rows(8, false, index), "青禾记账")},
		"the last padding missing":      {size: 40, depth: 8, palette: palette(256, 4), pixels: rows(8, false, index)[:8*high-3]},
	}
	for _, size := range []int{40, 42, 46, 52, 56, 64, 108, 124} {
		for _, depth := range []int{4, 8, 24} {
			f := file{size: size, depth: uint16(depth), pixels: rows(depth, false, index)}
			if depth == 24 {
				f.pixels = rows(24, false, packed(8, 8, 8, 0))
			} else {
				f.palette = palette(1<<depth, 4)
			}
			cases[fmt.Sprintf("header of %d bytes, %d bits", size, depth)] = f
		}
	}
	for _, size := range []int{56, 108, 124} {
		cases[fmt.Sprintf("32 bits with alpha, %d bytes", size)] = file{size: size, depth: 32, compression: 3, masks: mask8888, pixels: rows(32, false, packed(8, 8, 8, 0xff000000))}
		cases[fmt.Sprintf("32 bits without an alpha mask, %d bytes", size)] = file{size: size, depth: 32, compression: 3, masks: mask888, pixels: rows(32, false, packed(8, 8, 8, 0))}
	}
	for name, f := range cases {
		check(t, name, f, want())
	}
}

// check decodes a file, of the size of the picture if it does not say otherwise.
func check(t *testing.T, name string, f file, want *image.NRGBA) {
	t.Helper()
	f = sized(f)
	config, err := bmp.DecodeConfig(f.bytes())
	if err != nil || config.Width != wide || config.Height != high {
		t.Errorf("%s: size %d x %d, %v", name, config.Width, config.Height, err)
	}
	img, err := bmp.Decode(f.bytes())
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if !bytes.Equal(img.Pix, want.Pix) {
		t.Errorf("%s: got\n%v, want\n%v", name, img.Pix, want.Pix)
	}
}

func sized(f file) file {
	if f.width == 0 {
		f.width = wide
	}
	if f.height == 0 {
		f.height = high
	}
	return f
}

func TestOneBitHasTwoColours(t *testing.T) {
	two := image.NewNRGBA(image.Rect(0, 0, wide, high))
	for y, row := range drawn {
		for x, i := range row {
			two.SetNRGBA(x, y, inks[i&1])
		}
	}
	bit := func(_ color.NRGBA, i uint8) uint32 { return uint32(i & 1) }
	check(t, "1 bit", file{size: 40, depth: 1, palette: palette(2, 4), pixels: rows(1, false, bit)}, two)
	check(t, "1 bit, OS/2", file{size: 12, depth: 1, palette: palette(2, 3), pixels: rows(1, false, bit)}, two)
}

func TestWhatRunsLeaveOutIsTransparent(t *testing.T) {
	for name, c := range map[string]struct {
		runs  string
		clear []image.Point
	}{
		"a delta over two pixels":        {"\x01\x02\x00\x02\x02\x00\x02\x03\x00\x00" + runs8[8:], []image.Point{{1, 2}, {2, 2}}},
		"a row that ends early":          {"\x01\x02\x01\x00\x00\x00" + runs8[8:], []image.Point{{2, 2}, {3, 2}, {4, 2}}},
		"a delta up a row":               {"\x01\x02\x01\x00\x03\x03\x00\x00\x00\x02\x00\x01" + runs8[16:], []image.Point{{0, 1}, {1, 1}, {2, 1}, {3, 1}, {4, 1}}},
		"an end before the last row":     {runs8[:16] + "\x00\x01", []image.Point{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}},
		"a delta out of the picture":     {runs8[:16] + "\x00\x02\x00\xff\x05\x01", []image.Point{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}},
		"a delta past the end of a row ": {runs8[:16] + "\x00\x02\xff\x00\x05\x01\x00\x01", []image.Point{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}},
	} {
		check(t, name, file{size: 40, depth: 8, compression: 1, palette: palette(4, 4), pixels: []byte(c.runs)}, want(c.clear...))
	}
}

func TestAlphaCountsWhereItHasAMaskAndIsUsed(t *testing.T) {
	half := func(c color.NRGBA, i uint8) uint32 { return packed(8, 8, 8, uint32(i)*60<<24)(c, i) }
	faded := want()
	for y, row := range drawn {
		for x, i := range row {
			faded.Pix[faded.PixOffset(x, y)+3] = i * 60
		}
	}
	check(t, "with a mask", file{size: 124, depth: 32, compression: 3, masks: mask8888, pixels: rows(32, false, half)}, faded)
	check(t, "without", file{size: 40, depth: 32, pixels: rows(32, false, half)}, want())
	check(t, "a mask in the header that is not asked for", file{size: 124, depth: 32, masks: mask8888, pixels: rows(32, false, half)}, faded)
	check(t, "colours masked, alpha not", file{size: 124, depth: 32, compression: 3, masks: mask888, pixels: rows(32, false, half)}, want())
	empty := want()
	for i := 3; i < len(empty.Pix); i += 4 {
		empty.Pix[i] = 0
	}
	check(t, "a mask that is not used", file{size: 56, depth: 32, compression: 3, masks: mask8888, pixels: rows(32, false, packed(8, 8, 8, 0))}, empty)
}

func TestWhatIsNotReadSaysWhy(t *testing.T) {
	rgb := rows(24, false, packed(8, 8, 8, 0))
	truncated := io.ErrUnexpectedEOF
	for name, c := range map[string]struct {
		data []byte
		want error // a FormatError stands for any
	}{
		"nothing":                     {nil, truncated},
		"the magic":                   {[]byte("BM"), truncated},
		"half a header":               {sized(file{size: 40, depth: 24}).bytes()[:30], truncated},
		"no pixels":                   {sized(file{size: 40, depth: 24}).bytes(), truncated},
		"a pixel missing":             {sized(file{size: 40, depth: 24, pixels: rgb[:len(rgb)-2]}).bytes(), truncated},
		"masks missing":               {sized(file{size: 40, depth: 32, compression: 3}).bytes(), truncated},
		"half a palette":              {sized(file{size: 40, depth: 8, palette: palette(4, 4), offset: 1078}).bytes(), truncated},
		"runs cut off":                {sized(file{size: 40, depth: 8, compression: 1, palette: palette(4, 4), pixels: []byte(runs8[:12])}).bytes(), truncated},
		"literals cut off":            {sized(file{size: 40, depth: 8, compression: 1, palette: palette(4, 4), pixels: []byte(runs8[:20])}).bytes(), truncated},
		"PNG inside":                  {sized(file{size: 124, compression: 5}).bytes(), bmp.EmbeddedPNG},
		"JPEG inside":                 {sized(file{size: 124, compression: 4}).bytes(), bmp.EmbeddedJPEG},
		"Huffman":                     {sized(file{size: 64, depth: 1, compression: 3}).bytes(), bmp.Huffman},
		"CMYK":                        {sized(file{size: 124, depth: 32, compression: 11}).bytes(), bmp.CMYK},
		"64 bits":                     {sized(file{size: 40, depth: 64}).bytes(), bmp.Deep},
		"an array":                    {[]byte("BA\x28\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00BM"), bmp.Array},
		"a header of 3 bytes":         {le("BM", 0, 0, 26, 3, make([]byte, 200)), bmp.FormatError("")},
		"a header of 4 GB":            {le("BM", 0, 0, 26, -1, make([]byte, 200)), bmp.FormatError("")},
		"5 bits":                      {sized(file{size: 40, depth: 5, pixels: rgb}).bytes(), bmp.FormatError("")},
		"RLE8 of 24 bits":             {sized(file{size: 40, depth: 24, compression: 1, pixels: rgb}).bytes(), bmp.FormatError("")},
		"no width":                    {file{size: 40, height: 3, depth: 24, pixels: rgb}.bytes(), bmp.FormatError("")},
		"a negative width":            {file{size: 40, width: -5, height: 3, depth: 24, pixels: rgb}.bytes(), bmp.FormatError("")},
		"the lowest height":           {file{size: 40, width: 5, height: -1 << 31, depth: 24, pixels: rgb}.bytes(), bmp.FormatError("")},
		"masks that overlap":          {sized(file{size: 40, depth: 32, compression: 3, masks: []uint32{0xff00, 0xff00, 0xff}, pixels: rgb}).bytes(), bmp.FormatError("")},
		"a mask with gaps":            {sized(file{size: 40, depth: 32, compression: 3, masks: []uint32{0xf0f000, 0xf00, 0xff}, pixels: rgb}).bytes(), bmp.FormatError("")},
		"no palette":                  {sized(file{size: 40, depth: 8, pixels: rgb}).bytes(), bmp.FormatError("")},
		"pixels past the end of file": {sized(file{size: 40, depth: 24, offset: 1 << 30, pixels: rgb}).bytes(), truncated},
	} {
		img, err := bmp.Decode(c.data)
		var inFormat bmp.FormatError
		if _, any := c.want.(bmp.FormatError); img != nil || err == nil || any != errors.As(err, &inFormat) || !any && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if _, err := bmp.DecodeConfig(c.data); err != nil && err.Error() == "" {
			t.Errorf("%s: an error without words", name)
		}
	}
}

func TestEveryLengthOfEveryFileIsAnsweredWithoutAPanic(t *testing.T) {
	for _, f := range []file{
		{size: 12, depth: 4, palette: palette(16, 3), pixels: rows(4, false, index)},
		{size: 40, depth: 8, compression: 1, palette: palette(4, 4), pixels: []byte(runs8)},
		{size: 40, depth: 4, compression: 2, palette: palette(16, 4), pixels: []byte(runs4)},
		{size: 64, depth: 24, compression: 4, pixels: []byte(runs24)},
		{size: 124, depth: 32, compression: 3, masks: mask8888, pixels: rows(32, false, packed(8, 8, 8, 0))},
	} {
		data := sized(f).bytes()
		for n := range data {
			if img, err := bmp.Decode(data[:n:n]); (img == nil) == (err == nil) {
				t.Errorf("%d of %d bytes: %v, %v", n, len(data), img, err)
			}
		}
	}
}

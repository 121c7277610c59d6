package icon

import (
	"encoding/binary"
	"hash/crc32"
	"image"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

// benchmarked are icons of 512 x 512 pixels: one of two colours as most are drawn,
// and one of a thousand small areas and soft slopes, which costs the measures most.
func benchmarked() map[string]*image.RGBA {
	return map[string]*image.RGBA{
		"drawn": sample.Leaf(512, 512, sample.Green, sample.White),
		"busy":  busy(512),
	}
}

// busy is a picture in which neighbours differ nearly everywhere: a slope with
// squares over it.
func busy(side int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			p := img.Pix[img.PixOffset(x, y):][:4]
			p[0], p[1], p[2], p[3] = uint8(x/3), uint8(y/3), uint8((x+y)/5), 255
			if (x/9^y/9)&1 == 0 {
				p[(x/9*7+y/9*3)%3] += uint8(40 + (x*x+y*y)%23)
			}
		}
	}
	return img
}

func BenchmarkDecode512(b *testing.B) {
	for name, img := range benchmarked() {
		for format, file := range map[Format][]byte{PNG: sample.PNG(img), JPEG: sample.JPEG(img, 90)} {
			b.Run(name+"/"+string(format), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, fault := Decode(file); fault != nil {
						b.Fatal(fault)
					}
				}
			})
		}
	}
}

func BenchmarkMeasures512(b *testing.B) {
	for name, img := range benchmarked() {
		c, fault := Decode(sample.PNG(img))
		if fault != nil {
			b.Fatal(fault)
		}
		for _, m := range []struct {
			name    string
			measure func()
		}{
			{"clarity", func() { c.measureClarity() }},
			{"background", func() { c.measureBackground() }},
			{"badge", func() { c.measureBadge() }},
			{"watermark", func() { c.measureWatermark() }},
		} {
			b.Run(name+"/"+m.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					m.measure()
				}
			})
		}
	}
}

// BenchmarkDecodeHostile measures files made to cost much; the last two are
// decoded, one with the most pixels allowed.
func BenchmarkDecodeHostile(b *testing.B) {
	bomb := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x4e\x20\x00\x00\x4e\x20\x08\x06\x00\x00\x00")
	bomb = binary.BigEndian.AppendUint32(bomb, crc32.ChecksumIEEE(bomb[12:]))
	for _, test := range []struct {
		name string
		file []byte
	}{
		{"PNG of 20,000 x 20,000 pixels in 400 KB", append(bomb, make([]byte, 400<<10)...)},
		{"100 MB", make([]byte, 100<<20)},
		{"100 MB PNG", append(sample.PNG(sample.Plain(144, 144, sample.Green)), make([]byte, 100<<20)...)},
		{"PNG of 2048 x 2048 pixels", sample.PNG(sample.Plain(2048, 2048, sample.Green))},
		{"busy JPEG of 1300 x 1300 pixels", sample.JPEG(busy(1300), 90)},
	} {
		b.Run(test.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Decode(test.file)
			}
		})
	}
}

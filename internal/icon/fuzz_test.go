package icon_test

import (
	"encoding/binary"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/faulty"
)

func FuzzDecode(f *testing.F) {
	img := halves(24, 20)
	for _, format := range []icon.Format{icon.PNG, icon.JPEG, icon.GIF, icon.BMP} {
		f.Add(encoded(f, format, img))
	}
	data := exif(binary.LittleEndian, "II", 6)
	f.Add(inJPEG(encoded(f, icon.JPEG, img), data))
	f.Add(beforePixels(encoded(f, icon.PNG, img), data))
	f.Add(pngHeader(20000, 20000))
	for _, file := range faulty.Files() {
		f.Add(file.Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, fault := icon.Decode(data)
		if (c == nil) == (fault == nil) {
			t.Fatalf("icon %v, fault %v", c, fault)
		}
		if fault != nil {
			if fault.Error() == "" || fault.Kind == 0 {
				t.Fatalf("%+v", fault)
			}
			return
		}
		if w, h := c.Size(); w < 1 || h < 1 || w > icon.Side || h > icon.Side || len(c.Luma) != w*h {
			t.Fatalf("working picture of %d x %d", w, h)
		}
		c.Clarity()
		c.Background()
		c.Badge()
		c.Watermark()
	})
}

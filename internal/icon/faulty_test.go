package icon_test

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/faulty"
)

func TestUnusualFilesAreReadOrNamedForWhatTheyAre(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range faulty.Files() {
		if seen[f.Name] {
			t.Errorf("two files are named %q", f.Name)
		}
		seen[f.Name] = true
		c, fault := icon.Decode(f.Data)
		if f.Kind != 0 {
			if fault == nil || fault.Kind != f.Kind || fault.Format != f.Format || fault.Variant != f.Variant || fault.Error() == "" {
				t.Errorf("%s: %+v, want %+v", f.Name, fault, f.Kind)
			}
			continue
		}
		if fault != nil {
			t.Errorf("%s: %v", f.Name, fault)
			continue
		}
		if c.Format != f.Format || c.Width != faulty.Side || c.Height != faulty.Side || c.Frames != max(f.Frames, 1) || !slices.Equal(c.Flaws, f.Flaws) {
			t.Errorf("%s: %s %d x %d, %d frames, flaws %q, want %q", f.Name, c.Format, c.Width, c.Height, c.Frames, c.Flaws, f.Flaws)
		}
		shown(t, f.Name, c)
	}
}

// shown holds the colours of a picture of the corpus against what browsers show.
func shown(t *testing.T, name string, c *icon.Icon) {
	t.Helper()
	left, right := c.Picture.RGBAAt(1, 1), c.Picture.RGBAAt(6, 6)
	switch {
	case strings.Contains(name, "gray"), strings.Contains(name, "hundred times"):
		if left.R > 1 || left.A != 255 || right.R > 1 {
			t.Errorf("%s: %v and %v, want black", name, left, right)
		}
	case strings.Contains(name, "inks not told"): // without its segment, red is another colour
		if left.R != 128 || left.G != 146 || left.B != 18 {
			t.Errorf("%s: %v", name, left)
		}
	case c.Format == icon.JPEG:
		if left.R < 200 || left.G > 60 || left.B > 60 || right.R < 200 {
			t.Errorf("%s: %v and %v, want red", name, left, right)
		}
	case left.R < 240 || left.G != 0 || left.B != 0 || left.A != 255 || right.R != 0 || right.B < 240 || right.A != 255:
		t.Errorf("%s: %v and %v, want red and blue", name, left, right)
	}
}

func TestFaultyFilesOfManyPixelsTakeBoundedMemory(t *testing.T) {
	for name, file := range map[string][]byte{
		"PNG of 16 bits with more pixels than its size": faulty.Large(16, 1),
		"PNG with ten times its pixels":                 faulty.Large(8, 120),
	} {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, fault := icon.Decode(file)
		runtime.ReadMemStats(&after)
		// Two attempts at a picture of 4 or 8 bytes a pixel, and its working copies.
		if taken := after.TotalAlloc - before.TotalAlloc; fault != nil || taken > 140<<20 {
			t.Errorf("%s: %v, %d bytes taken", name, fault, taken)
		}
	}
}

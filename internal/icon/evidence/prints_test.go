package evidence

import (
	"image/color"
	"path/filepath"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/brand"
)

// Marks of Tencent's, as their programs show them: white on their own colour. Every
// shipped mark but the plain ones is found.
func TestShippedMarksAreFoundOnTheirOwnColour(t *testing.T) {
	brands, err := Load(filepath.Join("../../..", Dir))
	if err != nil {
		t.Fatal(err)
	}
	letters, err := Letters()
	if err != nil {
		t.Fatal(err)
	}
	bySlug := map[string]*Brand{}
	for i := range brands {
		bySlug[brands[i].Slug] = &brands[i]
	}
	var lost []string
	for number, m := range brand.Marks() {
		b := bySlug[m.Slug]
		if b == nil || len(Prints(b.Path, letters)) == 0 {
			continue // the project's own, or plain
		}
		own := b.Color()
		ink := color.RGBA{255, 255, 255, 255}
		if Contrast(own, ink) < 1.3 {
			ink = color.RGBA{20, 20, 24, 255}
		}
		found := brand.Shipped().Find(Draw(b.Path, Style{Size: 256, Plate: PlateRounded, PlateColor: own, Ink: ink, Padding: 0.2}), 0.955)
		known := false
		for _, f := range found {
			known = known || f.Mark == number
		}
		if !known {
			lost = append(lost, m.Slug)
			if m.Tencent {
				t.Errorf("%s of Tencent's is not found: %+v", m.Slug, found)
			}
		}
	}
	if 50*len(lost) > len(brand.Marks()) {
		t.Errorf("lost: %v", lost)
	}
	t.Logf("lost: %v", lost)
}

package evidence_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/evidence"
)

// A sample of what docs/icon.md has the whole of: few clean icons flagged, most
// spoilt ones found.
func TestMeasuresTellCleanIconsFromSpoiltOnes(t *testing.T) {
	dir := filepath.Join("../../..", evidence.Dir)
	if _, err := os.Stat(dir); err != nil {
		t.Skip("run scripts/fetch-simple-icons.sh")
	}
	brands, err := evidence.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	font, err := evidence.OpenFont(evidence.SansBold)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	n := 0
	for i := 0; i < len(brands); i += 60 {
		if evidence.Split(brands[i].Slug) != evidence.Test {
			continue
		}
		n++
		rng := rand.New(rand.NewPCG(5, uint64(i)))
		style := evidence.RandomStyle(rng, brands[i].Color())
		style.Size = 200
		img := evidence.Draw(brands[i].Path, style)
		badged, _ := evidence.Badge(img, font, rng)
		for name, found := range map[string]bool{
			"clean":    flagged(t, evidence.PNG(img)),
			"blurred":  flagged(t, evidence.PNG(evidence.Blur(img, 3))),
			"enlarged": flagged(t, evidence.PNG(evidence.Upscale(img, 4, evidence.Bicubic))),
			"badged":   flagged(t, evidence.PNG(badged)),
			"marked":   flagged(t, evidence.PNG(evidence.Watermark(img, font, rng))),
		} {
			if found {
				counts[name]++
			}
		}
	}
	if n < 20 || counts["clean"]*20 > n || counts["blurred"]*100 < n*95 || counts["enlarged"]*100 < n*95 || counts["badged"]*100 < n*75 || counts["marked"]*100 < n*70 {
		t.Errorf("of %d icons each: %v", n, counts)
	}
}

func flagged(t *testing.T, file []byte) bool {
	t.Helper()
	c, fault := icon.Decode(file)
	if fault != nil {
		t.Fatal(fault)
	}
	clarity, mark, badge := c.Clarity(), c.Watermark(), c.Badge()
	return clarity.Blurred() || clarity.Empty() || clarity.Faint() || mark.Found() || badge.Kind != icon.NoBadge
}

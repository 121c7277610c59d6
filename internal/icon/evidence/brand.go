package evidence

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// Brand is one pictogram of simple-icons.
type Brand struct {
	Slug  string `json:"slug"`
	Title string `json:"title"`
	// Hex is the brand's colour, RRGGBB.
	Hex  string `json:"hex"`
	Path Path   `json:"-"`
}

// Color is the brand's own colour; black where the package's cannot be read.
func (b *Brand) Color() color.RGBA {
	n, err := strconv.ParseUint(b.Hex, 16, 24)
	if err != nil {
		return color.RGBA{A: 255}
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

// Dir is the folder that scripts/fetch-simple-icons.sh unpacks the package to,
// relative to the root of the repository.
const Dir = "build/simple-icons"

var pathData = regexp.MustCompile(` d="([^"]*)"`)

// Load reads the unpacked package in dir: every pictogram, in the order of
// data/simple-icons.json, which is that of their titles.
func Load(dir string) ([]Brand, error) {
	data, err := os.ReadFile(filepath.Join(dir, "data", "simple-icons.json"))
	if err != nil {
		return nil, fmt.Errorf("%w (run scripts/fetch-simple-icons.sh)", err)
	}
	var brands []Brand
	if err := json.Unmarshal(data, &brands); err != nil {
		return nil, fmt.Errorf("simple-icons.json: %w", err)
	}
	for i := range brands {
		b := &brands[i]
		svg, err := os.ReadFile(filepath.Join(dir, "icons", b.Slug+".svg"))
		if err != nil {
			return nil, err
		}
		m := pathData.FindSubmatch(svg)
		if m == nil {
			return nil, fmt.Errorf("%s.svg: no path", b.Slug)
		}
		if b.Path, err = ParseSVG(string(m[1]), svgBox); err != nil {
			return nil, fmt.Errorf("%s.svg: %w", b.Slug, err)
		}
	}
	return brands, nil
}

// svgBox is the side of the view box of all pictograms of simple-icons.
const svgBox = 24

// Half is one of the two halves that shapes are split into by name, so that no
// shape that thresholds were set on is measured by them.
type Half int

// The halves: thresholds are set on Tune, figures are taken from Test only.
const (
	Tune Half = iota
	Test
)

// Split gives the half that a shape belongs to, by its slug alone.
func Split(slug string) Half {
	h := fnv.New32a()
	h.Write([]byte(slug))
	return Half(h.Sum32() >> 7 & 1)
}

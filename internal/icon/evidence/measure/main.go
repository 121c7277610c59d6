// Command measure holds the measures of package icon against icons drawn by code
// and prints tables of what is found and what is missed. Only shapes of the test
// half are drawn: thresholds were set on the other one.
//
//	go run ./measure -every 4 > figures.md
package main

import (
	"flag"
	"fmt"
	"image"
	"log"
	"math/rand/v2"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/evidence"
)

// tally counts how many icons of a row were found.
type tally struct{ found, all int }

type table struct {
	title string
	order []string
	rows  map[string]*tally
}

func (t *table) count(row string, found bool) {
	if t.rows[row] == nil {
		t.rows[row] = &tally{}
		t.order = append(t.order, row)
	}
	t.rows[row].all++
	if found {
		t.rows[row].found++
	}
}

func (t *table) print() {
	fmt.Printf("### %s\n\n| icons | drawn | flagged | share |\n|---|---:|---:|---:|\n", t.title)
	for _, row := range t.order {
		r := t.rows[row]
		fmt.Printf("| %s | %d | %d | %.1f %% |\n", row, r.all, r.found, 100*float64(r.found)/float64(r.all))
	}
	fmt.Println()
}

func main() {
	dir := flag.String("dir", "../../../"+evidence.Dir, "`folder` of the unpacked package")
	every := flag.Int("every", 1, "draw every `n`th shape only")
	flag.Parse()
	log.SetFlags(0)
	brands, err := evidence.Load(*dir)
	if err != nil {
		log.Fatal(err)
	}
	font, err := evidence.OpenFont(evidence.SansBold)
	if err != nil {
		log.Fatal(err)
	}
	clarity := &table{title: "icon-clarity", rows: map[string]*tally{}}
	badge := &table{title: "icon-badge", rows: map[string]*tally{}}
	mark := &table{title: "icon-watermark", rows: map[string]*tally{}}
	for i := 0; i < len(brands); i += *every {
		if evidence.Split(brands[i].Slug) != evidence.Test {
			continue
		}
		rng := rand.New(rand.NewPCG(2024, uint64(i)))
		path := brands[i].Path
		if rng.IntN(10) == 0 { // one in ten is a character
			if path, err = font.Text(string([]rune("青禾云记账食学旅医茶")[rng.IntN(10)])); err != nil {
				log.Fatal(err)
			}
		}
		style := evidence.RandomStyle(rng, brands[i].Color())
		measure(evidence.Draw(path, style), font, rng, clarity, badge, mark)
	}
	clarity.print()
	badge.print()
	mark.print()
}

func measure(img *image.RGBA, font *evidence.Font, rng *rand.Rand, clarity, badge, mark *table) {
	side := float64(img.Rect.Dx())
	for _, c := range []struct {
		name string
		img  *image.RGBA
	}{
		{"clean", img}, {"clean, JPEG 75", evidence.JPEG(img, 75)},
		{"blurred, sigma 1.5 % of the side", evidence.Blur(img, .015*side)},
		{"enlarged 4 times, bilinear", evidence.Upscale(img, 4, evidence.Bilinear)},
		{"enlarged 4 times, bicubic", evidence.Upscale(img, 4, evidence.Bicubic)},
		{"enlarged 4 times, repeated pixels", evidence.Upscale(img, 4, evidence.Nearest)},
	} {
		m := decode(c.img).Clarity()
		clarity.count(c.name, m.Blurred() || m.Empty() || m.Faint())
	}
	clean, compressed := decode(img), decode(evidence.JPEG(img, 80))
	badge.count("clean", clean.Badge().Kind != icon.NoBadge)
	badge.count("clean, JPEG 80", compressed.Badge().Kind != icon.NoBadge)
	badged, kind := evidence.Badge(img, font, rng)
	found := decode(badged).Badge().Kind != icon.NoBadge
	badge.count("badged, all kinds", found)
	badge.count("badged: "+kind, found)
	veil := clean.Watermark()
	mark.count("clean", veil.Found())
	veil = compressed.Watermark()
	mark.count("clean, JPEG 80", veil.Found())
	veil = decode(evidence.Watermark(img, font, rng)).Watermark()
	mark.count("watermarked", veil.Found())
}

func decode(img *image.RGBA) *icon.Icon {
	c, fault := icon.Decode(evidence.PNG(img))
	if fault != nil {
		log.Fatal(fault)
	}
	return c
}

package main

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"sort"
	"time"

	"github.com/mingcha-go/mingcha/internal/icon/brand"
	"github.com/mingcha-go/mingcha/internal/icon/evidence"
)

type variation struct {
	name string
	draw func(rng *rand.Rand, b *evidence.Brand) *image.RGBA
}

func base(rng *rand.Rand, b *evidence.Brand) evidence.Style {
	return evidence.Style{Size: 256, Background: color.RGBA{255, 255, 255, 255}, Ink: b.Color(), Padding: .18}
}

func random(rng *rand.Rand, b *evidence.Brand) evidence.Style {
	return evidence.RandomStyle(rng, b.Color())
}

var variations = []variation{
	{"recolour", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		s := random(rng, b)
		s.Plate, s.PlateEnd, s.InkEnd = evidence.PlateNone, color.RGBA{}, color.RGBA{}
		s.Background = s.PlateColor
		s.Size, s.Padding = 256, .18
		return evidence.Draw(b.Path, s)
	}},
	{"plate", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		s := random(rng, b)
		s.Size = 256
		return evidence.Draw(b.Path, s)
	}},
	{"padding", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		s := random(rng, b)
		s.Plate = evidence.PlateNone
		s.Background = s.PlateColor
		s.Padding = 0.02 + rng.Float64()*0.33
		return evidence.Draw(b.Path, s)
	}},
	{"rotate", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		s := random(rng, b)
		s.Rotation = rng.Float64()*20 - 10
		return evidence.Draw(b.Path, s)
	}},
	{"mirror", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		s := random(rng, b)
		s.Mirror = true
		return evidence.Draw(b.Path, s)
	}},
	{"64px", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		s := random(rng, b)
		s.Size = 64
		return evidence.Draw(b.Path, s)
	}},
	{"512px", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		s := random(rng, b)
		s.Size = 512
		return evidence.Draw(b.Path, s)
	}},
	{"jpeg60", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		return evidence.JPEG(evidence.Draw(b.Path, random(rng, b)), 60)
	}},
	{"all", func(rng *rand.Rand, b *evidence.Brand) *image.RGBA {
		s := random(rng, b)
		s.Rotation = rng.Float64()*20 - 10
		s.Mirror = rng.IntN(2) == 0
		s.Size = []int{64, 96, 144, 256, 512}[rng.IntN(5)]
		return evidence.JPEG(evidence.Draw(b.Path, s), 60)
	}},
}

func main() {
	n := flag.Int("n", 100, "")
	flag.Parse()
	brands, err := evidence.Load("../../../" + evidence.Dir)
	if err != nil {
		panic(err)
	}
	var half []*evidence.Brand
	for i := range brands {
		if evidence.Split(brands[i].Slug) == evidence.Tune {
			half = append(half, &brands[i])
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(half), func(i, j int) { half[i], half[j] = half[j], half[i] })
	protected, others := half[:*n], half[*n:]
	x := brand.NewIndex()
	for i, b := range protected {
		figs := brand.Prints(evidence.Draw(b.Path, evidence.Style{Size: 512, Background: color.RGBA{255, 255, 255, 255}, Ink: color.RGBA{A: 255}, Padding: .12}))
		if len(figs) == 0 {
			fmt.Println("plain:", b.Slug)
		}
		for k, f := range figs {
			if k < 2 {
				x.Add(i, f)
			}
		}
	}
	var scores [][]float64
	for _, v := range variations {
		var s []float64
		start := time.Now()
		miss := ""
		for i, b := range protected {
			got := 0.0
			for _, m := range x.Find(v.draw(rng, b), .4) {
				if m.Mark == i {
					got = m.Score
				}
			}
			s = append(s, got)
			if got < 0.7 {
				miss += fmt.Sprintf(" %s:%.2f", b.Slug, got)
			}
		}
		scores = append(scores, s)
		sort.Float64s(s)
		fmt.Printf("%-9s p1 %.3f p3 %.3f p5 %.3f p10 %.3f p50 %.3f  %v %s\n", v.name, s[len(s)/100], s[len(s)*3/100], s[len(s)/20], s[len(s)/10], s[len(s)/2], time.Since(start), miss)
	}
	type hit struct {
		a, b string
		m    brand.Match
	}
	var hits []hit
	start := time.Now()
	for _, b := range others {
		s := evidence.RandomStyle(rng, b.Color())
		found := x.Find(evidence.Draw(b.Path, s), .4)
		if len(found) > 0 {
			hits = append(hits, hit{b.Slug, protected[found[0].Mark].Slug, found[0]})
		}
	}
	sort.Slice(hits, func(i, j int) bool { return hits[i].m.Score > hits[j].m.Score })
	fmt.Println(len(others), "innocents", time.Since(start))
	for _, h := range hits[:25] {
		fmt.Printf("%s~%s %.3f\n", h.a, h.b, h.m.Score)
	}
}

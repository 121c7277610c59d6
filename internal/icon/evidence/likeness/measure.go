package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon/brand"
	"github.com/mingcha-go/mingcha/internal/icon/evidence"
)

const (
	// sampled is how many pictograms of the half are protected besides the shipped.
	sampled = 150
	// likeMark and sameMark are the scores of check icon-brand.
	likeMark, sameMark = 0.955, 0.985
)

// rates counts how many of all reach the two scores.
type rates struct{ all, like, same int }

func (r *rates) add(score float64) {
	r.all++
	if score >= likeMark {
		r.like++
	}
	if score >= sameMark {
		r.same++
	}
}

func percent(n, all int) string { return fmt.Sprintf("%.2f %%", 100*float64(n)/float64(max(all, 1))) }

// measured is what the page tells.
type measured struct {
	marks                int // protected by the sample
	refused              []string
	recall               []rates // by variation, of marks that can be protected
	others, letters, han rates
	flagged              []string
	shipped, prints      int
}

func measure(brands []evidence.Brand, half evidence.Half, rng *rand.Rand) (*measured, error) {
	letters, err := evidence.Letters()
	if err != nil {
		return nil, err
	}
	shipped := map[string]bool{}
	for _, m := range brand.Marks() {
		shipped[m.Slug] = true
	}
	var free []*evidence.Brand
	for i := range brands {
		if b := &brands[i]; evidence.Split(b.Slug) == half && !shipped[b.Slug] {
			free = append(free, b)
		}
	}
	rng.Shuffle(len(free), func(i, j int) { free[i], free[j] = free[j], free[i] })
	m := &measured{recall: make([]rates, len(variations)), shipped: len(brand.Marks()), prints: brand.Shipped().Len()}
	own := 1000 // numbers of the sample, past those of the shipped marks
	names := map[int]string{}
	x := brand.Shipped().Clone()
	protected := map[*evidence.Brand]int{}
	for _, b := range free[:sampled] {
		prints := evidence.Prints(b.Path, letters)
		if len(prints) == 0 {
			m.refused = append(m.refused, b.Slug)
			continue
		}
		own++
		protected[b], names[own] = own, b.Slug
		for _, p := range prints {
			x.Add(own, p)
		}
	}
	m.marks = len(protected)
	for _, b := range free[:sampled] {
		if number, ok := protected[b]; ok {
			m.recognise(x, b, number, rng)
		}
	}
	for i, mark := range brand.Marks() {
		names[i] = mark.Slug
	}
	for _, b := range free[sampled:] {
		m.innocent(x, &m.others, b.Slug, b.Path, b, names, rng)
	}
	return m, m.glyphs(x, names, rng)
}

// recognise draws a protected mark in every variation.
func (m *measured) recognise(x *brand.Index, b *evidence.Brand, number int, rng *rand.Rand) {
	for i, v := range variations {
		score := 0.0
		for _, found := range x.Find(v.draw(rng, b.Path, b.Color()), likeMark) {
			if found.Mark == number {
				score = found.Score
			}
		}
		m.recall[i].add(score)
	}
}

// innocent draws a picture that is like no protected mark, or should not be.
func (m *measured) innocent(x *brand.Index, r *rates, name string, p evidence.Path, b *evidence.Brand, names map[int]string, rng *rand.Rand) {
	score := 0.0
	if found := x.Find(evidence.Draw(p, evidence.RandomStyle(rng, b.Color())), likeMark); len(found) > 0 {
		score = found[0].Score
		m.flagged = append(m.flagged, fmt.Sprintf("%s as %s (%.3f)", name, names[found[0].Mark], score))
	}
	r.add(score)
}

// han are characters that shops put on their icons.
const han = "茶米面饭鱼肉果花衣鞋书笔画琴棋车房店家食品香甜鲜味美丽佳福禄寿喜财金银玉石山水火土木林森春夏秋冬东南西北中大小多少高低老王李张刘陈杨赵黄周吴" +
	"徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹" +
	"青禾云朵月星日光明亮天地人心手口目耳足牛羊猪狗猫鸟虫蜂蝶豆瓜菜蒜葱姜糖盐油酒酱醋咖啡奶酪蛋糕饼干面包甜品烧烤火锅串串香炸鸡烤鸭汤粉粥包子馒头饺馄饨"

func (m *measured) glyphs(x *brand.Index, names map[int]string, rng *rand.Rand) error {
	black := &evidence.Brand{Hex: "202024"}
	for _, file := range []string{evidence.SansBold, evidence.SansRegular, evidence.SerifBold} {
		font, err := evidence.OpenFont(file)
		if err != nil {
			return err
		}
		draw := func(r *rates, text string) error {
			p, err := font.Text(text)
			if err == nil {
				m.innocent(x, r, "the letters "+text, p, black, names, rng)
			}
			return err
		}
		for _, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" {
			if err := draw(&m.letters, string(c)); err != nil {
				return err
			}
		}
		for _, c := range han {
			if err := draw(&m.han, string(c)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *measured) write(w io.Writer) {
	fmt.Fprintf(w, "# Likeness of icons to marks\n\n<!-- Written by go run ./likeness in internal/icon/evidence. DO NOT EDIT. -->\n\n")
	fmt.Fprintf(w, "Check `icon-brand` holds the figure of an icon against the fingerprints of %d marks (%d fingerprints with those of plain shapes), drawn from the npm package\n"+
		"simple-icons (CC0-1.0; the marks belong to their owners, and a fingerprint serves to recognise one only). A score from %.3f on is a review; from %.3f on, for a mark of Tencent's, a reject.\n\n", m.shipped, m.prints, likeMark, sameMark)
	fmt.Fprintf(w, "Thresholds were set on one half of the pictograms (split by the hash of their slugs); all figures here are of the other half, with a fixed seed. %d of its pictograms that are\n"+
		"not shipped were drawn by lot and protected besides the shipped marks; %d of them were refused as too plain or a letter: %s.\n\n", sampled, len(m.refused), strings.Join(m.refused, ", "))
	fmt.Fprintf(w, "| protected marks (%d), drawn with | found | found, of all %d with the refused | nearly the same |\n|---|---|---|---|\n", m.marks, sampled)
	for i, v := range variations {
		r := m.recall[i]
		fmt.Fprintf(w, "| %s | %s | %s | %s |\n", v.name, percent(r.like, r.all), percent(r.like, sampled), percent(r.same, r.all))
	}
	fmt.Fprintf(w, "\n| innocent icons, in random styles | icons | flagged | nearly the same |\n|---|---|---|---|\n")
	for _, row := range []struct {
		name string
		r    rates
	}{{"other brands of the half", m.others}, {"letters and digits in three fonts", m.letters}, {"Han characters in three fonts", m.han}} {
		fmt.Fprintf(w, "| %s | %d | %d (%s) | %d |\n", row.name, row.r.all, row.r.like, percent(row.r.like, row.r.all), row.r.same)
	}
	if len(m.flagged) > 0 {
		slices.Sort(m.flagged)
		fmt.Fprintf(w, "\nAll that were flagged (some are of the same owner, or the same figure under another name): %s.\n", strings.Join(m.flagged, "; "))
	}
}

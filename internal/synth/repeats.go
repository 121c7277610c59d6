package synth

import (
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// copyOf makes a record of an earlier one; one in three is of the same owner.
func (g *generator) copyOf(kind string) (Record, *source) {
	s := &g.sources[g.r.IntN(len(g.sources))]
	c := g.begin(s.trade, kind, s.Name)
	c.Intro = s.Intro
	c.Truth.Group, c.Truth.Of = s.Truth.Group, s.ID
	if g.r.IntN(3) == 0 {
		c.Owner = s.Owner
	}
	return c, s
}

// edited changes one or two characters of name and intro: replaced, dropped, put
// in, or two neighbours changed about.
func (g *generator) edited() Record {
	c, s := g.copyOf(Edited)
	name, intro := []rune(c.Name), []rune(c.Intro)
	for range 1 + g.r.IntN(2) {
		if g.r.IntN(len(name)+len(intro)) < len(name) {
			name = g.edit(name, s.trade)
		} else {
			intro = g.edit(intro, s.trade)
		}
	}
	c.Name, c.Intro = string(name), string(intro)
	return c
}

func (g *generator) edit(text []rune, t *trade) []rune {
	i := g.r.IntN(len(text))
	other := []rune(t.pick(g.r, "second"))[:1]
	switch g.r.IntN(4) {
	case 0:
		return append(append(text[:i:i], other...), text[i+1:]...)
	case 1:
		return append(text[:i:i], text[i+1:]...)
	case 2:
		return append(append(text[:i:i], other...), text[i:]...)
	}
	j := min(i+1, len(text)-1)
	text[i], text[j] = text[j], text[i]
	return text
}

// swapped puts the name into the intro's field and the intro into the name's.
func (g *generator) swapped() Record {
	c, _ := g.copyOf(Swapped)
	c.Name, c.Intro = c.Intro, c.Name
	return c
}

// template puts another shop's name into the sentences of a source.
func (g *generator) template() Record {
	c, s := g.copyOf(Template)
	c.Name = g.name(s.trade)
	c.Intro = strings.Join(s.parts, c.Name)
	return c
}

// chain is a chain store that still opens branches.
type chain struct {
	brand string
	owner validate.Owner
	group string
	first string
	trade *trade
	parts []string
	left  int
}

// branch opens the next branch of a chain, or the first one of a new chain. A
// chain has 3 to 300 branches under one owner.
func (g *generator) branch() Record {
	if len(g.chains) < openChains {
		return g.found()
	}
	i := g.r.IntN(len(g.chains))
	c := &g.chains[i]
	record := g.begin(c.trade, Branch, c.brand+g.place(c.trade))
	record.Owner, record.Intro = c.owner, strings.Join(c.parts, c.brand)
	record.Truth.Group, record.Truth.Of = c.group, c.first
	if c.left--; c.left == 0 {
		g.chains[i] = g.chains[len(g.chains)-1]
		g.chains = g.chains[:len(g.chains)-1]
	}
	return record
}

// found opens the first branch of a new chain.
func (g *generator) found() Record {
	all := words().trades
	t := &all[g.r.IntN(len(all))]
	brand := g.name(t)
	record := g.begin(t, Branch, brand+g.place(t))
	record.Owner.Name = g.owner(t, brand)
	left := 2 + g.r.IntN(20)
	if g.r.IntN(8) == 0 {
		left = 50 + g.r.IntN(250)
	}
	c := chain{brand, record.Owner, record.ID, record.ID, t, g.intro(t), left}
	record.Intro = strings.Join(c.parts, brand)
	g.chains = append(g.chains, c)
	return record
}

// place tells a branch from the others.
func (g *generator) place(t *trade) string {
	place := t.pick(g.r, "branch")
	switch g.r.IntN(3) {
	case 0:
		return "（" + place + "）"
	case 1:
		return "·" + place
	}
	return place
}

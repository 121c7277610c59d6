package frame

import (
	"cmp"
	"slices"

	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// gather lists what fills the slots of a frame, in the order of the text.
func (b *Buffer) gather(s *Set, c *compiled) {
	b.elements = b.elements[:0]
	scope := c.frame.Scope
	add := func(e element) {
		e.unit = b.unitOf(scope, e.from)
		b.elements = append(b.elements, e)
	}
	for n := range c.slots {
		sl, bit := &c.slots[n], uint8(1)<<n
		for _, k := range sl.classes {
			for _, p := range b.byClass[k] {
				if place := &b.places[p]; b.stands(p) && !b.shielded(sl, place) {
					add(element{from: place.From, to: place.To, slots: bit, class: k, kind: noMeasure})
				}
			}
		}
		for _, m := range sl.measures {
			for _, p := range b.measure(s, m) {
				add(element{from: p.from, to: p.to, slots: bit, kind: m})
			}
		}
		if sl.start {
			add(element{slots: bit, kind: startOfField})
		}
		if sl.end {
			n := int32(len(b.text.Symbols))
			add(element{from: n, to: n, slots: bit, kind: endOfField})
		}
	}
	slices.SortFunc(b.elements, func(x, y element) int {
		return cmp.Or(cmp.Compare(x.from, y.from), compareStart(x, y), cmp.Compare(y.to, x.to), cmp.Compare(x.class, y.class))
	})
	b.merge()
}

// compareStart puts the start of the field before what begins there.
func compareStart(x, y element) int {
	switch {
	case x.kind == y.kind:
		return 0
	case x.kind == startOfField:
		return -1
	case y.kind == startOfField:
		return 1
	}
	return 0
}

// merge makes one element of those that are the same word in several slots.
func (b *Buffer) merge() {
	kept := b.elements[:0]
	for _, e := range b.elements {
		if n := len(kept); n > 0 && kept[n-1].from == e.from && kept[n-1].to == e.to && e.to > e.from {
			kept[n-1].slots |= e.slots
			continue
		}
		kept = append(kept, e)
	}
	b.elements = kept
}

// stands tells whether a place is its word, and not two others that meet.
func (b *Buffer) stands(p int32) bool {
	if b.cut[p] == unasked {
		b.cut[p] = stands
		if place := &b.places[p]; border.Meet(b.text, int(place.From), int(place.To)) {
			b.cut[p] = meets
		}
	}
	return b.cut[p] == stands
}

// shielded tells whether a word that takes the place of those of a slot holds a place.
func (b *Buffer) shielded(sl *slot, place *match.Place) bool {
	for _, k := range sl.shields {
		for _, p := range b.byClass[k] {
			if s := &b.places[p]; s.From <= place.From && place.To <= s.To {
				return true
			}
		}
	}
	return false
}

// longestWord bounds, in symbols, how far before an element one that ends in its reach
// may begin.
const longestWord = 32

// join finds what sets of slots are filled up to element i, and tells whether all are.
func (b *Buffer) join(c *compiled, i int, reached int32) bool {
	e := &b.elements[i]
	e.sets = 0
	reach := int32(c.frame.Reach)
	for n := range c.slots {
		if e.slots>>n&1 == 0 {
			continue
		}
		if !c.slots[n].after {
			e.sets |= 1 << (1 << n)
		}
		before := withoutSlot[n]
		if c.slots[n].after {
			before &= ^withoutSlot[n-1]
		}
		for j := i - 1; j >= 0; j-- {
			p := &b.elements[j]
			if p.from < reached || p.from+longestWord+reach < e.from {
				break
			}
			if p.to <= e.from && e.from-p.to <= reach && p.unit == e.unit {
				e.sets |= p.sets & before << (1 << n)
			}
		}
	}
	return e.sets>>(1<<len(c.slots)-1)&1 != 0
}

// withoutSlot[n] has a bit for each set of slots that lacks slot n.
var withoutSlot = func() (all [lexicon.MostSlots]uint64) {
	for n := range all {
		for set := range 1 << lexicon.MostSlots {
			if set>>n&1 == 0 {
				all[n] |= 1 << set
			}
		}
	}
	return all
}()

// trace goes back from the element that fills the last slot to those that fill the
// others, the nearest first.
func (b *Buffer) trace(s *Set, c *compiled, last int, reached int32) []Part {
	parts := make([]Part, len(c.slots))
	left := uint64(1)<<len(c.slots) - 1 // the set of slots that is still to be filled
	at := last
	for n := len(parts) - 1; n >= 0; n-- {
		e := &b.elements[at]
		slot, before := b.step(c, at, left, reached)
		parts[n] = Part{From: int(e.from), To: int(e.to), Slot: slot, Name: s.nameOf(e)}
		left &^= 1 << slot
		at = before
	}
	return parts
}

// step tells which slot of a set element i fills, and from which element the others are
// filled: -1 where there are none.
func (b *Buffer) step(c *compiled, i int, set uint64, reached int32) (slot, before int) {
	e := &b.elements[i]
	for n := range c.slots {
		if e.slots>>n&1 == 0 || set>>n&1 == 0 {
			continue
		}
		rest := set &^ (1 << n)
		if rest == 0 {
			return n, -1
		}
		if c.slots[n].after && rest>>(n-1)&1 == 0 {
			continue
		}
		best := -1
		for j := i - 1; j >= 0 && b.elements[j].from >= max(reached, e.from-longestWord-int32(c.frame.Reach)); j-- {
			p := &b.elements[j]
			if p.to <= e.from && e.from-p.to <= int32(c.frame.Reach) && p.unit == e.unit && p.sets>>rest&1 != 0 &&
				(best < 0 || p.to >= b.elements[best].to) {
				best = j // the nearest; of those the longest
			}
		}
		if best >= 0 {
			return n, best
		}
	}
	panic("frame: a set of slots that nothing filled") // join has seen it filled
}

func (s *Set) nameOf(e *element) string {
	if e.kind == noMeasure {
		return s.classes[e.class].name
	}
	return e.kind.String()
}

package catalog

import (
	"hash/fnv"
	"slices"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/validate"
)

// Sketch is what is kept of the texts of a record to tell how near another one
// is: hashes of the pairs of neighbouring characters ("shingles"), after folding.
// A Latin word or a number counts as one character.
type Sketch struct {
	// Title is of the shorter of name and intro, Body of the longer one, so that
	// records with the two swapped are the same. Body has what also stands in the
	// title masked, so that a template stays the same whatever name is put into
	// it. Both are sorted and distinct, and of the first 512 characters.
	Title, Body []uint16
	// Icon is a hash of the icon, 0 without one.
	Icon uint64
}

const (
	// maxUnits bounds the characters of a field that count.
	maxUnits = 512
	// mostBytes is what is folded of a text without end.
	mostBytes = maxUnits * 64
)

// mask stands in the body for what the title holds.
const mask = uint32(0xfffc)

// SketchOf makes the sketch of a submission. Where there is no intro, the
// description stands for it. It is safe for concurrent use. A nil submission panics.
func SketchOf(s *validate.Submission) Sketch {
	expect(s != nil, "SketchOf of a nil *validate.Submission: expected a submission")
	k := sketchers.Get().(*sketcher)
	sketch := k.sketch(s)
	sketchers.Put(k) // not where it panics: it may be half done
	return sketch
}

// sketcher is the memory that making a sketch takes.
type sketcher struct {
	folded              fold.Text
	title, body, masked []uint32
}

var sketchers = sync.Pool{New: func() any { return new(sketcher) }}

func (k *sketcher) sketch(s *validate.Submission) Sketch {
	intro := s.Intro
	if intro == "" {
		intro = s.Description
	}
	k.title, k.body = k.units(k.title[:0], s.Name), k.units(k.body[:0], intro)
	title, body := k.title, k.body
	if len(title) > len(body) || len(title) == len(body) && slices.Compare(title, body) > 0 {
		title, body = body, title
	}
	k.masked = masked(k.masked[:0], body, title)
	return Sketch{Title: shingles(title), Body: shingles(k.masked), Icon: iconHash(s.Icon)}
}

// iconHash tells icons apart by their bytes.
func iconHash(icon []byte) uint64 {
	if len(icon) == 0 {
		return 0
	}
	h := fnv.New64a()
	h.Write(icon)
	return max(h.Sum64(), 1)
}

// units appends the units of a text: a character as it is, a Latin word or a
// number as a hash.
func (k *sketcher) units(units []uint32, text string) []uint32 {
	if len(text) > mostBytes {
		text = text[:mostBytes]
	}
	t := &k.folded
	t.Fold(text)
	t.Source = "" // who has the memory does not keep the text
	for i := 0; i < len(t.Symbols) && len(units) < maxUnits; {
		c := t.Symbols[i].Rune
		i++
		unit := uint32(c)
		if isLatin(c) {
			for ; i < len(t.Symbols) && isLatin(t.Symbols[i].Rune) && t.BorderAt(i) == fold.Tight; i++ {
				unit = unit*0x01000193 ^ uint32(t.Symbols[i].Rune)
			}
			unit |= 1 << 31 // no character is that large
		}
		units = append(units, unit)
	}
	return units
}

func isLatin(c rune) bool { return c < 0x80 }

// masked appends the body with what it shares with the title, two units in a row
// or more, put down as one mask.
func masked(out, body, title []uint32) []uint32 {
	if len(title) < 2 {
		return append(out, body...)
	}
	covered := 0 // units of body before this index are masked
	for i, unit := range body {
		if i+1 < len(body) && holdsPair(title, unit, body[i+1]) {
			if i >= covered {
				out = append(out, mask)
			}
			covered = i + 2
		}
		if i >= covered {
			out = append(out, unit)
		}
	}
	return out
}

func holdsPair(units []uint32, a, b uint32) bool {
	for i := range len(units) - 1 {
		if units[i] == a && units[i+1] == b {
			return true
		}
	}
	return false
}

// shingles gives the hashes of all pairs of neighbours, sorted and distinct; of
// a single unit its own.
func shingles(units []uint32) []uint16 {
	if len(units) == 0 {
		return nil
	}
	if len(units) == 1 {
		return []uint16{shingle(units[0], 0)}
	}
	out := make([]uint16, len(units)-1)
	for i := range out {
		out[i] = shingle(units[i], units[i+1])
	}
	slices.Sort(out)
	return slices.Clip(slices.Compact(out))
}

func shingle(a, b uint32) uint16 { return uint16(mix(uint64(a)<<32|uint64(b)) >> 48) }

// mix spreads the bits of a number over all others (the finaliser of SplitMix64).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

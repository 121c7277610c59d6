package catalog

import "math/bits"

// outline is what tells in a few nanoseconds that two sketches cannot be near:
// a bitmap of the body's shingles by the upper eight bits of each. A bit in which
// two bitmaps differ is at least one shingle that only one of the bodies has.
type outline struct {
	bits     [4]uint64
	icon     uint64
	sort     uint64
	shingles uint16 // of title and body
}

func outlineOf(s *Sketch) outline {
	var memory [64]uint64 // most bodies are shorter
	o := outline{icon: s.Icon, sort: sortKey(appendSpread(memory[:0], s.Body)), shingles: uint16(len(s.Title) + len(s.Body))}
	for _, shingle := range s.Body {
		o.bits[shingle>>14] |= 1 << (shingle >> 8 & 63)
	}
	return o
}

// mayBeNear is true for all that Near is true for. Of n shingles, nearWhole (the
// bound that allows more) lets 1-nearWhole be of one side only.
func (o *outline) mayBeNear(p *outline) bool {
	differ := bits.OnesCount64(o.bits[0]^p.bits[0]) + bits.OnesCount64(o.bits[1]^p.bits[1]) +
		bits.OnesCount64(o.bits[2]^p.bits[2]) + bits.OnesCount64(o.bits[3]^p.bits[3])
	allowed := farthest
	if o.icon != 0 && o.icon == p.icon {
		allowed = farthestSameIcon
	}
	return differ*1000 <= allowed*(int(o.shingles)+int(p.shingles))
}

// The part of the shingles of two near records that may be of one side only, in
// thousandths, with one more against rounding.
var (
	farthest         = thousandths(1-nearWhole) + 1
	farthestSameIcon = thousandths(1-nearWhole+sameIcon) + 1
)

func thousandths(x float64) int { return int(1000 * x) }

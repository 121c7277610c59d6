package validate

import (
	"math/rand/v2"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// pairSet is a set of pairs of characters that stand side by side in texts, and
// of the single ones (whose first is 0). It is a table with open addressing, as a
// map of the language would cost a clean submission its time. The zero value is
// ready; its memory is used again.
type pairSet struct {
	slots []uint64 // 0: free
	count int
}

// addAll adds the pairs and characters of a text. Signs between two letters do
// not part them.
func (p *pairSet) addAll(t *fold.Text) {
	eachNeighbour(t, func(a, b rune) bool {
		p.add(0, b)
		if a != 0 {
			p.add(a, b)
		}
		return true
	})
}

// sharesPair tells whether a text has a pair of the set.
func (p *pairSet) sharesPair(t *fold.Text) bool {
	shares := false
	eachNeighbour(t, func(a, b rune) bool {
		shares = a != 0 && p.has(a, b)
		return !shares
	})
	return shares
}

// eachNeighbour calls f for each symbol with the one before it, 0 for the first,
// and for each letter with the letter before it where a sign parts them (100%纯),
// until f says no.
func eachNeighbour(t *fold.Text, f func(before, r rune) bool) {
	var before, letter rune
	for i := range t.Symbols {
		r := t.Symbols[i].Rune
		if !f(before, r) {
			return
		}
		if isLetterOrDigit(r) {
			if letter != before && letter != 0 && !f(letter, r) {
				return
			}
			letter = r
		}
		before = r
	}
}

func pairKey(a, b rune) uint64 { return uint64(a)<<32 | uint64(b) }

// seed makes the order of the table another one in each process: who could know
// it would write texts whose pairs all have one place.
var seed = rand.Uint64()

// mixed spreads the bits of a number over all others (the finaliser of SplitMix64).
func mixed(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// place gives where a key is, or would be put.
func (p *pairSet) place(key uint64) int {
	mask := len(p.slots) - 1
	at := int(mixed(key^seed)>>1) & mask
	for p.slots[at] != 0 && p.slots[at] != key {
		at = (at + 1) & mask
	}
	return at
}

func (p *pairSet) has(a, b rune) bool {
	return p.count > 0 && p.slots[p.place(pairKey(a, b))] != 0
}

func (p *pairSet) add(a, b rune) {
	if 2*p.count >= len(p.slots) {
		p.grow()
	}
	key := pairKey(a, b)
	if at := p.place(key); p.slots[at] == 0 {
		p.slots[at] = key
		p.count++
	}
}

func (p *pairSet) grow() {
	const least = 256
	old := p.slots
	p.slots = make([]uint64, max(least, 2*len(old)))
	for _, key := range old {
		if key != 0 {
			p.slots[p.place(key)] = key
		}
	}
}

// forget empties the set, and gives back memory that a long text took.
func (p *pairSet) forget() {
	const keep = 1 << 12
	if len(p.slots) > keep {
		p.slots = nil
	} else if p.count > 0 {
		clear(p.slots)
	}
	p.count = 0
}

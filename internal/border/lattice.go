package border

import (
	_ "embed"

	"github.com/mingcha-go/mingcha/internal/fingerprint"
	"github.com/mingcha-go/mingcha/internal/fold"
)

// rare has 187,000 words of one to four characters with how often they are written,
// of the source and licence of dictionary (tables.go); a test holds both to each other.
//
//go:embed rare.bin
var rare fingerprint.Table

// Costs of a reading, in bits: how unlikely its words are, one after the other. A
// word's number in rare counts steps of bitsPerStep from those written least.
const (
	rarest      = 24.2 // of 57.6 million words, written three times
	bitsPerStep = 1.5
	// unknown is the cost of a character that is no word.
	unknown = 27
	// jargon is what a word of a list costs that the dictionary lacks:
	// it is as likely as those that are written thirty times.
	jargon = 19
	// margin is by how much another reading has to be likelier.
	margin = 0.5
	// longMargin is that for a reading that only one word speaks for.
	longMargin = 3
)

// around is how many symbols beside a place the readings are held against each other on.
const around = 6

// partRarely tells whether the symbols from..to are no word, but parts of rare ones: two
// that meet inside (台风|水情) or one of four characters that reaches in and leaves
// a word (走|私人订制, 台湾|独立书店).
func partRarely(t *fold.Text, from, to int) bool {
	if to-from < 2 || to-from > 2*longest {
		return false
	}
	if !tight(t, from+1, to) {
		return false
	}
	var l lattice
	return l.meetRarely(t, from, to) || l.longCrosses(t, from, to)
}

// meetRarely tells whether two words, rare ones too, meet inside the symbols from..to,
// as in 台风|水情, and a text with them is likelier than one with the place as a word.
// Neither would do alone: among so many words some meet nearly everywhere, and to a
// lattice of words jargon is always unlikely.
func (l *lattice) meetRarely(t *fold.Text, from, to int) bool {
	for at := from + 1; at < to; at++ {
		in, out := reaching(t, from, at), leaving(t, at, to)
		if !in.any() || !out.any() {
			continue
		}
		l.read(t, from, to)
		if l.cost(&in, &out)+margin < l.asWord {
			return true
		}
	}
	return false
}

// longCrosses tells whether a word of the greatest length crosses one edge of the
// place, leaves a word of it, and the text is much likelier so.
func (l *lattice) longCrosses(t *fold.Text, from, to int) bool {
	for at := from + 1; at < to; at++ {
		if n := longest - (to - at); n > 0 && to+n <= len(t.Symbols) && tight(t, to, to+n) {
			if long, found := costOf(t, at, to+n); found {
				if rest, found := costOf(t, from, at); found {
					l.read(t, from, to)
					if l.before[0]+rest+long+l.after[n]+longMargin < l.asWord {
						return true
					}
				}
			}
		}
		if n := longest - (at - from); n > 0 && n <= from && tight(t, from-n+1, from+1) {
			if long, found := costOf(t, from-n, at); found {
				if rest, found := costOf(t, at, to); found {
					l.read(t, from, to)
					if l.before[n]+long+rest+l.after[0]+longMargin < l.asWord {
						return true
					}
				}
			}
		}
	}
	return false
}

// tight tells whether nothing stands before any of the symbols from..to.
func tight(t *fold.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if t.Symbols[i].Before != fold.Tight {
			return false
		}
	}
	return true
}

// crossing is the words that cross an edge of a place: the cost of each by how many
// symbols of it stand outside, from 1 on; 0: there is none.
type crossing [longest]float32

func (c *crossing) any() bool { return *c != crossing{} }

// reaching gives the words that begin before from and end at at.
func reaching(t *fold.Text, from, at int) (c crossing) {
	for n := 1; n < longest && at-from+n <= longest && from-n >= 0 && t.Symbols[from-n+1].Before == fold.Tight; n++ {
		c[n], _ = costOf(t, from-n, at)
	}
	return c
}

// leaving gives the words that begin at at and end behind to.
func leaving(t *fold.Text, at, to int) (c crossing) {
	for n := 1; n < longest && to-at+n <= longest && to+n <= len(t.Symbols) && t.Symbols[to+n-1].Before == fold.Tight; n++ {
		c[n], _ = costOf(t, at, to+n)
	}
	return c
}

// costOf gives the cost of the symbols from..to as one word, 0 where they are none.
func costOf(t *fold.Text, from, to int) (cost float32, found bool) {
	var k fingerprint.Key
	for i := from; i < to; i++ {
		k = k.Add(t.Symbols[i].Rune)
	}
	steps, found := rare.Find(k)
	if found && to-from == longest {
		_, found = rare.Find(k.Seal())
	}
	if !found {
		return 0, false
	}
	return rarest - bitsPerStep*float32(steps), true
}

// lattice has the cost of what stands beside a place, by how far from it one begins.
type lattice struct {
	isRead bool
	// before[i] is the least cost of all up to i symbols before the place, after[i]
	// that of all from i symbols behind it on.
	before, after [longest]float32
	// asWord is the cost of the text with the place as a word, or as words inside it.
	asWord float32
}

// read fills the lattice, once.
func (l *lattice) read(t *fold.Text, from, to int) {
	if l.isRead {
		return
	}
	l.isRead = true
	start, end := from, to
	for start > 0 && from-start < around && t.Symbols[start].Before == fold.Tight {
		start--
	}
	for end < len(t.Symbols) && end-to < around && t.Symbols[end].Before == fold.Tight {
		end++
	}
	var least [around + 1]float32
	fill(t, start, from, least[:])
	for i := range min(longest, from-start+1) {
		l.before[i] = least[from-start-i]
	}
	whole := least[from-start]
	for i := range min(longest, end-to+1) {
		fill(t, to+i, end, least[:])
		l.after[i] = least[end-to-i]
	}
	word, found := costOf(t, from, to)
	if !found {
		word = jargon
	}
	var inside [2*longest + 1]float32
	fill(t, from, to, inside[:])
	l.asWord = whole + min(word, inside[to-from]) + l.after[0]
}

// cost gives that of the likeliest text in which two of the words meet.
func (l *lattice) cost(in, out *crossing) float32 {
	return cheapest(in, &l.before) + cheapest(out, &l.after)
}

func cheapest(c *crossing, rest *[longest]float32) float32 {
	var best float32
	for n, cost := range c {
		if cost > 0 && (best == 0 || cost+rest[n] < best) {
			best = cost + rest[n]
		}
	}
	return best
}

// fill gives in least[i] the cost of the likeliest words for the first i of the symbols
// from..to.
func fill(t *fold.Text, from, to int, least []float32) {
	least[0] = 0
	for end := 1; end <= to-from; end++ {
		cost, found := costOf(t, from+end-1, from+end)
		if !found {
			cost = unknown
		}
		best := least[end-1] + cost
		for start := end - 2; start >= max(0, end-longest); start-- {
			if cost, found := costOf(t, from+start, from+end); found {
				best = min(best, least[start]+cost)
			}
		}
		least[end] = best
	}
}

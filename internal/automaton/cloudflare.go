package automaton

import (
	"bytes"

	"github.com/cloudflare/ahocorasick"
)

// cloudflare wraps the library's matcher. Only Contains and MatchThreadSafe may
// be called from several goroutines, and the latter tells which patterns occur
// but not where.
type cloudflare struct {
	engine   *ahocorasick.Matcher
	patterns [][]byte
	openings openings
}

func newCloudflare(patterns [][]byte) *cloudflare {
	return &cloudflare{engine: ahocorasick.NewMatcher(patterns), patterns: patterns, openings: openingsOf(patterns)}
}

func (c *cloudflare) appendHits(dst []Hit, text []byte) []Hit {
	if !c.openings.in(text) || !c.engine.Contains(text) {
		return dst
	}
	for _, p := range c.engine.MatchThreadSafe(text) {
		dst = appendOccurrences(dst, p, c.patterns[p], text)
	}
	return dst
}

// openings tell where a pattern may begin, by its first two or three bytes. A short
// text mostly holds none, and then the engine, whose states lie far apart in
// memory, need not walk it.
type openings struct {
	single bool    // there is a pattern of one byte, which may stand anywhere
	whole  pairSet // patterns of two bytes
	longer pairSet // what longer ones begin with
	thirds pairSet // the first three bytes of those, by hash
}

// pairSet is a set of numbers of 16 bits.
type pairSet [1 << 16 / 64]uint64

func (s *pairSet) add(n uint16)      { s[n/64] |= 1 << (n % 64) }
func (s *pairSet) has(n uint16) bool { return s[n/64]>>(n%64)&1 != 0 }

func openingsOf(patterns [][]byte) (o openings) {
	for _, p := range patterns {
		switch len(p) {
		case 1:
			o.single = true
		case 2:
			o.whole.add(pairOf(p[0], p[1]))
		default:
			pair := pairOf(p[0], p[1])
			o.longer.add(pair)
			o.thirds.add(thirdOf(pair, p[2]))
		}
	}
	return o
}

// in tells whether a pattern may begin in a text.
func (o *openings) in(text []byte) bool {
	if o.single {
		return true
	}
	for i := 1; i < len(text); i++ {
		pair := pairOf(text[i-1], text[i])
		if o.whole.has(pair) || o.longer.has(pair) && i+1 < len(text) && o.thirds.has(thirdOf(pair, text[i+1])) {
			return true
		}
	}
	return false
}

func pairOf(a, b byte) uint16                { return uint16(a)<<8 | uint16(b) }
func thirdOf(pair uint16, third byte) uint16 { return pair*31 + uint16(third) }

// appendOccurrences appends every occurrence of pattern, overlapping ones too.
func appendOccurrences(dst []Hit, index int, pattern, text []byte) []Hit {
	for from := 0; ; {
		at := bytes.Index(text[from:], pattern)
		if at < 0 {
			return dst
		}
		start := from + at
		dst = append(dst, Hit{Pattern: index, Start: start, End: start + len(pattern)})
		from = start + 1
	}
}

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

// openings are the pairs of bytes that patterns begin with. A short text mostly
// holds none, and then the engine, whose states lie far apart in memory, need not
// walk it.
type openings struct {
	pairs  [1 << 16 / 64]uint64 // a bit each
	single bool                 // a pattern of one byte opens without a second
}

func openingsOf(patterns [][]byte) (o openings) {
	for _, p := range patterns {
		if len(p) == 1 {
			o.single = true
			continue
		}
		pair := uint(p[0])<<8 | uint(p[1])
		o.pairs[pair/64] |= 1 << (pair % 64)
	}
	return o
}

// in tells whether a pattern may begin in a text.
func (o *openings) in(text []byte) bool {
	if o.single {
		return true
	}
	for i := 1; i < len(text); i++ {
		pair := uint(text[i-1])<<8 | uint(text[i])
		if o.pairs[pair/64]>>(pair%64)&1 != 0 {
			return true
		}
	}
	return false
}

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

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
}

func newCloudflare(patterns [][]byte) *cloudflare {
	return &cloudflare{engine: ahocorasick.NewMatcher(patterns), patterns: patterns}
}

func (c *cloudflare) appendHits(dst []Hit, text []byte) []Hit {
	if !c.engine.Contains(text) {
		return dst
	}
	for _, p := range c.engine.MatchThreadSafe(text) {
		dst = appendOccurrences(dst, p, c.patterns[p], text)
	}
	return dst
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

// Package automaton finds many byte patterns in a text at once, with
// positions, by Aho-Corasick. It hides two engines behind one type: that of
// github.com/cloudflare/ahocorasick for small sets, and a compact one of its
// own for large sets, where the former would spend over 4 KB a pattern byte.
//
// Patterns and texts are codes, one byte a character (see package scan), so
// offsets are character indexes.
package automaton

import "fmt"

// Hit is one occurrence of a pattern: its index in the order given to New, and
// the half-open range of the text that it covers.
type Hit struct {
	Pattern    int
	Start, End int
}

// Engine chooses the implementation.
type Engine uint8

// The engines.
const (
	// Auto takes Cloudflare for sets of up to CloudflareLimit bytes in patterns of
	// up to CloudflareLongest, else Compact.
	Auto Engine = iota
	// Cloudflare is github.com/cloudflare/ahocorasick: 4.2 KB a pattern byte.
	// It answers «nothing here» by one walk without allocating; where something
	// is here, the positions are searched for afterwards.
	Cloudflare
	// Compact keeps all states in flat tables without pointers: about 20 bytes a
	// pattern byte and up to 13 KB for the first two levels.
	Compact
	// Naive compares every pattern at every place. It is what the others are
	// tested against.
	Naive
)

// CloudflareLimit is the greatest total length of patterns, in bytes, for which
// Auto chooses Cloudflare: 2,048 bytes are at most 8.6 MB.
const CloudflareLimit = 2048

// CloudflareLongest is the length of a pattern, in bytes, up to which Auto chooses
// Cloudflare: compiling takes it the cube of that length, 11 seconds for a word of
// 2,000 equal letters.
const CloudflareLongest = 64

// Automaton is a compiled set of patterns, safe for concurrent use.
type Automaton struct {
	matcher matcher
}

// matcher appends every occurrence of its distinct patterns, in any order.
type matcher interface {
	appendHits(dst []Hit, text []byte) []Hit
}

// New compiles the patterns. It fails on an empty pattern and on duplicates,
// which the caller is to merge: engines could report only one of them.
func New(patterns [][]byte, engine Engine) (*Automaton, error) {
	total, longest := 0, 0
	for i, p := range patterns {
		if len(p) == 0 {
			return nil, fmt.Errorf("automaton: pattern %d is empty", i)
		}
		total += len(p)
		longest = max(longest, len(p))
	}
	order, states, same := sorted(patterns)
	if same != nil {
		return nil, fmt.Errorf("automaton: pattern %d is the same as pattern %d", same[1], same[0])
	}
	if engine == Auto {
		engine = chosen(total, longest)
	}
	a := &Automaton{}
	switch {
	case engine == Naive || len(patterns) == 0:
		a.matcher = naive(patterns)
	case engine == Cloudflare:
		a.matcher = newCloudflare(patterns)
	default:
		a.matcher = newCompact(patterns, order, states)
	}
	return a, nil
}

// chosen is what Auto takes for patterns of so many bytes together and at most.
func chosen(total, longest int) Engine {
	if total <= CloudflareLimit && longest <= CloudflareLongest {
		return Cloudflare
	}
	return Compact
}

// AppendHits appends all occurrences of all patterns in text to dst,
// overlapping and nested ones included, in no particular order.
func (a *Automaton) AppendHits(dst []Hit, text []byte) []Hit {
	return a.matcher.appendHits(dst, text)
}

type naive [][]byte

func (n naive) appendHits(dst []Hit, text []byte) []Hit {
	for p, pattern := range n {
		dst = appendOccurrences(dst, p, pattern, text)
	}
	return dst
}

// Package scan finds words of many lists in a folded text. It gives every
// character that occurs in a word a code of one byte, so that an Aho-Corasick
// automaton made for bytes can walk characters: offsets map back by index, and
// candidates that only share their codes are told apart on the characters.
package scan

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/mingcha-go/mingcha/internal/automaton"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/halt"
)

// Alphabet says which characters are to be taken for one another.
type Alphabet struct {
	// Keys gives the keys of a character; those that share one share a code. A
	// second key (another reading of the character; zero: none) serves where no
	// word holds the first.
	Keys func(rune) [2]uint32
	// Others lists the characters outside the words that may stand for one in
	// them; nil: none.
	Others iter.Seq[rune]
}

// Identity takes every character for itself only.
var Identity = Alphabet{Keys: func(r rune) [2]uint32 { return [2]uint32{uint32(r)} }}

// Hit is a candidate: the word's index and the half-open range of symbols.
type Hit = automaton.Hit

// Set is a compiled set of words, safe for concurrent use.
type Set struct {
	codes  codeTable
	engine *automaton.Automaton
	// first[p] is the first word whose codes are those of pattern p, next[w] the word
	// with the codes of word w that comes after it, or -1.
	first, next []int32
	longest     int // symbols of the longest word
	// single: no pattern stands for more than one word, the common case.
	single bool
}

// Compile builds a Set from folded words. Words whose keys coincide share a
// pattern: a scan reports each of them.
func Compile(words [][]rune, alphabet Alphabet, engine automaton.Engine) (*Set, error) {
	s := &Set{codes: newCodeTable(words, alphabet), next: make([]int32, len(words)), single: true}
	codes, all, err := s.code(words)
	if err != nil {
		return nil, err
	}
	patterns := make([][]byte, 0, len(all))
	s.first = make([]int32, 0, len(all))
	for i, c := range all {
		s.next[c.word] = -1
		if i > 0 && compareCodes(codes, all[i-1], c) == 0 {
			s.next[all[i-1].word] = c.word
			s.single = false
			continue
		}
		patterns = append(patterns, codes[c.from:c.to])
		s.first = append(s.first, c.word)
		s.longest = max(s.longest, int(c.to-c.from))
	}
	s.engine, err = automaton.New(patterns, engine)
	return s, err
}

// coded is a word in codes, which are those from..to of all.
type coded struct {
	head           uint64 // the first eight, for quick comparison
	word, from, to int32
}

// compareCodes orders words by their codes.
func compareCodes(codes []byte, a, b coded) int {
	if a.head != b.head {
		return cmp.Compare(a.head, b.head)
	}
	return bytes.Compare(codes[a.from:a.to], codes[b.from:b.to])
}

// code gives the codes of all words, and the words sorted by them.
func (s *Set) code(words [][]rune) (codes []byte, all []coded, err error) {
	total := 0
	for _, word := range words {
		total += len(word)
	}
	codes = make([]byte, 0, total)
	all = make([]coded, len(words))
	for w, word := range words {
		if len(word) == 0 {
			return nil, nil, fmt.Errorf("scan: word %d is empty after folding", w)
		}
		from, head := int32(len(codes)), uint64(0)
		for i, r := range word {
			code := s.codes.code(r)
			codes = append(codes, code)
			if i < 8 {
				head |= uint64(code) << (56 - 8*i)
			}
		}
		all[w] = coded{head, int32(w), from, int32(len(codes))}
	}
	return codes, inOrder(codes, all), nil
}

// inOrder gives words sorted by their codes, equal ones by their numbers: dealt out by
// the first two codes, which leaves next to nothing to sort.
func inOrder(codes []byte, all []coded) []coded {
	const shift = 48
	ends := make([]int32, 1<<16)
	for i := range all {
		ends[all[i].head>>shift]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	out := make([]coded, len(all))
	for i := len(all) - 1; i >= 0; i-- {
		end := &ends[all[i].head>>shift]
		*end--
		out[*end] = all[i]
	}
	for from := 0; from < len(out); {
		to := from + 1
		for to < len(out) && out[to].head>>shift == out[from].head>>shift {
			to++
		}
		slices.SortFunc(out[from:to], func(a, b coded) int {
			return cmp.Or(compareCodes(codes, a, b), cmp.Compare(a.word, b.word))
		})
		from = to
	}
	return out
}

// Buffer is the memory of one scan at a time; the zero value is ready.
type Buffer struct {
	// Watch ends a scan when its context does; nil: nothing does.
	Watch *halt.Watch

	text []byte
	hits []Hit
}

// Find gives the candidates in symbols, in no particular order. Each shares
// the codes of its word; whether it is the word is for the caller to see.
// The result is valid until the next Find with the same buffer.
func (s *Set) Find(b *Buffer, symbols []fold.Symbol) []Hit {
	if cap(b.text) < len(symbols) {
		b.text = make([]byte, len(symbols)+len(symbols)/2)
	}
	text := b.text[:len(symbols)]
	for i := range symbols {
		text[i] = s.codes.code(symbols[i].Rune)
	}
	b.hits = s.appendHits(b, b.hits[:0], text)
	if s.single {
		for i := range b.hits {
			b.hits[i].Pattern = int(s.first[b.hits[i].Pattern])
		}
		return b.hits
	}
	return s.expand(b)
}

// chunk is how many symbols of a long text are searched at a time.
const chunk = 1 << 16

// appendHits searches a text piece by piece, so that the Watch is asked between
// them. A piece goes back behind the one before it by what a word can reach, and
// gives the words that end past that one.
func (s *Set) appendHits(b *Buffer, hits []Hit, text []byte) []Hit {
	for done := 0; ; {
		end := min(len(text), done+chunk)
		from, first := max(0, done-max(s.longest, 1)+1), len(hits)
		hits = s.engine.AppendHits(hits, text[from:end])
		if done > 0 {
			kept := hits[:first]
			for _, h := range hits[first:] {
				if h.End += from; h.End > done {
					h.Start += from
					kept = append(kept, h)
				}
			}
			hits = kept
		}
		if done = end; done >= len(text) {
			return hits
		}
		b.Watch.Step(chunk)
	}
}

// expand turns hits of patterns into hits of words.
func (s *Set) expand(b *Buffer) []Hit {
	n := len(b.hits)
	for i := range n {
		h := b.hits[i]
		first := s.first[h.Pattern]
		b.hits[i].Pattern = int(first)
		for w := s.next[first]; w >= 0; w = s.next[w] {
			h.Pattern = int(w)
			b.hits = append(b.hits, h)
		}
	}
	return b.hits
}

// Release drops the memory if it grew past what an ordinary text needs.
func (b *Buffer) Release() {
	const keep = 1 << 16
	if cap(b.text) > keep || cap(b.hits) > keep {
		*b = Buffer{}
	}
}

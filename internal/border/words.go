package border

import (
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// lengths is a set of lengths of words, bit n for words of n characters.
type lengths uint8

// wordSet holds words by their first two characters: most characters that meet
// begin no word, and that is told without looking further.
type wordSet struct {
	// opens has a bit for each pair of characters that begin a word, by hash; there is one
	// for one in twelve of the others.
	opens  [1 << pairBits / 64]uint64
	firsts [1 << 16]uint16 // number of a first character in groups; 0: it begins no word
	groups []group
	// seconds are the characters that come second, those of a group sorted, and
	// begins the lengths of the words that begin with both.
	seconds []uint16
	begins  []lengths
	// longer holds the words of three and of four characters as numbers, 16 bits a
	// character, sorted.
	longer [longest - 2][]uint64
}

// group is the words of one first character.
type group struct{ from, to int32 } // their part of seconds

// pairBits is how many bits of a hash tell a pair from others.
const pairBits = 19

func hashOf(first, second rune) uint32 {
	return (uint32(first)<<16 | uint32(second)) * 0x9e3779b1 >> (32 - pairBits)
}

// words is the dictionary, decoded on first use: some milliseconds.
var words = sync.OnceValue(decode)

func decode() *wordSet {
	s := &wordSet{groups: make([]group, 1)}
	var runes []rune
	var pairs []uint32
	for line := range strings.Lines(dictionary) {
		runes = runes[:0]
		for _, r := range line {
			runes = append(runes, r)
		}
		pairs = s.addLonger(pairs[:0], runes[0], runes[1:len(runes)-1])
		s.addGroup(runes[0], pairs)
	}
	for i := range s.longer {
		s.longer[i] = slices.Clip(s.longer[i])
	}
	s.seconds, s.begins = slices.Clip(s.seconds), slices.Clip(s.begins)
	return s
}

// addLonger adds the words of three and of four characters with one first
// character, and appends the second one of each word and, in the low byte, its
// length to pairs. rest is what follows the first in words of two characters,
// then, after a comma each, of three and of four.
func (s *wordSet) addLonger(pairs []uint32, first rune, rest []rune) []uint32 {
	for n := 2; n <= longest; n++ {
		comma := slices.Index(rest, ',')
		if comma < 0 {
			comma = len(rest)
		}
		for tail := range slices.Chunk(rest[:comma], n-1) {
			pairs = append(pairs, uint32(tail[0])<<8|uint32(n))
			if n > 2 {
				key := uint64(first)
				for _, r := range tail {
					key = key<<16 | uint64(r)
				}
				s.longer[n-3] = append(s.longer[n-3], key)
			}
		}
		rest = rest[min(comma+1, len(rest)):]
	}
	return pairs
}

// addGroup adds the pairs of one first character.
func (s *wordSet) addGroup(first rune, pairs []uint32) {
	slices.Sort(pairs)
	g := group{from: int32(len(s.seconds))}
	for _, p := range pairs {
		second, n := uint16(p>>8), p&0xff
		if last := len(s.seconds) - 1; last < int(g.from) || s.seconds[last] != second {
			s.seconds, s.begins = append(s.seconds, second), append(s.begins, 0)
			hash := hashOf(first, rune(second))
			s.opens[hash/64] |= 1 << (hash % 64)
		}
		s.begins[len(s.begins)-1] |= 1 << n
	}
	g.to = int32(len(s.seconds))
	s.firsts[first] = uint16(len(s.groups))
	s.groups = append(s.groups, g)
}

// beginning gives the lengths of the words that begin with two characters.
func (s *wordSet) beginning(first, second rune) lengths {
	if uint32(first) > 0xffff || uint32(second) > 0xffff {
		return 0
	}
	if hash := hashOf(first, second); s.opens[hash/64]>>(hash%64)&1 == 0 {
		return 0
	}
	g := &s.groups[s.firsts[first]]
	i, found := slices.BinarySearch(s.seconds[g.from:g.to], uint16(second))
	if !found {
		return 0
	}
	return s.begins[int(g.from)+i]
}

// has tells whether three or four symbols are a word, as they fold.
func (s *wordSet) has(symbols []fold.Symbol) bool {
	var key uint64
	for i := range symbols {
		r := symbols[i].Rune
		if uint32(r) > 0xffff {
			return false
		}
		key = key<<16 | uint64(r)
	}
	_, found := slices.BinarySearch(s.longer[len(symbols)-3], key)
	return found
}

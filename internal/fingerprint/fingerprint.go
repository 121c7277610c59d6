// Package fingerprint keeps many words, each with a small number, in two bytes a word:
// of a word only twelve bits of a hash stay. A word that was put in is always found;
// one that was not is taken for one about once in a thousand times. The table is a
// string, as it is embedded: nothing is decoded and nothing lies on the heap.
package fingerprint

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
)

// MostValue is the highest number that a word can have.
const MostValue = 15

// A table is buckets of slots of two bytes, little-endian: fingerprint<<4 | value. A
// word is in one of the two buckets that its hash names (cuckoo hashing); a
// fingerprint is never 0, so a slot of 0 is empty.
const (
	slots      = 4
	bucketSize = 2 * slots
)

// Table is what Build made.
type Table string

// Key is the hash of a word. It begins as 0; Add takes the word's characters one by one.
type Key uint64

// Add gives the key of the word with one more character.
func (k Key) Add(r rune) Key {
	const prime = 0x9E3779B97F4A7C15
	return Key((bits.RotateLeft64(uint64(k), 23) ^ uint64(r)) * prime)
}

// Seal gives a second key of a word, for words that nothing else may be taken for: put
// in and asked for under both, one in a million is.
func (k Key) Seal() Key { return k.Add(-1) }

// KeyOf gives the key of a word.
func KeyOf(word []rune) (k Key) {
	for _, r := range word {
		k = k.Add(r)
	}
	return k
}

// place gives the fingerprint of a key and its first bucket of n, a power of two.
func (k Key) place(n uint32) (fingerprint uint16, bucket uint32) {
	h := uint64(k)
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	h ^= h >> 32
	return uint16(h%4095) + 1, uint32(h>>40) & (n - 1)
}

// other gives the other bucket of a fingerprint that is in one of n.
func other(fingerprint uint16, bucket, n uint32) uint32 {
	return (bucket ^ uint32(fingerprint)*0x5BD1E995>>7) & (n - 1)
}

// Find gives the number of a word, and whether it is in the table. An empty table
// holds none.
func (t Table) Find(k Key) (value int, found bool) {
	n := uint32(len(t) / bucketSize)
	if n == 0 {
		return 0, false
	}
	f, b := k.place(n)
	if value, found = t.in(b, f); !found {
		value, found = t.in(other(f, b, n), f)
	}
	return value, found
}

func (t Table) in(bucket uint32, fingerprint uint16) (int, bool) {
	slot := t[bucket*bucketSize : (bucket+1)*bucketSize]
	for i := 0; i < bucketSize; i += 2 {
		if s := uint16(slot[i]) | uint16(slot[i+1])<<8; s>>4 == fingerprint {
			return int(s & 15), true
		}
	}
	return 0, false
}

// Build puts words, by their keys, into a table of n buckets, a power of two, each of
// eight bytes for four words. Of two words with one fingerprint in one pair of buckets
// the higher number stays. The same words in the same order give the same bytes. It
// fails where the words are too many for the buckets.
func Build(keys []Key, values []uint8, n int) ([]byte, error) {
	if n <= 0 || n&(n-1) != 0 {
		return nil, fmt.Errorf("fingerprint: %d buckets: expected a power of two", n)
	}
	b := builder{slots: make([]uint16, n*slots), n: uint32(n), random: rand.New(rand.NewPCG(1, 2))}
	for i, k := range keys {
		if values[i] > MostValue {
			return nil, fmt.Errorf("fingerprint: word %d has the number %d: expected at most %d", i, values[i], MostValue)
		}
		if !b.put(k, values[i]) {
			return nil, fmt.Errorf("fingerprint: no room for word %d of %d in %d buckets: expected more of them", i, len(keys), n)
		}
	}
	out := make([]byte, 0, 2*len(b.slots))
	for _, s := range b.slots {
		out = append(out, byte(s), byte(s>>8))
	}
	return out, nil
}

type builder struct {
	slots  []uint16
	n      uint32
	random *rand.Rand
}

func (b *builder) put(k Key, value uint8) bool {
	f, at := k.place(b.n)
	for _, bucket := range []uint32{at, other(f, at, b.n)} {
		for i := range slots {
			if s := &b.slots[bucket*slots+uint32(i)]; *s>>4 == f {
				*s = max(*s, f<<4|uint16(value))
				return true
			}
		}
	}
	return b.insert(f<<4|uint16(value), at)
}

// insert puts a slot into one of its buckets, and turns others out where both are full.
func (b *builder) insert(slot uint16, at uint32) bool {
	const tries = 1000
	for range tries {
		for _, bucket := range []uint32{at, other(slot>>4, at, b.n)} {
			for i := range slots {
				if s := &b.slots[bucket*slots+uint32(i)]; *s == 0 {
					*s = slot
					return true
				}
			}
		}
		if b.random.IntN(2) == 0 {
			at = other(slot>>4, at, b.n)
		}
		turned := &b.slots[at*slots+uint32(b.random.IntN(slots))]
		slot, *turned = *turned, slot
		at = other(slot>>4, at, b.n)
	}
	return false
}

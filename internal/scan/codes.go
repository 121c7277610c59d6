package scan

import (
	"cmp"
	"iter"
	"slices"
)

// other is the code of every character that occurs in no word: no pattern
// holds it, so the automaton falls back to its root there.
const other = 0

// codeTable maps characters to codes in two stages of 256. Page 0 is shared by
// all ranges without a coded character.
type codeTable struct {
	index []uint16
	pages [][256]byte
}

func (t *codeTable) code(r rune) byte {
	p := uint32(r) >> 8
	if p >= uint32(len(t.index)) {
		return other
	}
	return t.pages[t.index[p]][r&0xff]
}

// newCodeTable gives the keys of the words' characters codes from 1 to 255, the
// most frequent first. Past 255 keys, codes are shared: the rare keys go round
// again, so that the frequent ones are seldom taken for another.
func newCodeTable(words [][]rune, alphabet Alphabet) codeTable {
	chars := keysOf(words, alphabet)
	var keys []char // one of each key, with the sum of its counts
	for _, c := range chars {
		if last := len(keys) - 1; last >= 0 && keys[last].key == c.key {
			keys[last].count += c.count
		} else {
			keys = append(keys, c)
		}
	}
	slices.SortFunc(keys, func(a, b char) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.key, b.key))
	})
	codes := make(map[uint32]byte, len(keys))
	for i, k := range keys {
		codes[k.key] = byte(i%255 + 1)
	}
	t := codeTable{index: make([]uint16, 0x110000>>8), pages: make([][256]byte, 1)}
	if alphabet.Others != nil {
		for r := range alphabet.Others {
			keys := alphabet.Keys(r)
			code := codes[keys[0]]
			if code == other && keys[1] != 0 {
				code = codes[keys[1]]
			}
			if code != other {
				t.set(r, code)
			}
		}
	}
	for _, c := range chars {
		t.set(c.rune, codes[c.key])
	}
	return t
}

func (t *codeTable) set(r rune, code byte) {
	p := r >> 8
	if t.index[p] == 0 {
		t.index[p] = uint16(len(t.pages))
		t.pages = append(t.pages, [256]byte{})
	}
	t.pages[t.index[p]][r&0xff] = code
}

// char is a character of the words, its key, and how often it stands in them.
type char struct {
	key   uint32
	rune  rune
	count int
}

// keysOf gives the characters of the words, sorted by their keys.
func keysOf(words [][]rune, alphabet Alphabet) (chars []char) {
	for r, n := range countChars(words) {
		chars = append(chars, char{alphabet.Keys(r)[0], r, n})
	}
	slices.SortFunc(chars, func(a, b char) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.rune, b.rune))
	})
	return chars
}

// countChars gives the characters of words, each with how often it stands in them.
func countChars(words [][]rune) iter.Seq2[rune, int] {
	var pages []*[256]int // as words hold a hundred thousand of them, of few pages
	for _, word := range words {
		for _, r := range word {
			page := int(r >> 8)
			for len(pages) <= page {
				pages = append(pages, nil)
			}
			if pages[page] == nil {
				pages[page] = new([256]int)
			}
			pages[page][r&0xff]++
		}
	}
	return func(yield func(rune, int) bool) {
		for i, page := range pages {
			if page == nil {
				continue
			}
			for k, n := range page {
				if n > 0 && !yield(rune(i<<8|k), n) {
					return
				}
			}
		}
	}
}

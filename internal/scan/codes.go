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
	count := map[uint32]int{}
	chars := map[rune]uint32{}
	for r, n := range countChars(words) {
		k := alphabet.Keys(r)[0]
		count[k] += n
		chars[r] = k
	}
	keys := make([]uint32, 0, len(count))
	for k := range count {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	codes := make(map[uint32]byte, len(keys))
	for i, k := range keys {
		codes[k] = byte(i%255 + 1)
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
	for r, k := range chars {
		t.set(r, codes[k])
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

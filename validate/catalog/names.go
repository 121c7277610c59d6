package catalog

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/sound"
)

// NameKeys gives the keys by which records of one name meet, or of names that can be
// taken for one another: at most three, none of a name without letters. Records that
// share a key are a bucket for TakenIn.
func (m *Member) NameKeys() (keys []uint64) {
	expect(m != nil, "NameKeys of a nil *Member: expected one that MemberOf gave")
	var n nameForm
	n.read(new(fold.Text), m.Name)
	for way := range nameWays {
		if key, ok := n.key(way); ok {
			keys = append(keys, key)
		}
	}
	return keys
}

// longestName bounds the bytes of a name that is compared: more is none, and what a
// Member keeps of it is cut.
const longestName = 200

// nameForm is a name as others are held against it.
type nameForm struct {
	// whole is folded, without signs; stem is the part of it without words, letters and
	// digits that say nothing, look the stem with one character for all that are drawn
	// alike.
	whole, stem, look []rune
	// tail are the letters and digits behind the last Han character of the stem.
	tail []rune
	// plus tells that the name as written ends with a plus sign.
	plus bool
}

// read makes n the form of a name, in the memory that n has; t is memory to fold in.
func (n *nameForm) read(t *fold.Text, name string) {
	*n = nameForm{whole: n.whole[:0], look: n.look[:0]}
	if len(name) > longestName {
		return
	}
	name = strings.TrimRight(name, " ")
	n.plus = strings.HasSuffix(name, "+") || strings.HasSuffix(name, "＋")
	t.Fold(name)
	t.Source = "" // who has the memory does not keep the text
	for i := range t.Symbols {
		n.whole = append(n.whole, t.Symbols[i].Rune)
	}
	from, to := n.trimmed(t)
	end := withoutTail(n.whole, from, to)
	n.stem, n.tail = n.whole[from:end], n.whole[end:to]
	for i := range t.Symbols[from:end] {
		n.look = append(n.look, drawn(&t.Symbols[from+i]))
	}
}

// shortestStem is how many symbols of a name are left at least.
const shortestStem = 2

// trimmed gives the part of a name that words which say nothing are taken off.
func (n *nameForm) trimmed(t *fold.Text) (from, to int) {
	to = len(n.whole)
	for to-from > shortestStem {
		cut := longestEnd(emptyWords().byLast[n.whole[to-1]], n.whole[from:to], endsWith)
		if cut == 0 || cutsLetters(t, to-cut) {
			break
		}
		to -= cut
	}
	for to-from > shortestStem {
		cut := longestEnd(emptyWords().byFirst[n.whole[from]], n.whole[from:to], beginsWith)
		if cut == 0 || cutsLetters(t, from+cut) {
			break
		}
		from += cut
	}
	return from, to
}

// longestEnd gives the symbols of the longest of some words that stands at an end of a
// name, if that leaves enough of it; 0: none does.
func longestEnd(words [][]rune, name []rune, stands func(name, word []rune) bool) (longest int) {
	for _, w := range words {
		if len(w) > longest && len(name)-len(w) >= shortestStem && stands(name, w) {
			longest = len(w)
		}
	}
	return longest
}

func beginsWith(name, word []rune) bool {
	return len(name) >= len(word) && slices.Equal(name[:len(word)], word)
}

func endsWith(name, word []rune) bool {
	return len(name) >= len(word) && slices.Equal(name[len(name)-len(word):], word)
}

// cutsLetters tells whether a place is inside of letters written together.
func cutsLetters(t *fold.Text, at int) bool {
	return t.BorderAt(at) == fold.Tight && isLatin(t.Symbols[at-1].Rune) && isLatin(t.Symbols[at].Rune)
}

// longestTail is how many letters and digits behind Han characters say nothing.
const longestTail = 2

// withoutTail gives the end of a name without a letter or two, or digits, behind Han
// characters: 青禾记账A, 青禾记账2.
func withoutTail(name []rune, from, to int) int {
	end := to
	for end > from && isLatin(name[end-1]) {
		end--
	}
	if end == to || to-end > longestTail || end-from < shortestStem {
		return to
	}
	return end
}

// drawn gives the character that stands for all that are drawn like a symbol.
func drawn(s *fold.Symbol) rune {
	switch s.Raw {
	case 'I', 'l', '1', '|':
		return 'l'
	case 'O', 'o', '0':
		return 'o'
	}
	if r, ok := alike()[s.Rune]; ok {
		return r
	}
	return s.Rune
}

// nameWays are the ways in which names are brought together: by their stems, by what
// these look like and by what they sound like.
const nameWays = 3

// key gives the key of a name for one of the ways.
func (n *nameForm) key(way int) (key uint64, ok bool) {
	if len(n.stem) == 0 {
		return 0, false
	}
	key = uint64(way + 1)
	stem := n.stem
	if way == 1 {
		stem = n.look
	}
	for _, r := range stem {
		x := uint64(r)
		if way == 2 {
			if first, _ := sound.Readings(r); first != 0 {
				x = 1<<32 | uint64(sound.Merged(first))
			}
		}
		key = mix(key ^ x*0x9e3779b97f4a7c15)
	}
	return key, true
}

//go:embed nothing.tsv
var nothingTSV string

// wordEnds are words by the characters that they begin and end with.
type wordEnds struct{ byFirst, byLast map[rune][][]rune }

// emptyWords are those that tell no two names apart.
var emptyWords = sync.OnceValue(func() wordEnds {
	w := wordEnds{map[rune][][]rune{}, map[rune][][]rune{}}
	for _, line := range tableOf(nothingTSV) {
		word := []rune(fold.String(line))
		first, last := word[0], word[len(word)-1]
		w.byFirst[first], w.byLast[last] = append(w.byFirst[first], word), append(w.byLast[last], word)
	}
	return w
})

//go:embed lookalikes.tsv
var lookalikesTSV string

// alike gives for characters that are drawn like others the one that stands for all.
var alike = sync.OnceValue(func() map[rune]rune {
	stands := map[rune]rune{}
	for _, line := range tableOf(lookalikesTSV) {
		first, _ := utf8.DecodeRuneInString(line)
		for _, r := range line {
			stands[r] = first
		}
	}
	return stands
})

// tableOf gives the lines of a table with one column, without its head.
func tableOf(tsv string) (lines []string) {
	head := true
	for line := range strings.Lines(tsv) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if !head {
			lines = append(lines, line)
		}
		head = false
	}
	return lines
}

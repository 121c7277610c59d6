// Package choice holds the members of a submission that have a set of values: the
// kind of an owner, the features of a program, what is true or false. It knows how
// people write the values, and tells what none of them is.
package choice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/typo"
)

// Set is a set of values. It is safe for concurrent use.
type Set struct {
	values []string
	joined string            // values
	listed map[string]string // other words by value
	// byWord finds a value by all that stands for it, folded.
	byWord map[string]string
	words  []word
	// neither are words that stand for no value, whatever else a text holds.
	neither []string
}

// word is a word that stands for a value, folded.
type word struct{ text, value string }

// newSet makes a set of lines: a value, then other words for it.
func newSet(lines ...string) *Set {
	s := &Set{byWord: map[string]string{}, listed: map[string]string{}}
	for _, line := range lines {
		words := strings.Fields(line)
		s.values = append(s.values, words[0])
		s.listed[words[0]] = strings.Join(words[1:], "、")
		for _, w := range words {
			folded := Fold(w)
			s.byWord[folded] = words[0]
			s.words = append(s.words, word{folded, words[0]})
		}
		for _, w := range words {
			if folded := Simplified(w); s.byWord[folded] == "" && folded != "" {
				s.byWord[folded] = words[0]
			}
		}
	}
	s.joined = strings.Join(s.values, ", ")
	return s
}

// String gives the values, parted by commas.
func (s *Set) String() string { return s.joined }

// except sets words apart that stand for none of the values.
func (s *Set) except(words ...string) *Set {
	s.neither = words
	return s
}

// Words gives the words that stand for a value, itself left out, as the page on input
// lists them.
func (s *Set) Words(value string) string { return s.listed[value] }

// Has tells whether a text is a value of the set as it stands.
func (s *Set) Has(text string) bool { return slices.Contains(s.values, text) }

// Find gives the value that a text stands for: itself, however it is spelt, or by
// another word. ok is false where it stands for none.
func (s *Set) Find(text string) (value string, ok bool) {
	for _, value := range s.values { // mostly it is one, and nothing has to be folded
		if value == text {
			return value, true
		}
	}
	if value, ok = s.byWord[Fold(text)]; !ok {
		value, ok = s.byWord[Simplified(text)]
	}
	return value, ok
}

// Nearest gives the value that a text most likely means, "" where nothing is near:
// a misspelling of a word, or a longer text that holds one.
func (s *Set) Nearest(text string) string {
	if value, ok := s.Find(text); ok {
		return value
	}
	folded := Fold(text)
	for _, w := range s.neither {
		if strings.Contains(folded, w) {
			return ""
		}
	}
	best, nearest := "", 0.0
	for _, w := range s.words {
		likeness := typo.Likeness(folded, w.text)
		if utf8.RuneCountInString(w.text) > 1 && strings.Contains(folded, w.text) {
			likeness = 0.5 + float64(len(w.text))/float64(len(folded))/4 // the longest word that it holds
		}
		if likeness > nearest {
			best, nearest = w.value, likeness
		}
	}
	return best
}

// Simplified is Fold with traditional characters made simplified (企業, 個人), and all
// else that internal/fold undoes. It is "" for a text without letters and characters, and
// where Fold is all that there is to do.
func Simplified(text string) string {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return Fold(fold.String(text))
		}
	}
	return ""
}

// Fold drops what is written now so, now so: case, width, blanks and what joins
// words (virtual_goods, Virtual Goods, virtualGoods).
func Fold(text string) string {
	return strings.Map(func(r rune) rune {
		if '！' <= r && r <= '～' { // the wide forms of ASCII
			r -= '！' - '!'
		}
		switch {
		case r == '_', r == '-', r == '.', r == '\uFEFF', unicode.IsSpace(r):
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

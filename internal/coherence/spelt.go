package coherence

import (
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/sound"
)

// How many letters it takes to believe that they are the pinyin of Han, and
// that they are the first letters of the pinyin.
const (
	leastSpelling = 4
	leastInitials = 3
)

// readForLetters is how many symbols of a text are held against another one's
// letters: honest intros are no longer, and the time grows with the square.
const readForLetters = 256

// spelt tells whether a run of letters in text is how Han characters of name
// are read: jianmu, or jmu as a whole, and 建木.
func spelt(text, name []fold.Symbol) bool {
	text, name = text[:min(len(text), readForLetters)], name[:min(len(name), readForLetters)]
	var first letterSet
	for i := 0; i < len(text); {
		to := endOfRun(text, i)
		if to-i >= leastInitials {
			if first == 0 {
				first = firstLetters(name)
			}
			if first.has(text[i].Rune) && spells(text[i:to], name) {
				return true
			}
		}
		i = max(to, i+1)
	}
	return false
}

// letterSet is a bit for each letter from a, and one that is always set.
type letterSet uint32

const noLetter = letterSet(1) << 31

func (s letterSet) has(letter rune) bool { return s>>(letter-'a')&1 != 0 }

// firstLetters gives what the pinyin of the characters of text begins with.
func firstLetters(text []fold.Symbol) letterSet {
	set := noLetter
	for _, sym := range text {
		if sym.Rune < firstHan {
			continue
		}
		first, second := sound.Readings(sym.Rune)
		if first != 0 {
			set |= 1 << (first.Syllable()[0] - 'a')
		}
		if second != 0 {
			set |= 1 << (second.Syllable()[0] - 'a')
		}
	}
	return set
}

// firstHan is before all Han characters but a handful.
const firstHan = 0x3400

// endOfRun gives where the run of letters that begins at i ends, i if none does.
func endOfRun(text []fold.Symbol, i int) int {
	to := i
	for to < len(text) && text[to].Rune >= 'a' && text[to].Rune <= 'z' && (to == i || text[to].Before == fold.Tight) {
		to++
	}
	return to
}

// spells tells whether letters are the pinyin of a row of at least two
// characters of text, or the first letters of all characters of a row.
func spells(letters, text []fold.Symbol) bool {
	for i := range text {
		if text[i].Rune < firstHan {
			continue
		}
		first := i == 0 || isLetterOrDigit(text[i-1].Rune) || text[i].Before != fold.Tight
		if len(letters) >= leastSpelling && spellsFrom(letters, text[i:], 0) || first && initialsFrom(letters, text[i:]) {
			return true
		}
	}
	return false
}

// spellsFrom tells whether letters are the pinyin of what text begins with,
// after as many characters have been read before.
func spellsFrom(letters, text []fold.Symbol, before int) bool {
	if len(letters) == 0 {
		return before >= 2
	}
	if len(text) == 0 {
		return false
	}
	first, second := sound.Readings(text[0].Rune)
	for _, reading := range [...]sound.Reading{first, second} {
		if reading == 0 {
			continue
		}
		syllable := reading.Syllable()
		if beginsWith(letters, syllable) && spellsFrom(letters[len(syllable):], text[1:], before+1) {
			return true
		}
	}
	return false
}

func beginsWith(letters []fold.Symbol, syllable string) bool {
	if len(letters) < len(syllable) {
		return false
	}
	for i := range len(syllable) {
		if letters[i].Rune != rune(syllable[i]) {
			return false
		}
	}
	return true
}

// initialsFrom tells whether letters are the first ones of the pinyin of all
// characters up to the end of a run of Han.
func initialsFrom(letters, text []fold.Symbol) bool {
	if len(letters) < leastInitials || len(text) < len(letters) {
		return false
	}
	for i, sym := range letters {
		first, second := sound.Readings(text[i].Rune)
		if !startsWith(first, sym.Rune) && !startsWith(second, sym.Rune) {
			return false
		}
	}
	n := len(letters)
	return n == len(text) || text[n].Before != fold.Tight || isLetterOrDigit(text[n].Rune)
}

func startsWith(r sound.Reading, letter rune) bool {
	return r != 0 && rune(r.Syllable()[0]) == letter
}

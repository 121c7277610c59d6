package match

import (
	"math/bits"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/near"
	"github.com/mingcha-go/mingcha/internal/scan"
	"github.com/mingcha-go/mingcha/internal/sound"
)

// minSoundScore is the least score at which a word that sounds like a listed
// one is reported at all.
const minSoundScore = 0.6

// Likenesses of one character by sound, from prototypes measured on company
// names: a different tone is heard by few readers, merged sounds by some.
var soundLikeness = [...]float64{
	sound.Same: 0.92, sound.SameSyllable: 0.85, sound.Fuzzy: 0.75, sound.Loose: 0.65,
}

// foldScore takes a little off for every fold that the match needed, and more
// where characters were parted or swapped for those of another script.
func foldScore(e *entry, t *fold.Text, from, to int) float64 {
	start, end := t.Span(from, to)
	if t.Source[start:end] == e.entry.Word {
		return 1
	}
	kinds := t.KindsOf(from, to) &^ fold.Case
	score := 1 - 0.02*float64(bits.OnesCount16(uint16(kinds)))
	if kinds&(fold.Gap|fold.Confusable) != 0 {
		score -= 0.03
	}
	return score
}

// soundScore multiplies the likenesses of the characters at symbol from with
// those of the word, and tells whether one is kept as it is. The score is 0 where
// one is not alike, or where all are the same: then it is the word itself.
func soundScore(word []rune, t *fold.Text, from int) (score float64, kind near.Kind, kept bool) {
	score = 1
	for i, r := range word {
		c := t.Symbols[from+i].Rune
		if c == r {
			kept = true
			continue
		}
		like := sound.Compare(c, r)
		score *= soundLikeness[like]
		if like >= sound.SameSyllable {
			kind |= near.Homophone
		} else {
			kind |= near.FuzzySound
		}
	}
	if kind == 0 {
		return 0, 0, kept
	}
	return score, kind, kept
}

// soundable tells whether likeness of sound means anything for a word: two or
// more characters, all with a reading.
func soundable(e entry) bool {
	for _, r := range e.word.Runes {
		if first, _ := sound.Readings(r); first == 0 {
			return false
		}
	}
	return len(e.word.Runes) >= 2 && e.entry.For == "" && e.entry.Severity != 0
}

// soundAlphabet codes characters by how they are read, sounds that dialects
// merge taken together.
var soundAlphabet = scan.Alphabet{
	Keys: func(r rune) (keys [2]uint32) {
		first, second := sound.Readings(r)
		keys[0] = uint32(sound.Merged(first))
		if second != 0 {
			keys[1] = uint32(sound.Merged(second))
		}
		return keys
	},
	Others: func(yield func(rune) bool) {
		for r := rune(0x3400); r < 0xA000; r++ {
			if first, _ := sound.Readings(r); first != 0 && !yield(r) {
				return
			}
		}
	},
}

package near

import (
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/sound"
)

// maxSyllable is how many letters the longest syllable has (zhuang).
const maxSyllable = 6

// maxRun bounds the letters of a run that is taken apart: longer ones are no
// words.
const maxRun = 48

// stepLetters tries the letters that begin at symbol i: a syllable where one may
// begin, or a single letter that stands alone.
func (s *Set) stepLetters(b *Buffer, t *fold.Text, i int) {
	start, end := run(t, i)
	if end-start == 1 {
		for _, u := range s.units.letters[t.Symbols[i].Rune] {
			if alone(t, i) {
				s.extend(b, t, i, i+1, &u)
			}
		}
		return
	}
	if end-start > maxRun || !s.units.begins[t.Symbols[i].Rune-'a'] {
		return
	}
	var letters [maxSyllable]byte
	asked, may := false, false
	for n := 0; n < maxSyllable && i+n < end; n++ {
		letters[n] = byte(t.Symbols[i+n].Rune)
		units := s.units.syllables[string(letters[:n+1])]
		if len(units) == 0 {
			continue
		}
		if !asked {
			asked, may = true, mayBegin(t, start, i, end)
		}
		if !may {
			return
		}
		for _, u := range units {
			s.extend(b, t, i, i+n+1, &u)
		}
	}
}

// mayBegin tells whether a syllable may begin at symbol i of a run: not inside
// one of another reading, as far as the run is pinyin at all (gkkweixin is not).
func mayBegin(t *fold.Text, start, i, end int) bool {
	return i == start || spells(t, start, i) || !spells(t, start, end)
}

// alone tells whether a single letter goes with the Han character after it: in
// "plan v 信用" it does not.
func alone(t *fold.Text, i int) bool {
	if i+1 >= len(t.Symbols) || t.Symbols[i+1].Rune <= 0x7f {
		return false
	}
	after := t.BorderAt(i + 1)
	return after == fold.Tight || after == fold.Soft && t.BorderAt(i) > fold.Soft
}

// run gives the letters around symbol i that are written together.
func run(t *fold.Text, i int) (start, end int) {
	start, end = i, i+1
	for start > 0 && t.BorderAt(start) == fold.Tight && isLetter(t.Symbols[start-1].Rune) && i-start <= maxRun {
		start--
	}
	for end < len(t.Symbols) && t.BorderAt(end) == fold.Tight && isLetter(t.Symbols[end].Rune) && end-i <= maxRun {
		end++
	}
	return start, end
}

// wholeSyllable tells whether letters that end a mark at symbol to are whole
// syllables there: weixin is not in weixing, but in weixinguan.
func wholeSyllable(t *fold.Text, to int, u *unit) bool {
	if u.kind&Pinyin == 0 || u.length == 1 {
		return true
	}
	_, end := run(t, to-1)
	if end == to {
		return true
	}
	// xing an, not xin gan, where both can be read: the longer syllable wins. Where
	// what follows is no pinyin, as in weixinpay, it wins wherever it stands.
	rest := spells(t, to, end)
	for longer := to + 1; longer <= min(end, to-int(u.length)+maxSyllable); longer++ {
		if isSyllable(t, to-int(u.length), longer) && (!rest || spells(t, longer, end)) {
			return false
		}
	}
	return true
}

// spells tells whether the letters from..to can be read as syllables throughout;
// nothing can.
func spells(t *fold.Text, from, to int) bool {
	var can [maxRun + 2]bool
	if to-from > maxRun {
		return false
	}
	can[0] = true
	for i := from; i < to; i++ {
		if !can[i-from] {
			continue
		}
		for end := i + 1; end <= min(to, i+maxSyllable); end++ {
			if isSyllable(t, i, end) {
				can[end-from] = true
			}
		}
	}
	return can[to-from]
}

func isSyllable(t *fold.Text, from, to int) bool {
	var letters [maxSyllable]byte
	for i := from; i < to; i++ {
		letters[i-from] = byte(t.Symbols[i].Rune)
	}
	return allSyllables()[string(letters[:to-from])]
}

// allSyllables are those that Han characters are read with, without the bare
// consonants.
var allSyllables = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for r := rune(0x4e00); r < 0xa000; r++ {
		first, second := sound.Readings(r)
		for _, reading := range [...]sound.Reading{first, second} {
			if s := ""; reading != 0 {
				s = reading.Syllable()
				for _, letter := range s {
					if letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'v' {
						all[s] = true
						break
					}
				}
			}
		}
	}
	return all
})

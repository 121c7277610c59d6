package near

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/shape"
	"github.com/mingcha-go/mingcha/internal/sound"
)

// unit is what may stand for a character of a mark.
type unit struct {
	char   uint16 // the character's number
	score  uint8  // likeness in hundredths
	length uint8  // symbols
	kind   Kind   // none: the character itself
}

// Likenesses in hundredths. Those of sound are from prototypes measured on
// company names: a different tone is heard by few readers, merged sounds by some.
var soundScores = [...]uint8{sound.Same: 92, sound.SameSyllable: 85, sound.Fuzzy: 75, sound.Loose: 65}

const (
	pinyinScore = 95
	letterScore = 85 // v, w for 微
	splitScore  = 0.95
)

// pair is two characters written side by side.
type pair struct{ left, right rune }

// unitTable gives the units that a character can be.
type unitTable struct {
	// pages is a two-stage table by the high byte of a character: page 0 is
	// empty. An entry is the offset in units and, in the low byte, their number.
	index     [0x100]uint16
	pages     [][256]uint32
	units     []unit
	roles     [][256]roles // by page
	splits    map[pair][]unit
	lefts     [1 << 16 / 64]uint64 // a bit for each left character of splits
	syllables map[string][]unit
	letters   map[rune][]unit
	begins    ['z' - 'a' + 1]bool // the letters that syllables begin with
}

// roles are the marks, by their number modulo 32, that a character may be the first or
// the second of.
type roles struct{ first, second uint32 }

func (t *unitTable) rolesOf(r rune) roles {
	if r > 0xffff {
		return roles{}
	}
	return t.roles[t.index[r>>8]][r&0xff]
}

// setRoles fills in the roles by the units.
func (t *unitTable) setRoles(s *Set) {
	t.roles = make([][256]roles, len(t.pages))
	for page := range t.pages {
		for low, e := range t.pages[page] {
			role := &t.roles[page][low]
			for _, u := range t.units[e>>8 : e>>8+e&0xff] {
				for _, m := range s.begins[u.char] {
					role.first |= 1 << (m % 32)
				}
				for _, p := range s.places[u.char] {
					if p.at == 1 {
						role.second |= 1 << (p.mark % 32)
					}
				}
			}
		}
	}
}

func (t *unitTable) of(r rune) []unit {
	if r > 0xffff {
		return nil
	}
	e := t.pages[t.index[r>>8]][r&0xff]
	return t.units[e>>8 : e>>8+e&0xff]
}

// opensSplit tells whether a pair that looks like one character may begin with r.
func (t *unitTable) opensSplit(r rune) bool {
	return uint32(r) > 0xffff || t.lefts[r/64]>>(r%64)&1 != 0
}

// compileUnits finds what may stand for each character.
func compileUnits(chars []rune) unitTable {
	t := unitTable{pages: make([][256]uint32, 1), splits: map[pair][]unit{}, syllables: map[string][]unit{}, letters: map[rune][]unit{}}
	drawn := map[rune][]unit{} // by what is drawn like a character, itself included
	for n, c := range chars {
		number := uint16(n)
		drawn[c] = append(drawn[c], unit{number, 100, 1, 0})
		for _, like := range shape.Neighbours(c) {
			drawn[like.Rune] = append(drawn[like.Rune], unit{number, hundredths(like.Score), 1, Shape})
		}
		for _, s := range shape.Splits(c) {
			key := pair{s.Left, s.Right}
			if uint32(s.Left) <= 0xffff {
				t.lefts[s.Left/64] |= 1 << (s.Left % 64)
			}
			t.splits[key] = append(t.splits[key], unit{number, hundredths(s.Score * splitScore), 2, Split})
		}
		t.addLetters(c, number)
	}
	byClass := charsByClass(chars)
	var units []unit
	for r := range rune(0x10000) {
		if units = units[:0]; firstHan <= r && r < pastHan {
			units = appendSounds(units, r, chars, byClass)
		}
		for _, u := range drawn[r] {
			units = withShape(units, u)
		}
		if len(units) > 0 {
			t.add(r, units)
		}
	}
	return t
}

func (t *unitTable) add(r rune, units []unit) {
	p := r >> 8
	if t.index[p] == 0 {
		t.index[p] = uint16(len(t.pages))
		t.pages = append(t.pages, [256]uint32{})
	}
	n := min(len(units), 255)
	t.pages[t.index[p]][r&0xff] = uint32(len(t.units))<<8 | uint32(n)
	t.units = append(t.units, units[:n]...)
}

// The characters that have sounds.
const firstHan, pastHan = 0x3400, 0xa000

// charsByClass gives the numbers of the characters of each class of sound.
func charsByClass(chars []rune) map[sound.Class][]uint16 {
	byClass := map[sound.Class][]uint16{}
	for n, c := range chars {
		for _, class := range classes(c) {
			if class != 0 {
				byClass[class] = append(byClass[class], uint16(n))
			}
		}
	}
	return byClass
}

// appendSounds appends the units of a character that sounds like some of chars.
func appendSounds(units []unit, r rune, chars []rune, byClass map[sound.Class][]uint16) []unit {
	for _, class := range classes(r) {
		if class == 0 {
			continue
		}
		for _, n := range byClass[class] {
			if chars[n] == r || slices.ContainsFunc(units, func(u unit) bool { return u.char == n }) {
				continue
			}
			k := sound.Compare(r, chars[n])
			if score := soundScores[k]; score > 0 {
				kind := Homophone
				if k < sound.SameSyllable {
					kind = FuzzySound
				}
				units = append(units, unit{n, score, 1, kind})
			}
		}
	}
	return units
}

// classes gives the classes of sound of a character; 0: there is none, or no
// second one.
func classes(r rune) (all [2]sound.Class) {
	first, second := sound.Readings(r)
	all[0] = sound.Merged(first)
	if class := sound.Merged(second); class != all[0] {
		all[1] = class
	}
	return all
}

// withShape adds a likeness of shape; with one of sound both make the character
// more alike than either.
func withShape(units []unit, u unit) []unit {
	for i := range units {
		if have := &units[i]; have.char == u.char {
			apart := (100 - float64(have.score)) * (100 - float64(u.score)) / 100
			have.score, have.kind = uint8(100-apart), have.kind|u.kind
			return units
		}
	}
	return append(units, u)
}

// addLetters adds the syllables that spell a character, and the letters that
// stand for 微 since people write V信.
func (t *unitTable) addLetters(c rune, number uint16) {
	first, second := sound.Readings(c)
	for _, reading := range []sound.Reading{first, second} {
		if reading == 0 {
			continue
		}
		s := reading.Syllable()
		if len(s) > 1 && !slices.ContainsFunc(t.syllables[s], func(u unit) bool { return u.char == number }) {
			t.begins[s[0]-'a'] = true
			t.syllables[s] = append(t.syllables[s], unit{number, pinyinScore, uint8(len(s)), Pinyin})
		}
	}
	if c == '微' {
		for _, letter := range "vw" {
			t.letters[letter] = append(t.letters[letter], unit{number, letterScore, 1, Pinyin})
		}
	}
}

func hundredths(score float64) uint8 { return uint8(score*100 + 0.5) }

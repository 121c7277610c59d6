// Package sound compares Han characters by how they are read in Mandarin, and
// by how speakers of dialects that merge some of its sounds read them.
package sound

//go:generate go run ./gen

// Reading is one way to read a character: a syllable and a tone. The zero value
// is no reading. The numbers are for use within a process only: they change
// with the data.
type Reading uint16

// toneBits are the low bits of a Reading; the syllable's number is above them.
const toneBits = 3

func (r Reading) syllable() int { return int(r >> toneBits) }

// Syllable gives the pinyin without tone, ü written as v: "wei", "lv".
func (r Reading) Syllable() string { return loadTable().names[r.syllable()] }

// Tone gives the tone from 1 to 4, or 5 for the neutral one; 0 for no reading.
func (r Reading) Tone() int { return int(r & (1<<toneBits - 1)) }

// String gives the pinyin with the tone as a digit: "wei1".
func (r Reading) String() string {
	if r == 0 {
		return ""
	}
	return r.Syllable() + string(rune('0'+r.Tone()))
}

// Readings gives the main reading of a character and the second one if it is
// really in use, 0 for none: 长 is zhang3 and chang2, 了 only le5.
func Readings(r rune) (first, second Reading) {
	return loadTable().readings(r)
}

// Class is a class of syllables that some dialects do not tell apart. Only
// comparing for equality has a meaning; 0 is the class of no reading.
type Class uint16

// Merged gives the class of a reading, whatever its tone. Two readings that
// Compare calls alike in any way are of the same class.
func Merged(r Reading) Class {
	return loadTable().classes[r.syllable()]
}

// Kind is how much alike two characters sound.
type Kind uint8

// The kinds, from not alike to the least and then the most alike.
const (
	None         Kind = iota
	Loose             // an initial and a final merged at once, or hu and fu
	Fuzzy             // one merge: z/zh, c/ch, s/sh, n/l, an/ang, en/eng, in/ing, ian/iang, uan/uang
	SameSyllable      // the same syllable in another tone
	Same              // the same syllable and tone
)

// Compare tells how much alike two characters sound, by the best of their
// readings. A second reading makes no more than SameSyllable: which one is
// meant is a guess then. Characters without a reading are like nothing.
func Compare(a, b rune) Kind {
	t := loadTable()
	a1, a2 := t.readings(a)
	b1, b2 := t.readings(b)
	best := t.compare(a1, b1)
	if best >= SameSyllable || a2|b2 == 0 {
		return best
	}
	best = max(best, t.compare(a1, b2), t.compare(a2, b1), t.compare(a2, b2))
	return min(best, SameSyllable)
}

// compare compares two readings by the numbers of their syllables' parts.
func (t *table) compare(a, b Reading) Kind {
	switch i, j := a.syllable(), b.syllable(); {
	case a == 0 || b == 0:
		return None
	case a == b:
		return Same
	case i == j:
		return SameSyllable
	case t.classes[i] != t.classes[j]:
		return None
	case t.initials[i] == t.initials[j] || t.finals[i] == t.finals[j] && !t.hufu[i]:
		return Fuzzy
	default:
		return Loose
	}
}

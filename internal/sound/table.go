package sound

import (
	"strings"
	"sync"
	"unicode"
)

// initials are those of pinyin, y and w among them; the two-letter ones first.
var initials = []string{"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w"}

// mergedInitials and mergedFinals give what dialects say for the key.
var (
	mergedInitials = map[string]string{"zh": "z", "ch": "c", "sh": "s", "n": "l"}
	mergedFinals   = map[string]string{"an": "ang", "en": "eng", "in": "ing", "ian": "iang", "uan": "uang"}
)

// table holds the readings of all characters and the parts of all syllables.
// The latter are slices by number of the syllable; 0 is no syllable.
type table struct {
	// index and pages are a two-stage table; page 0 is shared by all ranges
	// without readings. An entry is the first reading and, shifted, the second.
	index [unicode.MaxRune>>8 + 1]uint16
	pages [][256]uint32

	names    []string
	classes  []Class
	initials []uint8
	finals   []uint8
	hufu     []bool // hu and fu, which differ by an initial otherwise not merged
}

// secondShift is where an entry has the second reading.
const secondShift = 16

func (t *table) readings(r rune) (first, second Reading) {
	p := uint32(r) >> 8
	if p >= uint32(len(t.index)) {
		return 0, 0
	}
	e := t.pages[t.index[p]][r&0xff]
	return Reading(e), Reading(e >> secondShift)
}

// add puts a reading at a shift of the entry of r.
func (t *table) add(r rune, reading Reading, shift int) {
	p := r >> 8
	if t.index[p] == 0 {
		t.index[p] = uint16(len(t.pages))
		t.pages = append(t.pages, [256]uint32{})
	}
	t.pages[t.index[p]][r&0xff] |= uint32(reading) << shift
}

// numbering gives numbers to strings as they come, from 0.
type numbering map[string]int

func (n numbering) of(s string) int {
	i, ok := n[s]
	if !ok {
		i = len(n)
		n[s] = i
	}
	return i
}

// loader builds a table and knows what has a number already.
type loader struct {
	*table
	syllables, classNames, initialNames, finalNames numbering
}

// loadTable decodes the generated lines on first use: about a millisecond.
var loadTable = sync.OnceValue(func() *table {
	l := loader{&table{pages: make([][256]uint32, 1, 256)}, numbering{}, numbering{}, numbering{}, numbering{}}
	l.syllable("")
	l.decode(primary, 0)
	l.decode(secondary, secondShift)
	return l.table
})

// decode reads lines like "wei1:威微".
func (l *loader) decode(lines string, shift int) {
	for line := range strings.Lines(lines) {
		name, chars, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		last := len(name) - 1
		reading := Reading(l.syllable(name[:last])<<toneBits | int(name[last]-'0'))
		for _, r := range chars {
			l.add(r, reading, shift)
		}
	}
}

// syllable gives the number of a syllable and, if it is new, takes it apart.
func (l *loader) syllable(name string) int {
	n := l.syllables.of(name)
	if n < len(l.names) {
		return n
	}
	initial, final := split(name)
	l.names = append(l.names, name)
	l.initials = append(l.initials, uint8(l.initialNames.of(initial)))
	l.finals = append(l.finals, uint8(l.finalNames.of(final)))
	l.hufu = append(l.hufu, name == "hu" || name == "fu")
	l.classes = append(l.classes, Class(l.classNames.of(mergedName(initial, final))))
	return n
}

// split parts a syllable into its initial and final. What has no vowel (m, n,
// ng) is no initial: it is never merged.
func split(syllable string) (initial, final string) {
	if !strings.ContainsAny(syllable, "aeiouv") {
		return "", syllable
	}
	for _, in := range initials {
		if rest, ok := strings.CutPrefix(syllable, in); ok {
			return in, rest
		}
	}
	return "", syllable
}

// mergedName spells a syllable as dialects that merge everything say it.
func mergedName(initial, final string) string {
	if initial == "f" && final == "u" {
		return "hu"
	}
	if m, ok := mergedInitials[initial]; ok {
		initial = m
	}
	if m, ok := mergedFinals[final]; ok {
		final = m
	}
	return initial + final
}

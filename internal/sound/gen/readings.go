package main

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// inUse is the percentage of occurrences that a second reading must have.
const inUse = 5

// erhua is the r that 儿 adds to the syllable before it: no reading of its own.
const erhua = "r5"

// neutral is the tone of unstressed syllables.
const neutral = "5"

// obsolete are second readings that the standard of 1985 gave up, though the
// corpus of kHanyuPinlu still has them: 寻思 is xún sī today.
var obsolete = map[rune]string{'寻': "xin2", '尋': "xin2"}

// choose gives the main reading of each character, and the second one of those
// that have one in use. kMandarin names the reading of reference works; where
// the corpus counts of kHanyuPinlu put another first, that one is taken.
func choose(mandarin, pinlu map[rune]string) (primary, secondary map[rune]string, err error) {
	primary, secondary = map[rune]string{}, map[rune]string{}
	for r, v := range mandarin {
		first, err := parse(strings.Fields(v)[0])
		if err != nil {
			return nil, nil, fmt.Errorf("%c: %w", r, err)
		}
		counts, err := parseCounts(pinlu[r])
		if err != nil {
			return nil, nil, fmt.Errorf("%c: %w", r, err)
		}
		primary[r], secondary[r] = pick(first, counts)
		if secondary[r] == "" || secondary[r] == obsolete[r] {
			delete(secondary, r)
		}
	}
	return primary, secondary, nil
}

// counted is a reading and how often the corpus has it.
type counted struct {
	reading string
	n       int
}

// pick gives the main and the second reading ("" for none). A neutral tone is
// how a syllable sounds inside a word (训 in 教训), so it counts for the full
// tone of its syllable where there is one, and never displaces another syllable.
func pick(first string, counts []counted) (main, second string) {
	sums := map[string]int{}
	total := 0
	for _, c := range counts {
		sums[stressed(c.reading, first, counts)] += c.n
		total += c.n
	}
	main = stressed(first, first, counts)
	for _, reading := range slices.Sorted(maps.Keys(sums)) {
		if !strings.HasSuffix(reading, neutral) && sums[reading] > sums[main] {
			main = reading
		}
	}
	for _, reading := range slices.Sorted(maps.Keys(sums)) {
		n := sums[reading]
		if reading != main && n*100 >= total*inUse && n > sums[second] {
			second = reading
		}
	}
	return main, second
}

// stressed gives the full tone of a neutral reading: that of the dictionary, or
// else the most frequent one.
func stressed(reading, first string, counts []counted) string {
	base, isNeutral := strings.CutSuffix(reading, neutral)
	if !isNeutral {
		return reading
	}
	for _, c := range append([]counted{{first, 0}}, counts...) {
		if full := c.reading; full != reading && full[:len(full)-1] == base {
			return full
		}
	}
	return reading
}

var count = regexp.MustCompile(`^(.+)\((\d+)\)$`)

// parseCounts reads "zhòng(1823) chóng(329)", the most frequent first.
func parseCounts(v string) ([]counted, error) {
	var out []counted
	for field := range strings.FieldsSeq(v) {
		m := count.FindStringSubmatch(field)
		if m == nil {
			return nil, fmt.Errorf("want reading(count): %q", field)
		}
		reading, err := parse(m[1])
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(m[2])
		if err != nil {
			return nil, err
		}
		if reading != erhua {
			out = append(out, counted{reading, n})
		}
	}
	slices.SortStableFunc(out, func(a, b counted) int { return cmp.Compare(b.n, a.n) })
	return out, nil
}

// parse turns pinyin with marks into letters and a tone: "lǜ" into "lv4".
func parse(pinyin string) (string, error) {
	var letters []rune
	tone := neutral
	for _, r := range norm.NFD.String(pinyin) {
		switch {
		case 'a' <= r && r <= 'z':
			letters = append(letters, r)
		case r == '\u0308' && len(letters) > 0 && letters[len(letters)-1] == 'u':
			letters[len(letters)-1] = 'v'
		case r == '\u0304':
			tone = "1"
		case r == '\u0301':
			tone = "2"
		case r == '\u030c':
			tone = "3"
		case r == '\u0300':
			tone = "4"
		default:
			return "", fmt.Errorf("unknown sign %U in pinyin %q", r, pinyin)
		}
	}
	if len(letters) == 0 {
		return "", fmt.Errorf("no letters in pinyin %q", pinyin)
	}
	return string(letters) + tone, nil
}

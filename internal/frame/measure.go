package frame

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
)

//go:embed measures.tsv
var measuresTSV string

// measure is a kind of thing that no list of words could hold.
type measure uint8

// The measures, and what else stands in a slot that is no word.
const (
	noMeasure measure = iota
	number            // digits or Han numerals
	yuan              // an amount of money
	percent           // a share
	duration          // how long, or by when
	people            // how many of them
	contact           // a phone or account number, a link
	measureKinds
	startOfField
	endOfField
)

var measureNames = [...]string{number: "num", yuan: "yuan", percent: "percent", duration: "time", people: "people", contact: "contact"}

// String gives the measure as frames write it.
func (m measure) String() string {
	switch m {
	case startOfField:
		return "^"
	case endOfField:
		return "$"
	}
	return "#" + measureNames[m]
}

type span struct{ from, to int32 }

// measures holds the words of the measures, by the part that they play.
type measures struct {
	parts [measureKinds]map[string][][]rune
	signs [measureKinds]map[string]string // characters of the source, by part
	// numerals and lone are runes that make up numbers.
	numerals, lone string
}

// loadMeasures reads the embedded table once; a test holds it to its form.
var loadMeasures = sync.OnceValue(func() *measures {
	m, err := parseMeasures(measuresTSV)
	if err != nil {
		panic(err)
	}
	return m
})

var measureParts = []string{"numeral", "lone", "unit", "fill", "not", "alone", "before", "sign-before", "sign-after", "great", "things", "link"}

func parseMeasures(tsv string) (*measures, error) {
	m := &measures{}
	line := 0
	for row := range strings.Lines(tsv) {
		line++
		if strings.HasPrefix(row, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(cells) != 3 || !slices.Contains(measureParts, cells[1]) {
			return nil, fmt.Errorf("measures.tsv:%d: expected measure, part and words; parts are %s", line, strings.Join(measureParts, ", "))
		}
		kind, err := m.named(cells[0])
		if err != nil {
			return nil, fmt.Errorf("measures.tsv:%d: %w", line, err)
		}
		if m.parts[kind] == nil {
			m.parts[kind], m.signs[kind] = map[string][][]rune{}, map[string]string{}
		}
		for word := range strings.FieldsSeq(cells[2]) {
			m.parts[kind][cells[1]] = append(m.parts[kind][cells[1]], []rune(fold.String(word)))
		}
		m.signs[kind][cells[1]] = strings.ReplaceAll(cells[2], " ", "")
	}
	m.numerals, m.lone = m.signs[number]["numeral"], m.signs[number]["lone"]
	return m, nil
}

// named finds a measure by its name without the sign.
func (m *measures) named(name string) (measure, error) {
	if i := slices.Index(measureNames[:], name); i > 0 {
		return measure(i), nil
	}
	return 0, fmt.Errorf("unknown measure #%s: expected #%s", name, strings.Join(measureNames[number:], ", #"))
}

// measure gives the places of a measure in the text, in order.
func (b *Buffer) measure(s *Set, m measure) []span {
	if !b.isMeasured[m] {
		b.isMeasured[m] = true
		b.measured[m] = s.measures.appendSpans(b.measured[m][:0], b.text, m)
		b.text.Watch.Step(len(b.text.Symbols))
	}
	return b.measured[m]
}

// appendSpans finds the places of a measure.
func (m *measures) appendSpans(dst []span, t *fold.Text, kind measure) []span {
	for i := 0; i < len(t.Symbols); {
		end := m.numberAt(t, i)
		if to := m.measureAt(t, kind, i, end); to > i {
			dst = append(dst, span{int32(i), int32(to)})
			i = to
			continue
		}
		i = max(end, i+1)
	}
	return dst
}

// numberAt gives the end of the number that begins at symbol i, 0 for none.
func (m *measures) numberAt(t *fold.Text, i int) int {
	end := i
	for end < len(t.Symbols) && strings.ContainsRune(m.numerals, t.Symbols[end].Rune) {
		if end > i {
			digits := isDigit(t.Symbols[end-1].Rune) && isDigit(t.Symbols[end].Rune)
			if b := t.BorderAt(end); b > fold.Soft || b == fold.Soft && !digits {
				break
			}
		}
		end++
	}
	if end == i {
		return 0
	}
	return end
}

// measureAt gives the end of the measure that begins at symbol i, where a number ends at
// symbol end (0: none begins there); 0 for none.
func (m *measures) measureAt(t *fold.Text, kind measure, i, end int) int {
	p := m.parts[kind]
	if n := longest(t, i, p["alone"]); n > 0 {
		return i + n
	}
	if kind == contact {
		return m.contactAt(t, i)
	}
	if n := longest(t, i, p["before"]); n > 0 && t.BorderAt(i+n) <= fold.Soft {
		if last := m.numberAt(t, i+n); last > 0 {
			return last
		}
	}
	switch {
	case end == 0:
		return 0
	case kind == number:
		if end-i == 1 && strings.ContainsRune(m.lone, t.Symbols[i].Rune) {
			return 0
		}
		return end
	}
	if m.signBeside(t, kind, i, end) {
		return end
	}
	if to := m.unitAt(t, kind, end); to > 0 {
		return to
	}
	if kind == yuan && end-i > 1 && has(p["great"], t.Symbols[end-1].Rune) && (t.BorderAt(end) > fold.Tight || longest(t, end, p["things"]) == 0) {
		return end // 借5万
	}
	return 0
}

// unitAt gives the end of the unit that stands behind a number, 0 for none.
func (m *measures) unitAt(t *fold.Text, kind measure, at int) int {
	p := m.parts[kind]
	for _, from := range [...]int{at + longest(t, at, p["fill"]), at} {
		if from > 0 && t.BorderAt(from) > fold.Soft {
			continue
		}
		if n := longest(t, from, p["unit"]); n > 0 && longest(t, from, p["not"]) == 0 && !cutsLatin(t, from+n) {
			return from + n
		}
	}
	return 0
}

// signBeside tells whether a sign that folding has left out makes an amount of a number.
func (m *measures) signBeside(t *fold.Text, kind measure, from, to int) bool {
	start, end := t.Span(from, to)
	for _, r := range m.signs[kind]["sign-before"] {
		if strings.HasSuffix(strings.TrimRight(t.Source[:start], " "), string(r)) {
			return true
		}
	}
	for _, r := range m.signs[kind]["sign-after"] {
		if strings.HasPrefix(t.Source[end:], string(r)) {
			return true
		}
	}
	return false
}

// The shortest numbers that reach somebody, in digits, and accounts, in characters.
const (
	leastPhone   = 7
	leastAccount = 5
)

// contactAt gives the end of the contact that begins at symbol i, 0 for none.
func (m *measures) contactAt(t *fold.Text, i int) int {
	p := m.parts[contact]
	if i > 0 && t.BorderAt(i) <= fold.Soft && isLatinOrDigit(t.Symbols[i].Rune) && isLatinOrDigit(t.Symbols[i-1].Rune) && !startsWord(t, i) {
		return 0
	}
	if end := run(t, i, isDigit); end-i >= leastPhone {
		return end
	}
	if n := longest(t, i, p["before"]); n > 0 {
		if end := run(t, i+n, isLatinOrDigit); end-i-n >= leastAccount {
			return end
		}
	}
	if n := longest(t, i, p["link"]); n > 0 && startsWord(t, i) && !cutsLatin(t, i+n) {
		start, _ := t.Span(i, i+1)
		if _, end := t.Span(i, i+n); strings.HasSuffix(t.Source[:start], ".") || strings.HasPrefix(t.Source[end:], ".") || strings.HasPrefix(t.Source[end:], "://") {
			return i + n
		}
	}
	return 0
}

// run gives the end of the characters of a kind from symbol i on, signs in between
// bridged.
func run(t *fold.Text, i int, is func(rune) bool) int {
	end := i
	for end < len(t.Symbols) && is(t.Symbols[end].Rune) && (end == i || t.BorderAt(end) <= fold.Soft) {
		end++
	}
	return end
}

// longest gives the length of the longest of words that stands at symbol i, 0 for none.
func longest(t *fold.Text, i int, words [][]rune) (n int) {
	for _, w := range words {
		if len(w) <= n || i+len(w) > len(t.Symbols) {
			continue
		}
		same := true
		for k, r := range w {
			if t.Symbols[i+k].Rune != r || k > 0 && t.Symbols[i+k].Before > fold.Soft {
				same = false
				break
			}
		}
		if same {
			n = len(w)
		}
	}
	return n
}

func has(words [][]rune, r rune) bool {
	return slices.ContainsFunc(words, func(w []rune) bool { return len(w) == 1 && w[0] == r })
}

func startsWord(t *fold.Text, i int) bool { return !cutsLatin(t, i) }

// cutsLatin tells whether symbol i goes on with the Latin word or number of the one
// before.
func cutsLatin(t *fold.Text, i int) bool {
	if i <= 0 || i >= len(t.Symbols) || t.BorderAt(i) != fold.Tight {
		return false
	}
	a, b := t.Symbols[i-1].Rune, t.Symbols[i].Rune
	return isLatin(a) && isLatin(b) || isDigit(a) && isDigit(b)
}

func isLatin(r rune) bool        { return r >= 'a' && r <= 'z' }
func isDigit(r rune) bool        { return r >= '0' && r <= '9' }
func isLatinOrDigit(r rune) bool { return isLatin(r) || isDigit(r) }

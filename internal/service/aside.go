package service

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// How far, in symbols, the words beside a service reach.
const (
	beforeReach = 6
	afterReach  = 5
)

// aside holds the words by which a text speaks of a service without offering it, or
// plainly offers it: by place and kind, as aside.tsv has them.
type aside map[string][]string

// places are the places with the kinds that stand there.
var places = map[string]bool{
	"touching denial": true, "following denial": true, "before denial": true, "after denial": true,
	"before study": true, "after study": true, "anywhere study": true, "before offer": true, "after offer": true,
}

func parseAside(tsv string) (aside, error) {
	a := aside{}
	err := rows(tsv, "aside.tsv", 3, func(line int, c []string) error {
		key := c[0] + " " + c[1]
		if !places[key] {
			return fmt.Errorf("aside.tsv:%d: %q: expected a place and a kind: %s", line, key, strings.Join(slices.Sorted(maps.Keys(places)), ", "))
		}
		for word := range strings.FieldsSeq(c[2]) {
			a[key] = append(a[key], fold.String(word))
		}
		return nil
	})
	return a, err
}

// grade gives how plainly a word offers its service among the words around it, the
// symbols from..to; 0: the text denies it, or speaks of it only to learn or note it down.
// Services without categories are features: only denial counts for them.
func (a aside) grade(t *fold.Text, from, to int, as Grade, feature, studied bool) Grade {
	start := from
	for start > 0 && from-start < beforeReach && t.BorderAt(start) < fold.Hard {
		start--
	}
	end := to
	for end < len(t.Symbols) && end-to < afterReach && t.BorderAt(end) < fold.Hard {
		end++
	}
	listed := start // study before 、 is of all that is listed, denial mostly not
	for listed > 0 && from-listed < beforeReach && joined(t, listed) {
		listed--
	}
	before, after := text(t, start, from), text(t, to, end)
	for _, word := range a["touching denial"] {
		if strings.HasSuffix(before, word) {
			return 0
		}
	}
	for _, word := range a["following denial"] {
		if strings.HasPrefix(after, word) {
			return 0
		}
	}
	beside := func(kind string) bool {
		return holdsAny(before, a["before "+kind]) || holdsAny(after, a["after "+kind])
	}
	switch {
	case beside("denial") || !feature && (beside("study") || listed < start && holdsAny(text(t, listed, start), a["before study"])):
		return 0
	case feature || as == Offers:
		return as
	case beside("offer"):
		return as + 1
	case studied:
		return as - 1
	}
	return as
}

// joined tells whether what stands before symbol i is of the same clause: of 记录航班、酒店
// both are noted down.
func joined(t *fold.Text, i int) bool {
	if t.BorderAt(i) < fold.Hard {
		return true
	}
	_, from := t.Span(i-1, i)
	to, _ := t.Span(i, i+1)
	return t.Source[from:to] == "、"
}

// studies tells whether a text is of the kind that reckons, notes down or teaches.
func (a aside) studies(t *fold.Text) bool {
	return holdsAny(text(t, 0, len(t.Symbols)), a["anywhere study"])
}

// text gives symbols as a string.
func text(t *fold.Text, from, to int) string {
	var b strings.Builder
	for _, s := range t.Symbols[from:to] {
		b.WriteRune(s.Rune)
	}
	return b.String()
}

func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

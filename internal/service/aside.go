package service

import (
	"fmt"
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// How far, in symbols, the words beside a service reach.
const (
	beforeReach = 6
	afterReach  = 5
)

// aside holds the words by which a text speaks of a service without offering it:
// by place and kind, as aside.tsv has them.
type aside map[string][]string

func parseAside(tsv string) (aside, error) {
	a := aside{}
	err := rows(tsv, "aside.tsv", 3, func(line int, c []string) error {
		key := c[0] + " " + c[1]
		switch key {
		case "touching denial", "before denial", "after denial", "before study", "after study":
		default:
			return fmt.Errorf("aside.tsv:%d: %q: expected touching, before or after, and denial or study (not touching)", line, key)
		}
		for word := range strings.FieldsSeq(c[2]) {
			a[key] = append(a[key], fold.String(word))
		}
		return nil
	})
	return a, err
}

// speaks tells whether the text around the symbols from..to denies what stands
// there; with study also whether it is only to be learned or noted down.
func (a aside) speaks(t *fold.Text, from, to int, study bool) bool {
	start := from
	for start > 0 && from-start < beforeReach && t.BorderAt(start) < fold.Hard {
		start--
	}
	end := to
	for end < len(t.Symbols) && end-to < afterReach && t.BorderAt(end) < fold.Hard {
		end++
	}
	before, after := text(t, start, from), text(t, to, end)
	for _, word := range a["touching denial"] {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	if holdsAny(before, a["before denial"]) || holdsAny(after, a["after denial"]) {
		return true
	}
	return study && (holdsAny(before, a["before study"]) || holdsAny(after, a["after study"]))
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

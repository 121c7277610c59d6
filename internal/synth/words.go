package synth

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsText string

// lists holds the words of slots; those of a trade and of every trade.
type lists map[string][]string

// trade is a line of business: its category and its words.
type trade struct {
	category string
	words    lists
}

// lexicon is all of words.txt.
type lexicon struct {
	common lists
	trades []trade
}

var words = sync.OnceValue(func() *lexicon {
	l, err := parse(wordsText)
	if err != nil {
		panic(err) // it is part of the binary
	}
	return l
})

func parse(text string) (*lexicon, error) {
	l := &lexicon{common: lists{}}
	var part lists
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if name, ok := strings.CutPrefix(line, "[trade "); ok {
			part = lists{}
			l.trades = append(l.trades, trade{strings.TrimSuffix(name, "]"), part})
			continue
		}
		if line == "[common]" {
			part = l.common
			continue
		}
		slot, values, ok := strings.Cut(line, ":")
		if !ok || part == nil {
			return nil, fmt.Errorf("words.txt:%d: expected a part or slot: words", number)
		}
		part[slot] = strings.Fields(values)
	}
	return l, nil
}

// of gives the words of a slot.
func (t *trade) of(slot string) []string {
	if w := t.words[slot]; w != nil {
		return w
	}
	return words().common[slot]
}

// pick gives a word of a slot with its own slots filled.
func (t *trade) pick(r *rand.Rand, slot string) string {
	all := t.of(slot)
	if len(all) == 0 {
		panic("words.txt has no words for " + slot)
	}
	return t.fill(r, all[r.IntN(len(all))])
}

// fill puts words into the slots of a pattern, {slot}.
func (t *trade) fill(r *rand.Rand, pattern string) string {
	before, rest, ok := strings.Cut(pattern, "{")
	if !ok {
		return pattern
	}
	var b strings.Builder
	for ok {
		b.WriteString(before)
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(t.pick(r, slot))
		before, rest, ok = strings.Cut(after, "{")
	}
	b.WriteString(before)
	return b.String()
}

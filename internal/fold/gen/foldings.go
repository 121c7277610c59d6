package main

import (
	"fmt"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"
)

// kind is the table that a folding belongs to.
type kind int

const (
	traditional kind = iota
	confusable
	styled
	width
	diacritic
	compat
	expansion
	numKinds
)

// target is what a character folds to; all kinds but expansion have one rune.
type target struct {
	kind  kind
	runes []rune
}

// foldings collects what each character folds to.
type foldings struct {
	to map[rune]target
	// kept tells the characters that must never fold: those in ordinary use.
	kept func(rune) bool
}

func newFoldings(kept func(rune) bool) *foldings {
	return &foldings{to: map[rune]target{}, kept: kept}
}

// add makes src fold to the runes, unless it is ASCII, in ordinary use, or
// already folds to something.
func (f *foldings) add(src rune, k kind, to ...rune) {
	if src < utf8.RuneSelf || f.kept(src) || len(to) == 0 {
		return
	}
	if _, ok := f.to[src]; ok || len(to) == 1 && to[0] == src {
		return
	}
	f.to[src] = target{k, to}
}

// ascii gives the single ASCII letter or digit that r comes to at last, or 0.
func (f *foldings) ascii(r rune) rune {
	end := f.final(r, 0)
	if len(end) == 1 && isASCIIWord(end[0]) {
		return end[0]
	}
	return 0
}

// final follows the foldings of r to their end.
func (f *foldings) final(r rune, depth int) []rune {
	t, ok := f.to[r]
	if !ok || depth > 8 {
		return []rune{r}
	}
	var out []rune
	for _, next := range t.runes {
		out = append(out, f.final(next, depth+1)...)
	}
	return out
}

// resolve replaces every target by its final form, moves entries to the table
// that fits that form, and checks what the loader relies on.
func (f *foldings) resolve() error {
	f.addCapitals()
	end := map[rune]target{}
	for src, t := range f.to {
		runes := f.final(src, 0)
		switch {
		case len(runes) > 1:
			t.kind = expansion
		case t.kind == expansion:
			t.kind = styled
		}
		if t.kind == styled && !isASCIIWord(runes[0]) && !unicode.Is(unicode.Han, runes[0]) {
			t.kind = compat
		}
		if len(runes) == 1 && runes[0] == src {
			continue
		}
		end[src] = target{t.kind, runes}
	}
	f.to = end
	return f.check()
}

// addCapitals makes capitals that do not fold themselves follow their small
// letter: Ω as ω. The loader puts all in lower case, so that without this Ω
// would become an ω that no ω is folded to.
func (f *foldings) addCapitals() {
	for r := range rune(unicode.MaxRune) {
		low := unicode.ToLower(r)
		t, ok := f.to[low]
		if !ok || low == r {
			continue
		}
		capitals := f.final(low, 0)
		for i, to := range capitals {
			capitals[i] = unicode.ToUpper(to)
		}
		f.add(r, t.kind, capitals...)
	}
}

// check makes sure that no target, as written or in lower case, folds on.
func (f *foldings) check() error {
	for _, src := range f.sources() {
		for _, r := range f.to[src].runes {
			for _, c := range []rune{r, unicode.ToLower(r)} {
				if _, ok := f.to[c]; ok {
					return fmt.Errorf("%c folds to %c, which folds on", src, c)
				}
			}
		}
	}
	return nil
}

func (f *foldings) sources() []rune {
	return slices.Sorted(maps.Keys(f.to))
}

func isASCIIWord(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

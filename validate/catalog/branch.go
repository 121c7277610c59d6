package catalog

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

// branchWords end the part of a name that tells the branches of a chain apart.
var branchWords = []string{
	"旗舰店", "加盟店", "直营店", "体验店", "分公司", "营业厅", "营业部", "服务点", "服务站", "社区店", "分店", "门店", "总店", "号店",
	"店", "校区", "分校", "院区", "分院", "支行", "分行", "网点", "分馆", "分站", "站", "厅", "号", "部",
}

// longestPlace is how many characters the part that differs may have.
const longestPlace = 10

// areBranches tells whether two names share a stem of two characters or more and
// differ in nothing but a place, a number or a branch: 半山奶茶（东门店） and
// 半山奶茶（西街店）, 青禾驿站1号店 and 青禾驿站, 成都青禾 and 重庆青禾.
func areBranches(a, b *fold.Text) bool {
	prefix, suffix := shared(a, b)
	if word := branchEnd(a, suffix); word > 0 && prefix >= 3 {
		suffix = word // of 温州店 and 柳州店 the ends of the places are alike, too
	}
	prefix = min(startOfPart(a, prefix), startOfPart(b, prefix))
	if !isBranch(a, prefix, suffix) || !isBranch(b, prefix, suffix) {
		return false
	}
	stem := prefix + suffix
	if tail := string(runes(a, len(a.Symbols)-suffix, len(a.Symbols))); stemless(tail) {
		stem -= suffix
	}
	return stem >= 2
}

// shared counts the symbols that two names begin and end with alike.
func shared(a, b *fold.Text) (prefix, suffix int) {
	x, y := a.Symbols, b.Symbols
	n := min(len(x), len(y))
	for prefix < n && x[prefix].Rune == y[prefix].Rune {
		prefix++
	}
	for suffix < n-prefix && x[len(x)-1-suffix].Rune == y[len(y)-1-suffix].Rune {
		suffix++
	}
	return prefix, suffix
}

// startOfPart moves the beginning of what differs back to a bracket, a dot or a
// space shortly before it: （东门店） and （东街店） differ as wholes.
func startOfPart(t *fold.Text, from int) int {
	for i := from; i > 1 && i > from-longestPlace; i-- {
		if t.BorderAt(i) != fold.Tight && i < len(t.Symbols) {
			return i
		}
	}
	return from
}

// isBranch tells whether what is between a prefix and a suffix of a name is
// nothing or tells a branch.
func isBranch(t *fold.Text, prefix, suffix int) bool {
	end := len(t.Symbols) - suffix
	if end <= prefix {
		return true
	}
	if end-prefix > longestPlace {
		return false
	}
	part, rest := string(runes(t, prefix, end)), string(runes(t, end, len(t.Symbols)))
	if isPlace(part) || endsBranch(part) || startsBranch(rest) {
		return true
	}
	return prefix > 0 && endsBranch(part+rest) && t.BorderAt(prefix) >= fold.Soft
}

// branchEnd gives the length of the word for a branch that the last symbols of a
// name, as many as suffix says, end with; 0: none.
func branchEnd(t *fold.Text, suffix int) int {
	end := string(runes(t, len(t.Symbols)-suffix, len(t.Symbols)))
	for _, word := range branchWords {
		if strings.HasSuffix(end, word) {
			return utf8.RuneCountInString(word)
		}
	}
	return 0
}

func runes(t *fold.Text, from, to int) []rune {
	out := make([]rune, 0, to-from)
	for _, s := range t.Symbols[from:to] {
		out = append(out, s.Rune)
	}
	return out
}

func endsBranch(s string) bool {
	for _, word := range branchWords {
		if strings.HasSuffix(s, word) {
			return true
		}
	}
	return false
}

func startsBranch(s string) bool {
	for _, word := range branchWords {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// stemless tells whether a shared end is only the word for a branch.
func stemless(s string) bool {
	for _, word := range branchWords {
		if s == word {
			return true
		}
	}
	return false
}

// isPlace tells whether a part of a name is a region, a side of the compass or a
// number.
func isPlace(part string) bool {
	if regions()[part] || regions()[strings.TrimRight(part, "省市区县")] {
		return true
	}
	for _, c := range part {
		if !unicode.IsDigit(c) && !strings.ContainsRune("一二三四五六七八九十零东南西北中", c) {
			return false
		}
	}
	return part != ""
}

// regions are the places of the embedded lists.
var regions = sync.OnceValue(func() map[string]bool {
	places := map[string]bool{}
	lists, err := lexicon.Load(lexicon.Embedded())
	if err != nil {
		panic(err) // they are part of the binary
	}
	for _, l := range lists {
		if l.Role != "region" {
			continue
		}
		for i := range l.Entries {
			places[fold.String(l.Entries[i].Word)] = true
		}
	}
	return places
})

// Package shape knows which Han characters are drawn like those that occur in
// marks: 微 like 徽, 讯 like 汛, 信 like 亻言.
package shape

import (
	"strings"
	"sync"
)

//go:generate go run -C gen .

// Neighbour is a character that is drawn like another. Score is above 0 and
// below 1.
type Neighbour struct {
	Rune  rune
	Score float64
}

// Neighbours gives the characters drawn like one that occurs in a mark, the most
// alike first; nil for other characters. The slice is shared: do not change it.
func Neighbours(r rune) []Neighbour { return tables().neighbours[r] }

// Split is a pair of characters that side by side look like one.
type Split struct {
	Left, Right rune
	Score       float64
}

// Splits gives the pairs that look like a character of a mark; nil for others.
// The slice is shared: do not change it.
func Splits(r rune) []Split { return tables().splits[r] }

type table struct {
	neighbours map[rune][]Neighbour
	splits     map[rune][]Split
}

// tables decodes the generated lines on first use.
var tables = sync.OnceValue(func() *table {
	t := &table{map[rune][]Neighbour{}, map[rune][]Split{}}
	each(neighbours, 1, func(of rune, like []rune, score float64) {
		t.neighbours[of] = append(t.neighbours[of], Neighbour{like[0], score})
	})
	each(splits, 2, func(of rune, like []rune, score float64) {
		t.splits[of] = append(t.splits[of], Split{like[0], like[1], score})
	})
	return t
})

// each calls f for each like of each line: a character, then groups of n
// characters with two digits.
func each(lines string, n int, f func(of rune, like []rune, score float64)) {
	for line := range strings.Lines(lines) {
		runes := []rune(strings.TrimSuffix(line, "\n"))
		for i := 1; i+n+2 <= len(runes); i += n + 2 {
			digits := runes[i+n : i+n+2]
			f(runes[0], runes[i:i+n], float64(digits[0]-'0')/10+float64(digits[1]-'0')/100)
		}
	}
}

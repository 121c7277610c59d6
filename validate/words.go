package validate

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

// wordsTSV are sets of words that checks ask for around what they have found, in the form
// of classes; see lexicon.ParseClasses.
//
//go:embed words.tsv
var wordsTSV string

// wordSets reads the embedded table once, while the package is initialised.
var wordSets = sync.OnceValue(func() map[string][]string {
	lines, err := lexicon.ParseClasses("words.tsv", strings.NewReader(wordsTSV))
	if err != nil {
		panic(err) // no test passes then
	}
	sets := map[string][]string{}
	for _, line := range lines {
		sets[line.Name] = append(sets[line.Name], line.Words...)
	}
	return sets
})

// wordSet gives the words of a set. It panics where there is none: sets are asked for
// while the package is initialised.
func wordSet(name string) []string {
	words := wordSets()[name]
	if len(words) == 0 {
		panic(fmt.Sprintf("validate: words.tsv has no set %q", name))
	}
	return words
}

// wordsByRole gives the words of a table of words and their roles, folded, by role.
func wordsByRole(tsv string) map[string][]string {
	words := map[string][]string{}
	for _, row := range tableRows(tsv, 2) {
		words[row[1]] = append(words[row[1]], fold.String(row[0]))
	}
	return words
}

// runesOf gives words as the characters of folded texts.
func runesOf(words []string) (runes [][]rune) {
	for _, w := range words {
		runes = append(runes, []rune(w))
	}
	return runes
}

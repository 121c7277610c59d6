package validate

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
)

func TestWordsOfSetsAreWrittenAsTheyAreFolded(t *testing.T) {
	for name, words := range wordSets() {
		seen := map[string]bool{}
		for _, w := range words {
			if fold.String(w) != w {
				t.Errorf("%s: %q folds to %q: no text would hold it", name, w, fold.String(w))
			}
			if seen[w] {
				t.Errorf("%s: %q stands twice", name, w)
			}
			seen[w] = true
		}
	}
}

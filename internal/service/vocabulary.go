package service

import "github.com/mingcha-go/mingcha/lexicon"

// Words gives the words of all services, list by list, for tests that fill texts with
// them.
func Words() (words []string) {
	lists, err := lexicon.Load(wordsFS)
	if err != nil {
		panic(err) // a test loads them
	}
	for _, l := range lists {
		for i := range l.Entries {
			words = append(words, l.Entries[i].Word)
		}
	}
	return words
}

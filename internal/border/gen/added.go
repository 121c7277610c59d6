package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed added.tsv
var addedTSV string

// addedWord is a word that the dictionary lacks.
type addedWord struct {
	word      string
	frequency int
	common    bool // it is one of the common words too
}

// readAdded reads added.tsv.
func readAdded() (all []addedWord, err error) {
	number := 0
	for line := range strings.Lines(addedTSV) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || cells[0] != "all" && cells[0] != "rare" {
			return nil, fmt.Errorf("added.tsv:%d: expected a table (all or rare), a frequency and words", number)
		}
		frequency, err := strconv.Atoi(cells[1])
		if err != nil || frequency < leastRare[2] {
			return nil, fmt.Errorf("added.tsv:%d:2: frequency %q: expected a number from %d on", number, cells[1], leastRare[2])
		}
		for word := range strings.FieldsSeq(cells[2]) {
			if n := len([]rune(word)); n < 2 || n > len(least)-1 || !isHan([]rune(word)) {
				return nil, fmt.Errorf("added.tsv:%d:3: %q: expected a word of 2 to %d Han characters", number, word, len(least)-1)
			}
			all = append(all, addedWord{word, frequency, cells[0] == "all"})
		}
	}
	return all, nil
}

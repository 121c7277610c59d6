package main

import (
	"cmp"
	"log"
	"maps"
	"math"
	"os"
	"slices"

	"github.com/mingcha-go/mingcha/internal/fingerprint"
	"github.com/mingcha-go/mingcha/internal/jieba"
)

// leastRare are the frequencies from which on words of 1 to 4 characters are in the
// table of rare words: nearly all of those of two, of longer ones what is no chance find.
var leastRare = [...]int{1: 3, 2: 2, 3: 5, 4: 5}

// buckets is how many the table has: 512 KB.
const buckets = 1 << 16

// writeRare writes rare.bin: all words with how often they are written, in bits.
func writeRare() error {
	frequency := map[string]int{}
	total := 0
	err := jieba.Each(func(word string, f int) {
		runes := []rune(word)
		if n := len(runes); n > 0 && n < len(leastRare) && f >= leastRare[n] && isHan(runes) {
			frequency[word] = f
		}
		total += f
	})
	if err != nil {
		return err
	}
	added, err := readAdded()
	if err != nil {
		return err
	}
	for _, a := range added {
		frequency[a.word] = max(frequency[a.word], a.frequency)
	}
	// Frequent words first: where two share a fingerprint the number of the more
	// frequent one stays, wherever the table puts it.
	words := slices.SortedFunc(maps.Keys(frequency), func(a, b string) int {
		return cmp.Or(cmp.Compare(frequency[b], frequency[a]), cmp.Compare(a, b))
	})
	var keys []fingerprint.Key
	var values []uint8
	for _, w := range words {
		// The number of a word is how many steps of 1.5 bits it is more likely than
		// one that was written three times.
		steps := math.Log2(float64(frequency[w])/3) / 1.5
		key, value := fingerprint.KeyOf([]rune(w)), uint8(min(max(steps, 0), fingerprint.MostValue))
		keys, values = append(keys, key), append(values, value)
		if len([]rune(w)) == len(leastRare)-1 { // one of the longest decides alone
			keys, values = append(keys, key.Seal()), append(values, value)
		}
	}
	table, err := fingerprint.Build(keys, values, buckets)
	if err != nil {
		return err
	}
	log.Printf("rare.bin: %d words of %d occurrences", len(words), total)
	return os.WriteFile("rare.bin", table, 0o644)
}

package fingerprint_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fingerprint"
)

// words gives n words of two and three characters, from the given one on, each with a number.
func words(from, n int) (keys []fingerprint.Key, values []uint8) {
	for i := from; i < from+n; i++ {
		word := []rune{rune(0x4e00 + i%5000), rune(0x4e00 + i/5000)}
		if i%3 == 0 {
			word = append(word, rune(0x4e00+i%97))
		}
		keys, values = append(keys, fingerprint.KeyOf(word)), append(values, uint8(i%(fingerprint.MostValue+1)))
	}
	return keys, values
}

func build(t *testing.T, n, buckets int) fingerprint.Table {
	t.Helper()
	keys, values := words(0, n)
	b, err := fingerprint.Build(keys, values, buckets)
	if err != nil {
		t.Fatal(err)
	}
	return fingerprint.Table(b)
}

func TestEveryWordThatWasPutInIsFound(t *testing.T) {
	const n = 3600
	table := build(t, n, 1024)
	keys, values := words(0, n)
	differ := 0
	for i, k := range keys {
		value, found := table.Find(k)
		if !found || value < int(values[i]) {
			t.Fatalf("word %d: %d, %v, want %d or more", i, value, found, values[i])
		}
		if value != int(values[i]) {
			differ++ // another one has its fingerprint
		}
	}
	if differ > n/100 {
		t.Errorf("%d of %d words have the number of another", differ, n)
	}
}

func TestFewWordsThatWereNotPutInAreFound(t *testing.T) {
	table := build(t, 3600, 1024)
	keys, _ := words(100000, 100000)
	wrong := 0
	for _, k := range keys {
		if _, found := table.Find(k); found {
			wrong++
		}
	}
	if wrong == 0 || wrong > len(keys)/400 {
		t.Errorf("%d of %d, expected some, but at most one in 400", wrong, len(keys))
	}
}

func TestTheSameWordsGiveTheSameBytes(t *testing.T) {
	keys, values := words(0, 3000)
	a, _ := fingerprint.Build(keys, values, 1024)
	b, _ := fingerprint.Build(keys, values, 1024)
	if !bytes.Equal(a, b) {
		t.Error("they differ")
	}
}

func TestWhatCannotBeBuiltIsRefused(t *testing.T) {
	keys, values := words(0, 100)
	for name, test := range map[string]struct {
		values  []uint8
		buckets int
		want    string
	}{
		"no power of two": {values, 100, "power of two"},
		"too small":       {values, 16, "no room"},
		"too high":        {bytes.Repeat([]byte{16}, 100), 64, "at most 15"},
	} {
		if _, err := fingerprint.Build(keys, test.values, test.buckets); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnEmptyTableHoldsNothing(t *testing.T) {
	if _, found := fingerprint.Table("").Find(fingerprint.KeyOf([]rune("台风"))); found {
		t.Error("found")
	}
}

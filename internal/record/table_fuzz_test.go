package record_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/record"
)

// FuzzTable holds tables to their promise: every character of a table is in a cell of a
// record, or on a line that is told as broken.
func FuzzTable(f *testing.F) {
	for _, body := range []string{
		"甲,乙\n", "\"甲\n乙\",丙\n", "甲,\"乙\n丙,丁\n", "甲,\"乙\n\"丙\"\n", "甲\r乙\r\n丙", ",,\n甲,,,\n", "a,b,c\n", "甲\"乙\",\"丙\"丁\n", "\"\"\"甲\"\"\",\n",
		"\"a\nb\"c\nd\n", strings.Repeat("\"x\n", 1100), "\u3000,\u00a0\n甲\n", "sep=;\n", strings.Repeat(",", 20_000) + "甲\n乙", "\"甲\n乙\"" + strings.Repeat(",", 20_000) + "\n丙",
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) || strings.ContainsAny(body, "\x00\ufeff\u200b") {
			return
		}
		text := "name,intro\n" + body
		r, err := record.NewReader("x.csv", strings.NewReader(text), record.Options{})
		if err != nil {
			if foreign := record.Foreign([]byte(text)); foreign != "" {
				return
			}
			t.Fatal(err)
		}
		lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
		want, got := letters(body), map[rune]int{}
		for {
			next, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if next.Cells == nil {
				add(got, lines[next.Line-1])
			}
			for _, cell := range next.Cells {
				add(got, cell)
			}
		}
		for letter, n := range want {
			if got[letter] != n {
				t.Fatalf("%q: %q stands %d times in the table, %d times in its records", body, letter, n, got[letter])
			}
		}
	})
}

// letters counts the characters that are neither separators nor blank.
func letters(text string) map[rune]int {
	count := map[rune]int{}
	add(count, text)
	return count
}

func add(count map[rune]int, text string) {
	for _, r := range text {
		if r != '"' && r != ',' && !unicode.IsSpace(r) {
			count[r]++
		}
	}
}

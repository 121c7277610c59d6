package tesseract

import (
	"strconv"
	"strings"
	"unicode"
)

// reading is what the program read at one size.
type reading struct {
	lines []string // runs of sure words, a line of the icon gives one or more
	sure  int      // letters in them
	doubt bool     // there are words that the program is not sure of
}

// leastSure is the confidence, of 100, from which on a word counts. The program
// is often some 60 sure of strokes that are no letters.
const leastSure = 78

// Columns of the program's table, a word a row.
const (
	levelColumn = iota
	_
	blockColumn
	paragraphColumn
	lineColumn
	_
	_
	_
	_
	_
	sureColumn
	textColumn
	columns
)

// wordLevel is the level of the rows that hold words.
const wordLevel = "5"

// parse reads the program's table. A doubtful word ends a run: what is read
// around it does not stand side by side.
func parse(table []byte) (r reading) {
	var run strings.Builder
	var place string
	flush := func() {
		if text := run.String(); text != "" {
			r.lines = append(r.lines, text)
		}
		run.Reset()
	}
	for row := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(cells) != columns || cells[levelColumn] != wordLevel {
			continue
		}
		if here := strings.Join(cells[blockColumn:lineColumn+1], "."); here != place {
			flush()
			place = here
		}
		text := strings.TrimSpace(cells[textColumn])
		letters := count(text)
		if letters == 0 {
			continue // strokes that were taken for signs
		}
		if sure, err := strconv.ParseFloat(cells[sureColumn], 64); err != nil || sure < leastSure {
			flush()
			r.doubt = true
			continue
		}
		if before := run.String(); before != "" && endsLatin(before) && startsLatin(text) {
			run.WriteByte(' ')
		}
		run.WriteString(text)
		r.sure += letters
	}
	flush()
	return r
}

// agreed is what of a reading the other one has, too.
func (r reading) agreed(other reading) (both reading) {
	both.doubt = r.doubt || other.doubt
	all := strings.Join(other.lines, "\n")
	for _, line := range r.lines {
		if !strings.Contains(all, line) {
			both.doubt = true
			if line = longestOf(other.lines, line); line == "" {
				continue
			}
		}
		both.lines = append(both.lines, line)
		both.sure += count(line)
	}
	return both
}

// longestOf gives the longest of some lines that a line contains.
func longestOf(lines []string, in string) (longest string) {
	for _, line := range lines {
		if len(line) > len(longest) && strings.Contains(in, line) {
			longest = line
		}
	}
	return longest
}

// count counts the letters and digits of a text.
func count(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func endsLatin(s string) bool   { return s[len(s)-1] < 0x80 }
func startsLatin(s string) bool { return s[0] < 0x80 }

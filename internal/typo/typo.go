// Package typo tells how alike two short words are: whether one may be a
// misspelling of the other.
package typo

// Likeness is 1 for equal words, 0 for those that nobody takes for one another: one
// edit (a character put in, left out, replaced, or swapped with its neighbour) in
// words of three characters and more, two from five, three from eight on.
func Likeness(a, b string) float64 {
	if a == b {
		return 1
	}
	x, y := []rune(a), []rune(b)
	longer := max(len(x), len(y))
	most := min((longer+1)/3, 3)
	if longer < 3 {
		most = 0
	}
	if longer > longest || longer-min(len(x), len(y)) > most {
		return 0
	}
	if n := edits(x, y); n <= most {
		return 1 - float64(n)/float64(longer)
	}
	return 0
}

// longest is how many characters a word may have: names of fields are no essays.
const longest = 64

// edits counts the edits that lead from a to b.
func edits(a, b []rune) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}

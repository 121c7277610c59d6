package workbook

import (
	"math"
	"strings"

	"github.com/mingcha-go/mingcha/internal/report"
)

// Heights in points. Programs that show workbooks do not all make a row as high
// as its text, so the height is written.
const (
	lineHeight = 15
	mostHeight = 409 // the format allows no more
)

// mostLines bounds the lines that a cell of the catalog itself asks for: what is
// wrong with a long description is what matters.
const mostLines = 6

// linesOf estimates the lines that a text takes in a column of a width in
// characters. Words are not torn, so a line is not filled to its end.
func linesOf(text string, width float64) (lines int) {
	for line := range strings.SplitSeq(text, "\n") {
		lines += max(1, int(math.Ceil(float64(report.Columns(line))/(.92*width))))
		if lines*lineHeight >= mostHeight {
			break
		}
	}
	return lines
}

package markdown

import (
	"strings"
	"unicode/utf8"
)

// Table is a table whose cells are Markdown already.
type Table struct {
	header []string
	rows   [][]string
}

// NewTable begins a table with its column names. A name that ends with a colon
// asks for the column to be set to the right.
func NewTable(header ...string) *Table { return &Table{header: header} }

// Add appends a row with a cell for each column.
func (t *Table) Add(cells ...string) { t.rows = append(t.rows, cells) }

// Len is the number of rows.
func (t *Table) Len() int { return len(t.rows) }

// String gives the table without padding, so that a change of one cell is a
// change of one line.
func (t *Table) String() string { return t.write(make([]int, len(t.header))) }

// Padded gives the table with its columns under each other for a terminal; the
// width of a cell is counted in runes.
func (t *Table) Padded() string {
	width := make([]int, len(t.header))
	for i, name := range t.header {
		width[i] = max(4, utf8.RuneCountInString(strings.TrimSuffix(name, ":")))
		for _, row := range t.rows {
			width[i] = max(width[i], utf8.RuneCountInString(row[i]))
		}
	}
	return t.write(width)
}

func (t *Table) write(width []int) string {
	right := make([]bool, len(t.header))
	names := make([]string, len(t.header))
	rules := make([]string, len(t.header))
	for i, name := range t.header {
		names[i], right[i] = strings.CutSuffix(name, ":")
		rules[i] = strings.Repeat("-", max(3, width[i]))
		if right[i] {
			rules[i] = rules[i][1:] + ":"
		}
	}
	var b strings.Builder
	writeRow(&b, names, width, right)
	writeRow(&b, rules, width, right)
	for _, row := range t.rows {
		writeRow(&b, row, width, right)
	}
	return b.String()
}

func writeRow(b *strings.Builder, cells []string, width []int, right []bool) {
	for i, cell := range cells {
		pad := strings.Repeat(" ", max(0, width[i]-utf8.RuneCountInString(cell)))
		if right[i] {
			b.WriteString("| " + pad + cell + " ")
		} else {
			b.WriteString("| " + cell + pad + " ")
		}
	}
	b.WriteString("|\n")
}

package report

import "unicode/utf8"

// excerptColumns is how much of a field is shown on either side of a finding.
const excerptColumns = 30

// excerpt is the part of a field around a finding, as a terminal shows it.
type excerpt struct {
	line string
	// from and to are the columns of the finding in line, half-open.
	from, to int
}

// excerptOf cuts the part of text around the half-open byte range start to end.
// A range that is longer than the line is cut as well.
func excerptOf(text string, start, end int) excerpt {
	from, cutLeft := back(text, start, excerptColumns)
	most := forward(text, start, 3*excerptColumns)
	cutInside := most < end
	if cutInside {
		end = most
	}
	to := end
	cutRight := cutInside
	if !cutInside {
		to = forward(text, end, excerptColumns)
		cutRight = to < len(text)
	}
	var e excerpt
	if cutLeft {
		e.line = "…"
	}
	e.line += shown(text[from:start])
	e.from = Columns(e.line)
	e.line += shown(text[start:end])
	e.to = Columns(e.line)
	e.line += shown(text[end:to])
	if cutRight {
		e.line += "…"
	}
	return e
}

// back gives the offset that lies n columns before start, and whether it is not
// the beginning.
func back(text string, start, n int) (from int, cut bool) {
	for from = start; from > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if n -= runeColumns(r); n < 0 {
			return from, true
		}
		from -= size
	}
	return 0, false
}

// forward gives the offset that lies n columns after start.
func forward(text string, start, n int) int {
	for start < len(text) {
		r, size := utf8.DecodeRuneInString(text[start:])
		if n -= runeColumns(r); n < 0 {
			break
		}
		start += size
	}
	return start
}

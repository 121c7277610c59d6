package record

import "bytes"

// Several objects may stand on one line, and commas between or behind them, as where the
// members of an array were copied: each is a record.

// splitObjects gives the objects of a text that begins with one, or the text itself where it is
// one object or anything but objects in a row. Comma says that one parts them or stands
// behind the last.
func splitObjects(text []byte) (all [][]byte, comma bool) {
	if !mayBeSeveral(text) {
		return [][]byte{text}, false
	}
	for rest := text; ; {
		end := objectEnd(rest)
		if end < 0 {
			return [][]byte{text}, false
		}
		all = append(all, rest[:end])
		rest = bytes.TrimLeft(rest[end:], blanks)
		if len(rest) > 0 && rest[0] == ',' {
			comma = true
			rest = bytes.TrimLeft(rest[1:], blanks)
		}
		if len(rest) == 0 {
			return all, comma
		}
	}
}

const blanks = " \t\r\n"

// mayBeSeveral tells whether it is worth to follow the brackets of a text: a brace that
// closes has another one or a comma behind it. Nearly no record has.
func mayBeSeveral(text []byte) bool {
	for {
		i := bytes.IndexByte(text, '}')
		if i < 0 {
			return false
		}
		text = bytes.TrimLeft(text[i+1:], blanks)
		if len(text) == 0 {
			return false
		}
		if text[0] == ',' {
			next := bytes.TrimLeft(text[1:], blanks)
			if len(next) == 0 || next[0] == '{' {
				return true
			}
		}
		if text[0] == '{' {
			return true
		}
	}
}

// objectEnd gives where the object ends that a text begins with, -1 where it begins with
// something else, or with an object that does not end.
func objectEnd(text []byte) int {
	if len(text) == 0 || text[0] != '{' {
		return -1
	}
	var s scanner
	for i, b := range text {
		if s.step(b) {
			return i + 1
		}
	}
	return -1
}

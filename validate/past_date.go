package validate

import (
	"strconv"
	"strings"
	"time"
)

// announcing are words that say of a date that it is still to come, or that
// something ends with it. A year alone beside others (成立于2009年, 2019年真题) is
// history, and stays true.
var announcing = wordSet("date-announcing")

// pastDate gives the first date of a text that lies before now and stands in a
// clause that announces it, as byte offsets; end is 0 where there is none.
func pastDate(text string, now time.Time) (start, end int) {
	announced, clauseEnd := false, 0 // of the clause last looked at, which may hold a thousand dates
	for from := 0; ; {
		i := strings.Index(text[from:], "20")
		if i < 0 {
			return 0, 0
		}
		from += i
		last, size := dateAt(text[from:])
		if size == 0 {
			from += len("20")
			continue
		}
		if last.Before(now) {
			if from >= clauseEnd {
				clause := clauseAround(text[clauseEnd:], from-clauseEnd, from-clauseEnd+size)
				announced = holdsAny(clause, announcing)
				clauseEnd = endOfClause(text, from+size)
			}
			if announced {
				return from, from + size
			}
		}
		from += size
	}
}

// dateAt reads a date at the beginning of a text: 2019年, 2019年3月, 2019年3月1日,
// 2019-03-01, 2019.3.1, 2019/3/1. last is the first moment after it.
func dateAt(text string) (last time.Time, size int) {
	year, n := digitsAt(text, 4)
	if n != 4 {
		return last, 0
	}
	month, day := 0, 0
	for i, unit := range []struct {
		han string
		to  *int
	}{{"年", &month}, {"月", &day}, {"日", nil}} {
		rest := text[n:]
		mark := unit.han
		if !strings.HasPrefix(rest, mark) {
			if i == 2 || rest == "" || !strings.ContainsRune("-./", rune(rest[0])) {
				break
			}
			mark = rest[:1]
		}
		if unit.to == nil {
			n += len(mark)
			break
		}
		value, digits := digitsAt(rest[len(mark):], 2)
		if digits == 0 {
			if mark == unit.han {
				n += len(mark)
			}
			break
		}
		*unit.to = value
		n += len(mark) + digits
	}
	switch {
	case n == 4: // four digits of something else
		return last, 0
	case month == 0:
		return time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC), n
	case day == 0:
		return time.Date(year, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC), n
	}
	return time.Date(year, time.Month(month), day+1, 0, 0, 0, 0, time.UTC), n
}

// digitsAt reads up to most digits.
func digitsAt(text string, most int) (value, n int) {
	for n < len(text) && n < most && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	value, _ = strconv.Atoi(text[:n]) // digits only; none: 0
	return value, n
}

// clauseStops are the signs that end a clause.
const clauseStops = "，。；！？,;!?\n"

// clauseAround gives the clause that holds the bytes from start to end.
func clauseAround(text string, start, end int) string {
	from := strings.LastIndexAny(text[:start], clauseStops)
	return text[max(from, 0):endOfClause(text, end)]
}

// endOfClause gives where the clause ends that goes on at a byte.
func endOfClause(text string, from int) int {
	if n := strings.IndexAny(text[from:], clauseStops); n >= 0 {
		return from + n
	}
	return len(text)
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/mingcha-go/mingcha/validate"
)

// entry is a line of the journal: what the first reading learnt of a record. It
// is written as
//
//	1a2b3c4d 3 {"id":"7", ...}
//	1a2b3c4d 0 "icons/7.png" 2048 1764079500000000000 {"id":"7", ...}
//	1a2b3c4d 0 null
//	1a2b3c4d 0 panic "validate: check spam panicked ..."
//
// the sum of the record, the worst severity found, the icon where a file holds it,
// the report without its Manual, or null for a record that could not be read, or
// what is said of one that could not be checked.
type entry struct {
	sum   uint32
	worst validate.Severity
	icon  iconStamp
	// report is JSON, nil of a record that could not be read or checked.
	report []byte
	// panicked says why the record could not be checked.
	panicked string
}

// iconStamp tells whether the file of an icon is still the one that was checked.
type iconStamp struct {
	path           string // empty: no file holds the icon
	size, modified int64  // bytes, nanoseconds since 1970; both -1: there is no such file
}

func stampOf(path string) iconStamp {
	info, err := os.Stat(path)
	if err != nil {
		return iconStamp{path, -1, -1}
	}
	return iconStamp{path, info.Size(), info.ModTime().UnixNano()}
}

// changed tells whether the file is another one by now.
func (s iconStamp) changed() bool { return s.path != "" && stampOf(s.path) != s }

// panicPrefix stands before what is said of a record that could not be checked.
const panicPrefix = "panic "

// line writes an entry, with the line end.
func (e *entry) line() []byte {
	line := make([]byte, 0, len(e.report)+len(e.icon.path)+32)
	line = strconv.AppendUint(line, uint64(e.sum), 16)
	line = append(line, ' ', '0'+byte(e.worst), ' ')
	if e.icon.path != "" {
		line = strconv.AppendQuote(line, e.icon.path)
		line = fmt.Appendf(line, " %d %d ", e.icon.size, e.icon.modified)
	}
	if e.panicked != "" {
		return append(strconv.AppendQuote(append(line, panicPrefix...), e.panicked), '\n')
	}
	if e.report == nil {
		return append(line, "null\n"...)
	}
	return append(append(line, e.report...), '\n')
}

var errNoEntry = errors.New("not a line of this journal")

// parseEntry reads a line without its end, which it keeps.
func parseEntry(line []byte) (e entry, err error) {
	sum, rest, _ := bytes.Cut(line, []byte(" "))
	worst, rest, ok := bytes.Cut(rest, []byte(" "))
	sum64, err := strconv.ParseUint(string(sum), 16, 32)
	if err != nil || !ok || len(worst) != 1 || worst[0] < '0' || worst[0] > '0'+byte(validate.Reject) || len(rest) == 0 {
		return e, errNoEntry
	}
	e.sum, e.worst = uint32(sum64), validate.Severity(worst[0]-'0')
	if rest[0] == '"' {
		if e.icon, rest, err = parseStamp(rest); err != nil {
			return e, err
		}
	}
	if quoted, ok := bytes.CutPrefix(rest, []byte(panicPrefix)); ok {
		if e.panicked, err = strconv.Unquote(string(quoted)); err != nil {
			return e, errNoEntry
		}
	} else if string(rest) != "null" {
		e.report = rest
	}
	return e, nil
}

func parseStamp(text []byte) (s iconStamp, rest []byte, err error) {
	quoted, err := strconv.QuotedPrefix(string(text))
	if err != nil {
		return s, nil, errNoEntry
	}
	if s.path, err = strconv.Unquote(quoted); err != nil {
		return s, nil, errNoEntry
	}
	numbers := bytes.SplitN(text[len(quoted):], []byte(" "), 4) // the first is empty
	if len(numbers) < 4 {
		return s, nil, errNoEntry
	}
	size, errSize := strconv.ParseInt(string(numbers[1]), 10, 64)
	modified, errModified := strconv.ParseInt(string(numbers[2]), 10, 64)
	if errors.Join(errSize, errModified) != nil {
		return s, nil, errNoEntry
	}
	s.size, s.modified = size, modified
	return s, numbers[3], nil
}

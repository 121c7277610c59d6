package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// objects reads JSON objects, one a line or spread over several. A record
// begins on a line that starts with a brace in the first column; where that line
// is no whole object, the lines that follow belong to it up to the next such
// line. So a broken line costs one record only.
func (r *Reader) objects(l *lines) func() (Raw, error) {
	return func() (Raw, error) {
		for {
			text, err := l.read()
			if errors.Is(err, errTooLong) {
				return Raw{Line: l.count, err: err}, nil
			}
			if err != nil {
				return Raw{}, r.ended(l, err)
			}
			if len(bytes.TrimSpace(text)) == 0 {
				continue
			}
			line := l.count
			whole, err := spread(l, text)
			return Raw{Line: line, text: whole, err: err}, nil
		}
	}
}

// ended turns the error of reading a line into that of Next.
func (r *Reader) ended(l *lines, err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	return r.fail(l.count+1, err.Error())
}

// spread reads on where the first line is the beginning of an object. Only at a
// line that closes a brace is it tried whether the object is whole. Where the next
// record is in sight, the first line is all there is.
func spread(l *lines, whole []byte) ([]byte, error) {
	if l.in.Buffered() > 0 && l.peek() == '{' || json.Valid(whole) || whole[0] != '{' {
		return whole, nil
	}
	for {
		if next := l.peek(); next == 0 || next == '{' {
			return whole, nil
		}
		text, err := l.read()
		if err != nil {
			return nil, err
		}
		if len(whole)+len(text) > maxRecord {
			return nil, errTooLong
		}
		whole = append(append(whole, '\n'), text...)
		if bytes.HasPrefix(bytes.TrimSpace(text), []byte("}")) && json.Valid(whole) {
			return whole, nil
		}
	}
}

// array reads the elements of one JSON array. After a fault of syntax there is
// no telling where the next element begins: it is the last record.
func (r *Reader) array(l *lines) func() (Raw, error) {
	count := &lineCounter{in: l.in, line: l.count + 1}
	d := json.NewDecoder(count)
	begun, done := false, false
	fail := func(err error) (Raw, error) {
		done = true
		return Raw{Line: count.lineAt(d.InputOffset() + blanks(d.Buffered())), err: errors.New("the array cannot be read on: " + arrayFault(err))}, nil
	}
	return func() (Raw, error) {
		if done {
			return Raw{}, io.EOF
		}
		if !begun {
			begun = true
			if _, err := d.Token(); err != nil {
				return fail(err)
			}
		}
		if d.More() {
			var raw json.RawMessage
			if err := d.Decode(&raw); err != nil {
				return fail(err)
			}
			return Raw{Line: count.lineAt(d.InputOffset() - int64(len(raw))), text: raw}, nil
		}
		if _, err := d.Token(); err != nil {
			return fail(err)
		}
		done = true
		if _, err := d.Token(); !errors.Is(err, io.EOF) {
			return Raw{Line: count.lineAt(d.InputOffset()), err: errors.New("there is more after the end of the array")}, nil
		}
		return Raw{}, io.EOF
	}
}

// blanks counts the white space and commas before an element.
func blanks(in io.Reader) (n int64) {
	text, _ := io.ReadAll(in) // what the decoder holds in memory
	return int64(len(text) - len(bytes.TrimLeft(text, ", \t\r\n")))
}

func arrayFault(err error) string {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "it ends in the middle: the file was cut off"
	}
	return err.Error()
}

// lineCounter remembers where lines end in what was read but not asked for yet.
type lineCounter struct {
	in   *bufio.Reader
	line int     // line of the last offset asked for
	read int64   // bytes read
	ends []int64 // offsets of line ends after it
}

func (c *lineCounter) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	for i := 0; ; {
		k := bytes.IndexByte(b[i:n], '\n')
		if k < 0 {
			break
		}
		c.ends = append(c.ends, c.read+int64(i+k))
		i += k + 1
	}
	c.read += int64(n)
	return n, err
}

// lineAt gives the line of an offset, which may not lie before the last one.
func (c *lineCounter) lineAt(offset int64) int {
	i := 0
	for i < len(c.ends) && c.ends[i] < offset {
		i++
	}
	c.line += i
	c.ends = c.ends[i:]
	return c.line
}

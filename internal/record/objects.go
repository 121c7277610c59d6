package record

import (
	"bytes"
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

// spread reads on where the first line is the beginning of an object, up to where its
// brackets are closed. Where the next record is in sight, the first line is all there is.
func spread(l *lines, whole []byte) ([]byte, error) {
	if l.in.Buffered() > 0 && l.peek() == '{' || whole[0] != '{' {
		return whole, nil
	}
	var s scanner
	for closed := s.feed(whole); !closed; {
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
		closed = s.feed(text)
	}
	return whole, nil
}

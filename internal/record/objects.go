package record

import (
	"bytes"
	"errors"
	"io"
)

// objects reads JSON objects, one or several a line or spread over lines. A record
// begins on a line that starts with a brace in the first column; where that line
// is no whole object, the lines that follow belong to it up to the next such
// line. So a broken line costs one record only.
func (r *Reader) objects(l *lines) func() (Raw, error) {
	var ahead []Raw // on the line of the last one
	return func() (Raw, error) {
		if len(ahead) > 0 {
			next := ahead[0]
			ahead = ahead[1:]
			return next, nil
		}
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
			if err != nil {
				return Raw{Line: line, err: err}, nil
			}
			all, comma := splitObjects(bytes.TrimLeft(whole, blanks))
			if comma {
				text := "a comma stands between or behind objects, as in an array: it is passed over"
				r.Tell(Warnings{{line: line, once: text, text: text}})
			}
			for _, object := range all[1:] {
				ahead = append(ahead, Raw{Line: line, text: object})
			}
			return Raw{Line: line, text: all[0]}, nil
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

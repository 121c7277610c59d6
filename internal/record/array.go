package record

import (
	"errors"
	"io"
)

// array reads the elements of one JSON array, each of which is taken apart by itself: a
// fault in one costs that one only. What is wrong between elements is a record of its
// own, with its line.
func (r *Reader) array(l *lines) func() (Raw, error) {
	a := &elements{l: l}
	return func() (Raw, error) {
		raw, err := a.next()
		if err != nil && !errors.Is(err, io.EOF) {
			return Raw{}, r.fail(l.count+1, err.Error())
		}
		return raw, err
	}
}

// elements cuts an array into its elements.
type elements struct {
	l *lines
	// begun: the bracket was read; comma, one since the last element; done: the array
	// has ended.
	begun, comma, done bool
	count              int
}

// Faults of an array between its elements.
var (
	errCutOff       = errors.New("the array cannot be read on: it ends in the middle: the file was cut off")
	errNoComma      = errors.New("a comma is missing before the next element of the array")
	errCommaAtEnd   = errors.New("a comma stands before the end of the array: something is missing, or the comma is too much")
	errBeyondArray  = errors.New("there is more after the end of the array")
	errOpenText     = errors.New("a text is not closed before its line ends")
	errEmptyElement = errors.New("two commas of the array have nothing between them")
)

func (a *elements) next() (Raw, error) {
	for {
		b, err := firstOf(a.l)
		if errors.Is(err, io.EOF) && !a.done {
			a.done = true
			return a.fault(errCutOff)
		}
		if err != nil {
			return Raw{}, err
		}
		line := a.l.count + 1
		switch {
		case a.done:
			io.Copy(io.Discard, a.l.in)
			return Raw{Line: line, err: errBeyondArray}, nil
		case !a.begun:
			a.l.in.ReadByte()
			a.begun = true
		case b == ']':
			a.l.in.ReadByte()
			a.done = true
			if a.comma {
				return Raw{Line: line, err: errCommaAtEnd}, nil
			}
		case b == ',':
			a.l.in.ReadByte()
			if a.comma || a.count == 0 {
				return Raw{Line: line, err: errEmptyElement}, nil
			}
			a.comma = true
		case !a.comma && a.count > 0:
			a.comma = true // as if it were there
			return Raw{Line: line, err: errNoComma}, nil
		default:
			a.comma = false
			a.count++
			text, err := a.element()
			if err != nil && !isFaultOfElement(err) {
				return Raw{}, err
			}
			return Raw{Line: line, text: text, err: err}, nil
		}
	}
}

func (a *elements) fault(err error) (Raw, error) {
	return Raw{Line: a.l.count + 1, err: err}, nil
}

func isFaultOfElement(err error) bool {
	return errors.Is(err, errTooLong) || errors.Is(err, errOpenText) || errors.Is(err, errCutOff)
}

// element reads one element, whose first byte is next.
func (a *elements) element() ([]byte, error) {
	var text []byte
	var s scanner
	var fault error
	for {
		b, err := a.l.in.ReadByte()
		if errors.Is(err, io.EOF) {
			a.done = true
			return nil, errCutOff
		}
		if err != nil {
			return nil, err
		}
		if b == '\n' {
			if s.quoted {
				a.skip()
				return nil, errOpenText
			}
			a.l.count++
		}
		if s.scalarEnds(b) {
			if b == '\n' {
				a.l.count--
			}
			return text, errors.Join(a.l.in.UnreadByte(), fault)
		}
		if len(text) < maxRecord {
			text = append(text, b)
		} else {
			text, fault = text[:0], errTooLong
		}
		if s.step(b) {
			if fault != nil {
				return nil, fault
			}
			return text, nil
		}
	}
}

// skip reads on to the next line that begins with a brace, where an element may begin.
func (a *elements) skip() {
	a.l.count++
	for {
		b, err := firstOf(a.l)
		if err != nil || b == '{' || b == ']' {
			a.comma = true // which stood somewhere in between
			return
		}
		if _, err := a.l.read(); err != nil && !errors.Is(err, errTooLong) {
			return
		}
	}
}

// scanner follows a JSON text by its brackets and quotes, to find where a value ends.
// Whether it is JSON at all is for whoever takes it apart.
type scanner struct {
	depth           int
	quoted, escaped bool
	begun, scalar   bool
}

// step takes a byte and tells whether an object, a list or a text ends with it.
func (s *scanner) step(b byte) bool {
	switch {
	case s.escaped:
		s.escaped = false
		return false
	case s.quoted:
		s.escaped = b == '\\'
		if b == '"' {
			s.quoted = false
			return s.depth == 0
		}
		return false
	}
	switch b {
	case '"':
		s.quoted, s.begun = true, true
	case '{', '[':
		s.depth++
		s.begun = true
	case '}', ']':
		s.depth--
		return s.depth <= 0
	case ' ', '\t', '\n', '\r':
	default:
		s.scalar = s.scalar || !s.begun
		s.begun = true
	}
	return false
}

// scalarEnds tells whether a number or a word has ended before a byte.
func (s *scanner) scalarEnds(b byte) bool {
	if !s.scalar || s.depth > 0 || s.quoted {
		return false
	}
	switch b {
	case ',', ']', '}', '{', '[', ' ', '\t', '\n', '\r':
		return true
	}
	return false
}

// feed takes a text and tells whether the value is whole with it.
func (s *scanner) feed(text []byte) (whole bool) {
	for _, b := range text {
		whole = s.step(b)
		if whole {
			s.depth = 0
		}
	}
	return s.depth == 0 && !s.quoted
}

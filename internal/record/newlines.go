package record

import (
	"bytes"
	"io"
)

// newlines reads a text whose lines may end as they do on any system: a carriage
// return that no line feed follows becomes one. Nothing grows or shrinks.
type newlines struct {
	in io.Reader
	// held says that a carriage return ended what was read last: what follows it
	// decides.
	held bool
}

// Read reads like its source.
func (n *newlines) Read(b []byte) (int, error) {
	if len(b) < 2 {
		return n.readByte(b)
	}
	start := 0
	if n.held {
		b[0], start, n.held = '\r', 1, false
	}
	count, err := n.in.Read(b[start:])
	text := b[:start+count]
	for from := 0; ; {
		i := bytes.IndexByte(text[from:], '\r')
		if i < 0 {
			return len(text), err
		}
		i += from
		switch {
		case i+1 == len(text) && err == nil:
			n.held = true
			return i, nil
		case i+1 == len(text) || text[i+1] != '\n':
			text[i] = '\n'
		}
		from = i + 1
	}
}

// readByte reads where there is no room to look ahead.
func (n *newlines) readByte(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	var two [2]byte
	count, err := n.Read(two[:])
	if count == 2 { // cannot be given back: only reached through Read of two bytes
		n.in = io.MultiReader(bytes.NewReader(two[1:2]), n.in)
		count = 1
	}
	copy(b, two[:count])
	return count, err
}

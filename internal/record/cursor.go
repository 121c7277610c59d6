package record

// cursor goes over a JSON text once. It takes nothing that encoding/json would
// refuse; where it gives up, that one is asked, and words what is wrong.
type cursor struct {
	text []byte
	at   int
}

// deepest is how deep values may be nested for a cursor.
const deepest = 64

// take steps over white space and the byte b, if that is next.
func (c *cursor) take(b byte) bool {
	c.blanks()
	if c.at < len(c.text) && c.text[c.at] == b {
		c.at++
		return true
	}
	return false
}

func (c *cursor) blanks() {
	for c.at < len(c.text) && (c.text[c.at] == ' ' || c.text[c.at] == '\n' || c.text[c.at] == '\r' || c.text[c.at] == '\t') {
		c.at++
	}
}

// object steps over an object and gives its members as they stand, names without
// their quotes.
func (c *cursor) object(depth int, each func(name, value []byte)) bool {
	if depth == 0 || !c.take('{') {
		return false
	}
	if c.take('}') {
		return true
	}
	for {
		name, ok := c.value(0)
		if !ok || name[0] != '"' || !c.take(':') {
			return false
		}
		value, ok := c.value(depth - 1)
		if !ok {
			return false
		}
		each(name[1:len(name)-1], value)
		if !c.take(',') {
			return c.take('}')
		}
	}
}

// array steps over an array and gives its elements as they stand.
func (c *cursor) array(depth int, each func(value []byte)) bool {
	if depth == 0 || !c.take('[') {
		return false
	}
	if c.take(']') {
		return true
	}
	for {
		value, ok := c.value(depth - 1)
		if !ok {
			return false
		}
		each(value)
		if !c.take(',') {
			return c.take(']')
		}
	}
}

// value steps over a value, in which others may be nested as deep as depth says,
// and gives it as it stands, without white space around it.
func (c *cursor) value(depth int) (raw []byte, ok bool) {
	c.blanks()
	start := c.at
	if start == len(c.text) {
		return nil, false
	}
	switch c.text[start] {
	case '"':
		ok = c.quoted()
	case '{':
		ok = c.object(depth, func(_, _ []byte) {})
	case '[':
		ok = c.array(depth, func([]byte) {})
	case 't':
		ok = c.word("true")
	case 'f':
		ok = c.word("false")
	case 'n':
		ok = c.word("null")
	default:
		ok = c.number()
	}
	return c.text[start:c.at], ok
}

func (c *cursor) word(w string) bool {
	if len(c.text)-c.at < len(w) || string(c.text[c.at:c.at+len(w)]) != w {
		return false
	}
	c.at += len(w)
	return true
}

// quoted steps over a text in quotes.
func (c *cursor) quoted() bool {
	for i := c.at + 1; i < len(c.text); i++ {
		switch b := c.text[i]; {
		case b == '"':
			c.at = i + 1
			return true
		case b == '\\':
			n := escape(c.text[i:])
			if n == 0 {
				return false
			}
			i += n - 1
		case b < ' ':
			return false
		}
	}
	return false
}

// escape gives the length of the escape that a text begins with, 0 for none.
func escape(text []byte) int {
	if len(text) < 2 {
		return 0
	}
	switch text[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if _, ok := hex4(text[2:]); ok {
			return 6
		}
	}
	return 0
}

// hex4 reads four hexadecimal digits.
func hex4(text []byte) (r rune, ok bool) {
	if len(text) < 4 {
		return 0, false
	}
	for _, b := range text[:4] {
		switch {
		case b >= '0' && b <= '9':
			b -= '0'
		case b >= 'a' && b <= 'f':
			b -= 'a' - 10
		case b >= 'A' && b <= 'F':
			b -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(b)
	}
	return r, true
}

// number steps over a number.
func (c *cursor) number() bool {
	c.skip('-', '-')
	if c.skip('0', '0') == 0 && c.digits() == 0 {
		return false
	}
	if c.skip('.', '.') > 0 && c.digits() == 0 {
		return false
	}
	if c.skip('e', 'e')+c.skip('E', 'E') == 0 {
		return true
	}
	if c.skip('+', '+') == 0 {
		c.skip('-', '-')
	}
	return c.digits() > 0
}

// digits steps over digits and says how many.
func (c *cursor) digits() (n int) {
	for c.skip('0', '9') > 0 {
		n++
	}
	return n
}

// skip steps over one byte of a range, if it is next, and says how many it was.
func (c *cursor) skip(from, to byte) int {
	if c.at < len(c.text) && from <= c.text[c.at] && c.text[c.at] <= to {
		c.at++
		return 1
	}
	return 0
}

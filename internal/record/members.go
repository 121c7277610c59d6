package record

import "bytes"

// Members tells of every member of a JSON object which key it is, empty for one that
// is unknown, and gives its value as it was sent; of several with one name, the last
// is the one that counts. It is false, after some members or none, for a text that is
// no plain object.
func Members(text []byte, each func(key string, value []byte)) bool {
	names, err := newKeys(nil)
	if err != nil {
		return false
	}
	c := cursor{text: bytes.TrimPrefix(text, []byte("\uFEFF"))}
	whole := c.object(deepest, func(name, value []byte) {
		known := ""
		if key := names.find(unquote(name)); key != nil {
			known = key.name
		}
		each(known, value)
	})
	c.blanks()
	return whole && c.at == len(c.text)
}

package record

import "bytes"

// Members tells of every member of a JSON object which key it is, in whatever spelling,
// empty for one that is unknown, and gives its value as it was sent. It is false, after
// some members or none, for a text that is no plain object.
func Members(text []byte, each func(key string, value []byte)) bool {
	c := cursor{text: bytes.TrimPrefix(text, []byte("\uFEFF"))}
	whole := c.object(deepest, func(name, value []byte) {
		key := ""
		if found := known.find(unquote(name)); found.key != nil {
			key = found.key.name
		}
		each(key, value)
	})
	c.blanks()
	return whole && c.at == len(c.text)
}

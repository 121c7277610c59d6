package record

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// Decode reads one submission, a JSON object as it is a line of a catalog; name
// is what messages call its source. Unlike a catalog it may not hold more.
func Decode(name string, text []byte, o Options) Record {
	if o.Warn == nil {
		o.Warn = func(string) {}
	}
	r := &Reader{name: name, opts: o}
	var err error
	if r.keys, err = newKeys(o.Columns); err != nil {
		return r.broken(0, "", fault{"", err.Error()})
	}
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if len(bytes.TrimSpace(text)) == 0 {
		return r.broken(0, "", fault{"", "it is empty: expected a JSON object"})
	}
	return r.object(0, text)
}

// icon takes the icon of a record: a data: URI, or a path that Options.Icon reads.
func (r *Reader) icon(s *validate.Submission, source icon) *fault {
	var err error
	switch {
	case source == "":
	case strings.HasPrefix(string(source), "data:"):
		s.Icon, err = dataURI(string(source))
	case r.opts.Icon != nil:
		s.Icon, err = r.opts.Icon(string(source))
	}
	if err != nil {
		return &fault{"icon", err.Error()}
	}
	return nil
}

// dataURI decodes data:[type][;base64],data (RFC 2397).
func dataURI(source string) ([]byte, error) {
	head, data, ok := strings.Cut(strings.TrimPrefix(source, "data:"), ",")
	if !ok {
		return nil, errors.New("the data: URI has no comma before its data")
	}
	plain, err := url.PathUnescape(data)
	if err == nil && strings.HasSuffix(strings.ToLower(head), ";base64") {
		var decoded []byte
		if decoded, err = base64.StdEncoding.DecodeString(plain); err == nil {
			return decoded, nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("the data: URI cannot be decoded: %w", err)
	}
	return []byte(plain), nil
}

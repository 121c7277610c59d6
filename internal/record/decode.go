package record

import (
	"bytes"
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon"
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
	rec := r.object(0, text)
	r.Tell(rec.Warnings)
	if rec.Err != nil {
		return rec
	}
	return r.withIcon(rec)
}

// withIcon decodes the icon that a submission holds as a data: URI. A path is
// refused: whoever sent it has no files here.
func (r *Reader) withIcon(rec Record) Record {
	reference := strings.TrimSpace(rec.Submission.IconName)
	rec.Submission.IconName = ""
	if reference == "" {
		return rec
	}
	if !icon.IsDataURI(reference) {
		return r.broken(0, rec.ID, fault{"icon", "expected a data: URI, or the picture as a part of its own: paths are not read here"})
	}
	var err error
	if rec.Submission.Icon, rec.Submission.IconName, err = icon.DecodeDataURI(reference); err != nil {
		return r.broken(0, rec.ID, fault{"icon", err.Error()})
	}
	return rec
}

package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/suppress"
	"github.com/mingcha-go/mingcha/validate"
)

// jsonWriter writes one object an item, with what stands before, between and
// after them.
type jsonWriter struct {
	w                             io.Writer
	before, between, after, empty string
	items                         int
	buffer                        bytes.Buffer
}

// unread is the object of a record that could not be read.
type unread struct {
	ID      string        `json:"id,omitempty"`
	Verdict string        `json:"verdict"`
	Error   *record.Error `json:"error"`
}

// suppressed is the object of a report of which findings were taken out.
type suppressed struct {
	*validate.Report
	Suppressed []suppress.Finding `json:"suppressed"`
}

func (j *jsonWriter) Write(item Item) error {
	j.buffer.Reset()
	if j.items == 0 {
		j.buffer.WriteString(j.before)
	} else {
		j.buffer.WriteString(j.between)
	}
	j.items++
	if item.Encoded != nil {
		j.buffer.Write(item.Encoded)
		_, err := j.w.Write(j.buffer.Bytes())
		return err
	}
	encoder := json.NewEncoder(&j.buffer)
	encoder.SetEscapeHTML(false) // names hold & and <, and no page is near
	var err error
	switch {
	case item.Err != nil:
		err = encoder.Encode(unread{item.ID, "error", item.Err})
	case len(item.Suppressed) > 0:
		err = encoder.Encode(suppressed{item.Report, item.Suppressed})
	default:
		err = encoder.Encode(item.Report)
	}
	if err != nil {
		return err
	}
	_, err = j.w.Write(bytes.TrimSuffix(j.buffer.Bytes(), []byte("\n")))
	return err
}

func (j *jsonWriter) Close() error {
	end := j.after
	if j.items == 0 {
		end = j.empty
	}
	_, err := io.WriteString(j.w, end)
	return err
}

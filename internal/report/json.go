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

// located is the object of a report: where its record stands, and what was found.
type located struct {
	ID       string   `json:"id,omitempty"` // before the place: that of the report is not written
	File     string   `json:"file,omitempty"`
	Line     int      `json:"line,omitempty"`
	Record   int      `json:"record,omitempty"`
	Warnings []string `json:"warnings,omitempty"`
	*validate.Report
	Suppressed []suppress.Finding `json:"suppressed,omitempty"`
}

// EncodeReport writes the report of an item as the formats json and jsonl do, as one
// line without its end.
func EncodeReport(item *Item) ([]byte, error) {
	var b bytes.Buffer
	err := encode(&b, located{item.Report.ID, item.File, item.Line, item.Record, item.Warnings, item.Report, item.Suppressed})
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// encode writes a value and a line end. Names hold & and <, and no page is near.
func encode(b *bytes.Buffer, value any) error {
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
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
	if item.Err != nil {
		if err := encode(&j.buffer, unread{item.ID, "error", item.Err}); err != nil {
			return err
		}
		j.buffer.Truncate(j.buffer.Len() - 1) // the line end
	} else {
		report, err := EncodeReport(&item)
		if err != nil {
			return err
		}
		j.buffer.Write(report)
	}
	_, err := j.w.Write(j.buffer.Bytes())
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

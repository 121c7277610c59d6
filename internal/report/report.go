// Package report writes what a run says of many submissions: text for people,
// JSON and JSON lines for programs.
package report

import (
	"fmt"
	"io"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/validate"
)

// Item is the answer to one record: a report, or why there is none.
type Item struct {
	ID         string
	Submission *validate.Submission
	Report     *validate.Report
	// Err is set where the record could not be read; then the two above are nil.
	Err *record.Error
}

// Writer writes items in the order in which it gets them.
type Writer interface {
	Write(Item) error
	// Close writes what comes after the last item. It does not close what lies below.
	Close() error
}

// Formats are the names that New knows.
var Formats = []string{"text", "json", "jsonl"}

// New makes the writer of a format. The language is that of the words around
// the findings in text.
func New(format string, w io.Writer, language validate.Language) (Writer, error) {
	switch format {
	case "text":
		return &textWriter{w: w, language: language}, nil
	case "json":
		return &jsonWriter{w: w, before: "[\n", between: ",\n", after: "\n]\n", empty: "[]\n"}, nil
	case "jsonl":
		return &jsonWriter{w: w, between: "\n", after: "\n"}, nil
	}
	return nil, fmt.Errorf("unknown format %q: expected text, json or jsonl", format)
}

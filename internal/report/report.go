// Package report writes what a run says of many submissions: text and a page for
// people, CSV for spreadsheets, JSON, JSON lines and SARIF for programs.
package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/suppress"
	"github.com/mingcha-go/mingcha/validate"
)

// Item is the answer to one record: a report, or why there is none.
type Item struct {
	// File and Line are where the record stands, and Record is its number there, from
	// 1; "" and 0 where it is in no file.
	File       string
	Line       int
	Record     int
	ID         string
	Submission *validate.Submission
	Report     *validate.Report
	// Warnings are what was told of the record's keys.
	Warnings []string
	// Encoded is what EncodeReport makes where it is there already; then Submission and
	// Report may be nil, and only the formats json and jsonl can write the item.
	Encoded []byte
	// Suppressed are the findings that an allow-list or a baseline took out.
	Suppressed []suppress.Finding
	// Cells are those of a row of a table under its columns, nil of other catalogs.
	Cells   []string
	Columns []record.Column
	// Err is set where the record could not be read; then Submission and Report are nil.
	Err *record.Error
}

// Writer writes items in the order in which it gets them.
type Writer interface {
	Write(Item) error
	// Close writes what comes after the last item. It does not close what lies below.
	Close() error
}

// Formats are the names that New knows.
var Formats = []string{"text", "json", "jsonl", "csv", "html", "sarif"}

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
	case "csv":
		return newCSVWriter(w), nil
	case "html":
		return &htmlWriter{w: w, language: language}, nil
	case "sarif":
		return &sarifWriter{w: w, language: language}, nil
	}
	return nil, fmt.Errorf("unknown format %q: expected %s", format, strings.Join(Formats, ", "))
}

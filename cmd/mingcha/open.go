package main

import (
	"bufio"
	"io"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/workbook"
)

// newReader makes the reader of a file in whatever format it is. Close it, even
// at an error.
func newReader(name string, in io.Reader, o record.Options) (r *record.Reader, close func(), err error) {
	b := bufio.NewReader(in)
	if head, _ := b.Peek(len(workbook.Magic)); string(head) == workbook.Magic {
		if r, close, err = workbook.NewReader(name, b, o); err != nil {
			return nil, func() {}, err
		}
		return r, close, nil
	}
	r, err = record.NewReader(name, b, o)
	return r, func() {}, err
}

package main

import (
	"io"

	"github.com/mingcha-go/mingcha/internal/record"
)

// newReader makes the reader of a file in whatever format it is.
func newReader(name string, in io.Reader, o record.Options) (*record.Reader, error) {
	return record.NewReader(name, in, o)
}

package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn3x1[context.Context, int, func(*line) bool, error](&writeFn{})
	register.Iter1[line]()
	beam.RegisterType(reflect.TypeOf(line{}))
}

// line is one of an output file, JSON with its end, and the place of its record in the file of
// the catalog.
type line struct {
	Place int
	JSON  []byte
}

func newLine(place int, value any) (line, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // names hold & and <
	if err := encoder.Encode(value); err != nil {
		return line{}, err
	}
	return line{place, text.Bytes()}, nil
}

// write writes lines to a file for each file of the catalog that has some, in the
// order of the catalog.
func write(s beam.Scope, folder, kind string, files int, lines beam.PCollection) {
	s = s.Scope("Write " + kind)
	beam.ParDo0(s, &writeFn{Folder: folder, Kind: kind, Files: files}, beam.GroupByKey(s, lines))
}

// writeFn writes the lines of a file. One worker holds them all, to sort them. A
// bundle that is tried again writes the same file again.
type writeFn struct {
	Folder, Kind string
	Files        int
}

func (fn *writeFn) ProcessElement(ctx context.Context, part int, lines func(*line) bool) (err error) {
	var all []line
	var l line
	for lines(&l) {
		all = append(all, l)
		l = line{}
	}
	slices.SortFunc(all, func(a, b line) int { return cmp.Compare(a.Place, b.Place) })
	name := fn.name(part)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	out, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	return errors.Join(writeLines(out, all), out.Close())
}

// name gives the name of the file for one of the catalog, with Beam's usual
// numbers.
func (fn *writeFn) name(part int) string {
	return fmt.Sprintf("%s/%s-%05d-of-%05d.jsonl", fn.Folder, fn.Kind, part, fn.Files)
}

func writeLines(w io.Writer, lines []line) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for i := range lines {
		out.Write(lines[i].JSON)
	}
	return out.Flush()
}

// Command beam checks a catalog on a cluster: an Apache Beam pipeline that gives
// the answers of "mingcha catalog", near-duplicates among them.
//
//	go run . --input 'catalog-*.jsonl' --output answers
//
// checks on this machine, with Beam's prism runner. README.md says how to run it
// elsewhere.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

var (
	input    = flag.String("input", "", "the catalog: a `pattern` of files (JSON lines, JSON, CSV or TSV), local or gs://")
	output   = flag.String("output", "", "the `folder` that answers and bad records are written to, local or gs://")
	lang     = flag.String("lang", "zh", "language of the answers: zh or en")
	edition  = flag.String("edition", "first", "edition of the rules whose numbers are given: first, 2018 or 2026")
	complete = flag.Bool("complete", false, "what is not filled in is a finding")
	columns  = flag.String("columns", "", "the catalog's own `names` of fields: name=名称,intro=功能介绍")
)

func main() {
	flag.Parse()
	beam.Init() // a worker stays in here
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	c := catalogCheck{Output: strings.TrimRight(*output, "/"), Settings: settings{Lang: *lang, Edition: *edition, Complete: *complete}}
	if err := c.prepare(ctx, *input, *columns); err != nil {
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	c.build(s)
	return beamx.Run(ctx, p)
}

// prepare finds the files of the catalog, in the order of their names, and tells
// what would stop every worker later.
func (c *catalogCheck) prepare(ctx context.Context, pattern, columns string) (err error) {
	if pattern == "" || c.Output == "" {
		return errors.New("--input PATTERN and --output FOLDER are needed")
	}
	if c.Files, err = match(ctx, pattern); err != nil {
		return err
	}
	if len(c.Files) == 0 {
		return fmt.Errorf("no file matches %s", pattern)
	}
	earlier, err := match(ctx, c.Output+"/*")
	if err != nil {
		return err
	}
	if len(earlier) > 0 {
		return fmt.Errorf("%s is not empty: answers of different runs would stand side by side", c.Output)
	}
	if c.Columns, err = columnNames(columns); err != nil {
		return err
	}
	_, err = c.Settings.validator()
	return err
}

// columnNames reads --columns.
func columnNames(pairs string) (map[string]string, error) {
	if pairs == "" {
		return nil, nil
	}
	names := map[string]string{}
	for pair := range strings.SplitSeq(pairs, ",") {
		field, theirs, ok := strings.Cut(pair, "=")
		if !ok || field == "" || theirs == "" {
			return nil, fmt.Errorf("--columns %q: expected field=name, as in intro=功能介绍", pair)
		}
		names[field] = theirs
	}
	return names, nil
}

// match gives the files of a pattern, sorted.
func match(ctx context.Context, pattern string) ([]string, error) {
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	files, err := fs.List(ctx, pattern)
	slices.Sort(files)
	return files, err
}

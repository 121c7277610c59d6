// Command cmd writes a synthetic catalog as JSON lines, and what is true of it:
//
//	go run ./internal/synth/cmd -records 100000 -seed 7 -out catalog.jsonl -truth truth.jsonl
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/mingcha-go/mingcha/internal/synth"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(args []string, stdout io.Writer) (err error) {
	o := synth.Usual(1, 1000)
	flags := flag.NewFlagSet("synth", flag.ContinueOnError)
	flags.Uint64Var(&o.Seed, "seed", o.Seed, "the same `number` gives the same catalog")
	flags.IntVar(&o.Records, "records", o.Records, "how many records")
	flags.Float64Var(&o.Edited, "edited", o.Edited, "share of copies with one or two characters changed")
	flags.Float64Var(&o.Swapped, "swapped", o.Swapped, "share of copies with name and intro swapped")
	flags.Float64Var(&o.Template, "template", o.Template, "share of copies under another shop's name")
	flags.Float64Var(&o.Branch, "branch", o.Branch, "share of branches of chain stores")
	flags.Float64Var(&o.Faulty, "faulty", o.Faulty, "share of the honest with a planted fault")
	flags.Float64Var(&o.Broken, "broken", o.Broken, "share of records that cannot be read")
	out := flags.String("out", "", "`file` of the catalog (default: standard output)")
	truth := flags.String("truth", "", "`file` of the truth (default: none)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	catalog, closeCatalog, err := create(*out, stdout)
	if err != nil {
		return err
	}
	truths, closeTruths, err := create(*truth, nil)
	if err != nil {
		return err
	}
	err = synth.WriteJSONL(synth.Generate(o), catalog, truths)
	for _, finish := range []func() error{closeCatalog, closeTruths} {
		if e := finish(); err == nil {
			err = e
		}
	}
	return err
}

// create opens a file for writing; without a name it is the writer that stands
// for it, which may be nil.
func create(name string, instead io.Writer) (io.Writer, func() error, error) {
	if name == "" && instead == nil {
		return nil, func() error { return nil }, nil
	}
	if name == "" {
		b := bufio.NewWriter(instead)
		return b, b.Flush, nil
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, nil, err
	}
	b := bufio.NewWriterSize(f, 1<<16)
	return b, func() error {
		if err := b.Flush(); err != nil {
			f.Close()
			return err
		}
		return f.Close()
	}, nil
}

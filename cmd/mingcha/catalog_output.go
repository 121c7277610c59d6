package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/journal"
	"github.com/mingcha-go/mingcha/internal/outfile"
)

// outputs are the files that a catalog writes, nil where they are not asked for.
type outputs struct{ answers, page *outfile.File }

func (o *outputs) release() {
	o.answers.Release()
	o.page.Release()
}

// named is a place with what the user knows it as.
type named struct {
	what string
	outfile.Place
}

// claimOutputs takes the output files for this run, after having held them and all
// that is made beside them against each other and against what the run reads.
func (c *catalogRun) claimOutputs(files []string) error {
	taken := c.given(files)
	claim := func(flag, path string, exts ...string) (f *outfile.File, err error) {
		if path == "" {
			return nil, nil
		}
		resolved, err := outfile.Resolve(path)
		if err == nil && slices.Contains([]string{outfile.LockExt, outfile.PartExt, journal.Ext}, strings.ToLower(filepath.Ext(resolved))) {
			err = errors.New("so are files named that lie beside outputs: another run may make one there")
		}
		if err == nil {
			taken, err = free(taken, flag, resolved, exts)
		}
		if err == nil {
			f, err = outfile.Claim(resolved)
		}
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", flag, path, err)
		}
		return f, nil
	}
	var err error
	if c.outputs.answers, err = claim("--output", c.flags.output, outfile.LockExt, outfile.PartExt, journal.Ext); err != nil {
		return err
	}
	if c.outputs.page, err = claim("--html", c.flags.html, outfile.LockExt, outfile.PartExt); err != nil {
		return err
	}
	if c.outputs.answers == nil {
		return nil
	}
	if err := journal.Check(c.outputs.answers.Path() + journal.Ext); err != nil {
		return fmt.Errorf("--output %s: %w", c.flags.output, err)
	}
	return nil
}

// intoInput tells by its error that standard output goes to one of the files that
// are read, which would grow as it is read.
func intoInput(sh *shell, files []string) error {
	out, ok := outfile.PlaceOfStream(streamOf(sh.out))
	for _, file := range files {
		if ok && file != "-" && outfile.PlaceOf(file).Same(out) {
			return fmt.Errorf("standard output is %s, one of the files to check", file)
		}
	}
	return nil
}

// given is what the run reads, and standard output where it goes to a file.
func (c *catalogRun) given(files []string) (all []named) {
	add := func(what, path string) {
		all = append(all, named{what, outfile.PlaceOf(path)})
	}
	for _, file := range files {
		if file != "-" {
			add("one of the files to check", file)
		} else if p, ok := outfile.PlaceOfStream(c.sh.in); ok {
			all = append(all, named{"standard input", p})
		}
	}
	if c.flags.allow != "" {
		add("the --allow list", c.flags.allow)
	}
	if c.flags.baseline != "" {
		// What is new would be settled for the next run with the same line.
		add("the --baseline", c.flags.baseline)
	}
	for _, folder := range c.flags.lists {
		lists, _ := listFiles(folder)
		for _, list := range lists {
			add("a word list of --lists", list)
		}
	}
	if p, ok := outfile.PlaceOfStream(streamOf(c.sh.out)); ok {
		all = append(all, named{"standard output", p})
	}
	return all
}

// free adds an output and what lies beside it to the places taken; the error says
// what one of them is already.
func free(taken []named, flag, path string, exts []string) ([]named, error) {
	places := []named{{flag, outfile.PlaceOf(path)}}
	for _, ext := range exts {
		places = append(places, named{fmt.Sprintf("%s (%s)", flag, ext), outfile.PlaceOf(path + ext)})
	}
	for i, p := range places {
		for _, t := range taken {
			switch {
			case !p.Same(t.Place):
			case i == 0:
				return nil, fmt.Errorf("that is %s too", t.what)
			default:
				return nil, fmt.Errorf("%s, which is made beside it, is %s", path+exts[i-1], t.what)
			}
		}
	}
	return append(taken, places...), nil
}

// mayFollow tells by its error that the outputs could not become whole: a file is
// missing.
func (o *outputs) mayFollow(s *source) error {
	if o.answers == nil && o.page == nil {
		return nil
	}
	var faults []error
	for i := range s.files {
		faults = append(faults, s.files[i].err)
	}
	if err := errors.Join(faults...); err != nil {
		return fmt.Errorf("%w\nnothing was checked: %s would not be whole", err, o)
	}
	return nil
}

// mayReplace tells by its error that the outputs are not to be replaced, as the
// answers would not be whole. A single record that could not be read has its answer.
func (c *catalogRun) mayReplace() error {
	const stays = "%s stays as it was; without it, the answers to what was read go to standard output"
	switch o := &c.outputs; {
	case o.answers == nil && o.page == nil:
		return nil
	case c.tally.files > 0:
		return fmt.Errorf("%d files could not be read to the end: "+stays, c.tally.files, o)
	case c.met > 0 && c.met == c.unread:
		return fmt.Errorf("none of the %d records could be read: "+stays, c.met, o)
	}
	return nil
}

func (o *outputs) String() string {
	switch {
	case o.answers == nil:
		return o.page.Path()
	case o.page == nil:
		return o.answers.Path()
	}
	return o.answers.Path() + " and " + o.page.Path()
}

// write makes one of the files, as far as it can be made before it is committed.
func (o *outputs) write(f *outfile.File, write func(io.Writer) error) error {
	w, err := f.Create()
	if err == nil {
		err = write(w)
	}
	if err == nil {
		err = f.Finish()
	}
	return err
}

// commit puts the finished files in their places.
func (o *outputs) commit() error {
	for _, f := range []*outfile.File{o.answers, o.page} {
		if f == nil {
			continue
		}
		if err := f.Commit(); err != nil {
			return err
		}
	}
	return nil
}

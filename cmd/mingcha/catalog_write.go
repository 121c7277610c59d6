package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/mingcha-go/mingcha/internal/ordered"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/internal/workbook"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// errChanged says that the second reading met other records than the first.
var errChanged = errors.New("the input changed while it was being read: run again")

// journalled is a record with its line of the journal and what it repeats, nil
// if nothing.
type journalled struct {
	located
	line   []byte
	repeat *catalog.Repeat
	err    error
}

// answered is the answer to a record before the settled findings are taken out.
type answered struct {
	number int
	item   report.Item
	repeat *catalog.Repeat
	err    error
}

// writeAnswers reads the input again beside the journal and writes the answers.
// Output file and page appear under their names when they are whole.
func (c *catalogRun) writeAnswers(ctx context.Context) (err error) {
	if c.flags.output == "" {
		err = c.writeTo(ctx, c.sh.out)
	} else {
		err = writeWhole(c.flags.output, func(w io.Writer) error { return c.writeTo(ctx, w) })
	}
	if err == nil && c.page != nil {
		err = writeWhole(c.flags.html, c.page.Write)
	}
	return err
}

// writeWhole writes a file beside the name that it gets at the end: nobody ever
// sees a part of it there.
func writeWhole(name string, write func(io.Writer) error) error {
	part := name + ".part"
	f, err := os.Create(part)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(part)
		return err
	}
	return os.Rename(part, name)
}

func (c *catalogRun) writeTo(ctx context.Context, w io.Writer) error {
	c.newProgress("writing ")
	defer func() { c.progress.end() }()
	out := bufio.NewWriterSize(w, 1<<16)
	writer, err := c.newWriter(out)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for a := range ordered.Map(ctx, c.flags.jobs, c.beside(), c.answer) {
		if a.err != nil {
			return a.err
		}
		c.settle(&a.item)
		if c.page != nil {
			c.page.Add(a.number, a.item, a.repeat)
		}
		c.progress.show(a.number)
		if err := writer.Write(a.item); err != nil {
			return err
		}
	}
	if err := errors.Join(ctx.Err(), writer.Close()); err != nil {
		return err
	}
	return out.Flush()
}

func (c *catalogRun) newWriter(out io.Writer) (report.Writer, error) {
	language := validate.Language(c.flags.lang)
	if c.format == formatXLSX {
		return workbook.NewWriter(out, language, c.fields)
	}
	return report.New(c.format, out, language)
}

// beside reads the input beside the journal. The last value has an error if the
// two do not go together.
func (c *catalogRun) beside() iter.Seq[journalled] {
	return func(yield func(journalled) bool) {
		next, stop := iter.Pull2(c.journal.Lines())
		defer stop()
		repeats := c.repeats
		quiet := func(string) {}
		for l := range c.source.records(c.progress, quiet, func(error) {}) {
			j := journalled{located: l}
			line, err, ok := next()
			if j.line, j.err = line, err; !ok {
				j.err = errChanged
			}
			if len(repeats) > 0 && repeats[0].Number == l.number {
				j.repeat, repeats = &repeats[0], repeats[1:]
			}
			if !yield(j) || j.err != nil {
				return
			}
		}
		if _, err, ok := next(); ok {
			yield(journalled{err: errors.Join(err, errChanged)})
		}
	}
}

// answer makes the answer to a record of its line and of what it repeats.
func (c *catalogRun) answer(j journalled) answered {
	a := answered{number: j.number, repeat: j.repeat, err: j.err}
	if a.err != nil {
		return a
	}
	a.item = report.Item{File: j.file, Line: j.Line, ID: j.ID, Submission: j.Submission, Cells: j.Cells, Columns: j.columns, Err: j.Err}
	if unread := string(j.line)+"\n" == unreadLine; unread != (j.Err != nil) {
		a.err = errChanged
		return a
	} else if unread {
		return a
	}
	r := new(validate.Report)
	if err := json.Unmarshal(j.line, r); err != nil {
		a.err = fmt.Errorf("line %d of the journal: %w", j.number+1, err)
		return a
	}
	if r.ID != toJSON(j.Submission.ID) {
		a.err = errChanged
		return a
	}
	r.ID, r.Manual = j.Submission.ID, c.manual
	restoreTexts(j.Submission, r.Findings)
	if j.repeat != nil {
		c.validator.Amend(r, j.repeat.Finding(j.Submission, validate.Language(c.flags.lang)))
	}
	a.item.Report = r
	return a
}

// restoreTexts puts back the bytes that are no UTF-8, which JSON cannot hold.
func restoreTexts(s *validate.Submission, findings []validate.Finding) {
	for i := range findings {
		f := &findings[i]
		if text := s.Text(f.Field); 0 <= f.Start && f.Start < f.End && f.End <= len(text) {
			f.Text = text[f.Start:f.End]
		}
	}
}

// toJSON is what a text is after it has been written and read as JSON.
func toJSON(s string) string { return string([]rune(s)) }

// settle takes settled findings out and counts what is left.
func (c *catalogRun) settle(item *report.Item) {
	if item.Err != nil {
		if c.settled.Unreadable(item.ID, item.Err.Field, item.Err.Message) {
			c.tally.unreadBefore++
		} else {
			c.tally.unread++
		}
		return
	}
	item.Suppressed = c.settled.Apply(item.Report)
	c.tally.countSuppressed(item.Suppressed)
	c.tally.count(item.Report)
}

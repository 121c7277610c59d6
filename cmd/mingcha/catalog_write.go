package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/mingcha-go/mingcha/internal/ordered"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/internal/workbook"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// errChanged says that the second reading met other records than the first.
var errChanged = errors.New("the input changed while it was being read: run again")

// journalled is a record with its line of the journal, what it repeats and who has its
// name, each nil if nothing.
type journalled struct {
	located
	line   []byte
	repeat *catalog.Repeat
	taken  *catalog.Taken
	err    error
}

// answered is the answer to a record before the settled findings are taken out.
type answered struct {
	number int
	item   report.Item
	// worst is the worst severity found, where item has no Report.
	worst  validate.Severity
	repeat *catalog.Repeat
	err    error
}

// writeAnswers reads the input again beside the journal and writes the answers.
// Output file and page appear under their names when both are whole.
func (c *catalogRun) writeAnswers(ctx context.Context) (err error) {
	if c.outputs.answers == nil {
		err = c.writeTo(ctx, c.sh.out)
	} else {
		err = c.outputs.write(c.outputs.answers, func(w io.Writer) error { return c.writeTo(ctx, w) })
	}
	if err == nil && c.page != nil {
		err = c.outputs.write(c.outputs.page, c.page.Write)
	}
	if err != nil {
		return err
	}
	return c.outputs.commit()
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
	encodable := c.isEncodable()
	answer := inBatches(func(j *journalled) answered { return c.answer(j, encodable) })
	for batch := range ordered.Map(ctx, c.flags.jobs, batches(c.beside(), (*journalled).size), answer) {
		for i := range batch {
			if err := c.put(writer, &batch[i]); err != nil {
				return err
			}
		}
	}
	if err := errors.Join(ctx.Err(), writer.Close()); err != nil {
		return err
	}
	return out.Flush()
}

// put writes the answer to a record, in input order.
func (c *catalogRun) put(writer report.Writer, a *answered) error {
	if a.err != nil {
		return a.err
	}
	c.settle(a)
	if c.page != nil {
		c.page.Add(a.number, a.item, a.repeat)
	}
	c.progress.show(a.number)
	return writer.Write(a.item)
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
		repeats, taken := c.repeats, c.taken
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
			if len(taken) > 0 && taken[0].Self.Number == l.number {
				j.taken, taken = &taken[0], taken[1:]
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

// size is that of the record and its line.
func (j *journalled) size() int { return j.Size() + len(j.line) }

// isEncodable tells whether the JSON of answers may be made of the JSON in the journal,
// for which the record need not be taken apart again, or, where something is to be
// added, of the report on the goroutine that has it: where nothing else is asked for
// and nothing taken out.
func (c *catalogRun) isEncodable() bool {
	return (c.format == "json" || c.format == "jsonl") && c.page == nil && c.settled.Empty() && !c.flags.manual
}

// fromJournal gives the JSON of a report, nil where it has to be made of the record.
// An escaped U+FFFD stands for bytes that are no UTF-8: see restoreTexts.
func fromJournal(report []byte) []byte {
	if bytes.Contains(report, []byte(`\ufffd`)) {
		return nil
	}
	return report
}

// answer makes the answer to a record of its line and of what it repeats.
func (c *catalogRun) answer(j *journalled, encodable bool) answered {
	a := answered{number: j.number, repeat: j.repeat, err: j.err}
	if a.err != nil {
		return a
	}
	e, err := parseEntry(j.line)
	if err != nil {
		a.err = fmt.Errorf("line %d of the journal: %w", j.number+1, err)
		return a
	}
	if e.sum != j.Sum() {
		a.err = errChanged
		return a
	}
	a.worst = e.worst
	if j.repeat == nil && j.taken == nil && encodable {
		if a.item.Encoded = fromJournal(e.report); a.item.Encoded != nil {
			return a
		}
	}
	if a.item, a.err = c.item(j, &e); a.err == nil && encodable && a.item.Report != nil {
		a.item.Encoded, a.err = report.EncodeReport(&a.item)
	}
	return a
}

// item makes the answer to a record that has to be taken apart again.
func (c *catalogRun) item(j *journalled, e *entry) (report.Item, error) {
	record := j.reader.Decode(j.Raw)
	item := report.Item{File: j.file, Line: j.Line, Record: j.Number, ID: record.ID, Submission: record.Submission, Cells: record.Cells, Columns: j.reader.Columns(), Err: record.Err}
	if e.panicked != "" && record.Err == nil {
		item.Submission, item.Err = nil, faultOf(j.file, j.Line, j.Number, errors.New(e.panicked))
		return item, nil
	}
	if unread := e.report == nil; unread != (record.Err != nil) {
		return item, errChanged
	} else if unread {
		return item, nil
	}
	var kept struct {
		validate.Report
		Warnings []string
	}
	if err := json.Unmarshal(e.report, &kept); err != nil {
		return item, fmt.Errorf("line %d of the journal: %w", j.number+1, err)
	}
	item.Report, item.Warnings = &kept.Report, kept.Warnings
	item.Report.ID = record.ID
	if c.flags.manual {
		item.Report.Manual = c.validator.Manual(record.Submission)
	}
	restoreTexts(record.Submission, item.Report.Findings)
	if j.repeat != nil {
		c.validator.Amend(item.Report, j.repeat.Finding(record.Submission, validate.Language(c.flags.lang)))
	}
	if j.taken != nil {
		c.validator.Amend(item.Report, j.taken.Finding(record.Submission, validate.Language(c.flags.lang)))
	}
	return item, nil
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

// settle takes settled findings out and counts what is left.
func (c *catalogRun) settle(a *answered) {
	item := &a.item
	switch {
	case item.Err != nil:
		if c.settled.Unreadable(item.ID, item.Err.Field, item.Err.Message) {
			c.tally.unreadBefore++
		} else {
			c.tally.unread++
		}
	case item.Report == nil:
		c.tally.countWorst(a.worst)
	default:
		item.Suppressed = c.settled.Apply(item.Report)
		c.tally.countSuppressed(item.Suppressed)
		c.tally.count(item.Report)
	}
}

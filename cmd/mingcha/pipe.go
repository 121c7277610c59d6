package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"

	"github.com/mingcha-go/mingcha/internal/ordered"
	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
)

// checked is a record with its answer.
type checked struct {
	warnings  record.Warnings
	item      report.Item
	iconFault error // why the icon could not be loaded
	panicked  error // why the record could not be checked
}

// pipe reads records, checks them on all jobs, and writes the answers in the
// order of the input. The error is that of the output.
func (c *checkRun) pipe(reader *record.Reader) (err error) {
	var broken error      // why reading ended
	var read atomic.Int64 // records so far
	written := int64(0)
	records := func(yield func(record.Raw) bool) {
		for {
			raw, err := reader.NextRaw()
			if err != nil {
				if !errors.Is(err, io.EOF) {
					broken = err
				}
				return
			}
			read.Add(1)
			if !yield(raw) {
				return
			}
		}
	}
	answer := func(raw record.Raw) checked { return c.answer(reader, raw) }
	for a := range ordered.Map(context.Background(), c.flags.jobs, records, answer) {
		err = c.put(reader, &a)
		// Someone may wait for this answer, unless others are on their way.
		if written++; err == nil && c.flush && written == read.Load() {
			err = c.out.Flush()
		}
		if err != nil {
			break
		}
	}
	if broken != nil {
		c.unreadable(broken)
	}
	return err
}

func (c *checkRun) answer(reader *record.Reader, raw record.Raw) checked {
	r := reader.Decode(raw)
	a := checked{
		warnings: r.Warnings,
		item:     report.Item{File: c.file, Line: r.Line, Record: r.Number, ID: r.ID, Submission: r.Submission, Err: r.Err},
	}
	if r.Err == nil {
		a.panicked = caught(r.ID, func() {
			a.iconFault = loadIcon(r.Submission, c.file)
			a.item.Report = c.validator.Check(r.Submission)
			if !c.flags.manual {
				a.item.Report.Manual = nil
			}
		})
	}
	if a.panicked != nil {
		a.item.Submission, a.item.Err = nil, faultOf(c.file, r.Line, r.Number, a.panicked)
	}
	return a
}

// put tells of a record and writes its answer, in input order.
func (c *checkRun) put(reader *record.Reader, a *checked) error {
	a.item.Warnings = reader.Tell(a.warnings)
	if a.item.Err != nil {
		c.tally.unread++
		c.progress.line(a.item.Err.Error())
		c.traces.tell(c.progress, a.panicked)
	} else {
		c.tally.count(a.item.Report)
	}
	if a.iconFault != nil {
		c.iconFaults.tell(c.progress, fmt.Errorf("%s:%d: %w", c.file, a.item.Line, a.iconFault), &c.tally)
	}
	c.progress.show(c.tally.records())
	return c.writer.Write(a.item)
}

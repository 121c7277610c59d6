package main

import (
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
)

// queuedPerJob bounds the records in memory: what is read runs ahead of what is
// written by this many for each job.
const queuedPerJob = 32

// task is a record on its way; its answer is put into item, and done is closed.
type task struct {
	raw       record.Raw
	warnings  record.Warnings
	item      report.Item
	iconFault error // why the icon could not be loaded
	done      chan struct{}
}

// pipe reads records, checks them on all jobs, and writes the answers in the
// order of the input. The error is that of the output.
func (c *checkRun) pipe(reader *record.Reader) error {
	jobs := max(c.flags.jobs, 1)
	ordered := make(chan *task, jobs*queuedPerJob)
	work := make(chan *task, jobs*queuedPerJob)
	stop := make(chan struct{})
	var broken error // why reading ended; read after ordered is closed
	go func() {
		broken = feed(reader, ordered, work, stop)
		close(work)
		close(ordered)
	}()
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for t := range work {
				c.answer(reader, t)
			}
		})
	}
	err := c.writeInOrder(reader, ordered)
	close(stop)
	for range ordered { // the output failed: let the reader end
	}
	workers.Wait()
	if broken != nil {
		c.unreadable(broken)
	}
	return err
}

// feed hands each record to the writer, then to the workers: the writer waits
// for it in its turn. It gives what kept it from reading on.
func feed(reader *record.Reader, ordered, work chan<- *task, stop <-chan struct{}) error {
	for {
		raw, err := reader.NextRaw()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		t := &task{raw: raw, done: make(chan struct{})}
		select {
		case <-stop:
			return nil
		case ordered <- t:
			work <- t
		}
	}
}

func (c *checkRun) answer(reader *record.Reader, t *task) {
	defer close(t.done)
	r := reader.Decode(t.raw)
	t.warnings = r.Warnings
	t.item = report.Item{File: c.file, Line: r.Line, ID: r.ID, Submission: r.Submission, Err: r.Err}
	if r.Err == nil {
		t.iconFault = loadIcon(r.Submission, c.file)
		t.item.Report = c.validator.Check(r.Submission)
	}
}

func (c *checkRun) writeInOrder(reader *record.Reader, ordered <-chan *task) error {
	for t := range ordered {
		<-t.done
		reader.Tell(t.warnings)
		if t.item.Err != nil {
			c.tally.unread++
			c.progress.line(t.item.Err.Error())
		} else {
			c.tally.count(t.item.Report)
		}
		if t.iconFault != nil {
			c.iconFaults.tell(c.progress, fmt.Sprintf("%s:%d: %v", c.file, t.raw.Line, t.iconFault))
		}
		c.progress.show(c.tally.records())
		if err := c.writer.Write(t.item); err != nil {
			return err
		}
		if c.flush && len(ordered) == 0 {
			if err := c.out.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

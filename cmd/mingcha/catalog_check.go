package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/mingcha-go/mingcha/internal/ordered"
	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/internal/workbook"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// outcome is what comes of a record at the first reading.
type outcome struct {
	number   int
	reader   *record.Reader
	warnings record.Warnings
	// fault says why the record could not be read, iconFault why its icon could
	// not, each with its place.
	fault, iconFault error
	member           catalog.Member
	// line goes into the journal; nil where it is there already.
	line []byte
	// warned is the item that the line is of, where the record has warnings to be told.
	warned *report.Item
	entry  entry
	fields workbook.Fields
	// panicked says why the record could not be checked.
	panicked error
	err      error
}

// checkRecords reads the input, sketches every record for the search of
// duplicates, and checks those that the journal does not have yet.
func (c *catalogRun) checkRecords(ctx context.Context) error {
	c.newProgress("checking ")
	defer func() { c.progress.end() }()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	records := c.source.records(c.progress, c.progress.line, func(err error) {
		c.tally.files++
		c.progress.line(err.Error())
	})
	done := c.journal.Done()
	answer := inBatches(func(l *located) outcome { return c.checkRecord(l, done) })
	for batch := range ordered.Map(ctx, c.flags.jobs, batches(records, (*located).Size), answer) {
		for i := range batch {
			if err := c.take(&batch[i]); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// take takes in what has come of a record, in input order.
func (c *catalogRun) take(o *outcome) error {
	if told := o.reader.Tell(o.warnings); len(told) > 0 && o.line != nil && o.warned != nil {
		o.err = errors.Join(o.err, o.addWarnings(told))
	}
	c.met++
	if o.fault != nil {
		c.unread++
		c.progress.line(o.fault.Error())
	}
	c.traces.tell(c.progress, o.panicked)
	if o.iconFault != nil {
		c.iconFaults.tell(c.progress, o.iconFault, &c.tally)
	}
	if o.err != nil {
		return o.err
	}
	if o.line != nil {
		if err := c.journal.Append(o.line); err != nil {
			return err
		}
	}
	if c.duplicates != nil && o.member.Number > 0 {
		c.duplicates.Add(&o.member)
	}
	c.fields |= o.fields
	c.progress.show(o.number)
	return nil
}

func (c *catalogRun) checkRecord(l *located, done int) outcome {
	r := l.reader.Decode(l.Raw)
	o := outcome{number: l.number, reader: l.reader, warnings: r.Warnings}
	e := entry{sum: l.Sum()}
	if r.Err != nil {
		o.fault = r.Err
	} else {
		o.panicked = caught(r.ID, func() { c.checkSubmission(l, r.Submission, done, &o, &e) })
	}
	if o.panicked != nil {
		fault := faultOf(l.file, l.Line, l.Number, o.panicked)
		o.fault, e.report, e.panicked = fault, nil, fault.Message
	}
	if l.number > done {
		o.line, o.entry = e.line(), e
	}
	return o
}

// addWarnings writes the line anew with what was told of the record.
func (o *outcome) addWarnings(told []string) (err error) {
	o.warned.Warnings = told
	if o.entry.report, err = report.EncodeReport(o.warned); err == nil {
		o.line = o.entry.line()
	}
	return err
}

// checkSubmission checks what the journal does not have.
func (c *catalogRun) checkSubmission(l *located, s *validate.Submission, done int, o *outcome, e *entry) {
	if path := iconPath(s, l.file); path != "" {
		e.icon = stampOf(path) // before it is read: a change under way is noticed
	}
	if err := loadIcon(s, l.file); err != nil {
		o.iconFault = fmt.Errorf("%s:%d: %w", l.file, l.Line, err)
	}
	if c.duplicates != nil {
		o.member = catalog.MemberOf(l.number, s)
	}
	if c.format == formatXLSX && l.reader.Columns() == nil {
		o.fields = workbook.FieldsOf(s)
	}
	if l.number <= done {
		return
	}
	r := c.validator.Check(s)
	r.Manual = nil // see Manual in item
	item := report.Item{File: l.file, Line: l.Line, Record: l.Number, Report: r}
	e.report, o.err = report.EncodeReport(&item)
	if len(o.warnings) > 0 {
		o.warned = &item
	}
	for i := range r.Findings {
		e.worst = max(e.worst, r.Findings[i].Severity)
	}
}

// fingerprint says what the lines of a journal depend on: the input, what is
// checked and how, and the program itself.
func (c *catalogRun) fingerprint() (string, error) {
	input, err := c.source.digest()
	if err != nil {
		return "", err
	}
	f := &c.flags
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q %d %t %t %q %q %q", f.lang, f.edition, f.columns, f.sheet, f.headerRow, f.strict, f.complete, f.withoutLists, f.withoutChecks, f.severityEach)
	for _, dir := range f.lists {
		if err := digestLists(h, dir); err != nil {
			return "", err
		}
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprint(h, info)
	}
	return fmt.Sprintf(`{"journal":3,"input":%q,"settings":%q}`, input, hex.EncodeToString(h.Sum(nil))), nil
}

// digestLists sums the word lists of a folder up.
func digestLists(h io.Writer, dir string) error {
	lists, err := listFiles(dir)
	for _, name := range lists {
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		within, _ := filepath.Rel(dir, name)
		fmt.Fprintf(h, " %q %x", within, sha256.Sum256(content))
	}
	return err
}

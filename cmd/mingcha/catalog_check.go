package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"github.com/mingcha-go/mingcha/internal/ordered"
	"github.com/mingcha-go/mingcha/internal/workbook"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// outcome is what comes of a record at the first reading.
type outcome struct {
	number int
	member catalog.Member
	// line goes into the journal; nil where it is there already.
	line []byte
	// fault says why the record, or its icon, could not be read.
	fault  string
	fields workbook.Fields
	err    error
}

// unreadLine stands in the journal for a record that could not be read.
const unreadLine = "null\n"

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
	answer := func(l located) outcome { return c.checkRecord(l, done) }
	for o := range ordered.Map(ctx, c.flags.jobs, records, answer) {
		if o.fault != "" {
			c.progress.line(o.fault)
		}
		switch {
		case o.err != nil:
			return o.err
		case o.line != nil:
			if err := c.journal.Append(o.line); err != nil {
				return err
			}
		}
		if c.duplicates != nil && o.member.Number > 0 {
			c.duplicates.Add(&o.member)
		}
		c.fields |= o.fields
		c.progress.show(o.number)
	}
	return ctx.Err()
}

func (c *catalogRun) checkRecord(l located, done int) outcome {
	o := outcome{number: l.number}
	if l.Err != nil {
		o.fault = l.Err.Error()
		if l.number > done {
			o.line = []byte(unreadLine)
		}
		return o
	}
	if err := loadIcon(l.Submission, l.file); err != nil {
		o.fault = fmt.Sprintf("%s:%d: %v; the rest of the record is checked", l.file, l.Line, err)
	}
	if c.duplicates != nil {
		o.member = catalog.MemberOf(l.number, l.Submission)
	}
	if c.format == formatXLSX && l.columns == nil {
		o.fields = workbook.FieldsOf(l.Submission)
	}
	if l.number > done {
		var line bytes.Buffer
		encoder := json.NewEncoder(&line)
		encoder.SetEscapeHTML(false)
		r := c.validator.Check(l.Submission)
		r.Manual = nil // the same for all: see answer
		o.err = encoder.Encode(r)
		o.line = line.Bytes()
	}
	return o
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
	fmt.Fprintf(h, "%q %q %q %t %t %q %q %q", f.lang, f.edition, f.columns, f.strict, f.complete, f.withoutLists, f.withoutChecks, f.severityEach)
	for _, dir := range f.lists {
		if err := digestLists(h, dir); err != nil {
			return "", err
		}
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprint(h, info)
	}
	return fmt.Sprintf(`{"journal":1,"input":%q,"settings":%q}`, input, hex.EncodeToString(h.Sum(nil))), nil
}

// digestLists sums the word lists of a folder up.
func digestLists(h io.Writer, dir string) error {
	lists, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	if err != nil {
		return err
	}
	slices.Sort(lists)
	for _, name := range lists {
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(h, " %q %x", filepath.Base(name), sha256.Sum256(content))
	}
	return nil
}

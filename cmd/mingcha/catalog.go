package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"time"

	"github.com/mingcha-go/mingcha/internal/journal"
	"github.com/mingcha-go/mingcha/internal/summary"
	"github.com/mingcha-go/mingcha/internal/suppress"
	"github.com/mingcha-go/mingcha/internal/workbook"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// catalogFlags are the flags of mingcha catalog.
type catalogFlags struct {
	checkFlags
	output, html    string
	allow, baseline string
	resume          bool
}

func (c *catalogFlags) register(fs *flag.FlagSet) {
	c.registerCatalog(fs)
	fs.StringVar(&c.output, "output", "", "write to a `file`, which appears when it is whole; its extension tells the format")
	fs.BoolVar(&c.resume, "resume", false, "with --output: go on where a run that was killed has stopped")
	fs.StringVar(&c.html, "html", "", "write a page that sums up to a `file`: verdicts, rules, owners, duplicates")
	fs.StringVar(&c.allow, "allow", "", "let pass what a `file` lists: TSV with columns text, check, id, reason, until")
	fs.StringVar(&c.baseline, "baseline", "", "let pass what the output of an earlier run has, a `file` of JSON lines: only what is new counts")
}

// catalogRun is one run of mingcha catalog. It reads the input twice: once to
// check it, into a journal, and once more to write the answers when it is known
// what repeats what.
type catalogRun struct {
	flags     catalogFlags
	sh        *shell
	validator *validate.Validator
	format    string
	source    *source
	settled   suppress.Set
	journal   *journal.Journal
	outputs   outputs
	// duplicates is nil where both checks that ask it are turned off, and after them.
	duplicates *catalog.Duplicates
	repeats    []catalog.Repeat
	taken      []catalog.Taken
	groups     int // that the repeats are of
	// fields are those that the catalog's records have, for a workbook.
	fields workbook.Fields
	// met counts the records of the first reading, unread those it could not read.
	met, unread int
	// page is nil without --html.
	page       *summary.Summary
	tally      tally
	iconFaults iconFaults
	traces     traces
	progress   *progress
}

// How far the heap may grow while records are checked, which makes much garbage
// over a small heap: at 100 % a tenth of the time goes into collecting it. The search
// for duplicates makes little, over all that is kept of the records.
const (
	whileChecking  = 200 // percent
	whileSearching = 50  // percent
)

const catalogSynopsis = `mingcha catalog [flags] FILE... | -

Checks the records of all files, and finds those that repeat another one (rules
1.5, 1.6, 3.5) or bear the name of another owner's (1.6; 2.5 in 2026). Files are JSON lines, a JSON array, CSV, TSV or XLSX; UTF-8,
UTF-16, GBK and GB18030 are recognised. Answers come in the order of the input;
--output FILE.xlsx gives the rows back with two columns more.`

func runCatalog(sh *shell, args []string) (code int, err error) {
	c := &catalogRun{sh: sh, progress: newProgress(sh.err, 0, false)}
	defer endOnSignal(sh.err)()
	fs := newFlags("catalog", catalogSynopsis)
	c.flags.register(fs)
	files, failOn, err := c.flags.begin(sh, fs, args)
	if err != nil {
		return exitTrouble, err
	}
	defer c.close()
	if err := c.prepare(files); err != nil {
		return exitTrouble, err
	}
	if err := c.run(context.Background()); err != nil {
		return exitTrouble, err
	}
	if !c.flags.quiet {
		fmt.Fprintln(sh.err, c.counts())
	}
	return c.tally.exitCode(failOn), nil
}

// close lets go of what prepare has taken, also where that failed.
func (c *catalogRun) close() {
	c.outputs.release()
	if c.source != nil {
		c.source.close()
	}
}

// prepare finds whatever would make the run fail before there is any work done.
func (c *catalogRun) prepare(files []string) (err error) {
	switch {
	case len(files) == 0:
		return errors.New("nothing to check: give a file, or - for standard input")
	case c.flags.resume && c.flags.output == "":
		return errors.New("--resume needs --output: what went to standard output cannot be continued")
	}
	if c.format, err = c.flags.outputFormat(isTerminal(c.sh.out)); err != nil {
		return err
	}
	columns, err := c.flags.columnNames()
	if err != nil {
		return err
	}
	if err := errors.Join(intoInput(c.sh, files), c.claimOutputs(files)); err != nil {
		return err
	}
	if c.validator, err = c.flags.newValidator(); err != nil {
		return err
	}
	if err := c.readSettled(); err != nil {
		return err
	}
	if c.asks(catalog.Slug) || c.asks(catalog.TakenSlug) {
		c.duplicates = catalog.NewDuplicates()
	}
	if c.source, err = newSource(c.sh.in, files, c.flags.reading(columns, nil)); err != nil {
		return err
	}
	return c.outputs.mayFollow(c.source)
}

// readSettled reads --allow and --baseline.
func (c *catalogRun) readSettled() error {
	if name := c.flags.allow; name != "" {
		in, err := suppress.Open(name)
		if err != nil {
			return fmt.Errorf("--allow %s: %w", name, err)
		}
		defer in.Close()
		if err := c.settled.ReadAllow(name, in, time.Now(), c.progress.line); err != nil {
			return err
		}
	}
	if name := c.flags.baseline; name != "" {
		in, err := suppress.Open(name)
		if err != nil {
			return fmt.Errorf("--baseline %s: %w", name, err)
		}
		defer in.Close()
		return c.settled.ReadBaseline(name, in)
	}
	return nil
}

// run checks, finds the repeats, writes, and removes the journal when all of
// that is done, or when nothing could go on from it.
func (c *catalogRun) run(ctx context.Context) error {
	if err := c.openJournal(); err != nil {
		return err
	}
	growHeap(whileChecking)
	err := c.checkRecords(ctx)
	if err == nil {
		if err = c.mayReplace(); err != nil {
			return errors.Join(err, c.journal.Remove())
		}
		if c.duplicates != nil {
			c.findRepeats()
		}
		if c.flags.html != "" {
			c.page = summary.New(validate.Language(c.flags.lang), c.repeats)
		}
		err = c.writeAnswers(ctx)
	}
	if err != nil && c.outputs.answers != nil {
		c.journal.Close() // what could not be written is told already
		return err
	}
	return errors.Join(err, c.journal.Remove())
}

// asks tells whether a check is not turned off.
func (c *catalogRun) asks(check string) bool { return !slices.Contains(c.flags.withoutChecks, check) }

// findRepeats finds what repeats what and whose names are taken, and lets go of all
// that it was found by.
func (c *catalogRun) findRepeats() {
	c.progress.say("looking for near-duplicates")
	growHeap(whileSearching)
	if c.asks(catalog.Slug) {
		c.repeats, c.groups = c.duplicates.Repeats(), c.duplicates.Groups()
	}
	if c.asks(catalog.TakenSlug) {
		c.taken = c.duplicates.Taken()
	}
	c.duplicates = nil
	growHeap(whileChecking)
	c.progress.end()
}

// openJournal opens the journal beside the output, or one for this run only.
func (c *catalogRun) openJournal() (err error) {
	if c.outputs.answers == nil {
		c.journal, err = journal.Temporary()
		return err
	}
	header, err := c.fingerprint()
	if err != nil {
		return err
	}
	path := c.outputs.answers.Path() + journal.Ext
	var stale iconStamp // the first icon that changed since it was checked
	var resume func([]byte) bool
	if c.flags.resume {
		resume = func(line []byte) bool {
			e, err := parseEntry(line)
			if err == nil && e.icon.changed() {
				stale = e.icon
			}
			return err == nil && stale.path == ""
		}
	}
	var found bool
	if c.journal, found, err = journal.Open(path, header, resume); err != nil {
		return err
	}
	if stale.path != "" {
		c.progress.line(fmt.Sprintf("%s has changed since record %d was checked: that and those after it are checked again", stale.path, c.journal.Done()+1))
	}
	switch done := c.journal.Done(); {
	case done > 0:
		c.progress.line(fmt.Sprintf("going on after %d records", done))
	case stale.path != "": // said already
	case found && c.flags.resume:
		c.progress.line("begun anew: " + path + " is of another input, other flags or another version of mingcha, or holds no record")
	case found:
		c.progress.line("begun anew: without --resume, what an earlier run left in " + path + " is not used")
	}
	return nil
}

// newProgress makes the line that shows how far a reading of the input is.
func (c *catalogRun) newProgress(doing string) {
	c.progress = newProgress(c.sh.err, c.source.size, !c.flags.quiet && isTerminal(c.sh.err) && (c.flags.output != "" || !isTerminal(c.sh.out)))
	c.progress.doing = doing
}

// counts is the last line of standard error.
func (c *catalogRun) counts() string {
	s := c.tally.String()
	if len(c.repeats) > 0 {
		s += fmt.Sprintf("; %d records repeat others, in %d groups", len(c.repeats), c.groups)
	}
	if len(c.taken) > 0 {
		s += fmt.Sprintf("; %d names are those of earlier records or like them", len(c.taken))
	}
	for _, place := range c.settled.Unused() {
		s += fmt.Sprintf("\nmingcha: %s: allows nothing in this catalog", place)
	}
	return s
}

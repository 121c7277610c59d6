package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/validate"
)

// checkRun is one run of mingcha check.
type checkRun struct {
	flags     checkFlags
	sh        *shell
	validator *validate.Validator
	columns   map[string]string
	out       *bufio.Writer
	writer    report.Writer
	// file is that which is being read.
	file string
	// flush says that someone may be waiting for each answer.
	flush      bool
	tally      tally
	iconFaults iconFaults
	traces     traces
	progress   *progress
}

const checkSynopsis = `mingcha check [flags] FILE... | -
mingcha check --name NAME [--intro TEXT ...]

Files are JSON lines, a JSON array, CSV, TSV or XLSX; UTF-8, UTF-16, GBK and
GB18030 are recognised.`

func runCheck(sh *shell, args []string) (int, error) {
	c := &checkRun{sh: sh}
	defer endOnSignal(sh.err)()
	fs := newFlags("check", checkSynopsis)
	c.flags.register(fs)
	files, failOn, err := c.flags.begin(sh, fs, args)
	if err != nil {
		return exitTrouble, err
	}
	if err := c.prepare(); err != nil {
		return exitTrouble, err
	}
	if err := c.checkAll(files); err != nil {
		return exitTrouble, err
	}
	if !c.flags.quiet && !c.flags.single() {
		fmt.Fprintln(sh.err, c.tally.String())
	}
	return c.tally.exitCode(failOn), nil
}

func (c *checkRun) prepare() (err error) {
	if c.columns, err = c.flags.columnNames(); err != nil {
		return err
	}
	format, err := c.flags.chooseFormat(isTerminal(c.sh.out))
	if err != nil {
		return err
	}
	if c.validator, err = c.flags.newValidator(); err != nil {
		return err
	}
	c.out = bufio.NewWriterSize(c.sh.out, 1<<16)
	c.writer, err = report.New(format, c.out, validate.Language(c.flags.lang))
	return err
}

// checkAll checks the submission of the flags, or every file, and ends the output.
func (c *checkRun) checkAll(files []string) error {
	single := c.flags.single()
	switch {
	case single && len(files) > 0:
		return errors.New("give either a submission by flags or files, not both")
	case !single && len(files) == 0:
		return errors.New("nothing to check: give a file, - for standard input, or --name")
	}
	if single {
		s := &c.flags.submission
		if err := loadIcon(s, "-"); err != nil {
			return err
		}
		r, err := c.validator.CheckContext(context.Background(), s)
		if err != nil {
			c.traces.tell(newProgress(c.sh.err, 0, false), err)
			return err
		}
		if !c.flags.manual {
			r.Manual = nil
		}
		c.tally.count(r)
		if err := c.writer.Write(report.Item{Submission: s, Report: r}); err != nil {
			return err
		}
	}
	if err := intoInput(c.sh, files); err != nil {
		return err
	}
	for _, file := range files {
		if err := c.checkFile(file); err != nil {
			return err
		}
	}
	if err := c.writer.Close(); err != nil {
		return err
	}
	return c.out.Flush()
}

// checkFile checks the records of a file. A file that cannot be read is told of
// and counted, and the run goes on; the error is that of the output.
func (c *checkRun) checkFile(name string) error {
	in, size, err := c.open(name)
	c.progress = newProgress(c.sh.err, size, !c.flags.quiet && isTerminal(c.sh.err) && !isTerminal(c.sh.out))
	if err != nil {
		c.unreadable(err)
		return nil
	}
	defer in.Close()
	c.flush = name == "-"
	defer c.progress.end()
	all, err := openTables(name, in, c.progress.reading(in), c.flags.reading(c.columns, c.progress.line))
	if err != nil {
		c.unreadable(err)
		return nil
	}
	defer all.Close()
	for {
		var reader *record.Reader
		c.file, reader, err = all.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			c.unreadable(err)
			continue
		}
		if err := c.pipe(reader); err != nil {
			return err
		}
	}
}

// open opens a file, or standard input for -, with its size, 0 if unknown.
func (c *checkRun) open(name string) (io.ReadCloser, int64, error) {
	if name == "-" {
		return io.NopCloser(c.sh.in), 0, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = fmt.Errorf("%s is a folder: give the files in it", name)
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// unreadable tells of a file of which nothing more can be read.
func (c *checkRun) unreadable(err error) {
	c.tally.files++
	c.progress.line(err.Error())
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if o, outlet := stream.(*outlet); outlet {
		f, ok = o.Writer.(*os.File)
	}
	return ok && term.IsTerminal(int(f.Fd()))
}

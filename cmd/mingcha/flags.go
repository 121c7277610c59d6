package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/validate"
)

// checkFlags are the flags of mingcha check.
type checkFlags struct {
	submission                                validate.Submission
	tags, iconText                            words
	format, lang, edition                     string
	failOn                                    string
	columns, sheet                            string
	headerRow                                 int
	strict, complete, quiet, manual           bool
	lists                                     words
	withoutLists, withoutChecks, severityEach words
	allow                                     words
	jobs                                      int
}

// words is a flag that may be given several times.
type words []string

func (w *words) String() string     { return strings.Join(*w, ",") }
func (w *words) Set(s string) error { *w = append(*w, s); return nil }

// register adds all flags of mingcha check.
func (c *checkFlags) register(fs *flag.FlagSet) {
	c.registerSubmission(fs)
	c.registerCatalog(fs)
	fs.Var(&c.allow, "allow", "let a text pass, with the reason: `text=reason` (again for more)")
}

// registerSubmission adds the flags that give a submission of their own.
func (c *checkFlags) registerSubmission(fs *flag.FlagSet) {
	fs.StringVar(&c.submission.Name, "name", "", "check one submission: its `name`")
	fs.StringVar(&c.submission.ShortName, "short-name", "", "... its short `name`")
	fs.StringVar(&c.submission.Intro, "intro", "", "... its intro, the `text` of 功能介绍")
	fs.StringVar(&c.submission.Description, "description", "", "... a longer `text` about it")
	fs.Var(&c.tags, "tag", "... a `tag` (again for more)")
	fs.Var(&c.iconText, "icon-text", "... `words` on its icon (again for more)")
	fs.StringVar(&c.submission.IconName, "icon", "", "... its icon, a `file` or a data: URI")
}

// registerCatalog adds the flags that say how files are read, checked and
// answered.
func (c *checkFlags) registerCatalog(fs *flag.FlagSet) {
	fs.StringVar(&c.format, "format", "", "`format` of the answers: text, json, jsonl, csv, html or sarif (text on a terminal, else jsonl)")
	fs.StringVar(&c.lang, "lang", "zh", "`language` of the messages: zh or en")
	fs.StringVar(&c.edition, "edition", "first", "`edition` of the operating rules whose numbers are printed: first, 2018 or 2026")
	fs.StringVar(&c.failOn, "fail-on", "reject", "least `severity` that makes the exit status 1: reject, review, advice or none")
	fs.StringVar(&c.columns, "columns", "", "the input's own `names` of fields: intro=功能介绍,name=名称")
	fs.BoolVar(&c.manual, "manual", false, "with each answer, the rules that a person has to look at (mingcha rules --manual has them once)")
	fs.StringVar(&c.sheet, "sheet", "", "of workbooks, read only the sheet of that `name` (all that are not hidden)")
	fs.IntVar(&c.headerRow, "header-row", 0, "the `line` of tables that names the columns (found among the first 20 rows)")
	fs.BoolVar(&c.strict, "strict", false, "take an unknown key of the input for an error of its record")
	fs.BoolVar(&c.complete, "complete", false, "submissions are meant to be whole: absent fields that the form requires are findings")
	fs.Var(&c.lists, "lists", "add the word lists of a `folder`; one with an embedded list's name replaces it (again for more)")
	fs.Var(&c.withoutLists, "without-list", "drop an embedded list by its `name` (again for more)")
	fs.Var(&c.withoutChecks, "without-check", "turn a check off by its `slug` (again for more)")
	fs.Var(&c.severityEach, "severity", "give all findings of a check one severity: `slug=review` (again for more)")
	fs.IntVar(&c.jobs, "jobs", runtime.GOMAXPROCS(0), "`number` of records checked at a time")
	fs.BoolVar(&c.quiet, "quiet", false, "no counts and no progress on standard error")
}

// single tells whether the flags give a submission of their own.
func (c *checkFlags) single() bool {
	s := &c.submission
	s.Tags, s.IconText = c.tags, c.iconText
	return s.Name+s.ShortName+s.Intro+s.Description+s.IconName != "" || len(s.Tags)+len(s.IconText) > 0
}

// reading are the options that catalogs are read with.
func (c *checkFlags) reading(columns map[string]string, warn func(string)) record.Options {
	return record.Options{Columns: columns, Strict: c.strict, Sheet: c.sheet, HeaderRow: c.headerRow, Warn: warn}
}

// threshold reads --fail-on; zero stands for none.
func (c *checkFlags) threshold() (validate.Severity, error) {
	for _, s := range []validate.Severity{0, validate.Advice, validate.Review, validate.Reject} {
		if c.failOn == s.String() {
			return s, nil
		}
	}
	return 0, fmt.Errorf("--fail-on %q: expected reject, review, advice or none", c.failOn)
}

// columnNames reads --columns.
func (c *checkFlags) columnNames() (map[string]string, error) {
	names := map[string]string{}
	if c.columns == "" {
		return nil, nil
	}
	for pair := range strings.SplitSeq(c.columns, ",") {
		field, theirs, ok := strings.Cut(pair, "=")
		field, theirs = strings.TrimSpace(field), strings.TrimSpace(theirs)
		if !ok || field == "" || theirs == "" {
			return nil, fmt.Errorf("--columns %q: expected field=name, as in intro=功能介绍", pair)
		}
		if names[field] != "" {
			return nil, fmt.Errorf("--columns gives %s twice: %q and %q", field, names[field], theirs)
		}
		names[field] = theirs
	}
	return names, nil
}

// mostJobs bounds what --jobs takes in memory and goroutines.
const mostJobs = 1024

// language checks --lang of the commands that make no Validator.
func language(lang string) (validate.Language, error) {
	if l := validate.Language(lang); l == validate.Chinese || l == validate.English {
		return l, nil
	}
	return "", fmt.Errorf("--lang %q: expected zh or en", lang)
}

// begin reads the arguments: what the command is to read, and the least severity
// that fails it.
func (c *checkFlags) begin(sh *shell, fs *flag.FlagSet, args []string) (files []string, failOn validate.Severity, err error) {
	if files, err = parse(sh, fs, args); err == nil {
		failOn, err = c.threshold()
	}
	if err == nil && (c.jobs < 1 || c.jobs > mostJobs) {
		err = fmt.Errorf("--jobs %d: expected 1 to %d", c.jobs, mostJobs)
	}
	return files, failOn, err
}

// newValidator makes the Validator that the flags ask for.
func (c *checkFlags) newValidator() (*validate.Validator, error) {
	opts, err := c.options()
	if err != nil {
		return nil, err
	}
	return validate.New(opts...)
}

// options makes the options of the Validator.
func (c *checkFlags) options() ([]validate.Option, error) {
	opts := []validate.Option{validate.WithLanguage(validate.Language(c.lang)), validate.WithEdition(validate.Edition(c.edition))}
	if c.complete {
		opts = append(opts, validate.WithComplete())
	}
	for _, dir := range c.lists {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("--lists %s: not a folder", dir)
		}
		if _, err := listFiles(dir); err != nil {
			return nil, fmt.Errorf("--lists %s: %w", dir, err)
		}
		opts = append(opts, validate.WithLists(os.DirFS(dir)))
	}
	opts = append(opts, validate.WithoutLists(c.withoutLists...), validate.WithoutChecks(c.withoutChecks...))
	for _, pair := range c.severityEach {
		slug, word, _ := strings.Cut(pair, "=")
		var s validate.Severity
		if err := s.UnmarshalText([]byte(word)); err != nil {
			return nil, fmt.Errorf("--severity %q: expected slug=reject, review or advice", pair)
		}
		opts = append(opts, validate.WithSeverity(slug, s))
	}
	for _, pair := range c.allow {
		text, reason, _ := strings.Cut(pair, "=")
		opts = append(opts, validate.WithAllow(text, reason))
	}
	return opts, nil
}

// listFiles gives the word lists of a folder and those in it, in the order of their
// paths. One that is no regular file is an error: a pipe would be waited for.
func listFiles(dir string) (lists []string, err error) {
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".tsv" {
			return err
		}
		info, err := os.Stat(path)
		if err == nil && !info.Mode().IsRegular() {
			err = fmt.Errorf("%s is no regular file", path)
		}
		lists = append(lists, path)
		return err
	})
	return lists, err
}

// chooseFormat settles the format: what was asked for, else by where it goes.
func (c *checkFlags) chooseFormat(terminal bool) (string, error) {
	switch {
	case c.format == "" && terminal:
		return "text", nil
	case c.format == "":
		return "jsonl", nil
	}
	for _, f := range report.Formats {
		if f == c.format {
			return f, nil
		}
	}
	return "", fmt.Errorf("--format %q: expected %s", c.format, strings.Join(report.Formats, ", "))
}

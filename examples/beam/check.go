package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

func init() {
	register.DoFn5x1[int, func(*record) bool, func(*catalog.Repeat) bool, func(*catalog.Taken) bool, func(int, line), error](&checkFn{})
	register.Iter1[record]()
	register.Iter1[catalog.Repeat]()
	register.Iter1[catalog.Taken]()
}

// settings are those of the validator that every worker builds.
type settings struct {
	Lang, Edition string
	Complete      bool
}

func (o settings) validator() (*validate.Validator, error) {
	opts := []validate.Option{validate.WithLanguage(validate.Language(o.Lang)), validate.WithEdition(validate.Edition(o.Edition))}
	if o.Complete {
		opts = append(opts, validate.WithComplete())
	}
	return validate.New(opts...)
}

// check gives the answers as lines of a file.
func check(s beam.Scope, o settings, records, repeats, taken beam.PCollection) beam.PCollection {
	s = s.Scope("Check")
	return beam.ParDo(s, &checkFn{Settings: o}, beam.CoGroupByKey(s, records, repeats, taken))
}

// answer is what is written of a record, as "mingcha catalog" does.
type answer struct {
	ID       string   `json:"id,omitempty"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Record   int      `json:"record"`
	Warnings []string `json:"warnings,omitempty"`
	*validate.Report
}

// checkFn checks a record and adds what it repeats and whose name it bears.
type checkFn struct {
	Settings  settings
	validator *validate.Validator
}

// Setup builds the validator: once a worker, as that takes some hundred times as
// long as a check.
func (fn *checkFn) Setup() (err error) {
	fn.validator, err = fn.Settings.validator()
	return err
}

func (fn *checkFn) ProcessElement(_ int, records func(*record) bool, repeats func(*catalog.Repeat) bool, taken func(*catalog.Taken) bool, emit func(int, line)) error {
	var r record
	if !records(&r) {
		return nil
	}
	report := fn.validator.Check(&r.Submission)
	report.Manual = nil // as the command leaves it out, unless it is asked for
	var repeat catalog.Repeat
	if repeats(&repeat) {
		fn.validator.Amend(report, repeat.Finding(&r.Submission, fn.validator.Language()))
	}
	var earlier catalog.Taken
	if taken(&earlier) {
		fn.validator.Amend(report, earlier.Finding(&r.Submission, fn.validator.Language()))
	}
	l, err := newLine(r.Place, answer{report.ID, r.File, r.Line, r.Place + 1, r.Warnings, report})
	if err == nil {
		emit(r.Part, l)
	}
	return err
}

// Package catalog checks many submissions at once: on all cores, in the order of
// the input, with bounded memory, and for what only shows across submissions,
// programs that are nearly the same (rules 1.5, 1.6 and 3.5).
//
//	duplicates := catalog.NewDuplicates()
//	for r, err := range catalog.Check(ctx, v, seq, catalog.Options{Duplicates: duplicates}) {
//		if err != nil {
//			return err // the context is done
//		}
//		... // r.Report, or r.Err for a record that could not be read
//	}
//	for _, repeat := range duplicates.Repeats() {
//		...
//	}
package catalog

import (
	"context"
	"errors"
	"iter"
	"runtime"

	"github.com/mingcha-go/mingcha/internal/ordered"
	"github.com/mingcha-go/mingcha/validate"
)

// Options change how a catalog is checked. The zero value uses all cores and
// looks for no duplicates.
type Options struct {
	// Jobs is how many submissions are checked at a time; 0: as many as there
	// are cores (GOMAXPROCS).
	Jobs int
	// Duplicates takes in every submission that could be read; nil: none. Ask it
	// for the repeats when the results have ended.
	Duplicates *Duplicates
}

// Result is the answer to one record of a catalog.
type Result struct {
	// Number is the place of the record in the sequence, from 1; bad records
	// count. It is 0 for a *FileError, which is of no record.
	Number int
	// Submission is the record as it was read. Of a bad record it holds what its
	// source gave, mostly nothing but an ID.
	Submission validate.Submission
	// Report is nil where Err is not.
	Report *validate.Report
	// Err says why the record could not be read, as its source told it; for
	// sources made by Read it is a *RecordError with file, line and field.
	Err error
}

// Check checks the submissions of a sequence and yields a Result for each, in
// the same order. A value that comes with an error is a bad record: it becomes a
// Result with that error, and the run goes on.
//
// Memory is bounded: reading runs ahead of the consumer by some dozens of records
// a job. When ctx is done, the last value has its error and an empty Result. When
// the loop ends, for whatever reason, no goroutine is left; seq is asked to stop
// at its next value, so one that may block for long should watch ctx.
func Check(ctx context.Context, v *validate.Validator, seq iter.Seq2[validate.Submission, error], o Options) iter.Seq2[Result, error] {
	jobs := o.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Result, error) bool) {
		answer := func(r Result) answered {
			if r.Err != nil {
				return answered{Result: r}
			}
			a := answered{Result: r}
			a.Report = v.Check(&a.Submission)
			if o.Duplicates != nil {
				a.member = MemberOf(r.Number, &a.Submission)
			}
			return a
		}
		for a := range ordered.Map(ctx, jobs, numbered(seq), answer) {
			if o.Duplicates != nil && a.Err == nil {
				o.Duplicates.Add(&a.member)
			}
			if !yield(a.Result, nil) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(Result{}, err)
		}
	}
}

// answered is a result with what is kept of its submission for duplicates.
type answered struct {
	Result
	member Member
}

// numbered turns records into results that lack the report.
func numbered(seq iter.Seq2[validate.Submission, error]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		number := 0
		for s, err := range seq {
			r := Result{Submission: s, Err: err}
			if fault := (*FileError)(nil); !errors.As(err, &fault) {
				number++
				r.Number = number
			}
			if !yield(r) {
				return
			}
		}
	}
}

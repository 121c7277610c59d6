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
	"runtime/debug"

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
	// Err says why the record could not be read, as its source told it (for
	// sources made by Read a *RecordError with file, line and field), or checked:
	// a *validate.PanicError.
	Err error
}

// Check checks the submissions of a sequence and yields a Result for each, in
// the same order. A value that comes with an error is a bad record: it becomes a
// Result with that error, and the run goes on.
//
// A check that panics, or the search for duplicates, makes its record a Result with
// a *validate.PanicError, and the run goes on; a seq that panics is not caught. A nil
// ctx, v or seq is the error of the only value.
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
		if err := missing(ctx, v, seq); err != nil {
			yield(Result{}, err)
			return
		}
		for a := range ordered.Map(ctx, jobs, numbered(seq), func(r Result) answered { return answer(ctx, v, r, o.Duplicates != nil) }) {
			if a.stopped {
				break
			}
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

// missing tells of arguments of Check that are not there.
func missing(ctx context.Context, v *validate.Validator, seq iter.Seq2[validate.Submission, error]) error {
	switch {
	case ctx == nil:
		return errors.New("catalog: Check with a nil context: expected context.Background() where there is nothing to wait for")
	case v == nil:
		return errors.New("catalog: Check with a nil *validate.Validator: expected one made by validate.New")
	case !isMade(v):
		return errors.New("catalog: Check with a *validate.Validator that was not made by New: expected one made by validate.New")
	case seq == nil:
		return errors.New("catalog: Check of a nil sequence: expected submissions, as those of Read")
	}
	return nil
}

// isMade tells whether a Validator is made by New: one that is not has no language,
// and says so by a panic.
func isMade(v *validate.Validator) (made bool) {
	defer func() { made = recover() == nil }()
	v.Language()
	return true
}

// answered is a result with what is kept of its submission for duplicates.
type answered struct {
	Result
	member Member
	// stopped tells that the context ended while the record was checked.
	stopped bool
}

// answer checks a record that could be read.
func answer(ctx context.Context, v *validate.Validator, r Result, asMember bool) (a answered) {
	a.Result = r
	if r.Err != nil {
		return a
	}
	defer func() {
		if p := recover(); p != nil {
			a.Report, a.Err = nil, &validate.PanicError{Value: p, Check: Slug, ID: r.Submission.ID, Stack: debug.Stack()}
		}
	}()
	a.Report, a.Err = v.CheckContext(ctx, &a.Submission)
	a.stopped = a.Err != nil && ctx.Err() != nil && errors.Is(a.Err, ctx.Err())
	if asMember && a.Err == nil {
		a.member = MemberOf(r.Number, &a.Submission)
	}
	return a
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

package catalog_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

func newValidator(t testing.TB, opts ...validate.Option) *validate.Validator {
	t.Helper()
	v, err := validate.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// records yields n records; those whose number bad names are errors.
func records(n int, bad ...int) iter.Seq2[validate.Submission, error] {
	return func(yield func(validate.Submission, error) bool) {
		for i := 1; i <= n; i++ {
			s := validate.Submission{ID: fmt.Sprint(i), Name: fmt.Sprintf("腾迅课堂%d", i)}
			var err error
			if slices.Contains(bad, i) {
				s, err = validate.Submission{ID: s.ID}, &catalog.RecordError{File: "x.jsonl", Line: i, Field: "name", Message: "expected a text"}
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

// settled waits until no more goroutines run than before.
func settled(t *testing.T, before int) {
	t.Helper()
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond) // those that ended may still be counted
	}
	stacks := make([]byte, 1<<16)
	t.Errorf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stacks[:runtime.Stack(stacks, true)])
}

func TestResultsComeInTheOrderOfTheRecords(t *testing.T) {
	v := newValidator(t)
	for _, jobs := range []int{0, 1, 3, 16} {
		before, want := runtime.NumGoroutine(), 0
		for r, err := range catalog.Check(t.Context(), v, records(1000), catalog.Options{Jobs: jobs}) {
			want++
			if err != nil || r.Err != nil || r.Number != want || r.Report.ID != fmt.Sprint(want) || r.Submission.ID != r.Report.ID || r.Report.Verdict != validate.Rejected {
				t.Fatalf("%d jobs: result %d is %+v, %v", jobs, want, r, err)
			}
		}
		if want != 1000 {
			t.Errorf("%d jobs: %d results", jobs, want)
		}
		settled(t, before)
	}
}

func TestABadRecordIsAResultWithItsPlaceAndTheRunGoesOn(t *testing.T) {
	var bad []int
	count := 0
	for r, err := range catalog.Check(t.Context(), newValidator(t), records(500, 1, 77, 500), catalog.Options{}) {
		if count++; err != nil {
			t.Fatal(err)
		}
		if r.Err != nil {
			bad = append(bad, r.Number)
			var place *catalog.RecordError
			if !errors.As(r.Err, &place) || place.Line != r.Number || place.Field != "name" || r.Report != nil || r.Submission.ID != fmt.Sprint(r.Number) {
				t.Errorf("result %+v", r)
			}
		}
	}
	if count != 500 || !slices.Equal(bad, []int{1, 77, 500}) {
		t.Errorf("%d results, bad ones %v", count, bad)
	}
}

func TestNothingIsLeftRunningWhenTheConsumerBreaksOff(t *testing.T) {
	v := newValidator(t)
	before := runtime.NumGoroutine()
	for _, after := range []int{1, 2, 100} {
		asked, stopped := 0, false
		source := func(yield func(validate.Submission, error) bool) {
			defer func() { stopped = true }()
			for yield(validate.Submission{Name: "青禾记账"}, nil) {
				asked++ // without end
			}
		}
		n := 0
		for range catalog.Check(t.Context(), v, source, catalog.Options{Jobs: 4}) {
			if n++; n == after {
				break
			}
		}
		if !stopped || asked > after+4*32*2+8 {
			t.Errorf("broken off after %d: the source was asked %d times, stopped: %v", after, asked, stopped)
		}
		settled(t, before)
	}
}

func TestACancelledRunEndsWithTheReason(t *testing.T) {
	v := newValidator(t)
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	endless := func(yield func(validate.Submission, error) bool) {
		for yield(validate.Submission{Name: "青禾记账"}, nil) {
		}
	}
	defer cancel()
	n := 0
	var last error
	for r, err := range catalog.Check(ctx, v, endless, catalog.Options{}) {
		if last != nil {
			t.Fatal("something comes after the end")
		}
		if last = err; err != nil {
			if r.Report != nil || r.Number != 0 {
				t.Errorf("with the error comes %+v", r)
			}
			continue
		}
		if n++; n == 50 {
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) || n < 50 || n > 51 {
		t.Errorf("%d results, then %v", n, last)
	}
	settled(t, before)
	done, stop := context.WithCancel(t.Context())
	stop()
	for r, err := range catalog.Check(done, v, endless, catalog.Options{}) {
		if err == nil {
			t.Errorf("a done context gives %+v", r)
		}
	}
	settled(t, before)
}

func TestTheSequenceMayBeRunAgain(t *testing.T) {
	seq := catalog.Check(t.Context(), newValidator(t), records(10), catalog.Options{})
	for range 2 {
		n := 0
		for range seq {
			n++
		}
		if n != 10 {
			t.Errorf("%d results", n)
		}
	}
}

func TestReadGivesBadRecordsWithFileAndLine(t *testing.T) {
	text := "{\"id\":\"1\",\"name\":\"甲\"}\n{\"id\":\"2\",\"name\":7}\nnonsense\n{\"id\":\"4\",\"name\":\"乙\"}\n"
	var got []string
	for s, err := range catalog.Read("x.jsonl", strings.NewReader(text), catalog.ReadOptions{}) {
		got = append(got, fmt.Sprintf("%s %s %v", s.ID, s.Name, err))
	}
	want := []string{"1 甲 <nil>", "2  x.jsonl:2: name: expected a text, got a number",
		" not a JSON object", "4 乙 <nil>"}
	if len(got) != 4 || got[0] != want[0] || got[1] != want[1] || !strings.Contains(got[2], "x.jsonl:3: ") || got[3] != want[3] {
		t.Errorf("got %q", got)
	}
}

func TestAFileThatCannotBeReadIsNoRecord(t *testing.T) {
	source := func(yield func(validate.Submission, error) bool) {
		for _, text := range []string{"%PDF-1.4\n", "{\"id\":\"1\"}\n", "甲,乙\n丙,丁\n", "{\"id\":\"2\"}\n{\"id\":"} {
			for s, err := range catalog.Read("x", strings.NewReader(text), catalog.ReadOptions{}) {
				if !yield(s, err) {
					return
				}
			}
		}
	}
	var got []string
	for r, err := range catalog.Check(t.Context(), newValidator(t), source, catalog.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		var file *catalog.FileError
		var place *catalog.RecordError
		got = append(got, fmt.Sprint(r.Number, r.Submission.ID, " ", errors.As(r.Err, &file), errors.As(r.Err, &place)))
	}
	if want := []string{"0 true true", "11 false false", "0 true true", "22 false false", "3 false true"}; !slices.Equal(got, want) {
		t.Errorf("number and ID, of the file or of the record: %q, expected %q", got, want)
	}
}

package catalog_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

func submissions(all ...validate.Submission) iter.Seq2[validate.Submission, error] {
	return func(yield func(validate.Submission, error) bool) {
		for _, s := range all {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func TestARecordThatPanicsIsAnErrorAndTheRunGoesOn(t *testing.T) {
	v, err := validate.New(validate.WithNow(func() time.Time { panic("the clock is broken") }))
	if err != nil {
		t.Fatal(err)
	}
	announced := validate.Submission{ID: "b", Intro: "预计2019年3月上线"}
	duplicates := catalog.NewDuplicates()
	number := 0
	seq := submissions(validate.Submission{ID: "a", Name: "腾迅课堂"}, announced, validate.Submission{ID: "c", Name: "青禾记账"}, announced)
	for r, err := range catalog.Check(context.Background(), v, seq, catalog.Options{Duplicates: duplicates}) {
		if err != nil {
			t.Fatal(err)
		}
		number++
		var fault *validate.PanicError
		panicked := errors.As(r.Err, &fault)
		if r.Number != number || panicked != (r.Submission.ID == "b") || panicked != (r.Report == nil) {
			t.Errorf("%+v", r)
		}
		if panicked && (fault.ID != "b" || fault.Check != "vague-intro" || len(fault.Stack) == 0) {
			t.Errorf("%+v", fault)
		}
	}
	if number != 4 || duplicates.Len() != 2 {
		t.Errorf("%d results, %d members: expected 4 and 2", number, duplicates.Len())
	}
}

// A context that ends while a record is checked is no fault of the record.
func TestARecordWhoseContextEndsIsNoResult(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	v, err := validate.New(validate.WithNow(func() time.Time { cancel(errors.New("enough")); return time.Now() }))
	if err != nil {
		t.Fatal(err)
	}
	var last error
	for r, err := range catalog.Check(ctx, v, submissions(validate.Submission{Intro: "预计2019年3月上线"}), catalog.Options{}) {
		if last = err; err == nil {
			t.Errorf("%+v", r)
		}
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("the last value has %v", last)
	}
}

func TestCheckSaysWhatIsMissing(t *testing.T) {
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for said, results := range map[string]iter.Seq2[catalog.Result, error]{
		"nil context":             catalog.Check(nil, v, submissions(), catalog.Options{}), //lint:ignore SA1012 that is what is tried
		"nil *validate.Validator": catalog.Check(ctx, nil, submissions(), catalog.Options{}),
		"nil sequence":            catalog.Check(ctx, v, nil, catalog.Options{}),
		"not made by New":         catalog.Check(ctx, new(validate.Validator), submissions(), catalog.Options{}),
	} {
		n := 0
		for _, err := range results {
			if n++; err == nil || !strings.Contains(err.Error(), said) {
				t.Errorf("%s: %v", said, err)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d values", said, n)
		}
	}
}

func TestArgumentsThatAreNilAreToldOf(t *testing.T) {
	var none *catalog.Duplicates
	s, sketch := &validate.Submission{}, new(catalog.Sketch)
	for said, call := range map[string]func(){
		"MemberOf with a nil *validate.Submission": func() { catalog.MemberOf(1, nil) },
		"SketchOf of a nil *validate.Submission":   func() { catalog.SketchOf(nil) },
		"Add of a nil *Member":                     func() { catalog.NewDuplicates().Add(nil) },
		"Add of a nil *Duplicates":                 func() { none.Add(new(catalog.Member)) },
		"Len of a nil *Duplicates":                 func() { none.Len() },
		"Repeats of a nil *Duplicates":             func() { none.Repeats() },
		"Groups of a nil *Duplicates":              func() { none.Groups() },
		"Similarity of a nil *Sketch":              func() { catalog.Similarity(nil, sketch) },
		"Near of a nil *Sketch":                    func() { catalog.Near(sketch, nil) },
		"BandKeys of a nil *Sketch":                func() { (*catalog.Sketch)(nil).BandKeys() },
		"Finding of a nil *Repeat":                 func() { (*catalog.Repeat)(nil).Finding(s, validate.Chinese) },
		"Finding with a nil *validate.Submission":  func() { new(catalog.Repeat).Finding(nil, validate.Chinese) },
	} {
		if err, _ := panicOf(call).(error); err == nil || !strings.HasPrefix(err.Error(), "catalog: "+said) {
			t.Errorf("%s: %v", said, err)
		}
	}
	for _, err := range catalog.Read("x.jsonl", nil, catalog.ReadOptions{}) {
		if err == nil || !strings.Contains(err.Error(), "x.jsonl") || !strings.Contains(err.Error(), "nil io.Reader") {
			t.Errorf("Read: %v", err)
		}
	}
}

func TestWhatIsEmptyGivesNothing(t *testing.T) {
	zero := new(catalog.Duplicates)
	if zero.Len() != 0 || len(zero.Repeats()) != 0 || zero.Groups() != 0 {
		t.Error("the zero value of Duplicates is not empty")
	}
	if catalog.Judge(nil) != nil || len(catalog.Pairs(nil, nil)) != 0 || len(catalog.Components(nil)) != 0 {
		t.Error("nothing has members, pairs or groups")
	}
	if f := new(catalog.Repeat).Finding(&validate.Submission{}, ""); f.Check != catalog.Slug || f.Start != 0 || f.End != 0 {
		t.Errorf("%+v", f)
	}
}

// panicOf gives what a function panics with, nil for nothing.
func panicOf(f func()) (p any) {
	defer func() { p = recover() }()
	f()
	return nil
}

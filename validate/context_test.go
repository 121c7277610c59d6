package validate_test

import (
	"context"
	"errors"
	"image"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

var errTired = errors.New("the caller is tired")

// cancelled gives a context that is done.
func cancelled(cause error) context.Context {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(cause)
	return ctx
}

func TestCheckContextGivesTheReportOfCheck(t *testing.T) {
	v := newValidator(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for _, s := range []*validate.Submission{{}, &clean, &whole, &dirty} {
		got, err := v.CheckContext(ctx, s)
		if want := v.Check(s); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v: %+v, %v; Check gives %+v", s, got, err, want)
		}
	}
}

func TestCheckContextOfADoneContextGivesItsErrorAndCause(t *testing.T) {
	report, err := newValidator(t).CheckContext(cancelled(errTired), &clean)
	if report != nil || !errors.Is(err, context.Canceled) || !errors.Is(err, errTired) {
		t.Errorf("%v, %v", report, err)
	}
	late, cancel := context.WithDeadline(context.Background(), time.Unix(0, 0))
	defer cancel()
	if _, err := newValidator(t).CheckContext(late, &clean); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

// The clock is asked in the middle of the checks, so a clock that ends the context
// shows that the checks after it are not run.
func TestCheckContextStopsBetweenChecksAndInsideLongTexts(t *testing.T) {
	for name, s := range map[string]validate.Submission{
		"a short text":                   {Intro: "预计2019年3月上线"},
		"a long text":                    {Intro: "预计2019年3月上线", Description: strings.Repeat("记录收支，", 1<<18)},
		"a text of a million list words": {Intro: "预计2019年3月上线", Description: strings.Repeat("赌博微信", 1<<18)},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancelCause(context.Background())
			v := newValidator(t, validate.WithNow(func() time.Time { cancel(errTired); return time.Now() }))
			if report, err := v.CheckContext(ctx, &s); report != nil || !errors.Is(err, errTired) {
				t.Errorf("%+v, %v", report, err)
			}
		})
	}
}

func TestAStoppedCheckLeavesTheValidatorAsItWas(t *testing.T) {
	v := newValidator(t)
	want := v.Check(&dirty)
	for range 50 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
		s := validate.Submission{Description: strings.Repeat("赌博微信腾迅", 1<<14), Tags: []string{"赌博"}}
		v.CheckContext(ctx, &s)
		cancel()
		if got := v.Check(&dirty); !reflect.DeepEqual(got, want) {
			t.Fatalf("after a stopped check: %+v, before: %+v", got, want)
		}
	}
}

func TestAPanicBelowACheckIsAPanicErrorThatNamesIt(t *testing.T) {
	clock := validate.WithNow(func() time.Time { panic("the clock is broken") })
	ink := errors.New("out of ink")
	printer := validate.WithTextReader(reader(func(context.Context, image.Image) ([]string, error) { panic(ink) }), time.Second)
	icon := ledger(t)
	for name, test := range map[string]struct {
		option validate.Option
		s      *validate.Submission
		check  string
		said   string
	}{
		"a clock":                           {clock, &validate.Submission{ID: "no. 7", Intro: "预计2019年3月上线"}, "vague-intro", "the clock is broken"},
		"a clock, while a rewrite is tried": {clock, &validate.Submission{ID: "no. 8", Intro: "国家级名师授课，预计2019年3月上线"}, "vague-intro", "the clock is broken"},
		"a TextReader":                      {printer, icon, "icon-text", "out of ink"},
	} {
		t.Run(name, func(t *testing.T) {
			v := newValidator(t, test.option)
			report, err := v.CheckContext(context.Background(), test.s)
			var fault *validate.PanicError
			if report != nil || !errors.As(err, &fault) {
				t.Fatalf("%+v, %v", report, err)
			}
			if fault.Check != test.check || fault.ID != test.s.ID || !strings.Contains(string(fault.Stack), "context_test.go") {
				t.Errorf("%+v", fault)
			}
			for _, part := range []string{test.check, test.s.ID, test.said} {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not say %q", err, part)
				}
			}
			if got := panicOf(func() { v.Check(test.s) }); !errors.As(asError(got), &fault) || fault.ID != test.s.ID {
				t.Errorf("Check panics with %v", got)
			}
			if r, err := v.CheckContext(context.Background(), &validate.Submission{Name: "腾迅课堂"}); err != nil || r.Verdict != validate.Rejected {
				t.Errorf("the next check: %+v, %v", r, err)
			}
		})
	}
	if _, err := newValidator(t, printer).CheckContext(context.Background(), icon); !errors.Is(err, ink) {
		t.Errorf("%v does not wrap what the reader panicked with", err)
	}
}

// panicOf gives what a function panics with, nil for nothing.
func panicOf(f func()) (p any) {
	defer func() { p = recover() }()
	f()
	return nil
}

func asError(p any) error {
	err, _ := p.(error)
	return err
}

func TestCheckContextCostsACleanSubmissionOneAllocation(t *testing.T) {
	if raceDetector {
		t.Skip("with -race pools drop what they are given at random; .ci/run has a run without")
	}
	v := newValidator(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if n := testing.AllocsPerRun(100, func() { v.CheckContext(ctx, &clean) }); n > 1 {
		t.Errorf("%v allocations", n)
	}
}

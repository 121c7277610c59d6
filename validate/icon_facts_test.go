package validate_test

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
	"github.com/mingcha-go/mingcha/validate"
)

func TestCheckIconGivesTheReportOfCheckWithWhatWasMeasured(t *testing.T) {
	v := newValidator(t, validate.WithLanguage(validate.English))
	for _, test := range []struct {
		name   string
		icon   []byte
		format string
		width  int
		bad    string // the measure past its limit
	}{
		{"a sharp icon", sample.PNG(sample.Leaf(200, 200, sample.Green, sample.White)), "PNG", 200, ""},
		{"a soft one", sample.JPEG(sample.Soft(sample.Leaf(256, 256, sample.Green, sample.White), 4), 90), "JPEG", 256, "edge-width"},
		{"no picture", []byte("RIFF\x10\x00\x00\x00WEBPVP8 "), "WebP", 0, ""},
		{"no icon", nil, "", 0, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := &validate.Submission{Name: "山间茶铺", Icon: test.icon}
			report, facts := v.CheckIcon(s)
			if want := v.Check(s); !reflect.DeepEqual(report.Findings, want.Findings) || report.Verdict != want.Verdict {
				t.Errorf("report %+v, want %+v", report, want)
			}
			if test.icon == nil {
				if facts != nil {
					t.Errorf("facts %+v", facts)
				}
				return
			}
			if facts == nil || facts.Format != test.format || facts.Width != test.width || (facts.Ground != "") != (test.width > 0) || (len(facts.Measures) > 0) != (test.width > 0) {
				t.Fatalf("facts %+v", facts)
			}
			bad := ""
			for _, m := range facts.Measures {
				if m.Title == "" {
					t.Errorf("%s has no title", m.Name)
				}
				if m.Bad {
					bad += m.Name
				}
			}
			if bad != test.bad {
				t.Errorf("past their limits: %q, want %q", bad, test.bad)
			}
		})
	}
}

func TestCheckIconContextGivesTheFactsOrFailsAsCheckContextDoes(t *testing.T) {
	v := newValidator(t)
	s := &validate.Submission{Name: "青禾记账", Icon: sample.PNG(sample.Leaf(192, 192, sample.Green, sample.White))}
	report, facts, err := v.CheckIconContext(t.Context(), s)
	wantReport, wantFacts := v.CheckIcon(s)
	if err != nil || !reflect.DeepEqual(report, wantReport) || !reflect.DeepEqual(facts, wantFacts) || len(facts.Measures) == 0 {
		t.Errorf("%v, %+v, %+v", err, report, facts)
	}
	done, end := context.WithCancel(t.Context())
	end()
	broken := newValidator(t, validate.WithNow(func() time.Time { panic("clock") }))
	s.Intro = "记录每天的收支，按月统计"
	for name, fails := range map[string]func() (*validate.Report, *validate.IconFacts, error){
		"done": func() (*validate.Report, *validate.IconFacts, error) { return v.CheckIconContext(done, s) },
		"nil":  func() (*validate.Report, *validate.IconFacts, error) { return v.CheckIconContext(t.Context(), nil) },
		"not made": func() (*validate.Report, *validate.IconFacts, error) {
			return new(validate.Validator).CheckIconContext(t.Context(), s)
		},
		"a check fails": func() (*validate.Report, *validate.IconFacts, error) { return broken.CheckIconContext(t.Context(), s) },
	} {
		report, facts, err := fails()
		var panicked *validate.PanicError
		if err == nil || report != nil || facts != nil || errors.As(err, &panicked) != (name == "a check fails") || errors.Is(err, context.Canceled) != (name == "done") {
			t.Errorf("%s: %v, %v, %v", name, report, facts, err)
		}
	}
}

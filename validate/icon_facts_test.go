package validate_test

import (
	"reflect"
	"testing"

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

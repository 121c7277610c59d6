package validate_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/faulty"
	"github.com/mingcha-go/mingcha/validate"
)

func TestEveryFaultOfAnIconIsAFindingThatSaysWhatItIsAndWhatToDo(t *testing.T) {
	zh, en := newValidator(t), newValidator(t, validate.WithLanguage(validate.English))
	for _, f := range faulty.Files() {
		chinese, english := formFinding(zh, f.Data), formFinding(en, f.Data)
		switch {
		case f.Kind == 0 && len(f.Flaws) == 0 && f.Frames < 2:
			if chinese != nil {
				t.Errorf("%s: %q, want nothing", f.Name, chinese.Message)
			}
			continue
		case chinese == nil || english == nil:
			t.Errorf("%s: no finding", f.Name)
			continue
		}
		for _, finding := range []*validate.Finding{chinese, english} {
			if finding.Suggestion == "" || strings.Contains(finding.Message, "%!") || strings.HasSuffix(finding.Message, string(f.Format)+" 文件") && f.Format != icon.Unknown || strings.Contains(finding.Message, "()") || strings.Contains(finding.Message, "（）") {
				t.Errorf("%s: %q, %q", f.Name, finding.Message, finding.Suggestion)
			}
		}
		if f.Format != icon.Unknown && f.Frames < 2 && !strings.Contains(chinese.Message, string(f.Format)) && f.Kind != icon.TooManyPixels {
			t.Errorf("%s: %q does not name %s", f.Name, chinese.Message, f.Format)
		}
		if want := faultSeverity(f); chinese.Severity != want {
			t.Errorf("%s: %s, want %s", f.Name, chinese.Severity, want)
		}
		if f.Kind == icon.Unread && strings.Contains(chinese.Message, "已损坏") {
			t.Errorf("%s: %q says nothing of %s", f.Name, chinese.Message, f.Variant)
		}
	}
}

// formFinding gives the finding of icon-format that is not about the few pixels of the
// files, nil if there is none.
func formFinding(v *validate.Validator, data []byte) *validate.Finding {
	for _, f := range v.Check(&validate.Submission{Name: "山间茶铺", Icon: data}).Findings {
		if f.Check == "icon-format" && !strings.Contains(f.Message, "144") {
			return &f
		}
	}
	return nil
}

func faultSeverity(f faulty.File) validate.Severity {
	switch {
	case f.Kind == icon.TooManyPixels, f.Variant == icon.JPEGUnusual, f.Frames > 1:
		return validate.Review
	case f.Kind == 0:
		return validate.Advice
	}
	return validate.Reject
}

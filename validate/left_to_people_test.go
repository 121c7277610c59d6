package validate_test

import (
	"slices"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func TestAReportTellsWhatAPersonHasToLookAt(t *testing.T) {
	v := newValidator(t)
	for _, test := range []struct {
		what      string
		features  []validate.Feature
		has, lack []string
	}{
		{"where no feature is stated, all", nil, []string{"7.1", "10.4.4", "11.2", "12.6.1", "3.2"}, nil},
		{"a shop", []validate.Feature{validate.FeaturePayment}, []string{"11.2", "11.5", "3.2"}, []string{"7.1", "10.4.4", "12.6.1"}},
		{"a forum with places", []validate.Feature{validate.FeatureUGC, validate.FeatureLocation}, []string{"7.1", "7.3", "10.4.4"}, []string{"11.2"}},
	} {
		s := &validate.Submission{Name: "青禾记账", Features: test.features}
		got := v.Check(s).Manual
		if !slices.Equal(got, v.Manual(s)) {
			t.Errorf("%s: the report has %v, Manual %v", test.what, got, v.Manual(s))
		}
		for _, number := range test.has {
			if !slices.Contains(got, number) {
				t.Errorf("%s: %s is missing in %v", test.what, number, got)
			}
		}
		for _, number := range test.lack {
			if slices.Contains(got, number) {
				t.Errorf("%s: %s is in %v", test.what, number, got)
			}
		}
	}
}

func TestAReportTellsWhatWasNotChecked(t *testing.T) {
	v := newValidator(t)
	whole := &validate.Submission{
		Name: "青禾记账", ShortName: "青禾记账", Intro: "记录每天的收支", Icon: []byte("x"), Categories: []string{"工具/记账"}, Contact: validate.Contact{Email: "a@qinghe.cn"},
		AdminWeChat: "qinghe_1", Owner: validate.Owner{Name: "李青", Kind: validate.OwnerIndividual}, Features: []validate.Feature{validate.FeatureLocation}, Tags: []string{"记账"},
	}
	for _, test := range []struct {
		what      string
		v         *validate.Validator
		s         *validate.Submission
		has, lack []string
	}{
		{"a name alone", v, &validate.Submission{Name: "青禾记账"}, []string{"2.2", "13.4", "form.icon", "2.3", "1.1"}, []string{"2.6", "6.1.6", "8.3", "3.2", "1.5"}},
		{"nearly a whole one", v, whole, []string{"3.9", "10.4.1"}, []string{"2.2", "13.4", "2.3", "7.2", "11.1"}},
		{"a whole one is meant", v.Complete(), &validate.Submission{Name: "青禾记账"}, nil, []string{"2.2", "3.9", "1.1"}},
		{"a check that is off", newValidator(t, validate.WithoutChecks("prohibited", "icon-background")), whole, []string{"6.1.6", "6.1.11", "13.4"}, []string{"2.1", "2.2"}},
		{"another edition", newValidator(t, validate.WithEdition(validate.Edition2026)), &validate.Submission{Name: "青禾记账"}, []string{"form.icon"}, []string{"5.24", "9.3"}},
	} {
		got := test.v.Check(test.s).NotChecked
		for _, number := range test.has {
			if !slices.Contains(got, number) {
				t.Errorf("%s: %s is missing in %v", test.what, number, got)
			}
		}
		for _, number := range test.lack {
			if slices.Contains(got, number) {
				t.Errorf("%s: %s is in %v", test.what, number, got)
			}
		}
	}
}

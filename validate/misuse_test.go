package validate_test

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/go-playground/validator/v10"

	"github.com/mingcha-go/mingcha/validate"
)

func TestNewRefusesOptionsThatAreNil(t *testing.T) {
	var fsys *fstest.MapFS
	for name, test := range map[string]struct {
		opts []validate.Option
		said string
	}{
		"an option":              {[]validate.Option{validate.WithComplete(), nil}, "option 2 of New is nil"},
		"a clock":                {[]validate.Option{validate.WithNow(nil)}, "expected a clock"},
		"lists":                  {[]validate.Option{validate.WithLists(nil)}, "expected a file system"},
		"lists, a nil pointer":   {[]validate.Option{validate.WithLists(fsys)}, "expected a file system"},
		"a logger":               {[]validate.Option{validate.WithLogger(nil)}, "expected a logger"},
		"a logger without a way": {[]validate.Option{validate.WithLogger(new(slog.Logger))}, "expected a logger"},
		"a reader":               {[]validate.Option{validate.WithTextReader(nil, time.Second)}, "needs a reader"},
		"a reader, a nil func":   {[]validate.Option{validate.WithTextReader(reader(nil), time.Second)}, "needs a reader"},
		"an icon":                {[]validate.Option{validate.WithProtectedIcon("青禾", "", nil)}, "青禾"},
		"an icon without a name": {[]validate.Option{validate.WithProtectedIcon("", "", nil)}, "needs a name"},
		"a check to leave out":   {[]validate.Option{validate.WithoutChecks("")}, "no check"},
		"a list to leave out":    {[]validate.Option{validate.WithoutLists("")}, "no embedded list"},
		"a severity":             {[]validate.Option{validate.WithSeverity("spam", 0)}, "expected advice"},
		"a severity's check":     {[]validate.Option{validate.WithSeverity("", validate.Advice)}, "no check"},
		"what is allowed":        {[]validate.Option{validate.WithAllow("", "")}, "needs a text"},
		"a language":             {[]validate.Option{validate.WithLanguage("")}, "expected zh or en"},
		"an edition":             {[]validate.Option{validate.WithEdition("")}, "expected first"},
	} {
		v, err := validate.New(test.opts...)
		if v != nil || err == nil || !strings.HasPrefix(err.Error(), "validate: ") || !strings.Contains(err.Error(), test.said) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := validate.New(validate.WithLists(fstest.MapFS(nil))); err != nil {
		t.Errorf("a file system without files: %v", err)
	}
}

// sayWhat holds a panic or an error to be a message of the library that names the
// method and tells what was expected.
func saysWhat(t *testing.T, method string, got any) {
	t.Helper()
	if _, bare := got.(runtime.Error); bare || got == nil || !strings.HasPrefix(fmt.Sprint(got), "validate: ") || !strings.Contains(fmt.Sprint(got), method) {
		t.Errorf("%s: %v", method, got)
	}
}

func TestAValidatorThatNewDidNotMakeSaysSo(t *testing.T) {
	ctx := context.Background()
	for name, v := range map[string]*validate.Validator{"nil": nil, "zero": new(validate.Validator)} {
		t.Run(name, func(t *testing.T) {
			for method, call := range map[string]func(){
				"Check":        func() { v.Check(&clean) },
				"CheckText":    func() { v.CheckText(validate.FieldName, "青禾") },
				"CheckIcon":    func() { v.CheckIcon(&clean) },
				"Rewrite":      func() { v.Rewrite(validate.FieldIntro, "青禾") },
				"ExplainMatch": func() { v.ExplainMatch("青禾") },
				"Amend":        func() { v.Amend(new(validate.Report)) },
				"In":           func() { v.In(validate.English) },
				"Complete":     func() { v.Complete() },
				"Language":     func() { v.Language() },
				"StructRule":   func() { v.StructRule(validate.Reject) },
			} {
				saysWhat(t, method, panicOf(call))
			}
			_, err := v.CheckContext(ctx, &clean)
			saysWhat(t, "CheckContext", err)
			saysWhat(t, "RegisterTags", v.RegisterTags(validator.New()))
			saysWhat(t, "RegisterTranslations", v.RegisterTranslations(validator.New(), nil))
		})
	}
}

func TestArgumentsThatAreNilAreToldOf(t *testing.T) {
	v := newValidator(t)
	var none context.Context
	pv, chinese, _ := tagged(t, v)
	for method, call := range map[string]func(){
		"Check of a nil *Submission":     func() { v.Check(nil) },
		"CheckIcon of a nil *Submission": func() { v.CheckIcon(nil) },
		"Amend of a nil *Report":         func() { v.Amend(nil) },
		"Collect with a nil context":     func() { validate.Collect(none, validate.Chinese) },
		"Report of a nil *Collector":     func() { (*validate.Collector)(nil).Report() },
		"StructRule(none)":               func() { v.StructRule(0) },
		"StructRule(Severity(9))":        func() { v.StructRule(9) },
	} {
		saysWhat(t, method, panicOf(call))
	}
	_, err := v.CheckContext(context.Background(), nil)
	saysWhat(t, "CheckContext of a nil *Submission", err)
	_, err = v.CheckContext(none, &clean)
	saysWhat(t, "CheckContext with a nil context", err)
	saysWhat(t, "RegisterTags on a nil *validator.Validate", v.RegisterTags(nil))
	saysWhat(t, "RegisterTags on a *validator.Validate that", v.RegisterTags(new(validator.Validate)))
	saysWhat(t, "RegisterTranslations on a nil *validator.Validate", v.RegisterTranslations(nil, chinese))
	saysWhat(t, "RegisterTranslations on a *validator.Validate that", v.RegisterTranslations(new(validator.Validate), chinese))
	saysWhat(t, "RegisterTranslations with a nil ut.Translator", v.RegisterTranslations(pv, nil))
}

type (
	numbered struct {
		Name int `validate:"mp_name"`
	}
	misspelt struct {
		Name string `validate:"mp_name=harsh"`
	}
	silent   struct{ Name string }
	unmarked struct{ Name string }
)

func (silent) Submission() *validate.Submission { return nil }

func TestAStructRuleSaysWhatIsWrongWithAForm(t *testing.T) {
	for said, form := range map[string]any{
		"mp_name on Name, a field of type int": numbered{1},
		"mp_name=harsh":                        misspelt{"腾迅课堂"},
		"Submission of validate_test.silent":   silent{},
	} {
		pv := validator.New()
		v := newValidator(t)
		rule := v.StructRule(validate.Advice)
		for _, tag := range []string{"mp_name"} { // a tag of the form that finds nothing
			pv.RegisterValidation(tag, func(validator.FieldLevel) bool { return true })
		}
		pv.RegisterStructValidationCtx(rule, form)
		saysWhat(t, said, panicOf(func() { pv.Struct(form) }))
	}
	pv := validator.New()
	pv.RegisterStructValidationCtx(newValidator(t).StructRule(validate.Advice), unmarked{})
	if err := pv.Struct(unmarked{"腾迅课堂"}); err != nil {
		t.Errorf("a form without tags: %v", err)
	}
}

func TestSamplesAndTextsOfNothingAreEmpty(t *testing.T) {
	if s := (validate.IconSample{Name: "a.png"}).Submission(); s == nil || len(s.Icon) > 0 {
		t.Errorf("%+v", s)
	}
	if (*validate.Submission)(nil).Text(validate.FieldName) != "" || (*validate.Rule)(nil).Manual() {
		t.Error("a nil submission has a text, or a nil rule is a person's")
	}
	for _, s := range []*validate.Submission{{}, (validate.IconSample{}).Submission(), (validate.Sample{}).Submission()} {
		if r := newValidator(t).Check(s); r.Verdict != validate.Pass {
			t.Errorf("%+v: %+v", s, r)
		}
	}
}

func TestCheckTextTakesFieldsOfAnyName(t *testing.T) {
	v := newValidator(t)
	for _, f := range []validate.Field{"", "comment", "tags[", "tags[1]", "tags[99999999999999999999]", "tags[-1]", "icon_text[x]", "icon", "contact.email", "\xff", "name\n"} {
		for _, r := range []*validate.Report{v.CheckText(f, "腾迅课堂，欢迎赌博"), v.CheckText(f, "\xff"), v.CheckText(f, "")} {
			for i := range r.Findings {
				if r.Findings[i].Field != f {
					t.Errorf("%q: %+v", f, r.Findings[i])
				}
			}
		}
		if text, _ := v.Rewrite(f, "全国最好的在线课堂"); text == "" {
			t.Errorf("%q: nothing is left", f)
		}
		v.Amend(v.Check(&clean), validate.Finding{Check: "own", Severity: validate.Review, Field: f, Start: -5, End: 1 << 40})
	}
}

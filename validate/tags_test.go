package validate_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/zh"
	"github.com/go-playground/locales/zh_Hans_CN"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/mingcha-go/mingcha/validate"
)

// tagged gives a validator of the library with our tags, and translators.
func tagged(t testing.TB, v *validate.Validator) (pv *validator.Validate, chinese, english ut.Translator) {
	t.Helper()
	pv = validator.New(validator.WithRequiredStructEnabled())
	if err := v.RegisterTags(pv); err != nil {
		t.Fatal(err)
	}
	all := ut.New(zh.New(), zh.New(), en.New())
	chinese, _ = all.GetTranslator("zh")
	english, _ = all.GetTranslator("en")
	for _, trans := range []ut.Translator{chinese, english} {
		if err := v.RegisterTranslations(pv, trans); err != nil {
			t.Fatal(err)
		}
	}
	return pv, chinese, english
}

func failures(t *testing.T, err error) validator.ValidationErrors {
	t.Helper()
	var errs validator.ValidationErrors
	if err != nil && !errors.As(err, &errs) {
		t.Fatal(err)
	}
	return errs
}

func TestEachTagJudgesItsField(t *testing.T) {
	pv, _, _ := tagged(t, newValidator(t))
	for _, test := range []struct {
		tag       string
		good, bad any
	}{
		{"mp_name", "青禾记账", "腾迅课堂"},
		{"mp_name", "青禾记账", "\xff\xfe青禾"},
		{"mp_name", "", "麦"},
		{"mp_short_name", "青禾", "青"},
		{"mp_intro", "记录每天的收支，按月统计", "全国最好的在线课堂"},
		{"mp_description", "上传图片，最多支持9张图", "国家级名师授课"},
		{"mp_text", "最近更新", strings.Repeat("记录每天的收支。", 5000) + "国家级"},
		{"mp_tag", "记账", "微信"},
		{"mp_tag", []string{"记账", "预算"}, []string{"记账", "微信"}},
		{"mp_category", "餐饮服务/点餐平台", "餐饮/点餐"},
		{"mp_category", []string{"餐饮服务/点餐平台", "工具 > 记账"}, []string{"工具 > 记账", "点餐"}},
		{"mp_category", "", "餐饮/点餐"},
		{"mp_wechat_id", "qinghe_2026", "微信号"},
		{"mp_wechat_id", "13800138000", "a1"},
		{"dive,mp_tag", []string{"记账"}, []string{"微信"}},
		{"mp_name=review", "青禾记账", "青禾（记账）"},
		{"mp_name=none", "腾迅课堂", nil},
		{"mp_name", "青禾（记账）", nil}, // a person should look: no reject
	} {
		if err := pv.Var(test.good, test.tag); err != nil {
			t.Errorf("%s refuses %q: %v", test.tag, test.good, err)
		}
		if test.bad != nil && pv.Var(test.bad, test.tag) == nil {
			t.Errorf("%s lets %.60q pass", test.tag, test.bad)
		}
	}
}

func TestAbsentPointersPassAndOthersAreFollowed(t *testing.T) {
	pv, _, _ := tagged(t, newValidator(t))
	type form struct {
		Name *string `validate:"mp_name"`
	}
	if err := pv.Struct(form{}); err != nil {
		t.Errorf("nil: %v", err)
	}
	bad := "腾迅课堂"
	if len(failures(t, pv.Struct(form{&bad}))) != 1 {
		t.Error("a pointer to a bad name passes")
	}
}

func TestMisusedTagsPanicWithAReason(t *testing.T) {
	pv, _, _ := tagged(t, newValidator(t))
	for _, test := range []struct {
		value any
		tag   string
		want  string
	}{
		{7, "mp_name", "type int"}, {[]byte("青禾"), "mp_name", "[]uint8"}, {"青禾记账", "mp_name=rejekt", "mp_name=rejekt"},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, test.want) {
					t.Errorf("%s on %v: %s", test.tag, test.value, got)
				}
			}()
			pv.Var(test.value, test.tag)
		}()
	}
}

type registration struct {
	Name  string   `json:"name" validate:"required,mp_name"`
	Short string   `json:"short" validate:"omitempty,mp_short_name"`
	Intro string   `json:"intro" validate:"omitempty,mp_intro=review"`
	Tags  []string `json:"tags" validate:"dive,mp_tag"`
	Note  string   `json:"note" validate:"mp_text"`
}

func TestOneMessageTellsAllFindingsOfAFieldInEachLanguage(t *testing.T) {
	pv, chinese, english := tagged(t, newValidator(t))
	form := registration{Name: "腾迅免费课堂", Intro: "全国最好的在线课堂，国家级名师授课", Tags: []string{"数学", "微信"}}
	errs := failures(t, pv.Struct(form))
	for trans, want := range map[ut.Translator]map[string][]string{
		chinese: {
			"registration.Name":    {"Name：", "「腾迅」", "「免费」", "téng xùn", "建议："},
			"registration.Intro":   {"「最好」", "「国家级」"},
			"registration.Tags[1]": {"「微信」"},
		},
		english: {
			"registration.Name":    {"Name: ", "“腾迅”", "“免费”", "(suggestion: "},
			"registration.Intro":   {"“最好”", "“国家级”"},
			"registration.Tags[1]": {"“微信”"},
		},
	} {
		got := errs.Translate(trans)
		if len(got) != len(want) {
			t.Errorf("%s: %d fields in %v", trans.Locale(), len(got), got)
		}
		for field, parts := range want {
			for _, part := range parts {
				if !strings.Contains(got[field], part) {
					t.Errorf("%s %s: no %q in %q", trans.Locale(), field, part, got[field])
				}
			}
		}
	}
}

func TestTheValidatorGivenDecides(t *testing.T) {
	lists := fstest.MapFS{"own.tsv": {Data: []byte("# check: house-words\n# rule: 2.5\n# fields: name intro\n# source: test\nword\tseverity\n青禾\treject\n")}}
	v := newValidator(t, validate.WithLists(lists), validate.WithLanguage(validate.English))
	pv, chinese, english := tagged(t, v)
	errs := failures(t, pv.Struct(registration{Name: "青禾记账"}))
	if zh, en := errs.Translate(chinese)["registration.Name"], errs.Translate(english)["registration.Name"]; !strings.Contains(zh, "自定义词表") || !strings.Contains(en, "list of forbidden words") {
		t.Errorf("got %q and %q", zh, en)
	}
}

func TestTranslatorsOfOtherLanguagesAreRefused(t *testing.T) {
	v := newValidator(t)
	pv, _, _ := tagged(t, v)
	if err := v.RegisterTranslations(pv, ut.New(fr.New()).GetFallback()); err == nil || !strings.Contains(err.Error(), `"fr"`) {
		t.Errorf("fr: %v", err)
	}
	if err := v.RegisterTranslations(pv, ut.New(zh_Hans_CN.New()).GetFallback()); err != nil {
		t.Errorf("zh_Hans_CN: %v", err)
	}
}

func TestTheRuleOfAStructHoldsItsFieldsAgainstEachOther(t *testing.T) {
	v := newValidator(t)
	for _, test := range []struct {
		name string
		form registration
		want []string
	}{
		{"parts that belong together pass", registration{Name: "青禾天气", Short: "青禾", Intro: "查看青禾各地的天气和降雨", Tags: []string{"天气"}}, nil},
		{"an intro about something else", registration{Name: "青禾天气", Intro: "扫码点餐、排号和外卖下单，门店优惠早知道"}, []string{"intro"}},
		{"a short name that is not cut from the name", registration{Name: "青禾天气", Short: "禾青"}, []string{"short"}},
		{"what the field's own tag has judged is not told again", registration{Name: "腾迅天气", Intro: "全国最好的天气预报"}, nil},
	} {
		pv, _, _ := tagged(t, v)
		pv.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("json") })
		pv.RegisterStructValidationCtx(v.StructRule(validate.Review), registration{})
		var got []string
		for _, e := range failures(t, pv.Struct(test.form)) {
			if e.Tag() == "mp_submission" {
				got = append(got, e.Field())
			}
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

func TestAFieldThatFailsByItselfAndInTheWholeHasOneMessageWithAll(t *testing.T) {
	v := newValidator(t)
	pv, chinese, english := tagged(t, v)
	pv.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("json") })
	pv.RegisterStructValidationCtx(v.StructRule(validate.Review), registration{})
	errs := failures(t, pv.Struct(registration{Name: "青禾天气", Intro: "全国最好的扫码点餐、排号和外卖下单，门店优惠早知道"}))
	for trans, parts := range map[ut.Translator][]string{chinese: {"「最好」", "名称说的是天气"}, english: {"“最好”", "the name speaks of"}} {
		got := errs.Translate(trans)
		for _, part := range parts {
			if len(got) != 1 || !strings.Contains(got["registration.intro"], part) {
				t.Errorf("no %q in %q", part, got)
			}
		}
	}
}

// owned is a form that knows its owner; its tags only name the fields.
type owned struct {
	Title string `validate:"mp_name=none"`
	Owner string
}

func (o *owned) Submission() *validate.Submission {
	return &validate.Submission{Name: o.Title, Owner: validate.Owner{Name: o.Owner}}
}

func TestAFormThatKnowsItsOwnerMayUseTheOwnersMark(t *testing.T) {
	v := newValidator(t)
	pv, chinese, _ := tagged(t, v)
	pv.RegisterStructValidationCtx(v.StructRule(validate.Reject), owned{})
	if err := pv.Struct(owned{Title: "腾讯课堂", Owner: "深圳市腾讯计算机系统有限公司"}); err != nil {
		t.Errorf("the owner: %v", err)
	}
	errs := failures(t, pv.Struct(&owned{Title: "腾讯课堂", Owner: "青禾科技有限公司"}))
	if got := errs.Translate(chinese)["owned.Title"]; !strings.Contains(got, "「腾讯课堂」") {
		t.Errorf("another: %v", errs.Translate(chinese))
	}
}

func TestASubmissionInAFormIsCheckedWhole(t *testing.T) {
	v := newValidator(t)
	pv, _, english := tagged(t, v)
	type form struct {
		validate.Submission
		Password string `validate:"required"`
	}
	f := form{Password: "x", Submission: validate.Submission{Name: "青禾记账", Contact: validate.Contact{Email: "service@"}, Tags: []string{"记账", "微信"}}}
	got := map[string]string{}
	for _, e := range failures(t, pv.Struct(f)) {
		got[e.StructField()] = e.Translate(english)
	}
	if len(got) != 2 || !strings.Contains(got["Tags[1]"], "微信") || !strings.Contains(got["Contact.Email"], "no valid e-mail") {
		t.Errorf("got %v", got)
	}
}

func TestACollectorHasTheWholeReport(t *testing.T) {
	v := newValidator(t)
	pv, _, _ := tagged(t, v)
	pv.RegisterStructValidationCtx(v.StructRule(validate.Review), registration{})
	ctx, collected := validate.Collect(context.Background(), validate.Chinese)
	form := registration{Name: "青禾（天气）", Intro: "扫码点餐、排号和外卖下单，门店优惠早知道", Tags: []string{"天气", "微信"}, Note: "全网第一"}
	if err := pv.StructCtx(ctx, form); err == nil {
		t.Error("it passes")
	}
	var got []string
	r := collected.Report()
	for _, f := range r.Findings {
		got = append(got, string(f.Field)+":"+f.Check)
	}
	if want := "name:name-format tags[1]:tencent-mark Note:superlative intro:incoherent"; !strings.Contains(strings.Join(got, " "), want) {
		t.Errorf("got %v, want %s", got, want)
	}
	if r.Verdict != validate.Rejected || len(r.Manual) == 0 {
		t.Errorf("got %+v", r)
	}
}

func TestACollectorReportsInItsLanguage(t *testing.T) {
	pv, _, _ := tagged(t, newValidator(t))
	for language, want := range map[validate.Language]string{validate.Chinese: "「腾迅」", validate.English: "“腾迅”"} {
		ctx, collected := validate.Collect(context.Background(), language)
		failures(t, pv.StructCtx(ctx, registration{Name: "腾迅课堂"}))
		if r := collected.Report(); len(r.Findings) != 1 || !strings.Contains(r.Findings[0].Message, want) {
			t.Errorf("%s: %+v", language, r.Findings)
		}
	}
}

func TestAViewInAnotherLanguageFindsTheSame(t *testing.T) {
	v := newValidator(t, validate.WithoutChecks("superlative"))
	s := &validate.Submission{Name: "腾迅课堂", Intro: "全国最好的在线课堂"}
	chinese, english := v.Check(s), v.In(validate.English).Check(s)
	if len(chinese.Findings) != 1 || len(english.Findings) != 1 {
		t.Fatalf("got %+v and %+v", chinese.Findings, english.Findings)
	}
	if m := english.Findings[0].Message; !strings.Contains(m, "“腾迅”") || v.Check(s).Findings[0].Message != chinese.Findings[0].Message {
		t.Errorf("got %q", m)
	}
	if v.In(validate.Chinese) != v || v.In(validate.English).Language() != validate.English {
		t.Error("the language of a view")
	}
	if r := v.In(validate.English).Complete().Check(&validate.Submission{}); r.Verdict != validate.Rejected || v.Check(&validate.Submission{}).Verdict != validate.Pass {
		t.Errorf("got %+v", r)
	}
}

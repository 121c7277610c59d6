package validate_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"testing/fstest"

	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/zh"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/mingcha-go/mingcha/validate"
)

// One Validator serves all goroutines of a program.
func Example() {
	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	report := v.Check(&validate.Submission{Name: "腾迅课堂", Intro: "全国最好的在线课堂，国家级名师授课"})
	fmt.Println(report.Verdict)
	for _, f := range report.Findings {
		fmt.Println(f.Rule, f.Field, f.Start, f.End, f.Text, f.Via)
	}
	// Output:
	// reject
	// 8.3 name 0 6 腾迅 [homophone]
	// 2.5 intro 6 12 最好 [exact]
	// 2.5 intro 30 39 国家级 [exact]
}

// Texts that users of a program write are judged by the same rules.
func ExampleValidator_CheckText() {
	v, err := validate.New(validate.WithLanguage(validate.English))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(v.CheckText("comment", "最近更新").Verdict)
	fmt.Println(v.CheckText("comment", "国家级名师").Findings[0].Field)
	// Output:
	// pass
	// comment
}

// A service answers each caller in theirs: the tables are shared.
func ExampleValidator_In() {
	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	s := &validate.Submission{Name: "青禾  记账"}
	fmt.Println(v.Check(s).Findings[0].Message)
	fmt.Println(v.In(validate.English).Check(s).Findings[0].Message)
	// Output:
	// 名称里有连续的空格
	// the name holds several spaces in a row
}

// While a form is filled in nothing is missing yet; when it is handed in, all
// has to be there.
func ExampleValidator_Complete() {
	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	s := &validate.Submission{Name: "青禾记账"}
	fmt.Println(v.Check(s).Verdict, v.Complete().Check(s).Verdict)
	// Output: pass reject
}

// What can be dropped safely is dropped; ok tells whether no reject is left.
func ExampleValidator_Rewrite() {
	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(v.Rewrite(validate.FieldIntro, "在线课堂，国家级名师授课"))
	// Output: 在线课堂，名师授课 true
}

// A caller's own words are a file; a reason goes with every text let pass.
func ExampleNew_options() {
	lists := fstest.MapFS{"house.tsv": {Data: []byte(
		"# check: house-words\n# rule: 2.5\n# fields: name intro\n# source: our own\nword\tseverity\n竞品\treview\n")}}
	v, err := validate.New(
		validate.WithLists(lists),
		validate.WithoutChecks("keyword-stuffing"),
		validate.WithSeverity("superlative", validate.Review),
		validate.WithAllow("最好", "a trade mark of the owner, certificate 1234"),
	)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range v.Check(&validate.Submission{Intro: "最好的竞品分析，国家级数据"}).Findings {
		fmt.Println(f.Severity, f.Check, f.Text)
	}
	// Output:
	// review house-words 竞品
	// review superlative 国家级
}

// The form of a service carries tags; messages come in the language asked for.
func ExampleValidator_RegisterTags() {
	type Form struct {
		Name  string `validate:"required,mp_name"`
		Intro string `validate:"required,mp_intro=review"`
	}
	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	pv := validator.New()
	if err := v.RegisterTags(pv); err != nil {
		log.Fatal(err)
	}
	trans, _ := ut.New(zh.New(), en.New()).GetTranslator("en")
	if err := v.RegisterTranslations(pv, trans); err != nil {
		log.Fatal(err)
	}

	err = pv.Struct(Form{Name: "青禾记账小程序", Intro: "记录每天的收支，按月统计"})
	var errs validator.ValidationErrors
	if errors.As(err, &errs) {
		fmt.Println(errs.Translate(trans)["Form.Name"])
	}
	// Output: Name: a name must not hold the word “小程序” (mini program) (suggestion: remove 小程序)
}

// Name and intro have to belong together: a rule for the struct as a whole.
func ExampleValidator_StructRule() {
	type Form struct {
		Name  string `validate:"required,mp_name"`
		Intro string `validate:"required,mp_intro"`
	}
	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	pv := validator.New()
	if err := v.RegisterTags(pv); err != nil {
		log.Fatal(err)
	}
	pv.RegisterStructValidationCtx(v.StructRule(validate.Review), Form{})

	err = pv.Struct(Form{Name: "青禾天气", Intro: "扫码点餐、排号和外卖下单，门店优惠早知道"})
	var errs validator.ValidationErrors
	if errors.As(err, &errs) {
		fmt.Println(errs[0].Namespace(), errs[0].Tag())
	}
	// Output: Form.Intro mp_submission
}

// Where true or false is not enough, a context carries the whole report out.
func ExampleCollect() {
	type Form struct {
		Name string `validate:"required,mp_name"`
	}
	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	pv := validator.New()
	if err := v.RegisterTags(pv); err != nil {
		log.Fatal(err)
	}
	ctx, collected := validate.Collect(context.Background(), validate.Chinese)
	err = pv.StructCtx(ctx, Form{Name: "青禾（记账）"})
	report := collected.Report()
	fmt.Println(err, report.Verdict, report.Findings[0].Check, report.Findings[0].Text)
	// Output: <nil> review name-format （
}

package validate

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/mingcha-go/mingcha/lexicon"
)

// fieldTag is a tag of go-playground/validator and the field of a submission that
// it stands for.
type fieldTag struct {
	name  string
	field Field
	// list says that the field is a list, of which a value is one member.
	list bool
	put  func(s *Submission, value string)
}

// tagSubmission is the tag of the errors that StructRule reports.
const tagSubmission = "mp_submission"

// fieldTags are the tags of fields.
var fieldTags = []*fieldTag{
	{"mp_name", FieldName, false, func(s *Submission, value string) { s.Name = value }},
	{"mp_short_name", FieldShortName, false, func(s *Submission, value string) { s.ShortName = value }},
	{"mp_intro", FieldIntro, false, func(s *Submission, value string) { s.Intro = value }},
	{"mp_description", FieldDescription, false, func(s *Submission, value string) { s.Description = value }},
	{"mp_text", "", false, func(s *Submission, value string) { s.Description = value }},
	{"mp_tag", FieldTags, true, func(s *Submission, value string) { s.Tags = append(s.Tags, value) }},
	{"mp_category", "categories", true, func(s *Submission, value string) { s.Categories = append(s.Categories, value) }},
	{"mp_wechat_id", "admin_wechat", false, func(s *Submission, value string) { s.AdminWeChat = value }},
}

func tagNamed(name string) *fieldTag {
	i := slices.IndexFunc(fieldTags, func(t *fieldTag) bool { return t.name == name })
	if i < 0 {
		return nil
	}
	return fieldTags[i]
}

// RegisterTags teaches a validator of go-playground/validator these tags, which
// judge a field by the same rules as Check:
//
//	mp_name         the name
//	mp_short_name   the short name, by itself
//	mp_intro        the intro (功能介绍)
//	mp_description  any longer text about the program
//	mp_text         any text of a program or its users, by the rules for descriptions
//	mp_tag          a search tag
//	mp_category     a path of the platform's categories
//	mp_wechat_id    the administrator's WeChat id
//
// A field fails if there is a finding of at least the severity that the tag's
// parameter names, reject by default: mp_name=review, mp_intro=advice; with
// mp_name=none it never fails, but is still seen by Collect and StructRule.
// Fields are strings, pointers to strings (nil is absent), or lists of strings,
// each member of which is judged. An absent value passes: ask for it with
// required. A tag on a field of another type, or with another parameter, panics
// when it is first used, as the library's own tags do.
//
// It also registers StructRule(Reject) for Submission, which may be validated
// as it is, or embedded in a form. See RegisterTranslations for the messages.
// Like every registration of that library, it must come before the first use.
// It is an error where pv is nil or was not made by validator.New, or v not by New.
// A check that panics lets the validation panic as Check does.
func (v *Validator) RegisterTags(pv *validator.Validate) (err error) {
	if err := v.canRegister("RegisterTags", pv); err != nil {
		return err
	}
	for _, t := range fieldTags {
		if err := pv.RegisterValidationCtx(t.name, v.judge(t), true); err != nil {
			return fmt.Errorf("validate: registering %s: %w", t.name, err)
		}
	}
	pv.RegisterStructValidationCtx(v.StructRule(Reject), Submission{})
	return nil
}

// canRegister says what is wrong with the arguments of a method that registers.
// A *validator.Validate that validator.New did not make can be told by that it has
// no tag of its own to check a value by, which panics.
func (v *Validator) canRegister(method string, pv *validator.Validate) (err error) {
	if err := v.isMade(method); err != nil {
		return err
	}
	if pv == nil {
		return fmt.Errorf("validate: %s on a nil *validator.Validate: expected one made by validator.New", method)
	}
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("validate: %s on a *validator.Validate that was not made by validator.New", method)
		}
	}()
	_ = pv.Var("", "omitempty")
	return nil
}

// judge makes the function of a tag.
func (v *Validator) judge(t *fieldTag) validator.FuncCtx {
	return func(ctx context.Context, fl validator.FieldLevel) bool {
		if isProbe(ctx) {
			return false
		}
		least, fails := leastSeverity(t, fl.Param())
		values, ok := textsOf(fl.Field())
		if !ok {
			panic(errNoTexts(t, fl.StructFieldName(), fl.Field().Type()))
		}
		v, worst := v.collecting(ctx), Severity(0)
		for i, value := range values {
			report := v.checkTagged(t, value)
			t.place(report.Findings, fl, i)
			collect(ctx, report)
			worst = max(worst, worstOf(report.Findings))
		}
		return !fails || worst < least
	}
}

// errNoTexts tells of a tag on a field that has no texts.
func errNoTexts(t *fieldTag, field string, is reflect.Type) error {
	return fmt.Errorf("validate: %s on %s, a field of type %s: expected a string or a list of strings", t.name, field, is)
}

// checkTagged checks one value by itself. Findings about other fields, as where
// the Validator asks for whole submissions, are not the tag's to tell.
func (v *Validator) checkTagged(t *fieldTag, value string) *Report {
	s := new(Submission)
	if value != "" { // an empty member of a list is absent, too
		t.put(s, value)
	}
	report := v.Check(s)
	field := t.field
	if field == "" {
		field = FieldDescription
	}
	kept := slices.DeleteFunc(report.Findings, func(f Finding) bool { return listOf(f.Field) != field })
	return &Report{Verdict: verdictOf(worstOf(kept)), Findings: kept, Manual: report.Manual}
}

// place gives findings about one value the field that they have in the struct
// as a whole.
func (t *fieldTag) place(findings []Finding, fl validator.FieldLevel, i int) {
	field := t.field
	switch {
	case field == "":
		field = Field(fl.FieldName())
	case t.list:
		if _, index, ok := member(fl.StructFieldName()); ok { // the tag follows a dive
			i = index
		}
		field = memberField(field, i)
	}
	for k := range findings {
		findings[k].Field = field
	}
}

// leastSeverity reads the parameter of a tag; fails is false for none.
func leastSeverity(t *fieldTag, param string) (least Severity, fails bool) {
	if param == "" {
		return Reject, true
	}
	least, err := lexicon.ParseSeverity(param)
	if err != nil {
		panic(fmt.Sprintf("validate: %s=%s: expected reject, review, advice or none", t.name, param))
	}
	return least, least != 0
}

// textsOf gives the texts of a value: one, none where it is nil, or the members
// of a list; ok tells whether it is of a type that has texts.
func textsOf(value reflect.Value) (texts []string, ok bool) {
	for value.Kind() == reflect.Pointer || value.Kind() == reflect.Interface {
		if value.IsNil() {
			return nil, true
		}
		value = value.Elem()
	}
	switch value.Kind() {
	case reflect.Invalid:
		return nil, true
	case reflect.String:
		return []string{value.String()}, true
	case reflect.Slice, reflect.Array:
		for i := range value.Len() {
			member, ok := textsOf(value.Index(i))
			if !ok || len(member) > 1 {
				return nil, false
			}
			texts = append(texts, strings.Join(member, ""))
		}
		return texts, value.Type().Elem().Kind() != reflect.Uint8
	}
	return nil, false
}

// member takes the name of a member of a list apart: tags[1].
func member(name string) (list string, index int, ok bool) {
	list, rest, ok := strings.Cut(name, "[")
	index, err := strconv.Atoi(strings.TrimSuffix(rest, "]"))
	return list, index, ok && err == nil
}

// listOf gives the field that a field is a member of, or itself.
func listOf(f Field) Field {
	list, _, _ := strings.Cut(string(f), "[")
	return Field(list)
}

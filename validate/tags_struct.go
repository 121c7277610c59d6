package validate

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
)

// Submitter is a form that knows the submission it stands for, with what the tags
// cannot tell: owner, authorizations, features.
type Submitter interface{ Submission() *Submission }

// StructRule makes a struct-level rule for go-playground/validator that holds
// the parts of a submission against each other: intro against name, short name
// against name, categories and tags against intro.
//
//	pv.RegisterStructValidationCtx(v.StructRule(validate.Review), Form{})
//
// The struct is a Submission, a Submitter, or one whose own fields (not those of
// structs inside it) carry the tags of RegisterTags. The rule reports each
// field with a finding of at least the given severity that the field's own tag
// has not judged already, under the tag mp_submission and with all findings of
// the field in the message: a field without such a tag, or with =none, is
// judged here alone.
//
// StructRule panics on a severity that is none of Advice, Review and Reject, and on
// a Validator that was not made by New. The rule panics, when it is first used, on a
// tag of RegisterTags on a field of another type or with another parameter, and on a
// Submitter that gives nil; where a check panics, as Check does.
func (v *Validator) StructRule(least Severity) validator.StructLevelFuncCtx {
	v.mustBeMade("StructRule")
	if least < Advice || least > Reject {
		panic(fmt.Errorf("validate: StructRule(%v): expected advice, review or reject", least))
	}
	return func(ctx context.Context, sl validator.StructLevel) {
		if isProbe(ctx) {
			return
		}
		v := v.collecting(ctx)
		s, places := submissionOf(sl.Current())
		report := v.Check(s)
		collect(ctx, report)
		told := structErrors{v: v, sl: sl, s: s}
		var done []Field
		for i := range report.Findings {
			field := report.Findings[i].Field
			if slices.Contains(done, field) {
				continue
			}
			done = append(done, field)
			if findings := v.beyondTag(report, places[field], field, least); len(findings) > 0 {
				told.report(field, places[field], findings)
			}
		}
	}
}

// beyondTag gives the findings of a field that its error tells, none where its
// own tag has judged all of them.
func (v *Validator) beyondTag(report *Report, p *place, field Field, least Severity) (told []Finding) {
	var alone []Finding
	own, judged := Severity(0), false
	if p != nil {
		if own, judged = leastSeverity(p.tag, p.param); judged {
			alone = v.checkTagged(p.tag, p.text).Findings
			for i := range alone {
				alone[i].Field = field
			}
		}
	}
	news := false
	for _, f := range report.Findings {
		isOwn := holds(alone, &f)
		switch {
		case f.Field != field:
		case isOwn && f.Severity >= own:
			told = append(told, f)
		case !isOwn && f.Severity >= max(least, Advice):
			told, news = append(told, f), true
		}
	}
	if !news {
		return nil
	}
	return told
}

// place is a field of a struct that holds a field of its submission.
type place struct {
	*taggedField
	current reflect.Value // the struct
	index   int           // in a list, or -1
	text    string
}

// name gives the field's name, or a name in its place, with the index.
func (p *place) name(field string) string {
	if p.index < 0 {
		return field
	}
	return string(memberField(Field(field), p.index))
}

// taggedField is a field of a struct type that carries a tag of RegisterTags.
type taggedField struct {
	field int
	named string
	tag   *fieldTag
	param string
}

// anyTag finds our tags under whatever key: callers name it validate, binding, or
// as they please.
var anyTag = regexp.MustCompile(`["',](mp_[a-z_]+)(?:=([a-z]+))?`)

var taggedTypes sync.Map // reflect.Type -> []taggedField

func taggedFields(t reflect.Type) []taggedField {
	if known, ok := taggedTypes.Load(t); ok {
		return known.([]taggedField)
	}
	var fields []taggedField
	for i := range t.NumField() {
		f := t.Field(i)
		found := anyTag.FindStringSubmatch(string(f.Tag))
		if found == nil || !f.IsExported() {
			continue
		}
		if tag := tagNamed(found[1]); tag != nil && tag.field != "" {
			fields = append(fields, taggedField{i, f.Name, tag, found[2]})
		}
	}
	taggedTypes.Store(t, fields)
	return fields
}

// submissionOf gives the submission of a struct, and where its fields are.
func submissionOf(current reflect.Value) (*Submission, map[Field]*place) {
	assembled, places := new(Submission), map[Field]*place{}
	counts := map[Field]int{}
	fields := taggedFields(current.Type())
	for i := range fields {
		f := &fields[i]
		texts, ok := textsOf(current.Field(f.field))
		if !ok {
			panic(errNoTexts(f.tag, f.named, current.Field(f.field).Type()))
		}
		for k, text := range texts {
			p := &place{f, current, -1, text}
			if isList(current.Type().Field(f.field).Type) {
				p.index = k
			} else if text == "" {
				continue // absent, also where the field of the submission is a list
			}
			f.tag.put(assembled, text)
			field := f.tag.field
			if f.tag.list {
				field = memberField(field, counts[field])
				counts[f.tag.field]++
			}
			places[field] = p
		}
	}
	if own := ownSubmission(current); own != nil {
		return own, places
	}
	return assembled, places
}

func isList(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Slice || t.Kind() == reflect.Array
}

// ownSubmission gives the submission that a value is or knows, else nil.
func ownSubmission(current reflect.Value) *Submission {
	if !current.CanInterface() { // embedded, of a type that is not exported
		return nil
	}
	pointer := reflect.New(current.Type())
	pointer.Elem().Set(current)
	switch form := pointer.Interface().(type) {
	case *Submission:
		return form
	case Submitter:
		s := form.Submission()
		if s == nil {
			panic(fmt.Errorf("validate: the method Submission of %s gave nil: expected a submission, which may be empty", current.Type()))
		}
		return s
	}
	return nil
}

// structErrors reports the fields of one struct. What all of its errors need is
// found out once.
type structErrors struct {
	v      *Validator
	sl     validator.StructLevel
	s      *Submission
	other  *Report           // the report in the other language
	called map[string]string // see calledBy
}

// report reports a field with its findings; a field that the struct does not show
// is called as in Submission.
func (e *structErrors) report(field Field, p *place, findings []Finding) {
	param := e.bilingual(field, findings)
	if p == nil {
		e.sl.ReportError(e.s.Text(field), string(field), goName(field), tagSubmission, param)
		return
	}
	called, known := e.called[p.named]
	if !known {
		if e.called == nil {
			e.called = map[string]string{}
		}
		called = calledBy(e.sl, p.named)
		e.called[p.named] = called
	}
	e.sl.ReportError(p.text, p.name(called), p.name(p.named), tagSubmission, param)
}

// bilingual tells findings in all languages, a line each. An error of StructRule
// carries them as its parameter, for its value alone could not be judged again.
func (e *structErrors) bilingual(field Field, findings []Finding) string {
	var lines []string
	for _, language := range []Language{Chinese, English} {
		told, view := findings, e.v.In(language)
		if view != e.v {
			if e.other == nil {
				e.other = view.Check(e.s)
			}
			told = sameIn(e.other, field, findings)
		}
		lines = append(lines, string(language)+": "+view.tell(told))
	}
	return strings.Join(lines, "\n")
}

// goName gives the name in Go of a field of Submission: contact.email is
// Contact.Email.
func goName(field Field) string {
	t := reflect.TypeFor[Submission]()
	var names []string
	for part := range strings.SplitSeq(string(field), ".") {
		list, _, _ := strings.Cut(part, "[")
		if t.Kind() != reflect.Struct {
			return string(field)
		}
		f, ok := t.FieldByNameFunc(func(name string) bool {
			f, _ := t.FieldByName(name)
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			return tag == list
		})
		if !ok {
			return string(field)
		}
		names, t = append(names, f.Name+part[len(list):]), f.Type
	}
	return strings.Join(names, ".")
}

type probeKey struct{}

// isProbe tells whether a validation is only there to learn a field's name.
func isProbe(ctx context.Context) bool { return ctx.Value(probeKey{}) != nil }

// calledBy gives the name that the library calls a field by in its errors, that of
// RegisterTagNameFunc, which it keeps from struct-level rules: the field is
// made to fail by itself, and its error tells.
func calledBy(sl validator.StructLevel, named string) string {
	if !sl.Current().CanInterface() {
		return named
	}
	ctx := context.WithValue(context.Background(), probeKey{}, true)
	errs, _ := sl.Validator().StructPartialCtx(ctx, sl.Current().Interface(), named).(validator.ValidationErrors)
	for _, e := range errs {
		if list, _, _ := strings.Cut(e.StructField(), "["); list == named {
			called, _, _ := strings.Cut(e.Field(), "[")
			return called
		}
	}
	return named
}

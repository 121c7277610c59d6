package validate

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"
)

// RegisterTranslations teaches a validator that has RegisterTags the messages of
// those tags for a translator, whose locale (zh, zh_Hans_CN, en, en_GB) chooses
// the language. A message tells all findings of its field at or above the
// severity that fails: ValidationErrors.Translate has room for one message a
// field. The text around them is stored in the translator under the tag,
// {0} being the field and {1} the findings. It is an error where pv or trans is nil
// or was not made by its library, or v not by New.
func (v *Validator) RegisterTranslations(pv *validator.Validate, trans ut.Translator) error {
	if err := v.canRegister("RegisterTranslations", pv); err != nil {
		return err
	}
	if isNil(trans) {
		return errors.New("validate: RegisterTranslations with a nil ut.Translator: expected one that ut.UniversalTranslator gives")
	}
	language, ok := languageOf(trans.Locale())
	if !ok {
		return fmt.Errorf("validate: no translations for locale %q: expected zh or en, or one of theirs", trans.Locale())
	}
	frame := Text{"{0}：{1}", "{0}: {1}"}.In(language)
	add := func(tag string, findings func(validator.FieldError) string) error {
		register := func(trans ut.Translator) error { return trans.Add(tag, frame, true) }
		translate := func(trans ut.Translator, fe validator.FieldError) string {
			text, err := trans.T(tag, fe.Field(), findings(fe))
			if err != nil { // the caller took the text out of the translator
				return fe.Error()
			}
			return text
		}
		if err := pv.RegisterTranslation(tag, trans, register, translate); err != nil {
			return fmt.Errorf("validate: translating %s: %w", tag, err)
		}
		return nil
	}
	view := v.In(language)
	for _, t := range fieldTags {
		if err := add(t.name, func(fe validator.FieldError) string { return view.tellField(t, fe) }); err != nil {
			return err
		}
	}
	return add(tagSubmission, func(fe validator.FieldError) string { return toldIn(language, fe.Param()) })
}

// languageOf gives the language of a locale.
func languageOf(locale string) (Language, bool) {
	name, _, _ := strings.Cut(strings.ReplaceAll(locale, "-", "_"), "_")
	l := Language(strings.ToLower(name))
	return l, l == Chinese || l == English
}

// tellField tells why a field failed. An error of the library carries the value
// and no findings, so they are found again, in the language asked for.
func (v *Validator) tellField(t *fieldTag, fe validator.FieldError) string {
	least, _ := leastSeverity(t, fe.Param())
	texts, _ := textsOf(reflect.ValueOf(fe.Value()))
	var findings []Finding
	for _, text := range texts {
		for _, f := range v.checkTagged(t, text).Findings {
			if f.Severity >= least {
				findings = append(findings, f)
			}
		}
	}
	return v.tell(findings)
}

// tell puts findings into one message.
func (v *Validator) tell(findings []Finding) string {
	told := make([]string, len(findings))
	for i, f := range findings {
		told[i] = f.Message
		if f.Suggestion != "" {
			told[i] += Text{"（建议：%[1]s）", " (suggestion: %[1]s)"}.format(v.language, f.Suggestion)
		}
	}
	return strings.Join(told, Text{"；", "; "}.In(v.language))
}

// sameIn gives the findings of a field that are the same as others, but for the
// language.
func sameIn(r *Report, field Field, findings []Finding) (same []Finding) {
	for _, f := range r.Findings {
		if f.Field == field && slices.ContainsFunc(findings, func(g Finding) bool {
			return f.Check == g.Check && f.Start == g.Start && f.End == g.End && f.Severity == g.Severity && f.PlatformCode == g.PlatformCode
		}) {
			same = append(same, f)
		}
	}
	return same
}

// toldIn gives the line of a language.
func toldIn(l Language, param string) string {
	for line := range strings.SplitSeq(param, "\n") {
		if told, ok := strings.CutPrefix(line, string(l)+": "); ok {
			return told
		}
	}
	return param
}

package validate

import (
	"errors"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"
)

// formRule is one plain rule of the registration form: a tag of
// go-playground/validator that holds or not, and the finding where it does not.
type formRule struct {
	tag   string
	holds func(v *formValue) bool
	// span gives the part of the value to point at.
	span     func(value string, s *Submission) (start, end int)
	severity Severity
	// message indexes: %[1]s the part pointed at, %[2]d the measure of value.
	message    Text
	suggestion Text
	measure    func(value string) int
	rewrite    func(value string) string
}

// formValue is what a rule looks at.
type formValue struct {
	text string
	traits
	submission *Submission
}

// formField ties the rules of a field to its alias tag in Submission.
type formField struct {
	name  string // that of the field of Submission
	alias string // the tag that Submission carries
	kind  int    // index in textFields
	code  int    // the platform's error code
	// missing is the message where a whole submission lacks the field; empty:
	// it may be absent.
	missing Text
	rules   []formRule
}

// formFields are filled by the check files of the fields.
var formFields []*formField

func registerForm(name string, f *formField) *formField {
	f.name = name
	formFields = append(formFields, f)
	return f
}

// form validates the mp tags of Submission. It is built on first use, when all
// check files have registered their rules.
var form = sync.OnceValue(func() *validator.Validate {
	v := validator.New()
	v.SetTagName("mp")
	for _, f := range formFields {
		tags := make([]string, 0, len(f.rules))
		for _, rule := range f.rules {
			err := v.RegisterValidation(rule.tag, func(fl validator.FieldLevel) bool {
				s, _ := fl.Parent().Addr().Interface().(*Submission)
				text := fl.Field().String()
				return rule.holds(&formValue{text, traitsOf(text), s})
			})
			if err != nil {
				panic(err) // an empty tag or function: a fault of this package
			}
			tags = append(tags, rule.tag)
		}
		v.RegisterAlias(f.alias, strings.Join(tags, ","))
	}
	return v
})

// validateForm turns the errors of go-playground/validator into findings of the
// checks. The library stops at the first broken tag of a field; the rules after
// it are asked in turn, so that all faults are told at once.
func (s *subject) validateForm() {
	if s.formDone {
		return
	}
	s.formDone = true
	if s.formHolds() {
		return
	}
	var broken validator.ValidationErrors
	if !errors.As(form().Struct(s.submission), &broken) {
		return
	}
	for _, fe := range broken {
		for _, f := range formFields {
			if f.name == fe.StructField() {
				s.formBroken |= 1 << f.kind
			}
		}
	}
}

// formHolds asks the rules themselves: a form without faults, the common case,
// is spared the reflection of go-playground/validator.
func (s *subject) formHolds() bool {
	for _, f := range formFields {
		t := s.field(f.kind)
		if t == nil {
			continue
		}
		value := s.formValueOf(t)
		for i := range f.rules {
			if !f.rules[i].holds(value) {
				return false
			}
		}
	}
	return true
}

// runForm is the run function of the checks of form rules.
func runForm(f *formField) func(*subject, *Check) {
	return func(s *subject, c *Check) {
		s.validateForm()
		t := s.field(f.kind)
		if t == nil {
			if s.v.complete && !f.missing.empty() {
				absent := text{base: Field(textFields[f.kind]), index: -1, kind: f.kind, order: f.kind << 16}
				s.add(c, &absent, Finding{Severity: Reject, Score: 1, PlatformCode: f.code, Message: f.missing.In(s.v.language)})
			}
			return
		}
		if s.formBroken&(1<<f.kind) == 0 {
			return
		}
		value := s.formValueOf(t)
		for i := range f.rules {
			if rule := &f.rules[i]; !rule.holds(value) {
				s.add(c, t, rule.finding(s, t, f.code))
			}
		}
	}
}

// formValueOf gives a text as rules see it, until the next call.
func (s *subject) formValueOf(t *text) *formValue {
	s.formValue = formValue{t.folded.Source, t.traits, s.submission}
	return &s.formValue
}

func (rule *formRule) finding(s *subject, t *text, code int) Finding {
	value := t.folded.Source
	f := Finding{Severity: rule.severity, End: len(value), Score: 1, PlatformCode: code}
	if rule.span != nil {
		f.Start, f.End = rule.span(value, s.submission)
	}
	measure := 0
	if rule.measure != nil {
		measure = rule.measure(value)
	}
	f.Message = rule.message.format(s.v.language, excerpt(value[f.Start:f.End]), measure)
	f.Suggestion = rule.suggestion.In(s.v.language)
	if rule.rewrite != nil {
		f.Rewrite = s.judged(t, rule.rewrite(value))
	}
	return f
}

// columns measures a text as the registration form does.
func columns(s string) int {
	t := traitsOf(s)
	return t.columns
}

// afterColumns gives the byte offset in s at which more than n columns are used.
func afterColumns(s string, n int) int {
	used := 0
	for i, r := range s {
		used += columns(string(r))
		if used > n {
			return i
		}
	}
	return len(s)
}

// countHan counts the Han characters of a text.
func countHan(s string) int {
	t := traitsOf(s)
	return t.han
}

// isUnprintable tells whether a character is not seen: control and format
// characters, line ends apart, and bytes that are no UTF-8.
func isUnprintable(r rune) bool {
	switch {
	case r == '\n', r == '\r':
		return false
	case r == utf8.RuneError:
		return true
	case r < 0x20 || r == 0x7f:
		return true
	case r < 0x80, 0x3400 <= r && r < 0xa000: // most text
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r == 0x3164 || r == 0xffa0 || r == 0x115f || r == 0x1160
}

// isUnprintableInLine is isUnprintable for texts of one line.
func isUnprintableInLine(r rune) bool { return r == '\n' || r == '\r' || isUnprintable(r) }

func printableLine(v *formValue) bool { return !v.has(unprintable | lineEnd) }

// printable is the rule against what cannot be seen; joiners and selectors
// inside an emoji are for the rule about characters.
func printable(v *formValue) bool { return !v.has(unprintable) }

// at makes the span of a rule from one that looks at the value alone.
func at(span func(string) (int, int)) func(string, *Submission) (int, int) {
	return func(value string, _ *Submission) (int, int) { return span(value) }
}

// firstRun gives the span of the first run of characters that is accepts.
func firstRun(is func(rune) bool) func(string, *Submission) (int, int) {
	return func(s string, _ *Submission) (start, end int) {
		start = strings.IndexFunc(s, is)
		if start < 0 {
			return 0, 0
		}
		end = strings.IndexFunc(s[start:], func(r rune) bool { return !is(r) })
		if end < 0 {
			return start, len(s)
		}
		return start, start + end
	}
}

// visible shows characters that a message could not: U+200B for a zero-width
// space.
func visible(s string) string {
	if strings.IndexFunc(s, isUnprintableInLine) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && s[i] >= utf8.RuneSelf && !strings.HasPrefix(s[i:], "\ufffd"):
			b.WriteString("<" + hex(uint32(s[i]), 2) + ">")
		case isUnprintableInLine(r):
			b.WriteString("U+" + hex(uint32(r), 4))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func hex(n uint32, digits int) string {
	const d = "0123456789ABCDEF"
	var b []byte
	for ; n > 0 || len(b) < digits; n >>= 4 {
		b = append([]byte{d[n&15]}, b...)
	}
	return string(b)
}

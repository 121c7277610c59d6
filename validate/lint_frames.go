package validate

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/mingcha-go/mingcha/lexicon"
)

// LintFrames looks for what makes frames that v was made with hard to keep, or wrong: an
// unknown check or rule, a term that shadows another one of its slot, a sample that the
// frame does not find, an innocent text that it does. It panics as Check does.
func (v *Validator) LintFrames(frames *lexicon.Frames) []lexicon.Problem {
	v.mustBeMade("LintFrames")
	if frames == nil {
		return nil
	}
	l := &frameLinter{v: v}
	for _, c := range frames.Classes {
		for _, word := range c.Words {
			if !norm.NFC.IsNormalString(word) {
				l.add(c.File, c.Line, 2, "%q is not in Unicode normal form C", word)
			}
		}
	}
	for _, f := range frames.Frames {
		l.lint(f)
	}
	return l.problems
}

type frameLinter struct {
	v        *Validator
	problems []lexicon.Problem
}

func (l *frameLinter) add(file string, line, column int, format string, args ...any) {
	l.problems = append(l.problems, lexicon.Problem{File: file, Line: line, Column: column, Message: fmt.Sprintf(format, args...)})
}

func (l *frameLinter) lint(f *lexicon.Frame) {
	if !slices.ContainsFunc(l.v.checks, func(c *Check) bool { return c.Slug == f.Check }) {
		l.add(f.File, f.Line, 1, "there is no check %q that looks at texts", f.Check)
		return
	}
	if !IsRule(f.Rule) {
		l.add(f.File, f.Line, 2, "there is no rule %q", f.Rule)
	}
	for slot := range f.Slots {
		for _, term := range l.v.frameTable.Shadowed(f.File, f.Line, slot) {
			l.add(f.File, f.Line, 6, "all words of %s are words of other terms of slot %d", term, slot+1)
		}
	}
	field := sampleField(f)
	if field == "" {
		l.add(f.File, f.Line, 3, "severity none in every field: the frame finds nothing")
		return
	}
	for _, sample := range f.Samples {
		if why := l.v.misses(f, field, sample); why != "" {
			l.add(f.File, f.Line, 8, "sample %q %s", sample, why)
		}
	}
	for _, innocent := range f.Innocent {
		if why := l.v.misses(f, field, innocent); why == "" {
			l.add(f.File, f.Line, 9, "innocent text %q is found", innocent)
		}
	}
}

// sampleField is the field that samples are tried in: one in which the frame is gravest.
func sampleField(f *lexicon.Frame) (best Field) {
	gravest := lexicon.None
	for _, field := range []Field{FieldIntro, FieldDescription, FieldName, FieldTags} {
		if s := f.SeverityIn(string(field)); s > gravest {
			best, gravest = field, s
		}
	}
	return best
}

// misses says why a text is no finding of a frame, "" where it is.
func (v *Validator) misses(f *lexicon.Frame, field Field, text string) string {
	e := v.ExplainText(field, text)
	why := "is not found: " + e.seen()
	for _, found := range e.Frames {
		if found.Frame != fmt.Sprintf("%s:%d", f.File, f.Line) {
			continue
		}
		switch {
		case found.Silenced != nil:
			why = fmt.Sprintf("is silenced by %s (%s)", found.Silenced.Text, strings.Join(found.Silenced.Is, ", "))
		case !found.Finding && found.Stance != "":
			why = fmt.Sprintf("is found, but no finding: how it is spoken of is read as %q", found.Stance)
		case !found.Finding:
			why = fmt.Sprintf("is found, but check %s makes no finding of it", f.Check)
		default:
			return ""
		}
	}
	return why
}

// seen names the words of classes and the measures in a text.
func (e *TextExplanation) seen() string {
	var seen []string
	for _, w := range append(slices.Clone(e.Words), e.Measures...) {
		seen = append(seen, w.Text+" "+strings.Join(w.Is, " "))
	}
	if len(seen) == 0 {
		return "no word of a class is in it"
	}
	return "in it are " + strings.Join(seen, ", ")
}

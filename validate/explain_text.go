package validate

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/mingcha-go/mingcha/internal/frame"
	"github.com/mingcha-go/mingcha/internal/stance"
)

// TextExplanation says what was found in a text, and what came of it.
type TextExplanation struct {
	// Words are the words of lists and classes in the text, Measures the amounts, times
	// and contacts (#yuan), in order.
	Words    []TextWord `json:"words,omitempty"`
	Measures []TextWord `json:"measures,omitempty"`
	// Frames are those that stand in it, with those that are no finding in the end.
	Frames []TextFrame `json:"frames,omitempty"`
	// Report is the answer to the text.
	Report *Report `json:"report"`
}

// TextWord is a part of a text, and what it is: classes (@base/proxy), the lists that
// hold it (by their names), or a measure.
type TextWord struct {
	Text string `json:"text"`
	// Start and End are the half-open range of bytes.
	Start int      `json:"start"`
	End   int      `json:"end"`
	Is    []string `json:"is"`
}

// TextFrame is a frame in a text.
type TextFrame struct {
	// Frame is the file and line that it stands in, frames-base.tsv:12.
	Frame    string   `json:"frame"`
	Check    string   `json:"check"`
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Text     string   `json:"text"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	// Parts are what fills its slots, in the order of the text.
	Parts []TextWord `json:"parts"`
	// Silenced is what stands under its unless; nil: nothing.
	Silenced *TextWord `json:"silenced,omitempty"`
	// Stance is how the text speaks of it: offers, warns, reports, teaches, asks or
	// denies; empty where nothing around it tells.
	Stance string `json:"stance,omitempty"`
	// Finding tells that the report has a finding of its check there.
	Finding bool `json:"finding"`
}

// ExplainText tells which words, classes and frames are found in a text of a field and
// what silences them: for those who write frames, or are asked why. It panics as Check
// does.
func (v *Validator) ExplainText(f Field, source string) TextExplanation {
	v.mustBeMade("ExplainText")
	e := TextExplanation{Report: v.CheckText(f, source)}
	sub := v.subjects.Get().(*subject)
	defer sub.panicOn()
	sub.begin(v, Sample{Field: f, Text: source}.Submission(), nil)
	if sub.used > 0 {
		sub.explainText(&sub.texts[0], &e)
	}
	sub.end()
	v.subjects.Put(sub) // not where it panics: it may be half done
	return e
}

func (s *subject) explainText(t *text, e *TextExplanation) {
	for _, o := range s.v.words.Candidates(&s.match, t.kind, &t.folded) {
		e.Words = append(e.Words, t.word(o.From, o.To, o.List.Name))
	}
	s.v.words.Find(&s.match, t.kind, &t.folded)
	places := s.match.Places()
	for _, p := range places {
		e.Words = append(e.Words, t.word(int(p.From), int(p.To), s.v.frameTable.NamesOf(p.Word)...))
	}
	slices.SortStableFunc(e.Words, func(a, b TextWord) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	for _, m := range s.v.frameTable.Measures(&t.folded) {
		e.Measures = append(e.Measures, t.word(m.From, m.To, m.Name))
	}
	for _, h := range s.v.frameTable.Find(&s.frames, t.kind, &t.folded, places, true) {
		e.Frames = append(e.Frames, s.explainFrame(t, &h, e.Report))
	}
	slices.SortStableFunc(e.Frames, func(a, b TextFrame) int { return cmp.Compare(a.Start, b.Start) })
}

func (s *subject) explainFrame(t *text, h *frame.Hit, r *Report) TextFrame {
	whole := t.word(h.From, h.To)
	f := TextFrame{
		Frame: fmt.Sprintf("%s:%d", h.Frame.File, h.Frame.Line), Check: h.Frame.Check, Rule: h.Frame.Rule,
		Severity: h.Severity, Text: whole.Text, Start: whole.Start, End: whole.End,
	}
	for _, p := range h.Parts {
		f.Parts = append(f.Parts, t.word(p.From, p.To, p.Name))
	}
	if h.Silenced != nil {
		by := t.word(h.Silenced.From, h.Silenced.To, h.Silenced.Name)
		f.Silenced = &by
	}
	if kind := stance.Read(&t.folded, h.From, h.To).Kind; kind != stance.None {
		f.Stance = kind.String()
	}
	f.Finding = slices.ContainsFunc(r.Findings, func(g Finding) bool {
		return g.Check == f.Check && g.Start < f.End && f.Start < g.End
	})
	return f
}

// word gives symbols from..to of a text with what they are; empty for the start and end
// of a field.
func (t *text) word(from, to int, is ...string) TextWord {
	if from == to {
		return TextWord{Is: is}
	}
	start, end := t.folded.Span(from, to)
	return TextWord{Text: t.folded.Source[start:end], Start: start, End: end, Is: is}
}

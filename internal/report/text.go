package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// textWriter writes for people: the verdict, then each finding under the text
// that it is about.
type textWriter struct {
	w        io.Writer
	language validate.Language
}

// words of the text format, by what they stand for.
var words = map[string]validate.Text{
	"pass":    {ZH: "通过", EN: "pass"},
	"review":  {ZH: "待人工", EN: "review"},
	"reject":  {ZH: "不通过", EN: "reject"},
	"error":   {ZH: "读不了", EN: "unreadable"},
	"advice":  {ZH: "建议", EN: "advice"},
	"rule":    {ZH: "规则 %s", EN: "rule %s"},
	"rewrite": {ZH: "可改为：", EN: "rewrite: "},
	"unnamed": {ZH: "（无名称）", EN: "(no name)"},
}

func (t *textWriter) word(key string) string { return words[key].In(t.language) }

func (t *textWriter) Write(item Item) error {
	var b strings.Builder
	if item.Err != nil {
		fmt.Fprintf(&b, "%s  %s\n", t.word("error"), item.Err)
	} else {
		t.writeReport(&b, &item)
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// Close writes nothing: the counts of a run are for standard error.
func (t *textWriter) Close() error { return nil }

func (t *textWriter) writeReport(b *strings.Builder, item *Item) {
	s, r := item.Submission, item.Report
	fmt.Fprintf(b, "%s  ", t.word(string(r.Verdict)))
	if r.ID != "" {
		fmt.Fprintf(b, "%s  ", shown(r.ID))
	}
	name := s.Name
	if name == "" {
		name = t.word("unnamed")
	}
	b.WriteString(excerptOf(name, 0, 0).line)
	if item.File != "" {
		fmt.Fprintf(b, "  %s:%d", shown(item.File), item.Line)
	}
	b.WriteByte('\n')
	line := ""
	for i := range r.Findings {
		f := &r.Findings[i]
		e := excerptOf(s.Text(f.Field), f.Start, f.End)
		if head := fmt.Sprintf("  %s: %s\n", f.Field, e.line); head != line {
			line = head
			b.WriteString(head)
		}
		t.writeFinding(b, f, e)
	}
	if len(r.Findings) > 0 {
		b.WriteByte('\n')
	}
}

// writeFinding marks the place under the line just written, then says what is
// wrong there and what to do.
func (t *textWriter) writeFinding(b *strings.Builder, f *validate.Finding, e excerpt) {
	if e.to > e.from {
		indent := Columns("  "+string(f.Field)+": ") + e.from
		b.WriteString(strings.Repeat(" ", indent) + strings.Repeat("^", e.to-e.from) + "\n")
	}
	fmt.Fprintf(b, "    [%s] %s · %s · %s\n", t.word(f.Severity.String()),
		shown(f.Message), f.Check, fmt.Sprintf(t.word("rule"), f.Rule))
	if f.Suggestion != "" {
		fmt.Fprintf(b, "    → %s\n", shown(f.Suggestion))
	}
	if f.Rewrite != "" {
		fmt.Fprintf(b, "    → %s%s\n", t.word("rewrite"), shown(f.Rewrite))
	}
}

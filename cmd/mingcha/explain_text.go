package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

func runExplainText(sh *shell, args []string) (int, error) {
	var c checkFlags
	fs := newFlags("explain-text", "mingcha explain-text [flags] TEXT...")
	fs.StringVar(&c.lang, "lang", "zh", "`language` of the messages: zh or en")
	fs.StringVar(&c.edition, "edition", "first", "`edition` of the operating rules whose numbers are printed: first, 2018 or 2026")
	fs.Var(&c.lists, "lists", "add the word lists and frames of a `folder` (again for more)")
	field := fs.String("field", "intro", "judge the text as this `field`: name, short_name, intro, description, tags or icon_text")
	asJSON := fs.Bool("json", false, "write JSON, one object a text")
	texts, err := parse(sh, fs, args)
	if err != nil {
		return exitTrouble, err
	}
	if len(texts) == 0 {
		return exitTrouble, errors.New("give a text to explain")
	}
	v, err := c.newValidator()
	if err != nil {
		return exitTrouble, err
	}
	return explainEach(sh, texts, *asJSON,
		func(text string) validate.TextExplanation { return v.ExplainText(validate.Field(*field), text) },
		func(text string, e *validate.TextExplanation) { explainText(sh.out, text, e, v.Language()) })
}

func explainText(w io.Writer, text string, e *validate.TextExplanation, language validate.Language) {
	label := func(zh, en string) string { return validate.Text{ZH: zh, EN: en}.In(language) }
	parts := func(words []validate.TextWord) {
		for _, p := range words {
			fmt.Fprintf(w, "    %s  %s\n", p.Text, strings.Join(p.Is, " "))
		}
	}
	fmt.Fprintf(w, "%q\n  %s\n", text, label("词：", "words:"))
	parts(e.Words)
	fmt.Fprintf(w, "  %s\n", label("数量：", "measures:"))
	parts(e.Measures)
	fmt.Fprintf(w, "  %s\n", label("框架：", "frames:"))
	for _, f := range e.Frames {
		fmt.Fprintf(w, "   %s  %s %s %s  %s\n", f.Frame, f.Check, f.Rule, f.Severity, f.Text)
		parts(f.Parts)
		switch {
		case f.Silenced != nil:
			fmt.Fprintf(w, "    → %s %s (%s)\n", label("不算，因为有", "silenced by"), f.Silenced.Text, strings.Join(f.Silenced.Is, " "))
		case !f.Finding && f.Stance != "":
			fmt.Fprintf(w, "    → %s %s\n", label("没有成为问题，语气读作", "no finding came of it; how it is spoken of is read as"), f.Stance)
		case !f.Finding:
			fmt.Fprintf(w, "    → %s\n", label("没有成为问题", "no finding came of it"))
		}
	}
	fmt.Fprintf(w, "  %s %s\n", label("结论：", "verdict:"), e.Report.Verdict)
	for _, f := range e.Report.Findings {
		fmt.Fprintf(w, "    [%s %s] %s\n", f.Severity, f.Rule, f.Message)
	}
	fmt.Fprintln(w)
}

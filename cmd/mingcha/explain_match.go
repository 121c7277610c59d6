package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

func runExplainMatch(sh *shell, args []string) (int, error) {
	fs := newFlags("explain-match", "mingcha explain-match [flags] NAME...")
	lang := fs.String("lang", "zh", "`language` of the messages: zh or en")
	asJSON := fs.Bool("json", false, "write JSON, one object a name")
	names, err := parse(sh, fs, args)
	if err != nil {
		return exitTrouble, err
	}
	if len(names) == 0 {
		return exitTrouble, errors.New("give a name to explain")
	}
	v, err := validate.New(validate.WithLanguage(validate.Language(*lang)))
	if err != nil {
		return exitTrouble, err
	}
	return explainEach(sh, names, *asJSON, v.ExplainMatch,
		func(name string, e *validate.MatchExplanation) { explainMatch(sh, name, e, v.Language()) })
}

// explainEach writes the explanation of each text: an object a line, or for people.
func explainEach[E any](sh *shell, texts []string, asJSON bool, explain func(string) E, show func(text string, e *E)) (int, error) {
	for _, text := range texts {
		e := explain(text)
		if !asJSON {
			show(text, &e)
			continue
		}
		line, err := json.Marshal(e)
		if err != nil {
			return exitTrouble, err
		}
		fmt.Fprintf(sh.out, "%s\n", line)
	}
	return exitClean, nil
}

// guardWords say the guards in words.
var guardWords = map[string]validate.Text{
	"ordinary-word":     {ZH: "本身是平常词", EN: "an ordinary word itself"},
	"between-words":     {ZH: "横跨两个词，只是碰巧相连", EN: "lies across two words that only meet"},
	"word-before":       {ZH: "切断了前面的词", EN: "cuts the word before it"},
	"word-after":        {ZH: "切断了后面的词", EN: "cuts the word after it"},
	"inside-word":       {ZH: "在更长的词里", EN: "inside a longer word"},
	"nothing-kept":      {ZH: "没有一个字是原字", EN: "keeps no character of the mark"},
	"beside-mark-world": {ZH: "旁边是该标识的常用搭配", EN: "beside a word of the mark's own world"},
}

func explainMatch(sh *shell, name string, e *validate.MatchExplanation, language validate.Language) {
	label := func(zh, en string) string { return validate.Text{ZH: zh, EN: en}.In(language) }
	fmt.Fprintf(sh.out, "%q\n%s\n", name, label("读作：", "read as:"))
	for _, c := range e.Characters {
		fmt.Fprintf(sh.out, "  %+q → %s", c.Text, c.Folded)
		if c.Pinyin != "" {
			fmt.Fprintf(sh.out, " %s", c.Pinyin)
		}
		if len(c.Via) > 0 {
			fmt.Fprintf(sh.out, " (%s)", strings.Join(c.Via, ", "))
		}
		fmt.Fprintln(sh.out)
	}
	fmt.Fprintf(sh.out, "%s\n", label("对照：", "held against:"))
	if len(e.Candidates) == 0 {
		fmt.Fprintf(sh.out, "  %s\n", label("没有相近的词或标识", "no word or mark is near"))
	}
	for _, c := range e.Candidates {
		fmt.Fprintf(sh.out, "  %s ~ %s  %.2f  %s → %s", c.Text, c.Entry, c.Score, strings.Join(c.Via, "+"), c.Severity)
		var why []string
		for _, g := range c.Guards {
			why = append(why, guardWords[g].In(language))
		}
		if len(why) > 0 {
			fmt.Fprintf(sh.out, "  (%s)", strings.Join(why, label("；", "; ")))
		}
		fmt.Fprintln(sh.out)
	}
	fmt.Fprintf(sh.out, "%s %s\n", label("结论：", "verdict:"), e.Report.Verdict)
	for _, f := range e.Report.Findings {
		fmt.Fprintf(sh.out, "  [%s] %s\n", f.Severity, f.Message)
	}
	fmt.Fprintln(sh.out)
}

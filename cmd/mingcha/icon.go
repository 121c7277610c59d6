package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// iconAnswer is what mingcha icon says of one file.
type iconAnswer struct {
	File     string                 `json:"file"`
	Format   string                 `json:"format,omitempty"`
	Bytes    int                    `json:"bytes"`
	Width    int                    `json:"width,omitempty"`
	Height   int                    `json:"height,omitempty"`
	Ground   string                 `json:"ground,omitempty"`
	Facts    []validate.IconMeasure `json:"facts,omitempty"`
	Verdict  validate.Verdict       `json:"verdict"`
	Findings []validate.Finding     `json:"findings,omitempty"`
}

func runIcon(sh *shell, args []string) (int, error) {
	fs := newFlags("icon", "mingcha icon [flags] FILE...")
	lang := fs.String("lang", "zh", "`language` of the messages: zh or en")
	format := fs.String("format", "text", "`format` of the answers: text or json, one object a file")
	files, err := parse(sh, fs, args)
	switch {
	case err != nil:
		return exitTrouble, err
	case len(files) == 0:
		return exitTrouble, errors.New("give the file of an icon")
	case *format != "text" && *format != "json":
		return exitTrouble, fmt.Errorf("--format %q: expected text or json", *format)
	}
	v, err := validate.New(validate.WithLanguage(validate.Language(*lang)))
	if err != nil {
		return exitTrouble, err
	}
	code := exitClean
	for _, file := range files {
		answer, err := explainIcon(v, file)
		if err != nil {
			fmt.Fprintf(sh.err, "mingcha icon: %v\n", err)
			code = exitTrouble
			continue
		}
		if answer.Verdict == validate.Rejected {
			code = max(code, exitFound)
		}
		if *format == "json" {
			line, err := json.Marshal(answer)
			if err != nil {
				return exitTrouble, err
			}
			fmt.Fprintf(sh.out, "%s\n", line)
			continue
		}
		answer.print(sh, validate.Language(*lang))
	}
	return code, nil
}

func explainIcon(v *validate.Validator, file string) (*iconAnswer, error) {
	data, err := readIcon(file)
	if err != nil {
		return nil, err
	}
	report, facts := v.CheckIcon(&validate.Submission{Icon: data, IconName: filepath.Base(file)})
	answer := &iconAnswer{File: file, Bytes: len(data), Verdict: report.Verdict, Findings: report.Findings}
	if facts != nil {
		answer.Format, answer.Width, answer.Height = facts.Format, facts.Width, facts.Height
		answer.Ground, answer.Facts = facts.Ground, facts.Measures
	}
	return answer, nil
}

func (a *iconAnswer) print(sh *shell, language validate.Language) {
	fmt.Fprintf(sh.out, "%s: %s", a.File, cmp.Or(a.Format, validate.Text{ZH: "不认识的格式", EN: "unknown format"}.In(language)))
	if a.Width > 0 { // not known of a file that is only named
		fmt.Fprintf(sh.out, " %d×%d", a.Width, a.Height)
	}
	fmt.Fprintln(sh.out, strings.TrimRight(fmt.Sprintf(", %d B %s", a.Bytes, a.Ground), " "))
	for _, f := range a.Facts {
		mark := ""
		if f.Bad {
			mark = "  !"
		}
		fmt.Fprintf(sh.out, "  %s: %.2f (%s %.2f)%s\n", f.Title, f.Value, validate.Text{ZH: "界限", EN: "limit"}.In(language), f.Limit, mark)
	}
	fmt.Fprintf(sh.out, "  → %s\n", a.Verdict)
	for _, f := range a.Findings {
		fmt.Fprintf(sh.out, "  [%s] %s %s\n", f.Severity, f.Check, f.Message)
		if f.Suggestion != "" {
			fmt.Fprintf(sh.out, "    %s\n", f.Suggestion)
		}
	}
}

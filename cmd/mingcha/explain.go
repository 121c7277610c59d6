package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

func runExplain(sh *shell, args []string) (int, error) {
	fs := newFlags("explain", "mingcha explain [flags] [SLUG...]")
	lang := fs.String("lang", "zh", "`language`: zh or en")
	slugs, err := parse(sh, fs, args)
	if err != nil {
		return exitTrouble, err
	}
	spoken, err := language(*lang)
	if err != nil {
		return exitTrouble, err
	}
	checks := validate.Checks()
	if len(slugs) == 0 {
		for _, c := range checks {
			fmt.Fprintf(sh.out, "%-18s %s\n", c.Slug, c.Title.In(spoken))
		}
		return exitClean, nil
	}
	for _, slug := range slugs {
		i := slices.IndexFunc(checks, func(c validate.Check) bool { return c.Slug == slug })
		if i < 0 {
			return exitTrouble, fmt.Errorf("there is no check %q: expected %s", slug, slugList(checks))
		}
		explain(sh, &checks[i], spoken)
	}
	return exitClean, nil
}

func slugList(checks []validate.Check) string {
	var slugs []string
	for _, c := range checks {
		slugs = append(slugs, c.Slug)
	}
	return strings.Join(slugs, ", ")
}

func explain(sh *shell, c *validate.Check, language validate.Language) {
	headings := [][2]string{{"规则", "Rules"}, {"字段", "Fields"}, {"会找到", "Found"}, {"放过", "Left in peace"}}
	heading := func(i int) string { return validate.Text{ZH: headings[i][0], EN: headings[i][1]}.In(language) }
	fields := make([]string, len(c.Fields))
	for i, f := range c.Fields {
		fields[i] = string(f)
	}
	fmt.Fprintf(sh.out, "%s  %s\n\n%s\n\n", c.Slug, c.Title.In(language), c.Doc.In(language))
	fmt.Fprintf(sh.out, "%s: %s\n%s: %s\n", heading(0), strings.Join(c.Rules, " "), heading(1), strings.Join(fields, " "))
	explainPairs(sh, c, language)
	if len(c.Found)+len(c.Innocent) == 0 {
		return
	}
	fmt.Fprintf(sh.out, "%s:\n", heading(2))
	for _, s := range c.Found {
		want := s.Want
		if want == "" {
			want = s.Text
		}
		fmt.Fprintf(sh.out, "  %-6s %-11s %q → %q\n", s.Severity, s.Field, s.Text, want)
	}
	for _, s := range c.Icons {
		if s.Found {
			fmt.Fprintf(sh.out, "  %-6s %-11s %s\n", s.Severity, validate.FieldIcon, s.Title.In(language))
		}
	}
	fmt.Fprintf(sh.out, "%s:\n", heading(3))
	for _, s := range c.Innocent {
		fmt.Fprintf(sh.out, "  %-6s %-11s %q\n", "", s.Field, s.Text)
	}
	for _, s := range c.Icons {
		if !s.Found {
			fmt.Fprintf(sh.out, "  %-6s %-11s %s\n", "", validate.FieldIcon, s.Title.In(language))
		}
	}
	fmt.Fprintln(sh.out)
}

// explainPairs shows pairs of submissions and what is said of the second.
func explainPairs(sh *shell, c *validate.Check, language validate.Language) {
	for i := range c.Pairs {
		p := &c.Pairs[i]
		said := validate.Text{ZH: "放过", EN: "left in peace"}.In(language)
		if p.Severity != 0 {
			said = p.Severity.String() + " " + p.Rule
		}
		fmt.Fprintf(sh.out, "  %q %q %s\n  %q %q %s\n    → %s\n", p.First.Name, p.First.Intro, p.First.Owner.Name, p.Second.Name, p.Second.Intro, p.Second.Owner.Name, said)
	}
	if len(c.Pairs) > 0 {
		fmt.Fprintln(sh.out)
	}
}

package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

func runRules(sh *shell, args []string) (int, error) {
	fs := newFlags("rules", "mingcha rules [flags] [NUMBER...]")
	lang := fs.String("lang", "zh", "`language`: zh or en")
	manual := fs.Bool("manual", false, "only those that a person has to look at, wholly or in part")
	asJSON := fs.Bool("json", false, "write a JSON array")
	name := fs.String("edition", "first", "`edition` of the operating rules: first, 2018 or 2026")
	rest, err := parse(sh, fs, args)
	if err != nil {
		return exitTrouble, err
	}
	spoken, err := language(*lang)
	if err != nil {
		return exitTrouble, err
	}
	edition := validate.Edition(*name)
	rules := validate.RulesIn(edition)
	if len(rules) == 0 {
		return exitTrouble, fmt.Errorf("--edition %q: expected first, 2018 or 2026", *name)
	}
	for _, number := range rest {
		if !slices.ContainsFunc(rules, func(r validate.Rule) bool { return isOf(&r, edition, []string{number}) }) {
			return exitTrouble, fmt.Errorf("there is no rule %s", number)
		}
	}
	if len(rest) > 0 {
		rules = slices.DeleteFunc(rules, func(r validate.Rule) bool { return !isOf(&r, edition, rest) })
	}
	if *manual {
		rules = slices.DeleteFunc(rules, func(r validate.Rule) bool { return !r.Manual() })
	}
	if *asJSON {
		encoder := json.NewEncoder(sh.out)
		encoder.SetIndent("", "  ")
		return exitClean, encoder.Encode(rules)
	}
	for _, r := range rules {
		writeRule(sh, &r, edition, spoken)
	}
	return exitClean, nil
}

// isOf tells whether one of a rule's numbers in an edition is one of those asked for, or of
// their chapters.
func isOf(r *validate.Rule, edition validate.Edition, asked []string) bool {
	return slices.ContainsFunc(r.Numbers(edition), func(number string) bool { return isUnder(number, asked) })
}

// isUnder tells whether a rule is one of the numbers, or of a chapter: 2.5 is of 2.
func isUnder(number string, numbers []string) bool {
	return slices.ContainsFunc(numbers, func(n string) bool {
		return number == n || strings.HasPrefix(number, n+".")
	})
}

func writeRule(sh *shell, r *validate.Rule, edition validate.Edition, language validate.Language) {
	fmt.Fprintf(sh.out, "%-16s %-14s %s", strings.Join(r.Numbers(edition), " "), r.How, r.Title.In(language))
	if len(r.Checks) > 0 {
		fmt.Fprintf(sh.out, " [%s]", strings.Join(r.Checks, " "))
	}
	fmt.Fprintln(sh.out)
	if look := r.Look.In(language); look != "" {
		fmt.Fprintf(sh.out, "%31s → %s\n", "", look)
	}
}

// Command docs writes docs/rules.md: the rules of the platform and the checks
// that answer them, from what the checks say of themselves.
//
//	go run ./internal/docs [FILE]
//
// FILE is docs/rules.md in the working directory unless given.
package main

//go:generate go run . ../../docs/rules.md

import (
	"log"
	"os"
	"slices"

	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

// allRules are the rules of the first edition, then those that only later ones have.
func allRules() []validate.Rule {
	rules := validate.Rules()
	for _, e := range []validate.Edition{validate.Edition2018, validate.Edition2026} {
		for _, r := range validate.RulesIn(e) {
			if !slices.ContainsFunc(rules, func(known validate.Rule) bool { return known.Number == r.Number }) {
				rules = append(rules, r)
			}
		}
	}
	return rules
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("docs: ")
	file := "docs/rules.md"
	if len(os.Args) > 1 {
		file = os.Args[1]
	}
	lists, err := lexicon.Load(lexicon.Embedded())
	if err != nil {
		log.Fatal(err)
	}
	c := catalogue{rules: allRules(), checks: validate.Checks(), lists: lists}
	if err := os.WriteFile(file, []byte(c.render()), 0o644); err != nil {
		log.Fatal(err)
	}
}

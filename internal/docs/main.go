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

	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

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
	c := catalogue{rules: validate.Rules(), checks: validate.Checks(), lists: lists}
	if err := os.WriteFile(file, []byte(c.render()), 0o644); err != nil {
		log.Fatal(err)
	}
}

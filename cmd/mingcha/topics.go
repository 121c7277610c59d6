package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
	"github.com/mingcha-go/mingcha/validate"
)

// topicAnswer is a topic of a text as mingcha topics --json writes it.
type topicAnswer struct {
	Topic  string   `json:"topic"`
	Name   string   `json:"name"`
	Weight float64  `json:"weight"`
	Words  []string `json:"words"`
}

func runTopics(sh *shell, args []string) (int, error) {
	fs := newFlags("topics", "mingcha topics [flags] TEXT...")
	text := fs.String("text", "", "the `text`")
	lang := fs.String("lang", "zh", "`language` of the names: zh or en")
	asJSON := fs.Bool("json", false, "write one JSON array")
	rest, err := parse(sh, fs, args)
	if err != nil {
		return exitTrouble, err
	}
	spoken, err := language(*lang)
	if err != nil {
		return exitTrouble, err
	}
	all := strings.TrimSpace(*text + " " + strings.Join(rest, " "))
	if all == "" {
		return exitTrouble, errors.New("give a text")
	}
	var t fold.Text
	t.Fold(all)
	var r topic.Reading
	r.Read(&t, topic.Prose)
	answers := []topicAnswer{}
	for _, w := range r.Topics() {
		name := validate.Text{ZH: w.Topic.ZH, EN: w.Topic.EN}.In(spoken)
		answers = append(answers, topicAnswer{w.Topic.Slug, name, w.Sum, r.WordsOf(w.Topic)})
	}
	if *asJSON {
		encoder := json.NewEncoder(sh.out)
		encoder.SetEscapeHTML(false)
		return exitClean, encoder.Encode(answers)
	}
	for _, a := range answers {
		fmt.Fprintf(sh.out, "%5.1f  %s %s (%s)\n", a.Weight, a.Topic, a.Name, strings.Join(a.Words, " "))
	}
	return exitClean, nil
}

// Command eval measures the checks: on the labelled cases of the project, and,
// to read by eye, on real names and descriptions.
//
//	go run ./internal/eval [--update] [--seed N] [--sample N] [--measure NAME] [DIR]
//	go run ./internal/eval --rules [--mistakes] [--half tune]
//	go run ./internal/eval --corpus [--mistakes] [--half write]
//
// It runs in the repository's root. Without DIR it prints the scorecard of
// testdata/cases with every miss and false alarm; --update writes
// docs/scorecard.md as well, which leads with the corpus and the scores by rule. With DIR it tells what the checks flag in the
// files of DIR (*.jsonl with name, intro and description; *.txt with a name a
// line), with a random sample to read; with --measure how well one of the
// judgements that need no list does there: coherence (real pairs of name and
// description against shuffled ones), topics, categories, vague.
//
// With --rules it prints the scores by rule on testdata/rules, with --mistakes the
// cases of the tune half that are wrong as well. Those of the held half, which
// nobody should read who writes words, are shown with --half held alone.
//
// With --corpus it prints the scores on the texts of testdata/corpus by author, rule
// and check, with --mistakes the rows of a part of the authors (write, tune or held).
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/docs/markdown"
	"github.com/mingcha-go/mingcha/validate"
)

// Where things are under the root of the repository.
const (
	casesDir      = "testdata/cases"
	rulesDir      = "testdata/rules"
	corpusDir     = "testdata/corpus"
	scorecardFile = "docs/scorecard.md"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("eval: ")
	update := flag.Bool("update", false, "write "+scorecardFile)
	seed := flag.Uint64("seed", 1, "of the random sample")
	size := flag.Int("sample", 10, "findings to show for each check and severity, mistakes for each measure")
	measure := flag.String("measure", "", "of DIR: "+strings.Join(sortedKeys(measures), ", "))
	byRule := flag.Bool("rules", false, "print the scores by rule of "+rulesDir)
	byAuthor := flag.Bool("corpus", false, "print the scores of "+corpusDir)
	wrong := flag.Bool("mistakes", false, "of --rules and --corpus: print the cases of a half, or a part, that are wrong")
	half := flag.String("half", tune, "of --mistakes: "+tune+" (of --corpus also "+partWrite+"), or "+held+", which nobody should read who writes words")
	flag.Parse()

	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	switch {
	case *byRule && !*byAuthor && flag.NArg() == 0 && !*update && (*half == tune || *half == held):
		err = evaluateRules(os.Stdout, *wrong, *half)
	case *byAuthor && !*byRule && flag.NArg() == 0 && !*update && slices.Contains(parts, *half):
		err = evaluateCorpus(os.Stdout, v, *wrong, *half)
	case *byRule || *byAuthor || *wrong:
		flag.Usage()
		os.Exit(2)
	case flag.NArg() == 0:
		err = evaluateCases(v, *update)
	case flag.NArg() == 1 && measures[*measure] != nil && !*update && *size >= 0:
		err = measureDir(measures[*measure], flag.Arg(0), *size)
	case flag.NArg() == 1 && *measure == "" && !*update && *size >= 0:
		err = surveyDir(v, flag.Arg(0), *seed, *size)
	default:
		flag.Usage()
		os.Exit(2)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// measures are what can be told of a directory of real data beside the survey.
var measures = map[string]func(w io.Writer, rows []realRow, size int) error{
	"categories": measureCategories,
	"coherence":  measureCoherence,
	"topics":     measureTopics,
	"vague":      measureVague,
}

func measureDir(measure func(io.Writer, []realRow, int) error, dir string, size int) error {
	rows, err := loadRows(dir)
	if err != nil {
		return err
	}
	return measure(os.Stdout, rows, size)
}

func evaluateCases(v *validate.Validator, update bool) error {
	cases, err := loadCases(casesDir)
	if err != nil {
		return err
	}
	scores, mistakes := scoreAll(v, cases)
	fmt.Print(scoreTable(scores).Padded())
	printMistakes(os.Stdout, mistakes)
	if !update {
		return nil
	}
	rules, _, err := scoreRulesDir()
	if err != nil {
		return err
	}
	rows, err := loadCorpus(corpusDir)
	if err != nil {
		return err
	}
	corpus := scoreCorpus(v, rows)
	return os.WriteFile(filepath.FromSlash(scorecardFile), []byte(scorecard(&corpus, rules, scores, uncovered(scores))), 0o644)
}

func scoreRulesDir() ([]ruleScore, []ruleMistake, error) {
	cases, err := loadRuleCases(rulesDir)
	if err != nil {
		return nil, nil, err
	}
	check, err := newRuleChecker()
	if err != nil {
		return nil, nil, err
	}
	scores, mistakes := scoreRules(check, cases)
	return scores, mistakes, nil
}

// evaluateRules prints the scores by rule and, if asked, the mistakes of a half.
func evaluateRules(w io.Writer, wrong bool, half string) error {
	scores, mistakes, err := scoreRulesDir()
	if err != nil {
		return err
	}
	fmt.Fprint(w, ruleTable(scores).Padded())
	if wrong {
		printRuleMistakes(w, mistakes, half)
	}
	return nil
}

// evaluateCorpus prints the scores on the corpus and, if asked, the mistakes of a
// part.
func evaluateCorpus(w io.Writer, v *validate.Validator, wrong bool, part string) error {
	rows, err := loadCorpus(corpusDir)
	if err != nil {
		return err
	}
	scores := scoreCorpus(v, rows)
	for _, table := range []*markdown.Table{authorTable(scores.authors), heldRuleTable(scores.rules), heldCheckTable(scores.checks)} {
		fmt.Fprintln(w, table.Padded())
	}
	if wrong {
		printCorpusMistakes(w, scores.wrong, part)
	}
	return nil
}

// uncovered lists the checks that no case is for.
func uncovered(scores []score) (slugs []string) {
	covered := map[string]bool{}
	for _, s := range scores {
		covered[s.check] = true
	}
	for _, c := range validate.Checks() {
		if !covered[c.Slug] {
			slugs = append(slugs, c.Slug)
		}
	}
	return slugs
}

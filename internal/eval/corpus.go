package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// The parts that the authors of testdata/corpus are split into, once: words and
// frames are written with the first, thresholds set with the second, and the last
// is only counted.
const (
	partWrite = "write"
	partTune  = "tune"
	partHeld  = "held"
)

var parts = []string{partWrite, partTune, partHeld}

// splitFile is in the folder of the corpus: author, tab, part.
const splitFile = "split.tsv"

// corpusRow is a line of testdata/corpus/NN.jsonl: texts that break a rule, or come
// near one and do not, by an author who has seen no list, check or case.
type corpusRow struct {
	Author string `json:"author"`
	Label  string `json:"label"`
	// Rules are the numbers accepted for a violating row, the one the author had in
	// mind first; Near are those that a compliant row comes near.
	Rules       []string `json:"rules,omitempty"`
	Near        []string `json:"near,omitempty"`
	Name        string   `json:"name,omitempty"`
	Intro       string   `json:"intro,omitempty"`
	Description string   `json:"description,omitempty"`
	// Text has the words at fault, which stand in one of the fields.
	Text string `json:"text,omitempty"`
	Why  string `json:"why,omitempty"`

	line int
	part string
}

func (r *corpusRow) submission() *validate.Submission {
	return &validate.Submission{Name: r.Name, Intro: r.Intro, Description: r.Description}
}

// rule is the number that the row is counted under.
func (r *corpusRow) rule() string {
	if r.Label == violating {
		return r.Rules[0]
	}
	return r.Near[0]
}

// loadCorpus reads the rows of all authors in dir. A fault names file and line.
func loadCorpus(dir string) ([]corpusRow, error) {
	split, err := loadSplit(filepath.Join(dir, splitFile))
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	rows, err := loadLines(dir, func(file string, number int, line []byte) (r corpusRow, id string, err error) {
		author := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		found[author] = true
		r, err = parseCorpusRow(line)
		r.line, r.part = number, split[author]
		switch {
		case r.part == "":
			err = fmt.Errorf("author %s has no line in %s", author, splitFile)
		case err == nil && r.Author != author:
			err = fmt.Errorf("author is %q, the file is of %s", r.Author, author)
		}
		return r, author + ":" + strconv.Itoa(number), err
	})
	if err != nil {
		return nil, err
	}
	for author := range split {
		if !found[author] {
			return nil, fmt.Errorf("%s: author %s has no file", filepath.Join(dir, splitFile), author)
		}
	}
	return rows, nil
}

func loadSplit(file string) (map[string]string, error) {
	split := map[string]string{}
	err := eachLine(file, func(_ int, line []byte) error {
		if line[0] == '#' {
			return nil
		}
		author, part, _ := strings.Cut(string(line), "\t")
		if !slices.Contains(parts, part) {
			return fmt.Errorf("author %s: part is %q, want one of %s", author, part, strings.Join(parts, ", "))
		}
		if split[author] != "" {
			return fmt.Errorf("author %s stands twice", author)
		}
		split[author] = part
		return nil
	})
	return split, err
}

// parseCorpusRow reads a line and refuses a row that could not mean what it says.
func parseCorpusRow(line []byte) (r corpusRow, err error) {
	if err := decodeStrictly(line, &r); err != nil {
		return r, err
	}
	has := func(text string) bool {
		return slices.ContainsFunc([]string{r.Name, r.Intro, r.Description}, func(s string) bool { return s != "" && strings.Contains(s, text) })
	}
	switch {
	case r.Label != violating && r.Label != compliant:
		return r, fmt.Errorf("label is %q, want %s or %s", r.Label, violating, compliant)
	case !has(""):
		return r, fmt.Errorf("no name, intro or description")
	case r.Label == violating && (len(r.Rules) == 0 || len(r.Near) > 0):
		return r, fmt.Errorf("a violating row needs rules, and has nothing that it is near to")
	case r.Label == compliant && (len(r.Near) == 0 || len(r.Rules) > 0 || r.Text != ""):
		return r, fmt.Errorf("a compliant row needs near, and has no rules and no text at fault")
	case r.Label == violating && (r.Text == "" || !has(r.Text)):
		return r, fmt.Errorf("no field holds the text %q", r.Text)
	}
	for _, number := range slices.Concat(r.Rules, r.Near) {
		if !slices.ContainsFunc(validate.Rules(), func(rule validate.Rule) bool { return rule.Number == number }) {
			return r, fmt.Errorf("rule %q is not in the table of rules", number)
		}
	}
	return r, nil
}

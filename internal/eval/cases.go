package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// labelled is a line of testdata/cases/*.jsonl: a submission, and what one
// check must say of it. ID and the submission's fields stand in the same object.
type labelled struct {
	validate.Submission
	// Check is the slug of the only check that is judged.
	Check string `json:"check"`
	// Class groups the cases of a check; empty for most.
	Class string `json:"class,omitempty"`
	// Want is what must be found; empty: the check must stay silent.
	Want []want `json:"want"`
	// Why says why, for the reader of a mistake.
	Why string `json:"why"`
}

// want is one thing to be found.
type want struct {
	// Field is as in findings; a list may be named without index.
	Field validate.Field `json:"field"`
	// Text is the part of the field; empty: any finding in the field will do.
	Text string `json:"text"`
	// Severity holds the severities that are right, joined by |.
	Severity severities `json:"severity"`
}

// severities is a set of them, by their number.
type severities map[validate.Severity]bool

// UnmarshalText reads "reject|review".
func (s *severities) UnmarshalText(text []byte) error {
	*s = severities{}
	for word := range strings.SplitSeq(string(text), "|") {
		var one validate.Severity
		if err := one.UnmarshalText([]byte(word)); err != nil {
			return err
		}
		(*s)[one] = true
	}
	return nil
}

// loadCases reads the cases of all files in dir. A fault names file and line.
func loadCases(dir string) ([]labelled, error) {
	return loadLines(dir, func(_ string, _ int, line []byte) (c labelled, id string, err error) {
		c, err = parseCase(line)
		return c, c.ID, err
	})
}

// loadLines reads what the lines of all *.jsonl in dir hold, in the order of the files'
// names; parse gives it and its id, which may stand once. A fault names file and line.
func loadLines[C any](dir string, parse func(file string, number int, line []byte) (c C, id string, err error)) (all []C, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no *.jsonl in %s: run in the root of the repository", dir)
	}
	seen := map[string]bool{}
	for _, file := range files {
		err := eachLine(file, func(number int, line []byte) error {
			c, id, err := parse(file, number, line)
			if err == nil && seen[id] {
				err = fmt.Errorf("id %q stands twice", id)
			}
			seen[id] = true
			all = append(all, c)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// decodeStrictly reads an object without keys that into does not have.
func decodeStrictly(line []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

// parseCase reads a line and refuses a case that could not mean what it says.
func parseCase(line []byte) (c labelled, err error) {
	if err := decodeStrictly(line, &c); err != nil {
		return c, err
	}
	if c.ID == "" || c.Check == "" || c.Why == "" {
		return c, fmt.Errorf("case %q needs id, check and why", c.ID)
	}
	texts := textsOf(&c.Submission)
	for _, w := range c.Want {
		if len(w.Severity) == 0 {
			return c, fmt.Errorf("%s: want without severity", c.ID)
		}
		if w.Text != "" && !w.standsIn(texts) {
			return c, fmt.Errorf("%s: %s does not hold the text %q", c.ID, w.Field, w.Text)
		}
	}
	return c, nil
}

// standsIn tells whether the wanted text is in a field that it may stand in.
func (w *want) standsIn(texts map[validate.Field]string) bool {
	for field, text := range texts {
		if w.inField(field) && strings.Contains(text, w.Text) {
			return true
		}
	}
	return false
}

// inField tells whether a finding's field is the wanted one; tags is any tag.
func (w *want) inField(f validate.Field) bool {
	name, _, _ := strings.Cut(string(f), "[")
	return f == w.Field || name == string(w.Field)
}

// eachLine calls f for the lines of a file that are not blank, numbered from 1,
// and adds file and line to its error.
func eachLine(file string, f func(number int, line []byte) error) error {
	r, err := os.Open(file)
	if err != nil {
		return err
	}
	defer r.Close()
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 64<<20)
	number := 0
	for lines.Scan() {
		number++
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		if err := f(number, lines.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", file, number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", file, number+1, err)
	}
	return nil
}

package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// The halves of the cases: words are written and thresholds set with the tune
// half alone, what the held half says of them is what counts.
const (
	tune = "tune"
	held = "held"
)

const (
	violating = "violating"
	compliant = "compliant"
)

// ruleCase is a line of testdata/rules/*.jsonl: a submission, or several of one
// catalog, that breaks a rule or nearly does.
type ruleCase struct {
	validate.Submission
	// Picture draws the icon; nil: none.
	Picture *recipe `json:"icon,omitempty"`
	// Rule is the number in the first edition, or that of the form (form.name).
	Rule  string `json:"rule"`
	Label string `json:"label"`
	Half  string `json:"half"`
	// At is the field at fault, Text the words in it; both are empty for an absence.
	At   validate.Field `json:"field,omitempty"`
	Text string         `json:"text,omitempty"`
	// Also are numbers that a reader would accept beside Rule.
	Also []string `json:"also,omitempty"`
	// Complete says that the submission is meant as whole.
	Complete bool `json:"complete,omitempty"`
	// Records stand in place of the submission in cases of a catalog; the last is
	// the one judged.
	Records []validate.Submission `json:"records,omitempty"`
	Why     string                `json:"why"`
}

// judged is the submission that findings are of.
func (c *ruleCase) judged() *validate.Submission {
	if len(c.Records) > 0 {
		return &c.Records[len(c.Records)-1]
	}
	return &c.Submission
}

// answers tells whether a finding's number is one that a reader would accept.
func (c *ruleCase) answers(rule string) bool { return rule == c.Rule || slices.Contains(c.Also, rule) }

// loadRuleCases reads the cases of all files in dir. A fault names file and line.
func loadRuleCases(dir string) ([]ruleCase, error) {
	return loadLines(dir, func(file string, _ int, line []byte) (c ruleCase, id string, err error) {
		c, err = parseRuleCase(line)
		if of := strings.TrimSuffix(filepath.Base(file), ".jsonl"); err == nil && c.Rule != of {
			err = fmt.Errorf("%s: rule is %q, the file is of %s", c.ID, c.Rule, of)
		}
		return c, c.ID, err
	})
}

// parseRuleCase reads a line, draws its icon, and refuses a case that could not
// mean what it says.
func parseRuleCase(line []byte) (c ruleCase, err error) {
	if err := decodeStrictly(line, &c); err != nil {
		return c, err
	}
	if err := c.fault(); err != nil {
		return c, err
	}
	if c.Picture == nil {
		return c, nil
	}
	c.IconName = c.Picture.Name
	if c.Icon, err = c.Picture.draw(); err != nil {
		return c, fmt.Errorf("%s: icon: %w", c.ID, err)
	}
	return c, nil
}

func (c *ruleCase) fault() error {
	switch {
	case c.ID == "" || c.Rule == "" || c.Why == "":
		return fmt.Errorf("case %q needs id, rule and why", c.ID)
	case c.Label != violating && c.Label != compliant:
		return fmt.Errorf("%s: label is %q, want %s or %s", c.ID, c.Label, violating, compliant)
	case c.Half != tune && c.Half != held:
		return fmt.Errorf("%s: half is %q, want %s or %s", c.ID, c.Half, tune, held)
	case len(c.Records) == 1:
		return fmt.Errorf("%s: one record is no catalog, want two or more", c.ID)
	case c.Label == compliant && (c.At != "" || c.Text != "" || len(c.Also) > 0):
		return fmt.Errorf("%s: compliant, but with field, text or also", c.ID)
	}
	if w := (want{Field: c.At, Text: c.Text}); c.Text != "" && !w.standsIn(textsOf(c.judged())) {
		return fmt.Errorf("%s: %s does not hold the text %q", c.ID, c.At, c.Text)
	}
	return nil
}

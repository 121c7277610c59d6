package validate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

// aside are checks that judge the form or the substance of a text whoever speaks in it.
var aside = []string{"incoherent", "vague-intro", "intro-format", "name-format", "generic-name", "licence-required", "undeclared-feature"}

// Texts of testdata/stance name forbidden things and speak against them or about them,
// offer them all the same, or hold the words with another meaning.
func TestWhoSpeaksOfForbiddenThingsIsHeard(t *testing.T) {
	files, err := filepath.Glob("../testdata/stance/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	v := newValidator(t)
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			cells := strings.Split(line, "\t")
			if len(cells) != 3 || !slices.Contains([]string{"innocent", "offer", "unsolved"}, cells[0]) {
				t.Fatalf("%s: %q: expected innocent, offer or unsolved, a field and a text", file, line)
			}
			if found := worstWord(v.CheckText(validate.Field(cells[1]), cells[2])); (found >= validate.Review) != (cells[0] != "innocent") {
				t.Errorf("%s: %s: %s: the worst finding is %v", filepath.Base(file), cells[0], cells[2], found)
			}
		}
	}
}

// worstWord gives the worst severity of what a report has found in the words of a text.
func worstWord(r *validate.Report) (worst validate.Severity) {
	for _, f := range r.Findings {
		if !slices.Contains(aside, f.Check) {
			worst = max(worst, f.Severity)
		}
	}
	return worst
}

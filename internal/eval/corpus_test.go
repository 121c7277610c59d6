package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

const (
	offering = `{"author":"01","label":"violating","rules":["6.1.11","11.4"],"name":"老张铺","intro":"代办各校文凭，当天可取","text":"代办各校文凭","why":"w"}`
	honest   = `{"author":"01","label":"compliant","near":["6.1.11"],"intro":"文凭遗失补办指南"}`
)

// corpusFolder writes a corpus of one author with the given lines and split.
func corpusFolder(t *testing.T, split string, lines ...string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"01.jsonl": strings.Join(lines, "\n") + "\n", splitFile: split} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestCorpusRowsThatCannotMeanWhatTheySayAreRefusedWithFileAndLine(t *testing.T) {
	for name, c := range map[string]struct{ split, line, want string }{
		"words at fault that no field holds":   {"01\theld", strings.Replace(offering, `"text":"代办`, `"text":"出售`, 1), "01.jsonl:2: no field holds the text"},
		"a violating row without words":        {"01\theld", strings.Replace(offering, `"text":"代办各校文凭",`, "", 1), "01.jsonl:2: no field holds the text"},
		"a violating row without rules":        {"01\theld", strings.Replace(offering, `"rules":["6.1.11","11.4"],`, "", 1), "01.jsonl:2: a violating row needs rules"},
		"a compliant row that is near nothing": {"01\theld", strings.Replace(honest, `"near":["6.1.11"],`, "", 1), "01.jsonl:2: a compliant row needs near"},
		"a compliant row with words at fault":  {"01\theld", strings.Replace(honest, `"near"`, `"text":"文凭","near"`, 1), "01.jsonl:2: a compliant row needs near"},
		"a rule that is none":                  {"01\theld", strings.Replace(offering, "11.4", "99.9", 1), `01.jsonl:2: rule "99.9" is not in the table`},
		"a label that is none":                 {"01\theld", strings.Replace(honest, "compliant", "fine", 1), `01.jsonl:2: label is "fine"`},
		"no text at all":                       {"01\theld", `{"author":"01","label":"compliant","near":["5.1"]}`, "01.jsonl:2: no name, intro or description"},
		"an unknown key":                       {"01\theld", strings.Replace(honest, "intro", "intor", 1), `01.jsonl:2: json: unknown field "intor"`},
		"another author":                       {"01\theld", strings.Replace(honest, `"01"`, `"02"`, 1), `01.jsonl:2: author is "02"`},
		"an author in no part":                 {"", honest, "author 01 has no line in split.tsv"},
		"an author without texts":              {"01\theld\n02\ttune", honest, "author 02 has no file"},
		"an author in two parts":               {"01\theld\n01\ttune", honest, "split.tsv:2: author 01 stands twice"},
		"a part that is none":                  {"01\tkept", honest, `split.tsv:1: author 01: part is "kept"`},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := loadCorpus(corpusFolder(t, c.split, offering, c.line)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want it to hold %q", err, c.want)
			}
		})
	}
}

func TestScoreCorpusRow(t *testing.T) {
	found := func(rule, text string, s validate.Severity) validate.Finding {
		f := finding("intro", "代办各校文凭，当天可取", text, s)
		f.Rule = rule
		return f
	}
	for name, c := range map[string]struct {
		line     string
		findings []validate.Finding
		want     corpusTally
	}{
		"an accepted number at the place": {offering, []validate.Finding{found("11.4", "各校", validate.Review)}, corpusTally{violating: 1, found: 1, placed: 1, right: 1}},
		"another number at the place":     {offering, []validate.Finding{found("2.5", "各校", validate.Review)}, corpusTally{violating: 1, found: 1, placed: 1}},
		"beside the place":                {offering, []validate.Finding{found("6.1.11", "当天", validate.Reject)}, corpusTally{violating: 1, found: 1}},
		"number and place in two":         {offering, []validate.Finding{found("6.1.11", "当天", validate.Reject), found("2.5", "文凭", validate.Reject)}, corpusTally{violating: 1, found: 1, placed: 1}},
		"of the whole record":             {offering, []validate.Finding{{Rule: "6.1.11", Field: "contact", Severity: validate.Review}}, corpusTally{violating: 1, found: 1, placed: 1, right: 1}},
		"advice is no find":               {offering, []validate.Finding{found("6.1.11", "各校", validate.Advice)}, corpusTally{violating: 1}},
		"an honest row in peace":          {honest, []validate.Finding{found("6.1.11", "各校", validate.Advice)}, corpusTally{compliant: 1}},
		"an honest row flagged":           {honest, []validate.Finding{found("2.5", "各校", validate.Review)}, corpusTally{compliant: 1, flagged: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			row, err := parseCorpusRow([]byte(c.line))
			if err != nil {
				t.Fatal(err)
			}
			if got := scoreCorpusRow(&row, c.findings); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestCorpusTableIsReadBackAsWrittenAndFallingFiguresAreTold(t *testing.T) {
	half := corpusScores{authors: []corpusScore{{"01", partHeld, corpusTally{violating: 2, found: 2, placed: 1, right: 1, compliant: 4, flagged: 1}}}}
	floors, err := parseCorpusFloors(corpusSection(&half))
	if err != nil {
		t.Fatal(err)
	}
	if want := [4]float64{1, .5, .5, .25}; len(floors) != 2 || floors["held all"] != want || floors["held 01"] != want {
		t.Fatalf("got %v, want author and part with %v", floors, want)
	}
	if faults := corpusRegressions(half.authors, floors); faults != nil {
		t.Errorf("the same figures are told as faults: %q", faults)
	}
	worse := []corpusScore{{"01", partHeld, corpusTally{violating: 2, found: 1, placed: 1, compliant: 4, flagged: 2}}}
	want := []string{
		"held: found is 0.5000, the scorecard states 1.0000",
		"held: right number is 0.0000, the scorecard states 0.5000",
		"held: flagged is 0.5000, the scorecard states 0.2500",
	}
	if got := corpusRegressions(worse, floors); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	unknown := []corpusScore{{"02", partTune, corpusTally{violating: 1}}}
	if got := corpusRegressions(unknown, floors); len(got) == 0 || got[0] != "tune: not in the scorecard" {
		t.Errorf("got %q for a part that the page lacks", got)
	}
}

func TestMistakesOfHeldAuthorsAreNotPrintedWithOthers(t *testing.T) {
	rows, err := loadCorpus(corpusFolder(t, "01\t"+partWrite, offering, honest))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	printCorpusMistakes(&b, []corpusMistake{{row: &rows[0]}}, partWrite)
	if want := "\n01:1 violating 6.1.11 11.4: w\n  name\t老张铺\n  intro\t【代办各校文凭】，当天可取\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
	b.Reset()
	printCorpusMistakes(&b, []corpusMistake{{row: &rows[0]}}, partHeld)
	if b.Len() > 0 {
		t.Errorf("printed %q of another part", b.String())
	}
}

package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// corpusTally counts rows of the corpus.
type corpusTally struct {
	violating, compliant int
	// found are violating rows with a finding of review or worse, placed those where
	// one overlaps the words at fault, right those where one that does has a number
	// that the row accepts.
	found, placed, right int
	// flagged are compliant rows with a finding of review or worse.
	flagged int
}

func (t *corpusTally) add(o *corpusTally) {
	t.violating += o.violating
	t.compliant += o.compliant
	t.found += o.found
	t.placed += o.placed
	t.right += o.right
	t.flagged += o.flagged
}

// scoreCorpusRow judges the findings of one row.
func scoreCorpusRow(r *corpusRow, findings []validate.Finding) (t corpusTally) {
	worst := grave(findings)
	if r.Label == compliant {
		t.compliant = 1
		t.flagged = min(1, len(worst))
		return t
	}
	t.violating = 1
	t.found = min(1, len(worst))
	for i := range worst {
		if r.meets(&worst[i]) {
			t.placed = 1
			if slices.Contains(r.Rules, worst[i].Rule) {
				t.right = 1
			}
		}
	}
	return t
}

// meets tells whether a finding overlaps the words at fault; one without a text has
// no place that could be wrong.
func (r *corpusRow) meets(f *validate.Finding) bool {
	if f.Start == f.End || !isText(f.Field) {
		return true
	}
	w := want{Field: f.Field, Text: r.Text}
	return w.meets(f, textsOf(r.submission()))
}

// corpusScore is how the checks do on some rows: those of an author, a rule or a
// check.
type corpusScore struct {
	key, part string
	corpusTally
}

// corpusScores are the scores of the corpus in three views.
type corpusScores struct {
	// authors has all of them; rules and checks only the held ones.
	authors, rules, checks []corpusScore
	// wrong are violating rows without the right number at the place, and compliant
	// ones that are flagged.
	wrong []corpusMistake
}

type corpusMistake struct {
	row      *corpusRow
	findings []validate.Finding
}

// scoreCorpus checks every row alone, as a registration form would.
func scoreCorpus(v checker, rows []corpusRow) (scores corpusScores) {
	authors, rules, checks := map[string]*corpusScore{}, map[string]*corpusScore{}, map[string]*corpusScore{}
	for i := range rows {
		r := &rows[i]
		findings := v.Check(r.submission()).Findings
		tally := scoreCorpusRow(r, findings)
		addCorpus(authors, r.Author, r.part, &tally)
		if tally.flagged > 0 || tally.violating > tally.right {
			scores.wrong = append(scores.wrong, corpusMistake{r, grave(findings)})
		}
		if r.part != partHeld {
			continue
		}
		addCorpus(rules, r.rule(), r.part, &tally)
		if r.Label == compliant {
			continue
		}
		for _, check := range checksOf(r.rule()) {
			addCorpus(checks, check, r.part, &tally)
		}
	}
	order := map[string]int{}
	for i, r := range validate.Rules() {
		order[r.Number] = i
	}
	scores.authors = sortedScores(authors, func(a, b corpusScore) int {
		return cmp.Or(slices.Index(parts, b.part)-slices.Index(parts, a.part), strings.Compare(a.key, b.key))
	})
	scores.rules = sortedScores(rules, func(a, b corpusScore) int { return order[a.key] - order[b.key] })
	scores.checks = sortedScores(checks, func(a, b corpusScore) int { return strings.Compare(a.key, b.key) })
	return scores
}

func addCorpus(scores map[string]*corpusScore, key, part string, t *corpusTally) {
	if scores[key] == nil {
		scores[key] = &corpusScore{key: key, part: part}
	}
	scores[key].add(t)
}

func sortedScores(scores map[string]*corpusScore, compare func(a, b corpusScore) int) (sorted []corpusScore) {
	for _, s := range scores {
		sorted = append(sorted, *s)
	}
	slices.SortFunc(sorted, compare)
	return sorted
}

// checksOf are the checks that answer a rule from texts.
func checksOf(rule string) (slugs []string) {
	for _, c := range validate.Checks() {
		if slices.Contains(c.Rules, rule) && len(c.Found) > 0 {
			slugs = append(slugs, c.Slug)
		}
	}
	return slugs
}

package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/mingcha-go/mingcha/internal/docs/markdown"
)

// fewest is how many violating rows a check needs to have a line of its own.
const fewest = 20

// corpusHeader are the columns of the table by author.
var corpusHeader = []string{"author", "part", "violating:", "compliant:", "found:", "at the place:", "right number:", "flagged:"}

// allAuthors names the lines of the totals.
const allAuthors = "all"

// authorTable gives a line for each author and one for each part.
func authorTable(scores []corpusScore) *markdown.Table {
	table := markdown.NewTable(corpusHeader...)
	for i, s := range scores {
		if i == 0 || scores[i-1].part != s.part {
			total := partTotal(scores, s.part)
			addAuthor(table, &total)
		}
		addAuthor(table, &s)
	}
	return table
}

// partTotal adds up the authors of a part.
func partTotal(scores []corpusScore, part string) corpusScore {
	total := corpusScore{key: allAuthors, part: part}
	for i := range scores {
		if scores[i].part == part {
			total.add(&scores[i].corpusTally)
		}
	}
	return total
}

func addAuthor(table *markdown.Table, s *corpusScore) {
	table.Add(s.key, s.part, strconv.Itoa(s.violating), strconv.Itoa(s.compliant),
		figure(ratio(s.found, s.violating)), figure(ratio(s.placed, s.violating)), figure(ratio(s.right, s.violating)), figure(s.alarms()))
}

// alarms is the share of compliant rows that are flagged.
func (t *corpusTally) alarms() float64 { return 1 - ratio(t.compliant-t.flagged, t.compliant) }

func heldRuleTable(scores []corpusScore) *markdown.Table {
	table := markdown.NewTable("rule", "violating:", "compliant:", "found:", "right number:", "flagged:")
	for i := range scores {
		s := &scores[i]
		table.Add(s.key, strconv.Itoa(s.violating), strconv.Itoa(s.compliant), figure(ratio(s.found, s.violating)), figure(ratio(s.right, s.violating)), figure(s.alarms()))
	}
	return table
}

func heldCheckTable(scores []corpusScore) *markdown.Table {
	table := markdown.NewTable("check", "violating:", "found:", "right number:")
	for i := range scores {
		if s := &scores[i]; s.violating >= fewest {
			table.Add(s.key, strconv.Itoa(s.violating), figure(ratio(s.found, s.violating)), figure(ratio(s.right, s.violating)))
		}
	}
	return table
}

// corpusSection gives the part of docs/scorecard.md about the corpus.
func corpusSection(s *corpusScores) string {
	return "## Texts by many authors\n\n" +
		"Each author of testdata/corpus wrote for another kind of people from the rules alone, and had seen no list, check, case or text of another; a second reader judged every row blind. " +
		"Words and frames are written with the authors of the part *write*, thresholds set with *tune*; *held* is read by nobody who writes words, and is what counts.\n\n" +
		authorTable(s.authors).String() +
		"\n- Found is the share of violating rows with a finding of review or worse, at the place that of rows where one overlaps the words at fault, right number that where such a one has a number that the row accepts.\n" +
		"- Flagged is the share of compliant rows with a finding of review or worse.\n\n" +
		"Held authors by rule (compliant rows: those near it):\n\n" + heldRuleTable(s.rules).String() +
		fmt.Sprintf("\nHeld authors by the checks that answer the rule, where %d rows or more have one:\n\n", fewest) + heldCheckTable(s.checks).String() + "\n"
}

// parseCorpusFloors reads the table by author of a scorecard: found, at the place,
// right number, flagged, by part and author.
func parseCorpusFloors(page string) (map[string][4]float64, error) {
	floors := map[string][4]float64{}
	for line := range strings.Lines(page) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != len(corpusHeader)+2 { // and what is outside of the bars
			continue
		}
		key := corpusKey(strings.TrimSpace(cells[2]), strings.TrimSpace(cells[1]))
		if cells[1] == " author " || strings.HasPrefix(strings.TrimSpace(cells[1]), "---") {
			continue
		}
		var f [4]float64
		for i := range f {
			var err error
			if f[i], err = strconv.ParseFloat(strings.TrimSpace(cells[5+i]), 64); err != nil {
				return nil, fmt.Errorf("scorecard, row of author %s: %w", key, err)
			}
		}
		floors[key] = f
	}
	return floors, nil
}

func corpusKey(part, author string) string { return part + " " + author }

// corpusRegressions tells which parts do worse than stated. Authors alone are not
// held: what helps two may cost one a row.
func corpusRegressions(scores []corpusScore, floors map[string][4]float64) (faults []string) {
	for _, part := range parts {
		total := partTotal(scores, part)
		f, stated := floors[corpusKey(part, allAuthors)]
		if !stated && total.violating+total.compliant > 0 {
			faults = append(faults, part+": not in the scorecard")
			continue
		}
		is := [4]float64{ratio(total.found, total.violating), ratio(total.placed, total.violating), ratio(total.right, total.violating), total.alarms()}
		for i, column := range corpusHeader[4:] {
			worse := figure(is[i]) < figure(f[i]) // both are 0.0000 to 1.0000
			if column == "flagged:" {
				worse = figure(is[i]) > figure(f[i])
			}
			if stated && worse {
				faults = append(faults, fmt.Sprintf("%s: %s is %s, the scorecard states %s", part, strings.TrimSuffix(column, ":"), figure(is[i]), figure(f[i])))
			}
		}
	}
	return faults
}

// printCorpusMistakes lists the rows of a part that are judged wrongly.
func printCorpusMistakes(w io.Writer, mistakes []corpusMistake, part string) {
	for _, m := range mistakes {
		r := m.row
		if r.part != part {
			continue
		}
		fmt.Fprintf(w, "\n%s:%d %s %s: %s\n", r.Author, r.line, r.Label, strings.Join(append(r.Rules, r.Near...), " "), r.Why)
		for _, field := range []struct{ name, text string }{{"name", r.Name}, {"intro", r.Intro}, {"description", r.Description}} {
			if field.text == "" {
				continue
			}
			start, end := 0, 0
			if i := strings.Index(field.text, r.Text); r.Text != "" && i >= 0 {
				start, end = i, i+len(r.Text)
			}
			fmt.Fprintf(w, "  %s\t%s\n", field.name, whole(field.text, start, end))
		}
		printFindings(w, m.findings)
	}
}

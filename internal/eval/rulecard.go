package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/mingcha-go/mingcha/internal/docs/markdown"
	"github.com/mingcha-go/mingcha/validate"
)

// ruleHeader are the columns of the table by rule: counts, then the shares of
// ruleTally.shares for the tune half and the held half.
var ruleHeader = []string{"rule", "violating:", "compliant:",
	"right number, tune:", "any, tune:", "quiet, tune:", "silent, tune:",
	"right number, held:", "any, held:", "quiet, held:", "silent, held:"}

// ruleTotalRow names the line of the totals; no rule is called that.
const ruleTotalRow = "all rules"

func ruleTable(scores []ruleScore) *markdown.Table {
	table := markdown.NewTable(ruleHeader...)
	total := ruleScore{rule: ruleTotalRow}
	for i := range scores {
		total.tune.add(&scores[i].tune)
		total.held.add(&scores[i].held)
		addRule(table, &scores[i])
	}
	addRule(table, &total)
	return table
}

func addRule(table *markdown.Table, s *ruleScore) {
	cells := []string{s.rule, strconv.Itoa(s.tune.violating + s.held.violating), strconv.Itoa(s.tune.compliant + s.held.compliant)}
	for _, t := range []*ruleTally{&s.tune, &s.held} {
		for _, share := range t.shares() {
			cells = append(cells, figure(share))
		}
	}
	table.Add(cells...)
}

// ruleSection gives the part of docs/scorecard.md by rule.
func ruleSection(scores []ruleScore) string {
	return "## By rule\n\n" +
		"The cases in testdata/rules were written by people who had not seen the lists or the checks, and were split by a hash: words are written with the tune half, the held half is only counted. " +
		"A second reader judged those that are texts and declarations blind (1,471 of 1,475 as their author did) and named all numbers to be accepted; the numbers of both count.\n\n" +
		ruleTable(scores).String() +
		"\n- Right number is the share of violating cases with a finding of review or worse under the rule's number, or another that the case accepts, which overlaps the words at fault. " +
		"For rules that hang on a declaration, and for 13.4, advice counts as well. A finding about an absence, the icon, an earlier record or a declaration has its place there.\n" +
		"- Any is the share of violating cases with any finding of review or worse.\n" +
		"- Quiet is the share of compliant cases without a finding of review or worse under the rule's number, silent the share without any.\n\n"
}

// ruleFloor is what docs/scorecard.md states for a rule, in the order of the
// columns of shares.
type ruleFloor [8]float64

// parseRuleFloors reads the table by rule of a scorecard, without the totals.
func parseRuleFloors(page string) (map[string]ruleFloor, error) {
	floors := map[string]ruleFloor{}
	for line := range strings.Lines(page) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != len(ruleHeader)+2 { // and what is outside of the bars
			continue
		}
		rule := strings.TrimSpace(cells[1])
		if rule == "rule" || rule == ruleTotalRow || strings.HasPrefix(rule, "---") {
			continue
		}
		var f ruleFloor
		for i := range f {
			var err error
			if f[i], err = strconv.ParseFloat(strings.TrimSpace(cells[4+i]), 64); err != nil {
				return nil, fmt.Errorf("scorecard, row of rule %s: %w", rule, err)
			}
		}
		floors[rule] = f
	}
	return floors, nil
}

// ruleRegressions tells where scores fall below the floors, to four decimals, and
// which rules only one of the two knows.
func ruleRegressions(scores []ruleScore, floors map[string]ruleFloor) (faults []string) {
	scored := map[string]bool{}
	for i := range scores {
		s := &scores[i]
		scored[s.rule] = true
		f, stated := floors[s.rule]
		if !stated {
			faults = append(faults, s.rule+": not in the scorecard")
			continue
		}
		tuned, kept := s.tune.shares(), s.held.shares()
		for j, is := range append(tuned[:], kept[:]...) {
			if figure(is) < figure(f[j]) { // both are 0.0000 to 1.0000
				faults = append(faults, fmt.Sprintf("%s: %s is %s, the scorecard states %s", s.rule, strings.TrimSuffix(ruleHeader[3+j], ":"), figure(is), figure(f[j])))
			}
		}
	}
	for rule := range floors {
		if !scored[rule] {
			faults = append(faults, rule+": in the scorecard, but without cases")
		}
	}
	return faults
}

// printRuleMistakes lists the mistakes of one half, the words at fault and what
// was found marked.
func printRuleMistakes(w io.Writer, mistakes []ruleMistake, half string) {
	for _, m := range mistakes {
		if m.of.Half != half {
			continue
		}
		c, texts := m.of, textsOf(m.of.judged())
		fmt.Fprintf(w, "\n%s %s: %s\n", c.ID, c.Label, c.Why)
		for _, field := range slices.Sorted(maps.Keys(texts)) {
			text, start, end := texts[field], 0, 0
			if wanted := (want{Field: c.At, Text: c.Text}); c.Text != "" && wanted.inField(field) && strings.Contains(text, c.Text) {
				start = strings.Index(text, c.Text)
				end = start + len(c.Text)
			}
			fmt.Fprintf(w, "  %s\t%s\n", field, whole(text, start, end))
		}
		printFindings(w, m.findings)
	}
}

func printFindings(w io.Writer, findings []validate.Finding) {
	for i := range findings {
		f := &findings[i]
		fmt.Fprintf(w, "  found %s %s %s %s 【%s】%s\n", f.Rule, f.Check, f.Severity, f.Field, markdown.Visible(f.Text), provenance(f))
	}
}

// whole gives a text on one line with the bytes from start to end in 【】, if any.
func whole(text string, start, end int) string {
	if start == end {
		return markdown.Visible(text)
	}
	return markdown.Visible(text[:start]) + "【" + markdown.Visible(text[start:end]) + "】" + markdown.Visible(text[end:])
}

// ownNumbers are of mingcha's own bounds and comparisons; no page of the platform states
// them, so that nobody could write cases from one.
var ownNumbers = []string{"form.lists", "form.consistent"}

// measuredRules are the numbers of the rules that a program answers, wholly or in
// part.
func measuredRules() (numbers []string) {
	for _, r := range validate.Rules() {
		if r.How != "manual" && !slices.Contains(ownNumbers, r.Number) {
			numbers = append(numbers, r.Number)
		}
	}
	return numbers
}

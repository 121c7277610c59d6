package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/validate"
)

// measureCategories tells how often category-mismatch speaks up at the right
// category of a labelled description, and at that of a label with other topics.
func measureCategories(w io.Writer, rows []realRow, size int) error {
	labels, err := parseLabels(labelsTSV)
	if err != nil {
		return err
	}
	v, err := validate.New()
	if err != nil {
		return err
	}
	names := sortedKeys(labels)
	random := rand.New(rand.NewPCG(shuffleSeed, 0))
	var all, right, wrong int
	mistakes := newTally()
	for i := range rows {
		l, known := labels[rows[i].Category]
		if !known || l.category == "" || rows[i].Description == "" {
			continue
		}
		all++
		if mismatched(v, rows[i].Description, l.category) {
			right++
			mistakes.add(rows[i].Category+" held for wrong", rows[i].Description)
		}
		other := otherLabel(random, labels, names, &l)
		if mismatched(v, rows[i].Description, other.category) {
			wrong++
		}
	}
	fmt.Fprintf(w, "%d labelled descriptions with a category\nright category called a mismatch: %d, %s %%\nrandom other one called a mismatch: %d, %s %%\n\n",
		all, right, percent(right, all), wrong, percent(wrong, all))
	mistakes.print(w, size)
	return nil
}

// otherLabel draws a label with a category and none of the topics of l.
func otherLabel(random *rand.Rand, labels map[string]label, names []string, l *label) label {
	for {
		other := labels[names[random.IntN(len(names))]]
		if other.category != "" && !slices.ContainsFunc(other.topics, l.right) {
			return other
		}
	}
}

func mismatched(v *validate.Validator, description, category string) bool {
	report := v.Check(&validate.Submission{Description: description, Categories: []string{category}})
	return slices.ContainsFunc(report.Findings, func(f validate.Finding) bool { return f.Check == "category-mismatch" })
}

// measureVague lists the descriptions of 15 to 120 characters that vague-intro
// flags as intros.
func measureVague(w io.Writer, rows []realRow, size int) error {
	v, err := validate.New()
	if err != nil {
		return err
	}
	all, flagged := 0, []string{}
	for _, row := range rows {
		if n := len([]rune(row.Description)); n < 15 || n > 120 {
			continue
		}
		all++
		for _, f := range v.Check(&validate.Submission{Name: row.Name, Intro: row.Description}).Findings {
			if f.Check == "vague-intro" {
				flagged = append(flagged, f.Severity.String()+"\t"+strings.ReplaceAll(marked(row.Description, f.Start, f.End), "\t", " "))
				break
			}
		}
	}
	fmt.Fprintf(w, "%d descriptions of 15 to 120 characters, vague-intro flags %d, %s %%\n\n", all, len(flagged), percent(len(flagged), all))
	for _, line := range flagged[:min(size, len(flagged))] {
		fmt.Fprintln(w, line)
	}
	return nil
}

package main

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"unicode"

	"github.com/mingcha-go/mingcha/internal/coherence"
	"github.com/mingcha-go/mingcha/internal/docs/markdown"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
	"github.com/mingcha-go/mingcha/validate"
)

// How many Han characters a name and a description need to be a pair, and how
// many times each name meets another's description.
const (
	nameHan, descriptionHan = 2, 8
	shuffles                = 3
	shuffleSeed             = 7
	halfSeed                = 5
)

// pair is a name with a description, its own or another's.
type pair struct {
	name, description int // rows
	real              bool
	score             float64
	called            bool // incoherent
}

// readText is a text with what it speaks of.
type readText struct {
	folded fold.Text
	about  topic.Reading
}

func (t *readText) read(source string, kind topic.Kind) {
	t.folded.Fold(source)
	t.about.Read(&t.folded, kind)
}

// measureCoherence scores real pairs against shuffled ones, asks the check about
// them, and shows the real ones that look least so.
func measureCoherence(w io.Writer, rows []realRow, size int) error {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r realRow) bool {
		return countHan(r.Name) < nameHan || countHan(r.Description) < descriptionHan
	})
	if len(rows) == 0 {
		return fmt.Errorf("no rows with %d Han characters in the name and %d in the description", nameHan, descriptionHan)
	}
	v, err := validate.New()
	if err != nil {
		return err
	}
	pairs := scorePairs(rows)
	for i := range pairs {
		pairs[i].called = calledIncoherent(v, rows[pairs[i].name].Name, rows[pairs[i].description].Description)
	}
	table := markdown.NewTable("names", "real pairs:", "shuffled pairs:", "area under the ROC curve:", "real called incoherent, %:", "shuffled, %:")
	fitted := fittedHalf(len(rows))
	for _, part := range []struct {
		title string
		has   func(p pair) bool
	}{
		{"all", func(pair) bool { return true }},
		{"the half that the weights were fitted on", func(p pair) bool { return fitted[p.name] }},
		{"the other half", func(p pair) bool { return !fitted[p.name] }},
	} {
		some := slices.DeleteFunc(slices.Clone(pairs), func(p pair) bool { return !part.has(p) })
		called, all := countCalled(some, true)
		calledShuffled, allShuffled := countCalled(some, false)
		table.Add(part.title, fmt.Sprint(all), fmt.Sprint(allShuffled), fmt.Sprintf("%.4f", rocArea(some)), percent(called, all), percent(calledShuffled, allShuffled))
	}
	fmt.Fprintf(w, "incoherent is a score under %g\n\n%s\n", coherence.Unlikely, table.Padded())
	for _, p := range pairs {
		if size > 0 && p.real {
			size--
			fmt.Fprintf(w, "%.4f %s | %s\n", p.score, rows[p.name].Name, marked(rows[p.description].Description, 0, 0))
		}
	}
	return nil
}

// fittedHalf tells which of so many rows the weights of package coherence were
// fitted on.
func fittedHalf(rows int) []bool {
	fitted := make([]bool, rows)
	for i, row := range rand.New(rand.NewPCG(halfSeed, 0)).Perm(rows) {
		fitted[row] = i%2 == 0
	}
	return fitted
}

func calledIncoherent(v *validate.Validator, name, intro string) bool {
	report := v.Check(&validate.Submission{Name: name, Intro: intro})
	return slices.ContainsFunc(report.Findings, func(f validate.Finding) bool { return f.Check == "incoherent" })
}

// scorePairs gives the pairs with the lowest scores first.
func scorePairs(rows []realRow) (pairs []pair) {
	names, descriptions := make([]readText, len(rows)), make([]readText, len(rows))
	for i := range rows {
		names[i].read(rows[i].Name, topic.Name)
		descriptions[i].read(rows[i].Description, topic.Prose)
		pairs = append(pairs, pair{name: i, description: i, real: true})
	}
	random := rand.New(rand.NewPCG(shuffleSeed, 0))
	for range shuffles {
		for i, j := range random.Perm(len(rows)) {
			if rows[i].Description != rows[j].Description {
				pairs = append(pairs, pair{name: i, description: j})
			}
		}
	}
	var judge coherence.Pair
	for i := range pairs {
		n, d := &names[pairs[i].name], &descriptions[pairs[i].description]
		pairs[i].score = judge.Weigh(&n.folded, &n.about, &d.folded, &d.about)
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(a.score, b.score) })
	return pairs
}

// rocArea gives the share of real and shuffled pairs that the scores put in
// order; equal scores count half. Pairs are sorted by score.
func rocArea(pairs []pair) float64 {
	area, shuffled, real := 0.0, 0.0, 0.0
	for from := 0; from < len(pairs); {
		to, r, s := from, 0.0, 0.0
		for to < len(pairs) && pairs[to].score == pairs[from].score {
			if pairs[to].real {
				r++
			} else {
				s++
			}
			to++
		}
		area += r * (shuffled + s/2)
		shuffled, real, from = shuffled+s, real+r, to
	}
	return area / (shuffled * real)
}

func countCalled(pairs []pair, real bool) (called, all int) {
	for _, p := range pairs {
		if p.real == real {
			all++
			if p.called {
				called++
			}
		}
	}
	return called, all
}

func countHan(s string) (n int) {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

package synth_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/synth"
	"github.com/mingcha-go/mingcha/validate"
)

func TestTheSameSeedGivesTheSameBytesAndAnotherOneOthers(t *testing.T) {
	written := func(seed uint64) (string, string) {
		var out, truth bytes.Buffer
		if err := synth.WriteJSONL(synth.Generate(synth.Usual(seed, 3000)), &out, &truth); err != nil {
			t.Fatal(err)
		}
		return out.String(), truth.String()
	}
	out, truth := written(1)
	again, truthAgain := written(1)
	other, _ := written(2)
	if out != again || truth != truthAgain || out == other {
		t.Error("the seed does not decide")
	}
	if a, b := strings.Count(out, "\n"), strings.Count(truth, "\n"); a != 3000 || b != 3000 {
		t.Errorf("%d lines, %d of truth", a, b)
	}
}

func TestTheTruthNamesEarlierRecordsAndTheSharesAreKept(t *testing.T) {
	o := synth.Usual(3, 20_000)
	kinds, group := map[string]int{}, map[string]string{}
	for r := range synth.Generate(o) {
		kinds[r.Truth.Kind]++
		if of := r.Truth.Of; of != "" && group[of] != r.Truth.Group || of == "" && r.Truth.Group != r.ID {
			t.Fatalf("record %+v is of a group that its source is not of", r)
		}
		group[r.ID] = r.Truth.Group
		if n := utf8.RuneCountInString(r.Intro); r.Truth.Kind == synth.Honest && (n < 24 || n > 125) {
			t.Errorf("an intro of %d characters: %s", n, r.Intro)
		}
	}
	for kind, share := range map[string]float64{synth.Edited: o.Edited, synth.Swapped: o.Swapped, synth.Template: o.Template, synth.Branch: o.Branch} {
		if got := float64(kinds[kind]) / float64(o.Records); got < .8*share || got > 1.2*share {
			t.Errorf("%s: a share of %.4f, want %.4f", kind, got, share)
		}
	}
}

func TestPlantedFaultsAreFoundByTheirChecks(t *testing.T) {
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	planted := map[string]int{}
	o := synth.Options{Seed: 4, Records: 2000, Faulty: .2}
	for r := range synth.Generate(o) {
		if r.Truth.Fault == "" {
			continue
		}
		planted[r.Truth.Fault]++
		report := v.Check(&r.Submission)
		if !slices.ContainsFunc(report.Findings, func(f validate.Finding) bool { return f.Check == r.Truth.Fault }) {
			t.Errorf("%s is not found in %+v: %+v", r.Truth.Fault, r.Submission, report.Findings)
		}
	}
	if len(planted) < 6 {
		t.Errorf("planted: %v", planted)
	}
}

func TestBrokenRecordsCannotBeRead(t *testing.T) {
	var out bytes.Buffer
	if err := synth.WriteJSONL(synth.Generate(synth.Options{Seed: 5, Records: 20, Broken: 1}), &out, nil); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		var s validate.Submission
		if err := json.Unmarshal([]byte(line), &s); err == nil {
			t.Errorf("%s can be read", line)
		}
	}
}

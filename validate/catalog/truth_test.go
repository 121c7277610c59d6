package catalog_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/synth"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// tally counts what was planted and what was found, by kind.
type tally struct{ planted, found map[string]int }

// measure holds the repeats of a synthetic catalog against its truth. A planted
// copy is found if it lies in one group with what it was made from; a repeat is
// right if it lies in the group that the truth puts its first record into.
func measure(t testing.TB, o synth.Options) (kinds tally, reported, right int) {
	d := catalog.NewDuplicates()
	var truth []synth.Truth
	number := map[string]int{}
	for r := range synth.Generate(o) {
		truth = append(truth, r.Truth)
		number[r.ID] = len(truth)
		m := catalog.MemberOf(len(truth), &r.Submission)
		d.Add(&m)
	}
	first := make([]int, len(truth)+1) // of the group that was found
	for i := range first {
		first[i] = i
	}
	for _, r := range d.Repeats() {
		first[r.Number] = r.First.Number
		reported++
		if truth[r.Number-1].Group == truth[r.First.Number-1].Group {
			right++
		} else if reported-right <= 5 {
			t.Logf("not planted: %d %s, %d %s, score %.2f with %s", r.Number, truth[r.Number-1].Kind, r.First.Number, truth[r.First.Number-1].Kind, r.Score, r.Like.Name)
		}
	}
	kinds = tally{map[string]int{}, map[string]int{}}
	for i, of := range truth {
		if of.Of == "" {
			continue
		}
		kinds.planted[of.Kind]++
		if first[i+1] == first[number[of.Of]] {
			kinds.found[of.Kind]++
		}
	}
	return kinds, reported, right
}

func TestPlantedDuplicatesAreFoundAndHonestProgramsAreNot(t *testing.T) {
	const least = .98
	records := 20_000
	if testing.Short() {
		records = 5000
	}
	kinds, reported, right := measure(t, synth.Usual(11, records))
	for _, kind := range []string{synth.Edited, synth.Swapped, synth.Template, synth.Branch} {
		planted, found := kinds.planted[kind], kinds.found[kind]
		t.Logf("%s: %d of %d found", kind, found, planted)
		if planted == 0 || float64(found) < least*float64(planted) {
			t.Errorf("%s: %d of %d are found", kind, found, planted)
		}
	}
	t.Logf("%d of %d repeats right", right, reported)
	if float64(right) < least*float64(reported) {
		t.Errorf("%d of %d repeats are right", right, reported)
	}
}

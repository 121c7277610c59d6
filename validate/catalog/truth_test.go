package catalog_test

import (
	"math/rand/v2"
	"testing"

	"github.com/mingcha-go/mingcha/internal/synth"
	"github.com/mingcha-go/mingcha/validate"
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

// changed gives a text with some characters replaced.
func changed(r *rand.Rand, text string, times int) string {
	runes := []rune(text)
	for _, i := range r.Perm(len(runes))[:times] {
		runes[i] = rune(0x4e00 + r.IntN(5000))
	}
	return string(runes)
}

func TestSmallEditsOfShortIntrosAreFound(t *testing.T) {
	const least = .98
	r := rand.New(rand.NewPCG(9, 9))
	var all []validate.Submission
	for s := range synth.Generate(synth.Options{Seed: 12, Records: 3000}) {
		intro := []rune(s.Intro)
		s.Intro = string(intro[len(intro)-14-r.IntN(10):])
		copied := s.Submission
		copied.Intro = changed(r, copied.Intro, 1+r.IntN(2))
		all = append(all, s.Submission, copied)
	}
	found := map[int]int{}
	right := 0
	for _, repeat := range repeats(all...) {
		found[repeat.Number] = repeat.First.Number
		if (repeat.Number-1)/2 == (repeat.First.Number-1)/2 {
			right++
		}
	}
	if t.Logf("%d of %d found, %d repeats", right, len(all)/2, len(found)); float64(right) < least*float64(len(all)/2) || float64(right) < least*float64(len(found)) {
		t.Errorf("%d of %d are found, of %d repeats", right, len(all)/2, len(found))
	}
}

// A chain's branches are one owner's and differ in the place; a template's shops
// differ in the name. Only the first is mere advice.
func TestBranchesOfAChainAndShopsOfATemplateComeOutDifferently(t *testing.T) {
	const least = .98
	d := catalog.NewDuplicates()
	var kinds []string
	var all []validate.Submission
	for r := range synth.Generate(synth.Options{Seed: 13, Records: 6000, Template: .2, Branch: .3}) {
		kinds, all = append(kinds, r.Truth.Kind), append(all, r.Submission)
		m := catalog.MemberOf(len(all), &r.Submission)
		d.Add(&m)
	}
	planted, as := map[string]int{}, map[string]int{}
	for _, r := range d.Repeats() {
		s := &all[r.Number-1]
		if r.Kind == catalog.Identical { // two branches may get one name
			continue
		}
		kind := kinds[r.Number-1]
		planted[kind]++
		if advice := r.Finding(s, validate.Chinese).Severity == validate.Advice; advice == (kind == synth.Branch) {
			as[kind]++
		}
	}
	for _, kind := range []string{synth.Branch, synth.Template} {
		if t.Logf("%s: %d of %d", kind, as[kind], planted[kind]); planted[kind] < 500 || float64(as[kind]) < least*float64(planted[kind]) {
			t.Errorf("%s: %d of %d come out right", kind, as[kind], planted[kind])
		}
	}
}

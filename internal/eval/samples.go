package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"math/rand/v2"
	"slices"

	"github.com/mingcha-go/mingcha/validate"
)

// samples draws findings at random while they stream by, some of each check and
// severity, every one with the same chance.
type samples struct {
	seed  uint64
	size  int
	drawn map[stratum]*reservoir
}

type stratum struct {
	check    string
	severity validate.Severity
}

// reservoir keeps size of the lines it has seen (algorithm R). It has its own
// source of chance, so that a change of one check leaves the others' samples.
type reservoir struct {
	random *rand.Rand
	seen   int
	lines  []string
}

func newSamples(seed uint64, size int) *samples {
	return &samples{seed, size, map[stratum]*reservoir{}}
}

// offer hands a finding in; line is called only if it is drawn.
func (s *samples) offer(f *validate.Finding, line func() string) {
	key := stratum{f.Check, f.Severity}
	r := s.drawn[key]
	if r == nil {
		hash := fnv.New64a()
		fmt.Fprint(hash, key.check, key.severity)
		r = &reservoir{random: rand.New(rand.NewPCG(s.seed, hash.Sum64()))}
		s.drawn[key] = r
	}
	r.seen++
	if len(r.lines) < s.size {
		r.lines = append(r.lines, line())
	} else if i := r.random.IntN(r.seen); i < s.size {
		r.lines[i] = line()
	}
}

// print writes the samples, the gravest of each check first.
func (s *samples) print(w io.Writer) {
	keys := slices.SortedFunc(maps.Keys(s.drawn), func(a, b stratum) int {
		return cmp.Or(cmp.Compare(a.check, b.check), cmp.Compare(b.severity, a.severity))
	})
	for _, key := range keys {
		r := s.drawn[key]
		fmt.Fprintf(w, "\n%s, %s: %d of %d\n", key.check, key.severity, len(r.lines), r.seen)
		for _, line := range r.lines {
			fmt.Fprintln(w, line)
		}
	}
}

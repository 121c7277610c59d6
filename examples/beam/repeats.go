package main

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

func init() {
	register.DoFn3x0[int, record, func(int, catalog.Member)](&sketchFn{})
	register.Emitter2[int, catalog.Member]()
	register.DoFn3x0[int64, func(*catalog.Member) bool, func(catalog.Pair)](&pairFn{})
	register.Iter1[catalog.Member]()
	register.Emitter1[catalog.Pair]()
	register.Combiner2[forest, catalog.Pair](&joinFn{})
	register.DoFn2x0[forest, func(int, int)](&firstFn{})
	register.Emitter2[int, int]()
	register.DoFn4x0[int, func(*catalog.Member) bool, func(*int) bool, func(int, catalog.Member)](&gatherFn{})
	register.Iter1[int]()
	register.DoFn3x0[int, func(*catalog.Member) bool, func(int, catalog.Repeat)](&judgeFn{})
	register.Emitter2[int, catalog.Repeat]()
	for _, value := range []any{catalog.Member{}, catalog.Pair{}, catalog.Repeat{}, forest{}} {
		beam.RegisterType(reflect.TypeOf(value))
	}
}

// findRepeats gives what repeats an earlier record, by the number of the record
// that does.
func findRepeats(s beam.Scope, members beam.PCollection) beam.PCollection {
	s = s.Scope("Repeats")
	pairs := beam.ParDo(s, &pairFn{}, buckets(s, members))
	first := beam.ParDo(s, &firstFn{}, beam.Combine(s, &joinFn{}, pairs))
	grouped := beam.ParDo(s, &gatherFn{}, beam.CoGroupByKey(s, members, first))
	return beam.ParDo(s, &judgeFn{}, beam.GroupByKey(s, grouped))
}

// sketchFn keeps of a record what tells how near another one is.
type sketchFn struct{}

func (*sketchFn) ProcessElement(number int, r record, emit func(int, catalog.Member)) {
	emit(number, catalog.MemberOf(number, &r.Submission))
}

// pairFn compares the records of a bucket.
type pairFn struct{}

func (*pairFn) ProcessElement(_ int64, members func(*catalog.Member) bool, emit func(catalog.Pair)) {
	for _, p := range catalog.Pairs(collect(members), nil) {
		emit(p)
	}
}

func collect(members func(*catalog.Member) bool) (all []catalog.Member) {
	var m catalog.Member
	for members(&m) {
		all = append(all, m)
		m = catalog.Member{} // the slices of the last one are in use
	}
	return all
}

// forest is groups, as pairs of the first of each and one more record. Pairs that
// are not joined yet may stand behind them.
type forest struct{ Pairs []catalog.Pair }

// joinFn joins pairs to groups. It can be done in parts, and what is kept of any
// number of pairs is at most one for each record.
type joinFn struct{}

// looseAtMost is how many pairs are gathered before they are joined.
const looseAtMost = 1 << 12

func (*joinFn) AddInput(f forest, p catalog.Pair) forest {
	f.Pairs = append(f.Pairs, p)
	if n := len(f.Pairs); n >= looseAtMost && n&(n-1) == 0 { // the next time at twice as many
		return f.joined()
	}
	return f
}

func (*joinFn) MergeAccumulators(a, b forest) forest {
	return forest{append(a.Pairs, b.Pairs...)}.joined()
}

func (*joinFn) ExtractOutput(f forest) forest { return f.joined() }

func (f forest) joined() forest {
	var pairs []catalog.Pair
	for _, group := range catalog.Components(f.Pairs) {
		for _, number := range group[1:] {
			pairs = append(pairs, catalog.Pair{A: group[0], B: number})
		}
	}
	return forest{pairs}
}

// firstFn gives for each record of a group the number of the group's first.
type firstFn struct{}

func (*firstFn) ProcessElement(f forest, emit func(int, int)) {
	first := 0
	for _, p := range f.Pairs {
		if p.A != first {
			first = p.A
			emit(first, first)
		}
		emit(p.B, first)
	}
}

// gatherFn sends the members of a group to its first.
type gatherFn struct{}

func (*gatherFn) ProcessElement(_ int, members func(*catalog.Member) bool, firsts func(*int) bool, emit func(int, catalog.Member)) {
	var first int
	var m catalog.Member
	if firsts(&first) && members(&m) {
		emit(first, m)
	}
}

// judgeFn says what each member of a group repeats.
type judgeFn struct{}

func (*judgeFn) ProcessElement(_ int, members func(*catalog.Member) bool, emit func(int, catalog.Repeat)) {
	group := collect(members)
	slices.SortFunc(group, func(a, b catalog.Member) int { return cmp.Compare(a.Number, b.Number) })
	for _, r := range catalog.Judge(group) {
		emit(r.Number, r)
	}
}

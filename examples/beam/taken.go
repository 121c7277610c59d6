package main

import (
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

func init() {
	register.DoFn3x0[int, catalog.Member, func(int64, catalog.Member)](&nameFn{})
	register.DoFn3x0[int64, func(*catalog.Member) bool, func(int, catalog.Taken)](&takenFn{})
	register.Emitter2[int, catalog.Taken]()
	register.Combiner1[catalog.Taken](&outrankFn{})
	beam.RegisterType(reflect.TypeOf(catalog.Taken{}))
}

// findTaken gives by whom a name is taken, by the number of the record that comes too
// late.
func findTaken(s beam.Scope, members beam.PCollection) beam.PCollection {
	s = s.Scope("Taken")
	named := beam.GroupByKey(s, beam.ParDo(s, &nameFn{}, members))
	return beam.CombinePerKey(s, &outrankFn{}, beam.ParDo(s, &takenFn{}, named))
}

// nameFn sends a record to the buckets of its name.
type nameFn struct{}

func (*nameFn) ProcessElement(_ int, m catalog.Member, emit func(int64, catalog.Member)) {
	m.Sketch = catalog.Sketch{} // names alone are compared
	for _, key := range m.NameKeys() {
		emit(int64(key), m)
	}
}

// takenFn judges the names of a bucket.
type takenFn struct{}

func (*takenFn) ProcessElement(_ int64, members func(*catalog.Member) bool, emit func(int, catalog.Taken)) {
	for _, t := range catalog.TakenIn(collect(members)) {
		emit(t.Self.Number, t)
	}
}

// outrankFn keeps the one answer that a record gets.
type outrankFn struct{}

func (*outrankFn) MergeAccumulators(a, b catalog.Taken) catalog.Taken {
	if a.Outranks(&b) {
		return a
	}
	return b
}

package main

import (
	"encoding/binary"
	"hash/fnv"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

func init() {
	register.DoFn3x0[int, catalog.Member, func(int, batch)](&bandFn{})
	register.Emitter2[int, batch]()
	register.DoFn3x0[int, func(*batch) bool, func(int, int64)](&bucketFn{})
	register.Iter1[batch]()
	register.Emitter2[int, int64]()
	register.DoFn4x0[int, func(*catalog.Member) bool, func(*int64) bool, func(int64, catalog.Member)](&candidateFn{})
	register.Iter1[int64]()
	register.Emitter2[int64, catalog.Member]()
	beam.RegisterType(reflect.TypeOf(batch{}))
}

// buckets brings records that share a band key together.
//
// A record has 24 to 36 band keys and shares most of them with none, so the
// records themselves do not travel with every key: first only their numbers do,
// in batches, to find the keys that two records have. Only those records are sent
// on, once for all keys that the same records share.
func buckets(s beam.Scope, members beam.PCollection) beam.PCollection {
	s = s.Scope("Buckets")
	batches := beam.GroupByKey(s, beam.ParDo(s, &bandFn{}, members))
	shared := beam.ParDo(s, &bucketFn{}, batches)
	candidates := beam.ParDo(s, &candidateFn{}, beam.CoGroupByKey(s, members, shared))
	return beam.GroupByKey(s, candidates)
}

// batch is band keys and the numbers of the records that have them.
type batch struct {
	Keys    []int64
	Numbers []int
}

func (b *batch) add(key int64, number int) {
	b.Keys = append(b.Keys, key)
	b.Numbers = append(b.Numbers, number)
}

// partition gives the part of the batches that a key belongs to: of every band a
// sixteenth of its keys. One worker holds a part: some 20 bytes for each sixteenth
// record of the catalog.
func partition(key int64) int {
	band, top := key>>56, key>>28&0xf
	return int(band<<4 | top)
}

// bandFn batches the band keys of a bundle.
type bandFn struct {
	batches map[int]*batch
	held    int
}

// heldAtMost bounds the keys that a worker holds.
const heldAtMost = 1 << 20

func (fn *bandFn) StartBundle(func(int, batch)) { fn.batches, fn.held = map[int]*batch{}, 0 }

func (fn *bandFn) ProcessElement(number int, m catalog.Member, emit func(int, batch)) {
	for _, k := range m.BandKeys() {
		key := int64(k)
		b := fn.batches[partition(key)]
		if b == nil {
			b = new(batch)
			fn.batches[partition(key)] = b
		}
		b.add(key, number)
		fn.held++
	}
	if fn.held >= heldAtMost {
		fn.FinishBundle(emit)
	}
}

func (fn *bandFn) FinishBundle(emit func(int, batch)) {
	for part, b := range fn.batches {
		emit(part, *b)
	}
	fn.batches, fn.held = map[int]*batch{}, 0
}

// bucketFn finds the keys of a part that two records or more have, and tells each
// of these records the name of the bucket. The name stands for the records in it,
// so that many keys with the same records make one bucket.
type bucketFn struct{ told map[int64]bool }

// toldAtMost bounds the names that a worker remembers.
const toldAtMost = 1 << 20

func (fn *bucketFn) StartBundle(func(int, int64)) { fn.told = map[int64]bool{} }

func (fn *bucketFn) FinishBundle(func(int, int64)) { fn.told = nil }

func (fn *bucketFn) ProcessElement(_ int, batches func(*batch) bool, emit func(int, int64)) {
	keyed := map[int64][]int{}
	var b batch
	for batches(&b) {
		for i, key := range b.Keys {
			keyed[key] = append(keyed[key], b.Numbers[i])
		}
		b = batch{}
	}
	for _, numbers := range keyed {
		if len(numbers) < 2 {
			continue
		}
		slices.Sort(numbers)
		name := nameOf(numbers)
		if fn.told[name] {
			continue
		}
		if len(fn.told) >= toldAtMost {
			clear(fn.told)
		}
		fn.told[name] = true
		for _, n := range numbers {
			emit(n, name)
		}
	}
}

// nameOf names a bucket by its records. Two that got the same name by chance
// would be compared as one, which adds no pair and loses none.
func nameOf(numbers []int) int64 {
	h := fnv.New64a()
	var b [8]byte
	for _, n := range numbers {
		binary.LittleEndian.PutUint64(b[:], uint64(n))
		h.Write(b[:])
	}
	return int64(h.Sum64())
}

// candidateFn sends a record to its buckets.
type candidateFn struct{}

func (*candidateFn) ProcessElement(_ int, members func(*catalog.Member) bool, names func(*int64) bool, emit func(int64, catalog.Member)) {
	var m catalog.Member
	if !members(&m) {
		return
	}
	bare := catalog.Member{Number: m.Number, Sketch: m.Sketch} // all that is compared
	var all []int64
	var name int64
	for names(&name) {
		all = append(all, name)
	}
	slices.Sort(all)
	for _, name := range slices.Compact(all) {
		emit(name, bare)
	}
}

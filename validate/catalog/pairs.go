package catalog

import (
	"cmp"
	"slices"
)

// Member is what is kept of a record to find what repeats it: plain values only,
// so that it can be sent between processes.
type Member struct {
	// Number is the record's place in the catalog, from 1. It orders a group: the
	// smallest is its first.
	Number int
	// ID and Name are the record's own, cut to 128 and 256 bytes.
	ID, Name string
	// Owner is a hash of the owner's name after folding, 0 where it is unknown.
	Owner uint64
	Sketch
}

// Pair is the numbers of two records that are nearly the same.
type Pair struct{ A, B int }

// A bucket of more than maxAllPairs records is not compared in full: its records
// are put into an order in which near ones are likely to be neighbours, and each
// is compared with the next few. What that misses has its chance in other bands,
// and groups join what is joined by others.
const (
	maxAllPairs = 64
	neighbours  = 32
)

// Pairs gives the pairs of a bucket, records that share a band key, that are
// nearly the same. The answer depends on the records alone, not on their order.
// The bucket is sorted in place. done tells of pairs that need no more looking
// at; nil: none.
func Pairs(bucket []Member, done func(a, b *Member) bool) (pairs []Pair) {
	reach := len(bucket)
	if len(bucket) > maxAllPairs {
		reach = neighbours
		sortBucket(bucket)
	}
	for i := range bucket {
		a := &bucket[i]
		for j := i + 1; j < min(i+1+reach, len(bucket)); j++ {
			b := &bucket[j]
			if (done == nil || !done(a, b)) && Near(&a.Sketch, &b.Sketch) {
				pairs = append(pairs, Pair{min(a.Number, b.Number), max(a.Number, b.Number)})
			}
		}
	}
	return pairs
}

// sortBucket puts records with much in common beside each other.
func sortBucket(bucket []Member) {
	type keyed struct {
		key uint64
		m   Member
	}
	sorted := make([]keyed, len(bucket))
	for i := range bucket {
		sorted[i] = keyed{bucket[i].sortKey(), bucket[i]}
	}
	slices.SortFunc(sorted, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.key, b.key), slices.Compare(a.m.Body, b.m.Body), cmp.Compare(a.m.Number, b.m.Number))
	})
	for i := range sorted {
		bucket[i] = sorted[i].m
	}
}

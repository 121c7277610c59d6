package catalog

// Member is what is kept of a record to find what repeats it: plain values only,
// so that it can be sent between processes.
type Member struct {
	// Number is the record's place in the catalog, from 1. It orders a group: the
	// smallest is its first.
	Number int
	// ID and Name are the record's own, cut to 128 and 256 bytes.
	ID, Name string
	// Owner is a hash of the owner's name in its normal form, a branch of a company as the
	// company, 0 where it is unknown.
	Owner uint64
	// Code is a hash of the owner's credit code (统一社会信用代码), 0 where no licence has it.
	Code uint64
	Sketch
}

// Pair is the numbers of two records that are nearly the same.
type Pair struct{ A, B int }

// Pairs gives pairs of a bucket, records that share a band key, that are nearly
// the same: as many as it takes to connect what belongs together, so Components
// of the pairs of all buckets are the groups, and a record with many copies makes
// few pairs. The answer depends on the records alone, not on their order. done
// tells of pairs that need no more looking at; nil: none.
func Pairs(bucket []Member, done func(a, b *Member) bool) (pairs []Pair) {
	var s search
	for i := range bucket {
		m := &bucket[i]
		s.add(candidate{outlineOf(&m.Sketch), m.Body, m.Number, int32(i)})
	}
	s.run(func(i, j int32) bool {
		a, b := &bucket[i], &bucket[j]
		if done != nil && done(a, b) || !Near(&a.Sketch, &b.Sketch) {
			return false
		}
		pairs = append(pairs, Pair{min(a.Number, b.Number), max(a.Number, b.Number)})
		return true
	})
	return pairs
}

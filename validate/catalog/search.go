package catalog

import (
	"cmp"
	"slices"
)

// A bucket of more than maxAllPairs records is not compared in full: its records
// are put into an order in which near ones are likely to be neighbours, and each
// is compared with the next few. What that misses has its chance in other bands,
// and groups join what is joined by others.
const (
	maxAllPairs = 64
	neighbours  = 32
)

// candidate is a record of a bucket: number orders records that are alike, at
// names it.
type candidate struct {
	outline
	body   []uint16
	number int
	at     int32
}

// search finds the near pairs of a bucket. It may be used again.
type search struct {
	bucket []candidate
	joined forest // of the places in bucket
}

func (s *search) reset()          { s.bucket = s.bucket[:0] }
func (s *search) add(c candidate) { s.bucket = append(s.bucket, c) }

// run calls near for candidates that may be near and are not yet connected by
// pairs that it was true for. The calls do not depend on the order of adding.
func (s *search) run(near func(a, b int32) bool) {
	reach := len(s.bucket)
	if len(s.bucket) > maxAllPairs {
		reach = neighbours
		slices.SortFunc(s.bucket, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(a.sort, b.sort), slices.Compare(a.body, b.body), cmp.Compare(a.number, b.number))
		})
	} else {
		slices.SortFunc(s.bucket, func(a, b candidate) int { return cmp.Compare(a.number, b.number) })
	}
	s.joined = s.joined[:0]
	for i := range s.bucket {
		s.joined = append(s.joined, int32(i))
	}
	for i := range s.bucket {
		a := &s.bucket[i]
		for j := i + 1; j < min(i+1+reach, len(s.bucket)); j++ {
			b := &s.bucket[j]
			if !a.mayBeNear(&b.outline) || s.joined.shorten(int32(i)) == s.joined.shorten(int32(j)) {
				continue
			}
			if near(a.at, b.at) {
				s.joined.join(int32(i), int32(j))
			}
		}
	}
}

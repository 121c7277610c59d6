package catalog

import (
	"cmp"
	"runtime"
	"slices"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// Taken gives the records whose name an earlier record of another owner has, or one
// that it can be taken for, sorted by number, on all cores. Owners that are not stated
// may be others. Its time grows with the number of members: some 2 µs of a core for each.
func (d *Duplicates) Taken() []Taken {
	d.mustBeThere("Taken")
	d.sort()
	var found []Taken
	all := d.keysOfNames()
	for way := range all {
		keyed := all[way]
		all[way] = nil
		buckets := bucketsOf(sortByKey(keyed))
		jobs := runtime.GOMAXPROCS(0)
		part := make([][]Taken, jobs)
		sideBySide(jobs, func(job int) {
			for _, b := range buckets[len(buckets)*job/jobs : len(buckets)*(job+1)/jobs] {
				members := make([]Member, len(b))
				for i, k := range b {
					members[i] = d.member(int32(uint32(k)))
				}
				part[job] = append(part[job], takenIn(members)...)
			}
		})
		found = append(found, slices.Concat(part...)...)
	}
	return highest(found)
}

// highest keeps for each record the answer that outranks its others, sorted by number.
func highest(found []Taken) []Taken {
	slices.SortFunc(found, func(a, b Taken) int {
		if a.Self.Number != b.Self.Number {
			return cmp.Compare(a.Self.Number, b.Self.Number)
		}
		if a.Outranks(&b) {
			return -1
		}
		return 1
	})
	return slices.CompactFunc(found, func(a, b Taken) bool { return a.Self.Number == b.Self.Number })
}

// keysOfNames gives the keys of all slots for each way, the number of the slot in the
// lower half.
func (d *Duplicates) keysOfNames() (keyed [nameWays][]uint64) {
	jobs := runtime.GOMAXPROCS(0)
	parts := make([][nameWays][]uint64, jobs)
	sideBySide(jobs, func(job int) {
		from, to := len(d.slots)*job/jobs, len(d.slots)*(job+1)/jobs
		for way := range nameWays {
			parts[job][way] = make([]uint64, 0, to-from)
		}
		var folded fold.Text
		var n nameForm
		for i := from; i < to; i++ {
			n.read(&folded, d.nameOf(int32(i)))
			for way := range nameWays {
				if key, ok := n.key(way); ok {
					parts[job][way] = append(parts[job][way], key&^(1<<32-1)|uint64(i))
				}
			}
		}
	})
	for way := range nameWays {
		keyed[way] = make([]uint64, 0, len(d.slots))
		for job := range parts {
			keyed[way] = append(keyed[way], parts[job][way]...)
			parts[job][way] = nil
		}
	}
	return keyed
}

// bucketsOf parts sorted keys into those of two records or more. Names with different
// keys may share the upper half of them, which costs a comparison and finds nothing.
func bucketsOf(keyed []uint64) (buckets [][]uint64) {
	for start := 0; start < len(keyed); {
		end := start + 1
		for end < len(keyed) && keyed[end]>>32 == keyed[start]>>32 {
			end++
		}
		if end-start > 1 {
			buckets = append(buckets, keyed[start:end])
		}
		start = end
	}
	return buckets
}

package catalog

// sortByKey sorts numbers by their upper halves; those with equal ones stay in the
// order that they are in. It takes as much memory again, and a time that grows with
// the numbers only (radix sort).
func sortByKey(keyed []uint64) []uint64 {
	const digit = 11 // bits: three passes, counters that stay in the cache
	other := make([]uint64, len(keyed))
	for shift := 32; shift < 64; shift += digit {
		var at [1 << digit]uint32
		for _, k := range keyed {
			at[k>>shift&(1<<digit-1)]++
		}
		sum := uint32(0)
		for i, n := range at {
			at[i], sum = sum, sum+n
		}
		for _, k := range keyed {
			d := k >> shift & (1<<digit - 1)
			other[at[d]] = k
			at[d]++
		}
		keyed, other = other, keyed
	}
	return keyed
}

package catalog

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSortByKeyKeepsTheOrderOfEqualKeys(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 4))
	for _, n := range []int{0, 1, 2, 3, 100, 5000} {
		for _, bits := range []int{1, 8, 32} {
			keyed := make([]uint64, n)
			for i := range keyed {
				keyed[i] = random.Uint64()>>(64-bits)<<32 | uint64(random.Uint32())
			}
			want := slices.Clone(keyed)
			slices.SortStableFunc(want, func(a, b uint64) int { return cmp.Compare(a>>32, b>>32) })
			if got := sortByKey(keyed); !slices.Equal(got, want) {
				t.Errorf("%d numbers with keys of %d bits are not sorted", n, bits)
			}
		}
	}
}

package catalog

import "slices"

// Components joins pairs to groups: the numbers of records that are connected,
// sorted in each group, the groups sorted by their first. The order of the pairs
// does not matter.
func Components(pairs []Pair) [][]int {
	var numbers []int
	for _, p := range pairs {
		numbers = append(numbers, p.A, p.B)
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	f := newForest(len(numbers))
	place := func(n int) int32 {
		i, _ := slices.BinarySearch(numbers, n)
		return int32(i)
	}
	for _, p := range pairs {
		f.join(place(p.A), place(p.B))
	}
	groups := f.groups()
	out := make([][]int, len(groups))
	for i, g := range groups {
		for _, at := range g {
			out[i] = append(out[i], numbers[at])
		}
	}
	return out
}

// forest is a union-find over the numbers 0..n-1. The root of a tree is its
// smallest number.
type forest []int32

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = int32(i)
	}
	return f
}

// shorten gives the root of a number and moves what it passes nearer to it, as a
// tree could else become as high as it has numbers. It is for one goroutine at a
// time; others may ask a flat forest for f[i].
func (f forest) shorten(i int32) int32 {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(a, b int32) {
	a, b = f.shorten(a), f.shorten(b)
	f[max(a, b)] = min(a, b)
}

// flatten makes every number point to its root.
func (f forest) flatten() {
	for i := range f {
		f[i] = f[f[i]] // parents are smaller, and done already
	}
}

// groups gives the trees of two and more, sorted.
func (f forest) groups() [][]int32 {
	f.flatten()
	size := make([]int32, len(f))
	for _, root := range f {
		size[root]++
	}
	var groups [][]int32
	at := make(map[int32]int)
	for i, root := range f {
		if size[root] < 2 {
			continue
		}
		g, ok := at[root]
		if !ok {
			g = len(groups)
			at[root] = g
			groups = append(groups, make([]int32, 0, size[root]))
		}
		groups[g] = append(groups[g], int32(i))
	}
	return groups
}

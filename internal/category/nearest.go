package category

import "sync"

// gram is a character, or a pair of neighbouring ones: the first in the upper half.
type gram uint64

// index holds the categories by what their names are made of, so that a path is
// only held against those that have something in common with it.
type index struct {
	holders map[gram][]int32 // numbers of the categories in the tree that hold it
	size    []int            // how many grams a category has
}

var loadIndex = sync.OnceValue(func() *index {
	all := load().all
	x := &index{holders: map[gram][]int32{}, size: make([]int, len(all))}
	for i, c := range all {
		own := grams(c.Path)
		x.size[i] = len(own)
		for g := range own {
			x.holders[g] = append(x.holders[g], int32(i))
		}
	}
	return x
})

// longestPath is how many bytes of a path are held against the tree: several
// times as many as its longest has.
const longestPath = 512

// Nearest gives the category for an owner whose name has most in common with a
// path, nil where none has anything. A path of more than 512 bytes has none.
func Nearest(path string, owner Subject) *Category {
	if len(path) > longestPath {
		return nil
	}
	x, all := loadIndex(), load().all
	wanted := grams(path)
	common := make([]int, len(all))
	for g := range wanted {
		for _, i := range x.holders[g] {
			common[i]++
		}
	}
	var best *Category
	most := 0.0
	for i, c := range all {
		if c.Open&owner == 0 || common[i] == 0 {
			continue
		}
		if score := float64(2*common[i]) / float64(len(wanted)+x.size[i]); score > most {
			best, most = c, score
		}
	}
	return best
}

// grams gives the characters of a path and the pairs of neighbouring ones.
func grams(path string) map[gram]bool {
	set := map[gram]bool{}
	var before rune
	for _, r := range key(path) {
		set[gram(r)] = true
		if before != 0 {
			set[gram(before)<<32|gram(r)] = true
		}
		before = r
	}
	return set
}

package growth

import "slices"

// Set is dimensions that grow together.
type Set struct {
	Name       string
	Dimensions []Dimension
}

// Sets are what is counted: everything at once, which no pair of dimensions can
// hide in, as what grows with a product outgrows all the rest; and the same with a
// name and an intro as they should be, as some checks say no more once the intro
// copies the name; and papers alone, as names are sought in them by calls that count as
// one, and what these allocate is little beside everything at once.
func Sets() []Set {
	others := slices.DeleteFunc(slices.Clone(Dimensions), func(d Dimension) bool {
		return d.Name == "name" || d.Name == "intro"
	})
	papers := slices.DeleteFunc(slices.Clone(Dimensions), func(d Dimension) bool {
		return d.Name != "licence" && d.Name != "licences" && d.Name != "authorizations" && d.Name != "mark"
	})
	return []Set{{"all", Dimensions}, {"all but name and intro", others}, {"papers", papers}}
}

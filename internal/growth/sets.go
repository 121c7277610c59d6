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
// copies the name.
func Sets() []Set {
	others := slices.DeleteFunc(slices.Clone(Dimensions), func(d Dimension) bool {
		return d.Name == "name" || d.Name == "intro"
	})
	return []Set{{"all", Dimensions}, {"all but name and intro", others}}
}

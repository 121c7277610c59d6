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
// copies the name. What is little beside all of it is seen where it is alone: names
// are sought in papers by calls that count as one, and the services of the texts are
// held against each other.
func Sets() []Set {
	return []Set{
		{"all", Dimensions},
		{"all but name and intro", dimensions(func(name string) bool { return name != "name" && name != "intro" })},
		{"papers", only("licence", "licences", "authorizations", "mark")},
		{"texts", only("name", "intro", "description")},
	}
}

func only(names ...string) []Dimension {
	return dimensions(func(name string) bool { return slices.Contains(names, name) })
}

func dimensions(wanted func(name string) bool) []Dimension {
	return slices.DeleteFunc(slices.Clone(Dimensions), func(d Dimension) bool { return !wanted(d.Name) })
}

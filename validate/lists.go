package validate

import (
	"slices"
	"sync"

	"github.com/mingcha-go/mingcha/lexicon"
)

// embeddedLists reads the embedded lists once; they are shared and not changed.
var embeddedLists = sync.OnceValue(func() []*lexicon.List {
	lists, err := lexicon.Load(lexicon.Embedded())
	if err != nil {
		panic(err) // a test loads and lints them
	}
	return lists
})

func embeddedNames() (names []string) {
	for _, l := range embeddedLists() {
		names = append(names, l.Name)
	}
	return append(names, embeddedFrameFiles()...)
}

// activeLists gives the lists in force: the embedded ones that are not dropped or
// replaced and serve a rule of the edition, then the caller's.
func (c *config) activeLists() (active []*lexicon.List) {
	for _, l := range embeddedLists() {
		if !slices.Contains(c.dropped, l.Name) && isIn(c.edition, l.Rule) {
			active = append(active, l)
		}
	}
	return append(active, c.lists...)
}

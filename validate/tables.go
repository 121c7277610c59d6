package validate

import (
	"cmp"
	"sync"

	"github.com/mingcha-go/mingcha/internal/frame"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// tables are what words and frames are found with. They are not changed once made.
type tables struct {
	words      *match.Matcher // and those of classes
	frameTable *frame.Set
	names      *nameParts
}

// embeddedTables are those of what the library carries, by edition: made once, for all
// Validators that add and drop nothing.
var embeddedTables = func() map[Edition]func() *tables {
	all := map[Edition]func() *tables{}
	for _, e := range []Edition{EditionFirst, Edition2018, Edition2026} {
		all[e] = sync.OnceValue(func() *tables {
			c := config{edition: e}
			t, err := compileTables(c.activeLists(), embeddedFrameSet())
			if err != nil {
				panic(err) // a test compiles them
			}
			return t
		})
	}
	return all
}()

// tables gives those of the lists and frames in force.
func (c *config) tables(lists []*lexicon.List) (*tables, error) {
	if len(c.lists) == 0 && len(c.dropped) == 0 && !c.hasFrames() {
		return embeddedTables[cmp.Or(c.edition, EditionFirst)](), nil
	}
	frames, err := c.frameSet(lists)
	if err != nil {
		return nil, err // it names files
	}
	return compileTables(lists, frames)
}

func compileTables(lists []*lexicon.List, frames *frame.Set) (*tables, error) {
	words, err := match.Compile(lists, frames.Words(), textFields)
	if err != nil {
		return nil, err
	}
	names, err := compileNameParts(lists)
	return &tables{words, frames, names}, err
}

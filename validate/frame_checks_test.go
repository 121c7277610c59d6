package validate

import (
	"slices"
	"testing"
)

// What a check can print stands in its documentation, and decides in which editions it
// is asked.
func TestTheRulesOfFramesAreAmongThoseOfTheirChecks(t *testing.T) {
	for _, f := range embeddedFrames().Frames {
		i := slices.IndexFunc(registry, func(c *Check) bool { return c.Slug == f.Check })
		if i < 0 || !slices.Contains(registry[i].Rules, f.Rule) {
			t.Errorf("%s:%d: check %s does not name rule %s", f.File, f.Line, f.Check, f.Rule)
		}
	}
}

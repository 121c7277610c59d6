package icon

import "testing"

func TestGroundOfManyColoursIsTheSameEveryTime(t *testing.T) {
	c := &Icon{Picture: busy(200)}
	want := c.measureBackground()
	for range 20 {
		if got := c.measureBackground(); got != want {
			t.Fatalf("%v, then %v", want, got)
		}
	}
}

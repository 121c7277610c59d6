package rarity_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/rarity"
)

func TestTheMoreACharacterIsWrittenTheLargerItsShare(t *testing.T) {
	last := 1.0
	for _, r := range "一时糖璞" {
		share := rarity.LevelOf(r).Share()
		if share >= last {
			t.Errorf("%c: %g, not less than %g", r, share, last)
		}
		last = share
	}
}

func TestWhatIsNoHanIsRarest(t *testing.T) {
	for _, r := range []rune{0, 'a', 0x20000, 0x10ffff, -1} {
		if rarity.LevelOf(r).Share() != rarity.LevelOf('龘').Share() {
			t.Errorf("%U: %g", r, rarity.LevelOf(r).Share())
		}
	}
}

package near

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// The look at two symbols spares work and loses no hit: a set that begins a mark at every
// symbol finds the same.
func TestMarksThatMayNotBeginAreNone(t *testing.T) {
	marks := [][]rune{[]rune("微信"), []rune("腾讯"), []rune("腾讯课堂"), []rune("企业微信"), []rune("王者荣耀")}
	quick := Compile(marks)
	thorough := *quick
	thorough.units.roles = slices.Clone(quick.units.roles)
	for page := range thorough.units.roles {
		for low := range thorough.units.roles[page] {
			thorough.units.roles[page][low] = roles{^uint32(0), ^uint32(0)}
		}
	}
	pieces := []rune("微信薇徽维言亻王者荣耀腾滕藤讯训迅迅课堂棠企业vwxingteung 徵.、。的号")
	random := rand.New(rand.NewPCG(1, 2))
	var text fold.Text
	var a, b Buffer
	found := 0
	for range 20000 {
		source := make([]rune, 2+random.IntN(8))
		for i := range source {
			source[i] = pieces[random.IntN(len(pieces))]
		}
		text.Fold(string(source))
		got, want := quick.Find(&a, &text), thorough.Find(&b, &text)
		found += len(want)
		if !slices.Equal(got, want) {
			t.Fatalf("%s: %+v, want %+v", string(source), got, want)
		}
	}
	if found < 100 {
		t.Errorf("only %d hits to compare", found)
	}
}

package typo_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/typo"
)

func TestMisspellingsAreAlikeAndOtherWordsAreNot(t *testing.T) {
	for _, pair := range [][2]string{{"nmae", "name"}, {"intor", "intro"}, {"tag", "tags"}, {"功能介召", "功能介绍"}, {"category", "categories"}, {"discription", "description"}} {
		if l := typo.Likeness(pair[0], pair[1]); l <= 0 || l >= 1 || l != typo.Likeness(pair[1], pair[0]) {
			t.Errorf("%q: %f", pair, l)
		}
	}
	for _, pair := range [][2]string{{"id", "ip"}, {"名称", "简称"}, {"", "a"}, {"label", "name"}, {"name", "intro"}, {strings.Repeat("a", 500), strings.Repeat("a", 501)}} {
		if l := typo.Likeness(pair[0], pair[1]); l > 0 {
			t.Errorf("%q: %f", pair, l)
		}
	}
	if typo.Likeness("简介", "简介") != 1 {
		t.Error("equal words are not")
	}
}

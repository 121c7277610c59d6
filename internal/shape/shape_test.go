package shape_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/shape"
)

func score(of, like rune) float64 {
	for _, n := range shape.Neighbours(of) {
		if n.Rune == like {
			return n.Score
		}
	}
	return 0
}

func TestCharactersDrawnAlikeAreNeighbours(t *testing.T) {
	for _, test := range []struct {
		of, like    rune
		least, most float64
	}{
		{'微', '徽', 0.80, 0.90}, {'微', '徵', 0.83, 0.90}, {'微', '溦', 0.75, 0.90}, {'讯', '汛', 0.80, 0.90}, {'讯', '讥', 0.72, 0.80},
		{'腾', '滕', 0.72, 0.80}, {'信', '佶', 0.80, 0.90}, {'王', '玉', 0.90, 0.97},
		{'微', '大', 0, 0}, {'讯', '询', 0, 0}, {'腾', '飞', 0, 0},
	} {
		if got := score(test.of, test.like); got < test.least || got > test.most {
			t.Errorf("%c like %c: %v, want %v to %v", test.like, test.of, got, test.least, test.most)
		}
	}
}

func TestNeighboursAreSortedAndWithinBounds(t *testing.T) {
	for _, of := range "微信腾讯王者荣耀" {
		last := 1.0
		for _, n := range shape.Neighbours(of) {
			if n.Rune == of || n.Score <= 0 || n.Score > last {
				t.Errorf("%c: %+v after %v", of, n, last)
			}
			last = n.Score
		}
	}
	if shape.Neighbours('龘') != nil || shape.Splits('a') != nil {
		t.Error("a character of no mark has likes")
	}
}

func TestHalvesSideBySideAreSplits(t *testing.T) {
	found := false
	for _, s := range shape.Splits('信') {
		found = found || s.Left == '亻' && s.Right == '言' && s.Score > 0.8
	}
	if !found {
		t.Errorf("信: %+v", shape.Splits('信'))
	}
}

package main

import (
	"strings"
	"testing"
)

func TestAreaUnderTheCurve(t *testing.T) {
	real := func(score float64) pair { return pair{real: true, score: score} }
	shuffled := func(score float64) pair { return pair{score: score} }
	for name, c := range map[string]struct {
		pairs []pair
		want  float64
	}{
		"all in order":       {[]pair{shuffled(0.1), shuffled(0.2), real(0.3), real(0.4)}, 1},
		"all the wrong way":  {[]pair{real(0.1), shuffled(0.2)}, 0},
		"equal scores":       {[]pair{real(0.5), shuffled(0.5)}, 0.5},
		"one of four astray": {[]pair{shuffled(0.1), real(0.2), shuffled(0.3), real(0.4)}, 0.75},
	} {
		if got := rocArea(c.pairs); got != c.want {
			t.Errorf("%s: %g, want %g", name, got, c.want)
		}
	}
}

func TestShuffledPairsScoreLower(t *testing.T) {
	rows := []realRow{
		{Name: "青禾记账", Description: "记录每天的收支，按月统计，多人共享账本"},
		{Name: "橘子天气", Description: "逐小时的天气预报和空气质量"},
		{Name: "拾光背单词", Description: "背单词、练口语，英语四六级真题"},
		{Name: "小鹿点餐", Description: "扫码点餐、排号，外卖也能下单"},
	}
	pairs := scorePairs(rows)
	if area := rocArea(pairs); area != 1 || len(pairs) <= len(rows) {
		t.Errorf("area %g of %d pairs", area, len(pairs))
	}
}

func TestLabelsNameTopicsAndCategoriesThatExist(t *testing.T) {
	labels, err := parseLabels(labelsTSV)
	if err != nil {
		t.Fatal(err)
	}
	if l := labels["外卖"]; len(labels) < 100 || len(l.topics) != 1 || l.topics[0].Slug != "food" {
		t.Errorf("%d labels, %+v", len(labels), l)
	}
	for _, tsv := range []string{"甲\tnothing\t\n", "甲\tfood\t没有/这个\n", "甲\n"} {
		if _, err := parseLabels(tsv); err == nil || !strings.Contains(err.Error(), "labels.tsv") {
			t.Errorf("%q: %v", tsv, err)
		}
	}
}

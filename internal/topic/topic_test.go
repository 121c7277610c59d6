package topic_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
)

func first(text string) string {
	var t fold.Text
	t.Fold(text)
	var b topic.Buffer
	scores := topic.Of(&b, &t)
	if len(scores) == 0 {
		return ""
	}
	return scores[0].Topic.Slug
}

func TestATextSpeaksOfItsTopic(t *testing.T) {
	for text, want := range map[string]string{
		"扫码点餐、排号，外卖也能下单":       "food",
		"查询公交换乘和地铁首末班车":        "transport",
		"记账本：按月统计收支和预算":        "accounting",
		"背单词、练口语，英语四级真题":       "language",
		"看房源、找装修，租房更省心":        "house",
		"逐小时天气预报和空气质量":         "weather",
		"":                     "",
		"青禾":                   "",
		"The quick Java编程 API": "developer",
	} {
		if got := first(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestTheWordsOfATopicAreTold(t *testing.T) {
	var tx fold.Text
	tx.Fold("扫码点餐、排号，外卖也能点餐")
	var b topic.Buffer
	of := topic.Of(&b, &tx)
	if len(of) == 0 || of[0].Words != 3 || !of[0].Strong || of[0].Sum <= 8 {
		t.Fatalf("%+v", of)
	}
	if got := strings.Join(topic.WordsOf(of[0].Topic, &tx), " "); got != "点餐 外卖 排号" {
		t.Errorf("got %s", got)
	}
}

func TestTopicsAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, topic := range topic.Topics() {
		if topic.ZH == "" || topic.EN == "" || seen[topic.Slug] {
			t.Errorf("%+v", topic)
		}
		seen[topic.Slug] = true
	}
	if len(seen) < 25 {
		t.Errorf("%d topics", len(seen))
	}
}

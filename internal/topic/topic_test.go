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
	var r topic.Reading
	r.Read(&t, topic.Prose)
	scores := r.Topics()
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
	var r topic.Reading
	r.Read(&tx, topic.Prose)
	of := r.Topics()
	if len(of) == 0 || of[0].Words != 4 || !of[0].Strong || of[0].Sum <= 8 {
		t.Fatalf("%+v", of)
	}
	if got := strings.Join(r.WordsOf(of[0].Topic), " "); got != "点餐 扫码点餐 排号 外卖" {
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

func TestOneCharacterCountsInNamesOnly(t *testing.T) {
	var tx fold.Text
	tx.Fold("微图")
	var r topic.Reading
	r.Read(&tx, topic.Prose)
	if len(r.Topics()) != 0 {
		t.Errorf("in prose: %+v", r.Topics())
	}
	r.Read(&tx, topic.Name)
	if r.On(topic.BySlug("photo")).Words != 1 {
		t.Errorf("in a name: %+v", r.Topics())
	}
	tx.Fold("企图") // a word of its own
	r.Read(&tx, topic.Name)
	if len(r.Topics()) != 0 {
		t.Errorf("in a longer word: %+v", r.Topics())
	}
}

func TestKinIsMutual(t *testing.T) {
	for _, a := range topic.Topics() {
		for _, b := range topic.Topics() {
			if a.Kin(b) != b.Kin(a) {
				t.Errorf("%s and %s", a.Slug, b.Slug)
			}
		}
		if !a.Kin(a) {
			t.Errorf("%s is not its own kin", a.Slug)
		}
	}
	if topic.BySlug("food").Kin(topic.BySlug("finance")) {
		t.Error("food and finance")
	}
}

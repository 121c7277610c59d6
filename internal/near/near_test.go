package near_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/near"
)

var words = []string{"微信", "腾讯", "微信支付", "王者荣耀", "WeChat", "Tencent"}

func compile() *near.Set {
	var folded [][]rune
	for _, w := range words {
		folded = append(folded, []rune(fold.String(w)))
	}
	return near.Compile(folded)
}

// best gives the best likeness in a text: the part, what it is like, and how.
func best(s *near.Set, text string) string {
	var t fold.Text
	t.Fold(text)
	var b near.Buffer
	var out string
	score := 0.0
	for _, h := range s.Find(&b, &t) {
		if longer := h.Score + 0.1*float64(h.To-h.From); longer > score {
			start, end := t.Span(h.From, h.To)
			score = longer
			out = fmt.Sprintf("%s~%s %s", text[start:end], words[h.Mark], strings.Join(h.Kinds.AppendNames(nil), "+"))
		}
	}
	return out
}

func TestEveryKindOfLikenessIsSeen(t *testing.T) {
	s := compile()
	for text, want := range map[string]string{
		"薇信馆":            "薇信~微信 homophone",
		"腾训课堂":           "腾训~腾讯 homophone",
		"王者荣要":           "王者荣要~王者荣耀 homophone",
		"王者龙耀":           "",
		"徽信":             "徽信~微信 shape",
		"徵信":             "徵信~微信 shape",
		"腾汛":             "腾汛~腾讯 homophone+shape",
		"微亻言好物":          "微亻言~微信 split",
		"微xin":           "微xin~微信 mixed",
		"wei信":           "wei信~微信 mixed",
		"V信":             "V信~微信 mixed",
		"v 信":            "v 信~微信 mixed",
		"weixin":         "weixin~微信 pinyin",
		"wēixìnguǎn":     "wēixìn~微信 pinyin",
		"jiaweixin":      "weixin~微信 pinyin",
		"weixinpay":      "weixin~微信 pinyin",
		"gkkweixin":      "weixin~微信 pinyin",
		"wangzherongyao": "wangzherongyao~王者荣耀 pinyin",
		"薇🍀xin":          "薇🍀xin~微信 homophone+mixed",
		"威信支付":           "威信支付~微信支付 homophone",
		"wehcat":         "wehcat~WeChat edit",
		"wechatt":        "wechatt~WeChat edit",
		"vvechat":        "vvechat~WeChat edit",
		"tencnt":         "tencnt~Tencent edit",
	} {
		if got := best(s, text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestWhatIsNotNearIsLeft(t *testing.T) {
	s := compile()
	for _, text := range []string{
		"", "信", "讯飞", "weixing", "weixiu", "weixings", "weixingan", "liangweixian", "plan v 信用", "wexi", "what", "tent", "recent", "微，信", "vip信用", "tengfei", "wx", "微信", "WeChat", "腾 讯",
	} {
		if got := best(s, text); got != "" {
			t.Errorf("%s: got %q", text, got)
		}
	}
}

func TestALongTextIsSearchedInOnePass(t *testing.T) {
	s := compile()
	text := strings.Repeat("位新wei", 20000) + "徽信"
	var tx fold.Text
	tx.Fold(text)
	var b near.Buffer
	hits := s.Find(&b, &tx)
	if len(hits) == 0 || hits[len(hits)-1].To != len(tx.Symbols) {
		t.Errorf("%d hits", len(hits))
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"微xin助手", "徽信", "wēixìn", "微亻言", "\xff微\u200b信", "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "𝐰𝐞chat", ""} {
		f.Add(seed)
	}
	s := compile()
	f.Fuzz(func(t *testing.T, text string) {
		var tx fold.Text
		tx.Fold(text)
		var b near.Buffer
		for _, h := range s.Find(&b, &tx) {
			if h.From < 0 || h.To > len(tx.Symbols) || h.From >= h.To || h.Score < near.MinScore || h.Score >= 1 || h.Kinds == 0 {
				t.Fatalf("%q: %+v", text, h)
			}
			start, end := tx.Span(h.From, h.To)
			if start > end || end > len(text) || utf8.ValidString(text) && !utf8.ValidString(text[start:end]) {
				t.Fatalf("%q: %+v spans %d to %d", text, h, start, end)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := compile()
	for _, bench := range []struct{ name, text string }{
		{"name", "青禾记账本子铺面"},
		{"intro", strings.Repeat("记录每天的收支，按月统计，支持多人共享账本和预算提醒。", 4)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var t fold.Text
			t.Fold(bench.text)
			var buffer near.Buffer
			b.ReportAllocs()
			for b.Loop() {
				s.Find(&buffer, &t)
			}
		})
	}
}

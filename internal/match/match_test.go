package match

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

const columns = "word\tseverity\texcept\tonly\tmatch\n"

func compile(t testing.TB, headers, rows string) *Matcher {
	t.Helper()
	text := "# check: test\n# fields: name\n# severity: reject\n" + headers + columns + rows
	l, err := lexicon.Parse("test.tsv", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	m, err := Compile([]*lexicon.List{l}, nil, []string{"name", "intro"})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// found gives the texts found, parted by |, sound-alikes marked with ~.
func found(m *Matcher, field int, text string) string {
	var t fold.Text
	t.Fold(text)
	var b Buffer
	var out []string
	for _, o := range m.Find(&b, field, &t) {
		start, end := t.Span(o.From, o.To)
		s := text[start:end]
		if o.Likeness != 0 {
			s = "~" + s
		}
		out = append(out, s)
	}
	return strings.Join(out, "|")
}

func TestHowAWordMustStand(t *testing.T) {
	m := compile(t, "", strings.NewReplacer(" ", "\t", "-", "").Replace(
		"第一 - 第一次\nno.1\nwechat - - - within\nqq - - - token\n日历 - - - whole\n最低价\n"+
			"冠军 - - 冠军品质|^冠军$\n顶级域名 none\n顶级\n最好 - ^最好先\n"))
	for text, want := range map[string]string{
		"第一":          "第一",
		"第一次":         "",
		"本店第一，第一次来":   "第一",
		"销量NO.1":      "NO.1",
		"销量No1的店":     "No1",
		"CASINO.15":   "",
		"NO.10":       "",
		"mywechatx":   "wechat",
		"we chat":     "",
		"w e c h a t": "w e c h a t",
		"我的QQ群":       "QQ",
		"QQQ":         "",
		"BBQ Queen":   "",
		"Q Q 空间":      "Q Q",
		"日历":          "日历",
		"万年日历":        "",
		"最 低 价":       "最 低 价",
		"最🍀低🍀价":       "最🍀低🍀价",
		"最，低，价":       "最，低，价",
		"价格最，低价":      "",
		"冠军品质":        "冠军",
		"冠军":          "冠军",
		"世界冠军赛":       "",
		"顶级域名":        "",
		"顶级享受":        "顶级",
		"最好先备份":       "",
		"我最好先备份":      "最好",
		"全场，最好先看":     "",
		"":            "",
	} {
		if got := found(m, 0, text); got != want {
			t.Errorf("%s: found %q, want %q", text, got, want)
		}
		if got := found(m, 1, text); got != "" {
			t.Errorf("%s: found %q in a field that the list does not name", text, got)
		}
	}
}

func TestTheLongestWordOfACheckCounts(t *testing.T) {
	m := compile(t, "", "最好\n最好的\n好的\n的人\n")
	if got := found(m, 0, "最好的人"); got != "最好的|的人" {
		t.Errorf("found %q", got)
	}
}

func TestWordsThatSoundAlikeAreFound(t *testing.T) {
	m := compile(t, "# near: sound\n", "腾讯\n微信\n企业微信\n威信\tnone\n")
	for text, want := range map[string]string{
		"腾训课堂":  "~腾训",
		"滕讯":    "~滕讯",
		"腾讯":    "腾讯",
		"威信很高":  "",
		"企业薇信号": "~企业薇信",
		"中信书店":  "",
		"腾 训":   "~腾 训",
		"飞腾，讯号": "",
	} {
		if got := found(m, 0, text); got != want {
			t.Errorf("%s: found %q, want %q", text, got, want)
		}
	}
}

func TestTheScoreFallsWithEveryFold(t *testing.T) {
	m := compile(t, "# near: sound\n", "微信\nwechat\n")
	last := 2.0
	for _, text := range []string{"微信", "微\u200b信", "微.信", "薇信", "维信"} {
		var tx fold.Text
		tx.Fold(text)
		var b Buffer
		got := m.Find(&b, 0, &tx)
		if len(got) != 1 || got[0].Score >= last || got[0].Score <= 0 {
			t.Fatalf("%q: %+v, last score %v", text, got, last)
		}
		last = got[0].Score
	}
}

func TestAListForAnUnknownFieldIsRefused(t *testing.T) {
	l, err := lexicon.Parse("x.tsv", strings.NewReader("# check: x\n# fields: nam\n词语\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Compile([]*lexicon.List{l}, nil, []string{"name"}); err == nil || !strings.Contains(err.Error(), `unknown field "nam"`) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkFind(b *testing.B) {
	var rows strings.Builder
	for i := range 400 {
		fmt.Fprintf(&rows, "%c%c\n", 0x4e00+i, 0x5000+i)
	}
	m := compile(b, "", rows.String())
	var t fold.Text
	t.Fold("记录每天的收支，按月统计，支持多人共享账本和预算提醒。")
	var buffer Buffer
	b.SetBytes(int64(len(t.Source)))
	b.ReportAllocs()
	for b.Loop() {
		m.Find(&buffer, 0, &t)
	}
}

func TestARejectInDoubtIsForAPerson(t *testing.T) {
	m := compile(t, "", "刷单\n刷粉\n刷赞\n军火\treview\n")
	for text, want := range map[string]lexicon.Severity{
		"刷单返利":  lexicon.Reject,
		"刷单词打卡": lexicon.Review,
		"军火锅":   lexicon.Review,
		"刷粉刷赞":  lexicon.Reject, // 粉刷 is a word, but the two bear each other out
	} {
		var f fold.Text
		f.Fold(text)
		var b Buffer
		for _, o := range m.Find(&b, 0, &f) {
			if o.Severity != want {
				t.Errorf("%s in %s: %v, want %v", o.Entry.Word, text, o.Severity, want)
			}
		}
		if len(b.out) == 0 {
			t.Errorf("%s: nothing is found", text)
		}
	}
}

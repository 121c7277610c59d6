package frame_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/frame"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

const classes = "proxy\t代办 代开 代做 包办\n" +
	"paper\t毕业证 学位证 毕业证书 病假条\n" +
	"gain\t得 领 送 拿\n" +
	"-gain\t心得 觉得 送货 领域\n" +
	"prize\t红包 现金 优惠券 @drink\n" +
	"drink\t奶茶 咖啡 果汁 可乐\n" +
	"share\t转发 分享 邀请 拉人\n" +
	"calm\t指南 补办 遗失\n"

var fields = []string{"name", "intro", "description"}

func compile(t testing.TB, classes, frames string) (*frame.Set, error) {
	t.Helper()
	all := &lexicon.Frames{}
	var err, more error
	all.Classes, err = lexicon.ParseClasses("classes-test.tsv", strings.NewReader(classes))
	all.Frames, more = lexicon.ParseFrames("frames-test.tsv", strings.NewReader(frames))
	if err := errors.Join(err, more); err != nil {
		return nil, err
	}
	return frame.Compile(all, fields, func(check, _ string) (zh, en string) { return check, check })
}

// row gives a frame with what matters of it: reach, scope, slots and unless.
func row(rest string) string {
	parts := strings.Split(rest, ", ")
	return "prohibited\t6.1.11\treview\t" + strings.Join(parts, "\t") + "\tsample\tinnocent\n"
}

// found gives what the frames find in an intro: the parts of each hit with + between
// them, hits parted by |, silenced ones with ! and what silences them.
func found(t testing.TB, s *frame.Set, text string) string {
	t.Helper()
	m, err := match.Compile(nil, s.Words(), fields)
	if err != nil {
		t.Fatal(err)
	}
	var folded fold.Text
	folded.Fold(text)
	var b match.Buffer
	m.Find(&b, 1, &folded)
	var hits []string
	for _, h := range s.Find(&frame.Buffer{}, 1, &folded, b.Places(), true) {
		var parts []string
		for _, p := range h.Parts {
			parts = append(parts, cut(&folded, p.From, p.To))
		}
		hit := strings.Join(parts, "+")
		if h.Silenced != nil {
			hit += "!" + cut(&folded, h.Silenced.From, h.Silenced.To)
		}
		hits = append(hits, hit)
	}
	return strings.Join(hits, "|")
}

func cut(t *fold.Text, from, to int) string {
	if from == to {
		return ""
	}
	start, end := t.Span(from, to)
	return t.Source[start:end]
}

func TestAFrameIsFoundWhereItsSlotsStandNearEachOther(t *testing.T) {
	for name, c := range map[string]struct{ frame, text, want string }{
		"beside each other":                          {"8, clause, @proxy @paper, -", "代办毕业证", "代办+毕业证"},
		"words between":                              {"8, clause, @proxy @paper, -", "代办各校毕业证", "代办+毕业证"},
		"any order":                                  {"8, clause, @proxy @paper, -", "毕业证我们代办", "毕业证+代办"},
		"the longer word":                            {"8, clause, @proxy @paper, -", "代办毕业证书", "代办+毕业证书"},
		"at the reach":                               {"3, clause, @proxy @paper, -", "代办一二三毕业证", "代办+毕业证"},
		"past the reach":                             {"3, clause, @proxy @paper, -", "代办一二三四毕业证", ""},
		"signs are no symbols":                       {"3, clause, @proxy @paper, -", "代办 - 一 二 三 / 毕业证", "代办+毕业证"},
		"another clause":                             {"8, clause, @proxy @paper, -", "代办，毕业证", ""},
		"a question ends a clause":                   {"8, clause, @proxy @paper, -", "代办？毕业证", ""},
		"the same sentence":                          {"8, sentence, @proxy @paper, -", "代办，快，毕业证", "代办+毕业证"},
		"a question goes on":                         {"8, sentence, @proxy @paper, -", "要代办？毕业证也有", "代办+毕业证"},
		"another sentence":                           {"8, sentence, @proxy @paper, -", "代办。毕业证", ""},
		"another line":                               {"8, sentence, @proxy @paper, -", "代办\n毕业证", ""},
		"the whole field":                            {"8, field, @proxy @paper, -", "代办。毕业证", "代办+毕业证"},
		"each time":                                  {"8, clause, @proxy @paper, -", "代办毕业证，代开病假条", "代办+毕业证|代开+病假条"},
		"one slot is missing":                        {"8, clause, @proxy @paper, -", "代办手续", ""},
		"one word does not fill two slots":           {"8, clause, @drink @drink, -", "奶茶店", ""},
		"two words of a class do":                    {"8, clause, @drink @drink, -", "奶茶咖啡店", "奶茶+咖啡"},
		"three slots in order":                       {"4, sentence, @share > @gain > @prize, -", "转发三个群得现金", "转发+得+现金"},
		"three slots out of order":                   {"4, sentence, @share > @gain > @prize, -", "现金得三个群转发", ""},
		"order of two only":                          {"4, sentence, @prize @share > @gain, -", "红包转发就领", "红包+转发+领"},
		"a class takes in another":                   {"4, clause, @gain > @prize, -", "领奶茶", "领+奶茶"},
		"a shield":                                   {"4, clause, @gain > @prize, -", "心得红包，送货现金", ""},
		"a shield elsewhere":                         {"4, clause, @gain > @prize, -", "心得，领红包", "领+红包"},
		"words in a slot":                            {"4, clause, @gain|抢|摇 > @prize, -", "摇红包", "摇+红包"},
		"disguised":                                  {"4, clause, @gain > @prize, -", "領 紅.包", "領+紅.包"},
		"two other words meet":                       {"4, clause, 微信|支付|转账|到账 > @prize, -", "小微信贷红包", ""},
		"silenced in the clause":                     {"8, clause, @proxy @paper, 指南 补办", "毕业证代办指南", "毕业证+代办!指南"},
		"silenced by a class":                        {"8, clause, @proxy @paper, @calm", "毕业证补办代办", "毕业证+代办!补办"},
		"not by another clause":                      {"8, clause, @proxy @paper, @calm", "毕业证代办，指南", "毕业证+代办"},
		"silenced in the sentence":                   {"8, sentence, @proxy @paper, @calm", "毕业证代办，指南", "毕业证+代办!指南"},
		"silenced by a measure":                      {"8, clause, @proxy @paper, #time", "毕业证代办3天", "毕业证+代办!3天"},
		"at the start of the field":                  {"0, field, ^ > @drink, -", "奶茶铺", "+奶茶"},
		"not at the start":                           {"0, field, ^ > @drink, -", "好奶茶铺", ""},
		"at the end":                                 {"1, field, @drink > $, -", "这里有奶茶店", "奶茶+"},
		"an amount":                                  {"4, clause, @gain > @prize|#yuan, -", "转发就领9.9元", "领+9.9元"},
		"a number of people":                         {"6, clause, @share > #people > @prize, -", "拉人三个好友红包", "拉人+三个好友+红包"},
		"the earlier hit does not hide the next one": {"2, clause, @gain @prize, -", "领领红包", "领+红包"},
	} {
		s, err := compile(t, classes, row(c.frame))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := found(t, s, c.text); got != c.want {
			t.Errorf("%s: %q in %q: got %q, want %q", name, c.frame, c.text, got, c.want)
		}
	}
}

func TestMeasuresAreRead(t *testing.T) {
	for kind, c := range map[string]struct{ are, not string }{
		"#num":     {"3|12|三|二十|1.5", "一起|几|半"},
		"#yuan":    {"9.9元|三百块|¥88|￥ 9.9|5万元|1000块钱|百元|5w|200多元|借5万|88红包", "元旦|3天|一元化|三角形|5万人|两块头巾那么大的"},
		"#percent": {"8%|15 个点|三成|百分之八|3分利|千分之五|８％", "完成|8成都|成功"},
		"#time":    {"3天|24小时|半年|当天|次日|三个月|5分钟|两周", "2天猫|5月饼|天天"},
		"#people":  {"3个|五人|三位好友|两个群|10名", "3个月|人民|五人民币"},
		"#contact": {"13800138000|400-800-8888|微信abc123|vx:abc_12|www.abc.com|https://a.cn|qq12345", "微信|12345|abc|comma|网站com端"},
	} {
		s, err := compile(t, classes, row("60, field, @drink "+kind+", -"))
		if err != nil {
			t.Fatal(err)
		}
		for text := range strings.SplitSeq(c.are, "|") {
			if found(t, s, "奶茶"+text) == "" && found(t, s, "奶茶，"+text) == "" {
				t.Errorf("%s: %q is none", kind, text)
			}
		}
		for text := range strings.SplitSeq(c.not, "|") {
			if got := found(t, s, "奶茶，"+text); got != "" {
				t.Errorf("%s: %q: got %q", kind, text, got)
			}
		}
	}
}

func TestFaultsNameFileLineAndColumn(t *testing.T) {
	for name, c := range map[string]struct{ classes, frame, want string }{
		"one slot":               {classes, "8, clause, @proxy, -", "frames-test.tsv:1:6: 1 slot: a frame needs two or more"},
		"too many slots":         {classes, "8, clause, @gain @gain @gain @gain @gain @gain @gain, -", "frames-test.tsv:1:6: 7 slots: at most 6"},
		"a slot of three words":  {classes, "8, clause, @proxy @calm, -", "frames-test.tsv:1:6: slot 2 (@calm) has 3 words in all: expected 4 or more"},
		"the same word again":    {classes, "8, clause, @proxy 一起|二十|三十|三.十, -", "slot 2 (一起|二十|三十|三"},
		"no such class":          {classes, "8, clause, @proxy @nobody, -", "frames-test.tsv:1:6: there is no class @nobody"},
		"no such class, unless":  {classes, "8, clause, @proxy @paper, @nobody", "frames-test.tsv:1:7: there is no class @nobody"},
		"unknown measure":        {classes, "8, clause, @proxy #miles, -", "frames-test.tsv:1:6: unknown measure #miles: expected #num, #yuan"},
		"measures only":          {classes, "8, clause, #num #yuan, -", "frames-test.tsv:1:6: measures or ^ $ in every slot"},
		"unknown scope":          {classes, "8, page, @proxy @paper, -", `frames-test.tsv:1:5: unknown scope "page"`},
		"reach is no number":     {classes, "far, clause, @proxy @paper, -", `frames-test.tsv:1:4: reach "far"`},
		"reach is too far":       {classes, "61, clause, @proxy @paper, -", `frames-test.tsv:1:4: reach "61"`},
		"order of nothing":       {classes, "8, clause, > @proxy @paper, -", "frames-test.tsv:1:6: > stands between two slots"},
		"order at the end":       {classes, "8, clause, @proxy @paper >, -", "frames-test.tsv:1:6: > stands between two slots"},
		"order without spaces":   {classes, "8, clause, @proxy 代>办, -", "frames-test.tsv:1:6: \"代>办\""},
		"an empty term":          {classes, "8, clause, @proxy| @paper, -", `frames-test.tsv:1:6: "" says nothing`},
		"a term of signs":        {classes, "8, clause, @proxy 一起|二十|三十|！！, -", `frames-test.tsv:1:6: "！！" folds to nothing`},
		"a circle":               {"a\t一一 二二 @b\nb\t三三 @c\nc\t四四 @a\n", "8, clause, @a @b, -", "classes-test.tsv:3:2: class c takes itself in by way of @a"},
		"a class in itself":      {"a\t一一 二二 @a\n", "8, clause, @a @a, -", "classes-test.tsv:1:2: class a takes itself in"},
		"a class takes in none":  {"a\t一一 二二 @b\n", "8, clause, @a @a, -", "classes-test.tsv:1:2: there is no class @b"},
		"a word twice":           {"a\t一一 二二 一 一\n", "8, clause, @a @a, -", ""},
		"a word twice, folded":   {"a\t微信 二二\na\t三三 WeiXin 微.信\n", "8, clause, @a @a, -", `classes-test.tsv:2:2: "微.信" stands twice in class a`},
		"a class without words":  {"a\t \n", "8, clause, @a @a, -", `classes-test.tsv:1:2: class "a" without words`},
		"a class without a name": {"\t一一\n", "8, clause, @a @a, -", "classes-test.tsv:1:1:"},
		"a name in Han":          {"证件\t一一\n", "8, clause, @a @a, -", `classes-test.tsv:1:1: "证件" is no name of a class`},
		"a measure in a class":   {"a\t一一 ^\n", "8, clause, @a @a, -", `classes-test.tsv:1:2: "^" in a class`},
		"three columns":          {"a\t一一\t二二\n", "8, clause, @a @a, -", "classes-test.tsv:1: 3 columns, expected 2"},
		"a shield of nothing":    {"-a\t一一\n", "8, clause, @a @a, -", `classes-test.tsv:1:1: there is no class "a" that -a could shield`},
		"no UTF-8":               {"a\t一\xff\n", "8, clause, @a @a, -", "classes-test.tsv:1: not valid UTF-8"},
	} {
		_, err := compile(t, c.classes, row(c.frame))
		var fault *lexicon.ParseError
		if c.want != "" && (!errors.As(err, &fault) || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
	for name, c := range map[string]struct{ row, want string }{
		"too few columns":  {"prohibited\t6.1.11\treview\n", "frames-test.tsv:1: 3 columns, expected 9: check, rule"},
		"unknown severity": {strings.Replace(row("8, clause, @proxy @paper, -"), "review", "harsh", 1), `frames-test.tsv:1:3: unknown severity "harsh"`},
		"unknown field":    {strings.Replace(row("8, clause, @proxy @paper, -"), "review", "shortName=advice", 1), `frames-test.tsv:1:3: unknown field "shortName": expected some of name`},
		"no sample":        {strings.Replace(row("8, clause, @proxy @paper, -"), "sample", "-", 1), "frames-test.tsv:1:8: empty: expected a text that the frame finds"},
		"no innocent text": {strings.Replace(row("8, clause, @proxy @paper, -"), "innocent", " ", 1), "frames-test.tsv:1:9: empty"},
		"no check":         {strings.Replace(row("8, clause, @proxy @paper, -"), "prohibited", "", 1), "frames-test.tsv:1:1: empty: expected the slug of a check"},
	} {
		if _, err := compile(t, classes, c.row); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

// Classes belong to the field of life that their file is for.
func TestAClassOfTheOwnFieldComesFirst(t *testing.T) {
	all := &lexicon.Frames{}
	for file, text := range map[string]string{
		"classes-goods.tsv": "sell\t批发 现货 包邮 到付\nthing\t香烟 烟弹 雪茄 卷烟\n",
		"classes-money.tsv": "sell\t放款 下款 出借 借出\nmoney/more\t甲甲 乙乙 丙丙 丁丁\n",
		"classes-other.tsv": "goods/sell\t有售\n",
	} {
		classes, err := lexicon.ParseClasses(file, strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		all.Classes = append(all.Classes, classes...)
	}
	for file, c := range map[string]struct{ slots, text, want string }{
		"frames-goods.tsv": {"@sell @thing", "香烟有售", "香烟+有售"},
		"frames-money.tsv": {"@sell @thing", "香烟有售", ""},
		"frames-other.tsv": {"@money/sell @thing", "香烟放款", "香烟+放款"},
		"frames.tsv":       {"@sell @thing", "", "class @sell is not of this field, and @"},
	} {
		frames, err := lexicon.ParseFrames(file, strings.NewReader(row("8, clause, "+c.slots+", -")))
		if err != nil {
			t.Fatal(err)
		}
		s, err := frame.Compile(&lexicon.Frames{Classes: all.Classes, Frames: frames}, fields, func(_, _ string) (zh, en string) { return "", "" })
		if err != nil {
			if !strings.Contains(err.Error(), c.want) || c.want == "" {
				t.Errorf("%s: %v", file, err)
			}
			continue
		}
		if got := found(t, s, c.text); got != c.want {
			t.Errorf("%s: %s in %q: got %q, want %q", file, c.slots, c.text, got, c.want)
		}
	}
}

// A long text full of the words of a frame must be read in a time of its own length.
func TestManyWordsInReachAreNoTrouble(t *testing.T) {
	s, err := compile(t, classes, row("60, field, @gain @prize @share @proxy @paper @drink, -"))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("得红包转发代办毕业证", 5000)
	if got := found(t, s, text); got != "" {
		t.Errorf("found %q", got)
	}
	if got := found(t, s, text+"奶茶"); strings.Count(got, "+") != 5 {
		t.Errorf("found %q", got)
	}
}

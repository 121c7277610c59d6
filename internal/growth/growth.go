// Package growth makes submissions of any size that somebody would send who
// wants a check to take long: everything that a sender controls, filled with what
// lists look for and what comes near it. Benchmarks and tests double it and see
// what becomes of the work.
package growth

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/paper"
	"github.com/mingcha-go/mingcha/internal/service"
	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

// Dimension is something of a submission that its sender can make as large as
// they like. grow fills it with about n bytes.
type Dimension struct {
	Name string
	grow func(s *validate.Submission, f *Filling, n int)
}

// Dimensions are all there are.
var Dimensions = []Dimension{
	{"name", func(s *validate.Submission, f *Filling, n int) { s.Name = f.text(n) }},
	{"short_name", func(s *validate.Submission, f *Filling, n int) { s.ShortName = f.text(n) }},
	{"intro", func(s *validate.Submission, f *Filling, n int) { s.Intro = f.text(n) }},
	{"description", func(s *validate.Submission, f *Filling, n int) { s.Description = f.text(n) }},
	{"tag", func(s *validate.Submission, f *Filling, n int) { s.Tags = append(s.Tags, f.text(n)) }},
	{"tags", func(s *validate.Submission, f *Filling, n int) { s.Tags = append(s.Tags, f.words(n)...) }},
	{"icon word", func(s *validate.Submission, f *Filling, n int) { s.IconText = append(s.IconText, f.text(n)) }},
	{"icon words", func(s *validate.Submission, f *Filling, n int) { s.IconText = append(s.IconText, f.words(n)...) }},
	{"owner", func(s *validate.Submission, f *Filling, n int) { s.Owner.Name = f.text(n) }},
	{"licence", func(s *validate.Submission, f *Filling, n int) {
		s.Owner.Licences = append(s.Owner.Licences, f.text(n))
	}},
	{"licences", func(s *validate.Submission, f *Filling, n int) {
		s.Owner.Licences = append(s.Owner.Licences, f.words(n)...)
	}},
	{"category", func(s *validate.Submission, f *Filling, n int) { s.Categories = append(s.Categories, f.text(n)) }},
	{"categories", func(s *validate.Submission, f *Filling, n int) { s.Categories = append(s.Categories, f.words(n)...) }},
	{"features", func(s *validate.Submission, f *Filling, n int) {
		for _, w := range f.words(n) {
			s.Features = append(s.Features, validate.Feature(w), validate.FeatureGame)
		}
	}},
	{"authorizations", func(s *validate.Submission, f *Filling, n int) {
		for _, w := range f.words(n) {
			s.Authorizations = append(s.Authorizations, validate.Authorization{Mark: w, Document: w})
		}
	}},
	{"mark", func(s *validate.Submission, f *Filling, n int) {
		s.Authorizations = append(s.Authorizations, validate.Authorization{Mark: f.text(n), Document: "书"}, validate.Authorization{Mark: "微信", Document: f.text(n)})
	}},
	{"email", func(s *validate.Submission, f *Filling, n int) { s.Contact.Email = f.text(n) + "@qinghe.cn" }},
	{"url", func(s *validate.Submission, f *Filling, n int) {
		s.Contact.URL = "https://" + strings.Join(f.words(n), ".") + ".qinghe.cn"
	}},
	{"admin_wechat", func(s *validate.Submission, f *Filling, n int) { s.AdminWeChat = f.text(n) }},
}

// Filling is a kind of text: pieces that come again and again.
type Filling struct {
	Name   string
	pieces []string
}

// piece gives the pieces in an order in which any part of a long list is like any
// other: what is twice as long then differs in nothing else.
func (f *Filling) piece(i int) string {
	const step = 7919 // a prime, so that all have their turn
	return f.pieces[i*step%len(f.pieces)]
}

// text gives about n bytes.
func (f *Filling) text(n int) string {
	var b strings.Builder
	b.Grow(n + 64)
	for i := 0; b.Len() < n; i++ {
		b.WriteString(f.piece(i))
	}
	return b.String()
}

// words gives pieces of about n bytes together.
func (f *Filling) words(n int) (words []string) {
	for i := 0; n > 0; i++ {
		piece := f.piece(i)
		words = append(words, piece)
		n -= max(len(piece), 1)
	}
	return words
}

// Fillings are texts that somebody who knows the program would send: what each
// list looks for, and what comes near it without being it.
var Fillings = sync.OnceValue(func() []Filling {
	all := []Filling{
		{"innocent", []string{"记录每天的收支，", "按月统计；", "多人共享账本。"}},
		{"slogans in gaps", gapped("欢迎光临", "敬请期待", "更多精彩", "旨在提高", "暂无简介")},
		{"one character", []string{"微"}},
		{"one letter", []string{"a"}},
		{"two characters", []string{"微信"}},
		{"digits", []string{"13800138000，", "1 2 3 4 5 6 7 8 9 0 ", "一二三四五六七八"}},
		{"numbers without end", []string{"1"}},
		{"Han numerals", []string{"一"}},
		{"at signs", []string{"a@qq.com", "@", "@@b@163.com "}},
		{"mail without end", []string{"a."}},
		{"brackets", []string{"（", "）", "【", "]"}},
		{"emoji", []string{"🍀", "👨‍👩‍👧", "⚡️"}},
		{"combining marks", []string{"e\u0301\u0302\u0303", "\u200b", "\u0301"}},
		{"bytes that are no text", []string{"\xff", "\xe5\xbe"}},
		{"beginnings of marks", []string{"微", "徽", "腾", "tengx", "weix", "支付", "微亻", "v", "w"}},
		{"syllables", []string{"weixinweixinguanxinweiweixinxiangeng ", "xianganweixinxinan ", "gkkweixin "}},
		{"letters apart", []string{"w e c h a t ", "v 信", "q q "}},
		{"Latin near marks", []string{"wehcat ", "vvechat ", "tencnet ", "weixiu "}},
		{"dates", []string{"2019年3月1日", "预计2019年", "20", "2019-03-01"}},
		{"bargains", []string{"转发得红包", "邀请好友领现金", "分享赚", "转发"}},
		{"spaces", []string{" ", "a ", "　"}},
		{"parting signs", []string{"茶叶，", "茶叶、", "美容 "}},
		{"ligatures", []string{"ﷺ", "㍿", "ﬃ"}},
		{"against", []string{"反赌博", "拒绝赌博。", "赌博案例"}},
		{"topics", []string{"天气", "点餐", "记账", "股票", "相册", "外卖", "图"}},
		{"words of many kinds", []string{"青禾", "ab", "小店", "xyz", "记录", "中文", "人民", "qinghe", "路店 "}},
		{"categories", []string{"餐饮服务/", "点餐平台", "工具>", "记账-"}},
		{"marks in a row", []string{"美团 ", "饿了么、", "拼多多和", "抖音", "比淘宝还", "，支持"}},
		{"gifts refused", []string{"不收任何形式的", "捐款，", "不面向公众", "募捐"}},
		{"branches", []string{"青禾公司", "上海分公司", "91330110MA2ABCDE1X", "营业执照"}},
		{"names of papers", paper.Names()},
		{"papers denied", []string{"没有", "尚未取得", "食品经营许可证", "已过期", "未过期", "无"}},
		{"words of services", service.Words()},
	}
	return slices.Concat(all, listed(), framed())
})

// framed gives fillings of the words of classes and of texts that frames find.
func framed() []Filling {
	frames, err := lexicon.LoadFrames(lexicon.EmbeddedFrames())
	if err != nil {
		panic(err) // a test loads them
	}
	var words, samples []string
	for _, c := range frames.Classes {
		words = append(words, c.Words...)
	}
	for _, f := range frames.Frames {
		samples = append(samples, f.Samples...)
	}
	return []Filling{{"words of classes", words}, {"texts of frames", samples}}
}

// gapped parts the characters of words with dots.
func gapped(words ...string) (pieces []string) {
	for _, w := range words {
		pieces = append(pieces, strings.Join(strings.Split(w, ""), "·"))
	}
	return pieces
}

// listed gives fillings of the words of each list, of them with gaps inside, and
// of their contexts.
func listed() (all []Filling) {
	lists, err := lexicon.Load(lexicon.Embedded())
	if err != nil {
		panic(err) // a test loads them
	}
	contexts := Filling{Name: "contexts"}
	byCheck := map[string]*Filling{}
	for _, l := range lists {
		slug := l.Check
		if slug == "" {
			slug = fmt.Sprint(l.Match, " ", l.Role)
		}
		f := byCheck[slug]
		if f == nil {
			f = &Filling{Name: "words of " + slug}
			byCheck[slug] = f
		}
		for i := range l.Entries {
			e := &l.Entries[i]
			f.pieces = append(f.pieces, e.Word)
			for _, c := range append(e.Except, e.Only...) {
				contexts.pieces = append(contexts.pieces, lexicon.ParseContext(c).Text)
			}
		}
	}
	var every Filling
	for _, slug := range slices.Sorted(maps.Keys(byCheck)) {
		all = append(all, *byCheck[slug])
		every.pieces = append(every.pieces, byCheck[slug].pieces...)
	}
	every.Name = "words of all lists"
	return append(all, every, Filling{"words of all lists in gaps", gapped(every.pieces...)}, contexts)
}

// Size is how many bytes of text a submission has.
func Size(s *validate.Submission) (n int) {
	n = len(s.Name) + len(s.ShortName) + len(s.Intro) + len(s.Description) + len(s.Owner.Name) +
		len(s.Contact.Email) + len(s.Contact.URL) + len(s.AdminWeChat)
	for _, list := range [][]string{s.Tags, s.IconText, s.Categories, s.Owner.Licences} {
		for _, member := range list {
			n += len(member) + 1
		}
	}
	for _, feature := range s.Features {
		n += len(feature) + 1
	}
	for _, a := range s.Authorizations {
		n += len(a.Mark) + len(a.Document) + 1
	}
	return n
}

// Grown makes a submission in which some dimensions have about n bytes each.
// What others are needed for checks to be made is there, and short.
func Grown(f *Filling, n int, dims ...Dimension) *validate.Submission {
	s := &validate.Submission{Name: "青禾记账", Intro: "扫码点餐、排号和外卖下单，门店优惠早知道", Owner: validate.Owner{Name: "青禾公司"}}
	for _, d := range dims {
		d.grow(s, f, n)
	}
	return s
}

// FillingOf gives the filling of a name. It panics where there is none.
func FillingOf(name string) *Filling {
	i := slices.IndexFunc(Fillings(), func(f Filling) bool { return f.Name == name })
	return &Fillings()[i]
}

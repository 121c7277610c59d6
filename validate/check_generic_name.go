package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/owner"
)

var _ = register(&Check{
	Slug:   "generic-name",
	Rules:  []string{"2.6"},
	Fields: []Field{FieldName, FieldShortName},
	Title:  Text{"名称过于宽泛", "Generic name"},
	Doc: Text{
		"名称不能只是通用词（电话、日历）、地名加通用词（成都火锅）、几个通用词堆在一起（衬衫西裤领带）或人人都有的游戏名（斗地主）。整个名称都由这样的词拼成才算；只要有一处自己的品牌就通过（墨迹天气、印象笔记），地方独有的公共服务也通过（广州地铁）。两个通用词连成的说法和单独的地名交给人工；地名加通用词正是主体登记名称的开头的（乐山洗衣服务有限公司的乐山洗衣），也交给人工核对。",
		"A name cannot be just a generic word (电话 telephone, 日历 calendar), a place with one (成都火锅), several stacked (衬衫西裤领带), or a game that everybody has (斗地主). Only a name made wholly of such words counts: any brand in it passes (墨迹天气), and so do public services that a place has one of (广州地铁, Guangzhou Metro). Two generic words that make a phrase, and a place by itself, go to a person; so does a place with generic words that the registered name of the owner begins with.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "日历", Severity: Reject},
		{Field: FieldName, Text: "成都火锅", Severity: Reject},
		{Field: FieldName, Text: "衬衫西裤领带", Severity: Reject},
		{Field: FieldName, Text: "斗地主", Severity: Reject},
		{Field: FieldName, Text: "天 氣", Severity: Reject},
		{Field: FieldName, Text: "重庆", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "墨迹天气"},
		{Field: FieldName, Text: "印象笔记"},
		{Field: FieldName, Text: "广州地铁"},
		{Field: FieldName, Text: "闪电话剧社"},
		{Field: FieldName, Text: "苏州蒲公英家政"},
		{Field: FieldName, Text: "Moonleaf Weather"},
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Name: "乐山洗衣", Owner: Owner{Name: "成都半山文化传播有限公司", Kind: OwnerEnterprise}}, Severity: Reject},
		{Found: true, Submission: Submission{Name: "乐山洗衣", Owner: Owner{Name: "乐山洗衣服务有限公司", Kind: OwnerEnterprise}}, Severity: Review},
		{Submission: Submission{Name: "乐山白鹭洗衣", Owner: Owner{Name: "乐山白鹭洗衣服务有限公司", Kind: OwnerEnterprise}}},
	},
	run: runGenericName,
})

func runGenericName(s *subject, c *Check) {
	for i := range s.fields() {
		t := &s.texts[i]
		if t.kind != nameIndex && t.kind != shortNameIndex {
			continue
		}
		if s.v.names.coverName(&s.parts, &s.scan, &t.folded) {
			s.addGenericName(c, t)
		}
	}
}

// addGenericName judges the covers of a name that is made of parts only.
func (s *subject) addGenericName(c *Check, t *text) {
	n := len(t.folded.Symbols)
	pattern := s.genericPattern(n)
	if pattern == nil {
		return
	}
	severity := pattern.severity
	registered := pattern == &regionWord && s.isRegisteredAs(&t.folded)
	if registered {
		severity = Review
	}
	var entry []string
	for _, p := range s.parts.used {
		part := &s.v.names.parts[p]
		severity = min(severity, max(part.severity, Advice))
		entry = append(entry, part.text)
	}
	f := Finding{Severity: severity, Entry: strings.Join(entry, "+"), Via: []string{"exact"}, Score: 1}
	f.Start, f.End = t.folded.Span(0, n)
	if via := (t.folded.KindsOf(0, n) &^ fold.Case).AppendNames(nil); len(via) > 0 {
		f.Via = via
	}
	f.Message = pattern.message.format(s.v.language, excerpt(t.folded.Source[f.Start:f.End]), f.Entry)
	f.Suggestion = pattern.suggestion.In(s.v.language)
	if registered {
		f.Message += Text{"；主体就以它登记，请人工核对营业执照", "; the owner is registered by it: a person should look at the business licence"}.In(s.v.language)
	}
	if t.kind == shortNameIndex {
		f.Suggestion = Text{"简称要按顺序取自名称：换成名称里能识别自己的那几个字", "a short name is cut from the name in order: take the characters of it that identify you"}.In(s.v.language)
	}
	s.add(c, t, f)
}

// isRegisteredAs tells whether the registered name of an organisation begins with a name
// (乐山洗衣 of 乐山洗衣服务有限公司): then it may be a trade name. A platform that doubts it
// asks for the licence.
func (s *subject) isRegisteredAs(name *fold.Text) bool {
	r := s.readRights()
	return s.submission.Owner.Name != "" && s.trustedKind() != OwnerIndividual && r.form != owner.Person && strings.HasPrefix(r.owner, name.String())
}

// genericPattern is a way in which a name is generic. Messages index: %[1]s the
// name, %[2]s its parts.
type genericPattern struct {
	severity            Severity
	message, suggestion Text
}

var addBrand = Text{"在前面加上自己的品牌或店名，例如「青禾＋功能」", "put a brand or shop name of your own before it"}

var (
	singleWord = genericPattern{Reject,
		Text{"「%[1]s」是通用词，没有识别性", "“%[1]s” is a generic word that identifies nobody"}, addBrand}
	emptyWords = genericPattern{Reject,
		Text{"「%[1]s」只由通用词和修饰词组成（%[2]s），没有识别性", "“%[1]s” is made of a generic word and empty ones (%[2]s) and identifies nobody"}, addBrand}
	twoWords = genericPattern{Review,
		Text{"「%[1]s」由两个通用词组成（%[2]s），识别性不足，请人工确认", "“%[1]s” is two generic words (%[2]s): a person should look whether it identifies anybody"}, addBrand}
	stackedWords = genericPattern{Reject,
		Text{"「%[1]s」是几个通用词的堆砌（%[2]s）", "“%[1]s” stacks generic words (%[2]s)"}, addBrand}
	regionWord = genericPattern{Reject,
		Text{"「%[1]s」是地名加通用词（%[2]s），没有识别性", "“%[1]s” is a place and generic words (%[2]s) and identifies nobody"}, addBrand}
	regionAlone = genericPattern{Review,
		Text{"「%[1]s」只是地名，请人工确认有没有权利使用", "“%[1]s” is only the name of a place: a person should look who may use it"}, addBrand}
	publicAlone = genericPattern{Review,
		Text{"「%[1]s」是公共服务的通称（%[2]s），要写明是哪里的", "“%[1]s” is what such public services are called anywhere (%[2]s): say of which place"},
		Text{"加上地名或机构名，例如「广州地铁」", "add the place or institution, as in 广州地铁"}}
	singleGame = genericPattern{Reject,
		Text{"「%[1]s」是通用的游戏名（%[2]s），没有识别性", "“%[1]s” is a game that everybody has (%[2]s)"}, addBrand}
	regionGame = genericPattern{Review,
		Text{"「%[1]s」是地名加通用的游戏名（%[2]s），请人工确认", "“%[1]s” is a place and a game that everybody has (%[2]s): a person should look"}, addBrand}
)

// genericPattern names the pattern of the cover that explains n symbols best,
// nil if one of them is innocent; s.parts.used then holds its parts. The fewer
// roles a cover needs, the more natural it is, but a public service with its
// place is always meant as that.
func (s *subject) genericPattern(n int) *genericPattern {
	b := &s.parts
	var best role
	fewest := int16(1<<15 - 1)
	for r := range b.best[n] {
		roles, c := role(r), b.best[n][r]
		if c.parts == 1<<15-1 {
			continue
		}
		if roles&roleRegion != 0 && roles&rolePublic != 0 {
			return nil
		}
		if c.parts < fewest {
			best, fewest = roles, c.parts
		}
	}
	return s.patternOf(best, b.of(n, best))
}

func (s *subject) patternOf(roles role, parts []int32) *genericPattern {
	words, long := 0, false
	for _, p := range parts {
		part := &s.v.names.parts[p]
		long = long || len(part.word) > 1
		if part.role&(roleWord|roleGame|rolePublic) != 0 {
			words++
		}
	}
	bare := roles &^ roleAffix
	switch {
	case !long, bare == 0: // 小米, 掌上助手: nothing generic is named
		return nil
	case bare == roleRegion && len(parts) > 1: // 江南里, 东方之家: often a brand
		return nil
	case bare == roleRegion:
		return &regionAlone
	case bare == rolePublic && words == 1:
		return &publicAlone
	case roles&roleRegion != 0 && roles&roleGame != 0:
		return &regionGame
	case roles&roleRegion != 0:
		return &regionWord
	case roles&roleGame != 0 && words == 1:
		return &singleGame
	case words > 2:
		return &stackedWords
	case words == 2:
		return &twoWords
	case roles&roleAffix != 0:
		return &emptyWords
	}
	return &singleWord
}

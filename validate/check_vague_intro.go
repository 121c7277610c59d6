package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
)

var _ = register(&Check{
	Slug:   "vague-intro",
	Rules:  []string{"2.3"},
	Fields: []Field{FieldIntro, FieldDescription},
	Title:  Text{"简介没有说功能", "The intro names no function"},
	Doc: Text{
		"简介要写明小程序做什么。占位的文字（暂无简介、测试）和照抄名称的不能通过；只有口号或许诺（旨在提高用户的生活品味、敬请期待）、没有一处功能的交给人工，预告的日期（预计2019年3月上线）已经过去的也是。只要写出用户能做什么，带一句口号也不提示。",
		"The intro has to say what the program does. Placeholders (暂无简介) and copies of the name are a reject; slogans and promises (旨在提高用户的生活品味, 敬请期待) without a single function go to a person, and so does an announced date (预计2019年3月上线) that is past. A slogan beside what the user can do is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "暂无简介", Severity: Reject},
		{Field: FieldIntro, Text: "旨在提高用户的生活品味", Want: "旨在提高", Severity: Review},
		{Field: FieldIntro, Text: "懂的都懂，进来就知道", Want: "懂的都懂", Severity: Review},
		{Field: FieldIntro, Text: "感谢指导老师王教授和同学们的支持", Want: "指导老师", Severity: Review},
		{Field: FieldIntro, Text: "更多精彩，敬请期待", Want: "更多精彩", Severity: Review},
		{Field: FieldIntro, Text: "青禾记账", Name: "青禾记账", Severity: Reject},
		{Field: FieldIntro, Text: "记录收支，新版预计2019年3月推出", Want: "2019年3月", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "记录每天的收支，让生活更美好"},
		{Field: FieldIntro, Text: "在线点餐和排号，欢迎光临"},
		{Field: FieldIntro, Text: "成立于2009年，提供历年真题练习"},
		{Field: FieldIntro, Text: "青禾记账：按月统计收支", Name: "青禾记账"},
	},
	run: runVagueIntro,
})

// functions are verbs and nouns of what a program lets its users do; an intro
// with one of them says something.
var functions = wordSet("function")

func runVagueIntro(s *subject, c *Check) {
	s.eachWord(c, &vagueWording)
	intro := s.field(introIndex)
	if intro == nil {
		return
	}
	if name := s.field(nameIndex); name != nil && isCopyOf(&intro.folded, &name.folded) {
		s.add(c, intro, Finding{Severity: Reject, Start: 0, End: len(intro.folded.Source), Entry: name.folded.Source, Via: []string{"exact"}, Score: 1,
			Message:    Text{"简介只是照抄名称，没有说明功能", "the intro only copies the name and names no function"}.In(s.v.language),
			Suggestion: sayWhatItDoes.In(s.v.language)})
		return
	}
	source := intro.folded.Source
	if start, end := pastDate(source, s.v.now()); end > 0 {
		s.add(c, intro, Finding{Severity: Review, Start: start, End: end, Entry: source[start:end], Via: []string{"exact"}, Score: 1,
			Message:    Text{"简介预告的日期「%[1]s」已经过去，请人工确认", "the intro announces the date “%[1]s”, which is past: a person should look"}.format(s.v.language, source[start:end]),
			Suggestion: Text{"简介要保持最新：删掉或更新日期", "an intro has to be kept up to date: drop the date or renew it"}.In(s.v.language)})
	}
}

// isCopyOf tells whether a text is another one, once or several times.
func isCopyOf(text, name *fold.Text) bool {
	n := len(name.Symbols)
	if n < 2 || len(text.Symbols)%n != 0 {
		return false
	}
	for i := range text.Symbols {
		if text.Symbols[i].Rune != name.Symbols[i%n].Rune {
			return false
		}
	}
	return len(text.Symbols) > 0
}

var sayWhatItDoes = Text{"写明用户能做什么，例如「记录每天的收支，按月统计」", "say what users can do, as in 记录每天的收支，按月统计 (record income and expenses, statistics by month)"}

var vagueWording = listWording{
	reject:     Text{"%[1]s是占位的文字，没有说明功能", "%[1]s is a placeholder and names no function"},
	review:     Text{"简介里只有%[1]s这样的话，没有说明功能，请人工确认", "the intro is talk like %[1]s and names no function: a person should look"},
	suggestion: sayWhatItDoes,
	judge: func(_ *subject, t *text, o *match.Occurrence) Severity {
		if o.Severity == Review && !isFrame(o) && namesFunction(t) { // a frame says by itself that nothing is told
			return 0
		}
		return o.Severity
	},
}

// tellsFunction is what is known of whether a text names a function.
type tellsFunction uint8

const (
	notAsked tellsFunction = iota
	functionless
	functional
)

// namesFunction tells whether an intro names a function outside of the slogans
// found in it. Every slogan asks, so the answer is kept.
func namesFunction(t *text) bool {
	if t.toldFunction == notAsked {
		t.toldFunction = functionless
		if holdsAny(t.withoutWords("vague-intro"), functions) {
			t.toldFunction = functional
		}
	}
	return t.toldFunction == functional
}

// withoutWords gives a text with a space for each word found for a check.
func (t *text) withoutWords(slug string) string {
	var rest strings.Builder
	source, from := t.folded.Source, 0
	for i := range t.words { // in the order of their beginnings
		if w := &t.words[i]; w.List.Check == slug {
			start, end := t.folded.Span(w.From, w.To)
			if start > from {
				rest.WriteString(source[from:start])
			}
			rest.WriteByte(' ')
			from = max(from, end)
		}
	}
	rest.WriteString(source[from:])
	return rest.String()
}

package validate

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
)

var _ = register(&Check{
	Slug:   "icon-text",
	Rules:  []string{"2.4"},
	Fields: []Field{FieldIconText},
	Title:  Text{"图标文字与名称不相干", "Words on the icon that do not belong to the name"},
	Doc: Text{
		"图标上的字要和名称、简介说同一件事。图标上写着别家的品牌，或者明白地说另一件事，又与名称、简称、简介、标签、主体名称没有共同的词，就交给人工；写名称里的一个字（青禾记账的「青」）、首字母或拼音都算相符。自创的词什么也没说，不提示。图标上的字可以在 icon_text 里写明，也可以由 WithTextReader 从图片读出；读不出来时提醒一声。",
		"The words on the icon have to speak of the same thing as name and intro. Words that are a brand of others, or clearly speak of another thing, and share no word with name, short name, intro, tags or owner, go to a person; one character of the name, its initials or its pinyin belong to it. A coined word says nothing, and is left in peace. The words are stated as icon_text, or read off the picture by WithTextReader; where that fails there is an advice.",
	},
	Declared: []DeclaredSample{
		{Submission: Submission{Name: "青禾记账", Intro: "记录每天的收支", IconText: []string{"美团"}}, Found: true, Severity: Review, Field: "icon_text[0]"},
		{Submission: Submission{Name: "青禾记账", Intro: "记录每天的收支", IconText: []string{"火锅外卖"}}, Found: true, Severity: Review, Field: "icon_text[0]"},
		{Submission: Submission{Name: "云上花屿", Intro: "按月统计收支，多人共享账本", IconText: []string{"YunShang", "宠物医院"}}, Found: true, Severity: Review, Field: "icon_text[1]"},
		{Submission: Submission{Name: "青禾记账", Intro: "记录每天的收支", IconText: []string{"青"}}},
		{Submission: Submission{Name: "青禾记账", Intro: "记录每天的收支", IconText: []string{"青禾"}}},
		{Submission: Submission{Name: "青禾记账", Intro: "记录每天的收支", IconText: []string{"QH"}}},
		{Submission: Submission{Name: "青禾记账", Intro: "记录每天的收支", IconText: []string{"账本"}}},
		{Submission: Submission{Name: "青禾记账", Intro: "记录每天的收支", IconText: []string{"屿岸"}}},
		{Submission: Submission{Name: "小象生鲜", Intro: "生鲜果蔬送到家", Owner: Owner{Name: "北京三快在线科技有限公司（美团）"}, IconText: []string{"美团"}}},
	},
	run: runIconText,
})

func runIconText(s *subject, c *Check) {
	if s.unread != nil {
		s.addIcon(c, Finding{
			Severity:   Advice,
			Message:    Text{"图标上的文字未能读出，没有检查", "the words on the icon could not be read and were not checked"}.In(s.v.language),
			Suggestion: Text{"补上图标上的文字", "state the words that stand on the icon"}.In(s.v.language),
		})
	}
	if s.field(nameIndex) == nil && s.field(introIndex) == nil {
		return // nothing to belong to
	}
	for i := range s.fields() {
		if t := &s.texts[i]; t.kind == iconTextIndex && !s.belongs(t) {
			s.addForeign(c, t)
		}
	}
}

// addForeign tells that words on the icon belong to something else, where they
// clearly do: they name a brand, or a topic that nothing else speaks of.
func (s *subject) addForeign(c *Check, t *text) {
	f := Finding{Severity: Review, Start: 0, End: len(t.folded.Source), Score: 1,
		Suggestion: Text{"图标上写自己的名称或简称，或者只用图形", "write the program's own name on the icon, or nothing"}.In(s.v.language)}
	quoted := excerpt(t.folded.Source)
	if brand := s.brandIn(t); brand != "" {
		f.Entry = brand
		f.Message = Text{"图标上写着「%[1]s」，是别家的品牌，名称和简介里都没有，请人工确认", "the icon says “%[1]s”, a brand of others that neither name nor intro speak of: a person should look"}.
			format(s.v.language, quoted)
		s.add(c, t, f)
		return
	}
	if other := s.topicApart(t); other != nil {
		f.Entry = other.Slug
		f.Message = Text{"图标上写着「%[1]s」，说的是%[2]s，和名称、简介说的不是一件事，请人工确认", "the icon says “%[1]s”, which speaks of %[2]s, name and intro of something else: a person should look"}.
			format(s.v.language, quoted, topicName(other, s.v.language))
		s.add(c, t, f)
	}
}

// markLists are the checks whose words are names of others.
var markLists = []string{"tencent-mark", "brand-mark", "hot-name"}

// brandIn gives the brand of somebody else that a text holds as it is written.
func (s *subject) brandIn(t *text) string {
	for i := range t.words {
		o := &t.words[i]
		if !slices.Contains(markLists, o.List.Check) || o.Severity < Review || o.Likeness != 0 || s.isOwner(o.Entry) {
			continue
		}
		if _, allowed := s.authorization(o.Entry); !allowed || o.List.Check == "tencent-mark" {
			return o.Entry.Meaning()
		}
	}
	return ""
}

// topicApart gives the topic that a text names where name and intro clearly speak
// of others.
func (s *subject) topicApart(t *text) *topic.Topic {
	on := t.topics().Topics()
	if len(on) == 0 || !on[0].Strong {
		return nil
	}
	all := s.topicsOfAll()
	if !all.clear || slices.ContainsFunc(on, func(w topic.Weight) bool { return all.topics.Has(w.Topic) }) {
		return nil // it belongs to them, or nothing else says what the program is: it may be that
	}
	return on[0].Topic
}

// spokenTopics are the topics that the texts of a submission speak of, but for
// words on the icon, and what programs mix with the first topic of each.
type spokenTopics struct {
	known  bool
	topics topic.Set
	clear  bool // a text says by a word that names it what it is about
}

// topicsOfAll reads all texts once: every word on the icon is held against them.
func (s *subject) topicsOfAll() *spokenTopics {
	all := &s.spoken
	if all.known {
		return all
	}
	all.known = true
	for i := range s.fields() {
		t := &s.texts[i]
		if t.kind == iconTextIndex {
			continue
		}
		about := t.topics().Topics()
		if len(about) == 0 {
			continue
		}
		for _, w := range about {
			if w.Sum > 0 {
				all.topics.Add(w.Topic)
			}
		}
		all.topics.AddKin(about[0].Topic)
		all.clear = all.clear || about[0].Strong
	}
	return all
}

// letters are the letters and digits of a folded text.
func letters(t *fold.Text) string {
	var b strings.Builder
	for i := range t.Symbols {
		if r := t.Symbols[i].Rune; unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isLatin(s string) bool { return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) }

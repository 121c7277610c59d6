package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/coherence"
	"github.com/mingcha-go/mingcha/internal/topic"
)

var _ = register(&Check{
	Slug:   "incoherent",
	Rules:  []string{"2.4"},
	Fields: []Field{FieldIntro},
	Title:  Text{"名称与简介不相干", "Name and intro do not belong together"},
	Doc: Text{
		"名称和简介要说同一件事：简介里能找到名称或拆出来的词，或者说同一件事的另一个词。名称逐词对照简介（没有再看描述），什么都对不上的才交给人工，并写明是哪些词、各说的是什么。自创的品牌名什么也没说，不提示。",
		"Name and intro have to speak of the same thing: the intro holds the name, words split from it, or other words for it. Each word of the name is looked for in the intro (else in the description); where hardly anything is taken up, a person should look, and the message tells the words and what each side speaks of. A coined brand says nothing, and is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Name: "青禾天气", Text: "扫码点餐、排号和外卖下单，门店优惠早知道", Severity: Review},
		{Field: FieldIntro, Name: "拾光背单词", Text: "查看附近房源，租房买房一站完成，房东直租", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Name: "青禾记账", Text: "按月统计收支，多人共享账本"},
		{Field: FieldIntro, Name: "云上花屿", Text: "扫码点餐、排号和外卖下单"},
		{Field: FieldIntro, Name: "小鹿点餐", Text: "扫码点餐、呼叫服务员，查看门店位置"},
		{Field: FieldIntro, Name: "橘子天气", Text: "看空气质量和降雨，出行早准备"},
	},
	run: runIncoherent,
})

func runIncoherent(s *subject, c *Check) {
	name, intro := s.field(nameIndex), s.field(introIndex)
	if name == nil || intro == nil || name.traits.han < 2 || intro.traits.han < leastTold {
		return
	}
	score := s.coherence(name, intro)
	if score >= coherence.Unlikely {
		return
	}
	unheard := s.pair.Unheard(&name.folded)
	if d := s.field(descriptionIndex); d != nil && s.coherence(name, d) >= coherence.Unlikely {
		return
	}
	if len(unheard) == 0 {
		return // a coined name says nothing
	}
	s.add(c, intro, Finding{
		Severity: Review, Start: 0, End: len(intro.folded.Source), Entry: unheard[0], Score: 1 - score,
		Message:    s.explainIncoherent(name, intro, unheard),
		Suggestion: Text{"在简介里写出名称说的功能，或换一个与功能相符的名称", "tell in the intro what the name promises, or choose a name that fits"}.In(s.v.language),
	})
}

// leastTold is how many Han characters an intro needs to say anything.
const leastTold = 8

// coherence weighs the name against another text.
func (s *subject) coherence(name, other *text) float64 {
	return s.pair.Weigh(&name.folded, name.topics(), &other.folded, other.topics())
}

// explainIncoherent tells what the two texts speak of where both say so, else
// which words of the name the intro does not take up.
func (s *subject) explainIncoherent(name, intro *text, unheard []string) string {
	of, about := leading(name), leading(intro)
	words := strings.Join(unheard, "、")
	if of != nil && about != nil && of.Topic != about.Topic {
		return Text{"名称说的是%[1]s（%[2]s），简介说的是%[3]s（%[4]s），看不出关系，请人工确认",
			"the name speaks of %[1]s (%[2]s), the intro of %[3]s (%[4]s): a person should look what they have to do with each other"}.
			format(s.v.language, topicName(of.Topic, s.v.language), strings.Join(name.topics().WordsOf(of.Topic), "、"),
				topicName(about.Topic, s.v.language), strings.Join(intro.topics().WordsOf(about.Topic), "、"))
	}
	return Text{"名称里的「%[1]s」在简介里没有着落，看不出名称和简介的关系，请人工确认",
		"the intro takes up nothing of “%[1]s” in the name: a person should look what they have to do with each other"}.format(s.v.language, words)
}

// leading gives the topic that a text clearly speaks of, nil where there is none.
func leading(t *text) *topic.Weight {
	if about := t.topics().Topics(); len(about) > 0 && about[0].Strong {
		return &about[0]
	}
	return nil
}

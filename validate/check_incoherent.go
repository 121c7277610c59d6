package validate

import (
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
)

var _ = register(&Check{
	Slug:   "incoherent",
	Rules:  []string{"2.4"},
	Fields: []Field{FieldIntro},
	Title:  Text{"名称与简介不相干", "Name and intro do not belong together"},
	Doc: Text{
		"名称和简介要说同一件事：简介里能找到名称或拆出来的词，或者话题一致。名称明白地说一件事（天气），简介明白地说另一件事（餐饮外卖），又没有一个共同的词，就交给人工。自创的品牌名什么也没说，不提示。",
		"Name and intro have to speak of the same thing: the intro holds the name or words split from it, or is about the same topic. Where the name clearly speaks of one thing (天气, weather), the intro clearly of another (点餐, ordering food), and no word is shared, a person should look. A coined brand says nothing, and is left in peace.",
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

// leastClear is the weight from which on an intro clearly speaks of a topic: two
// words that name it.
const leastClear = 6

// related are topics that programs mix, by slug.
var related = [][]string{
	{"food", "recipe", "shopping", "business"}, {"transport", "car", "map", "travel", "logistics"}, {"education", "language", "kids", "reading", "jobs"},
	{"finance", "accounting", "lottery", "news", "business"}, {"video", "music", "photo", "art", "social", "game"}, {"house", "housekeeping", "government", "business"},
	{"tool", "office", "developer", "photo"}, {"health", "fitness", "beauty", "kids", "recipe"}, {"weather", "travel", "tool", "fortune", "transport"}, {"reading", "news", "art", "video", "game"},
	{"farming", "business", "shopping", "logistics", "food"}, {"wedding", "photo", "shopping"}, {"pet", "shopping", "health", "social"}, {"shopping", "business", "logistics", "beauty", "house", "video"},
	{"office", "business", "jobs", "government"}, {"education", "video", "music", "art", "fitness"},
}

func runIncoherent(s *subject, c *Check) {
	name, intro := s.field(nameIndex), s.field(introIndex)
	if name == nil || intro == nil || sharesWord(&name.folded, &intro.folded) {
		return
	}
	of := topic.Of(&s.topics[0], &name.folded)
	if len(of) == 0 || !of[0].Strong {
		return
	}
	about := topic.Of(&s.topics[1], &intro.folded)
	if len(about) == 0 || about[0].Sum < leastClear || about[0].Words < 2 || meet(of, about) {
		return
	}
	s.add(c, intro, Finding{
		Severity: Review, Start: 0, End: len(intro.folded.Source), Entry: about[0].Topic.Slug, Score: 1,
		Message: Text{"名称说的是%[1]s（%[2]s），简介说的是%[3]s（%[4]s），看不出关系，请人工确认",
			"the name speaks of %[1]s (%[2]s), the intro of %[3]s (%[4]s): a person should look what they have to do with each other"}.
			format(s.v.language, topicName(of[0].Topic, s.v.language), strings.Join(topic.WordsOf(of[0].Topic, &name.folded), "、"),
				topicName(about[0].Topic, s.v.language), strings.Join(topic.WordsOf(about[0].Topic, &intro.folded), "、")),
		Suggestion: Text{"在简介里写出名称说的功能，或换一个与功能相符的名称", "tell in the intro what the name promises, or choose a name that fits"}.In(s.v.language),
	})
}

func topicName(t *topic.Topic, l Language) string { return Text{t.ZH, t.EN}.In(l) }

// meet tells whether a topic of the name, or one that programs mix with it, is
// among those of the intro.
func meet(name, intro []topic.Weight) bool {
	for _, a := range name {
		for _, b := range intro {
			if a.Topic == b.Topic {
				return true
			}
		}
		if slices.ContainsFunc(related, func(group []string) bool {
			return slices.Contains(group, a.Topic.Slug) && slices.Contains(group, intro[0].Topic.Slug)
		}) {
			return true
		}
	}
	return false
}

// sharesWord tells whether two texts have two characters in a row in common.
func sharesWord(a, b *fold.Text) bool {
	for i := 1; i < len(a.Symbols); i++ {
		for j := 1; j < len(b.Symbols); j++ {
			if a.Symbols[i-1].Rune == b.Symbols[j-1].Rune && a.Symbols[i].Rune == b.Symbols[j].Rune {
				return true
			}
		}
	}
	return false
}

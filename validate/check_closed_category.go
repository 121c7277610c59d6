package validate

import (
	"strings"
)

var _ = register(&Check{
	Slug:   "closed-category",
	Rules:  []string{"3.4", "6.2.3"},
	Fields: []Field{"categories", "features"},
	Title:  Text{"尚未开放的服务", "Services that are not open"},
	Doc: Text{
		"规则初版里游戏、直播和虚拟物品购买都未开放，小游戏和测试类内容也不行。声明了这些功能或类目的不能通过。后来的版本已经开放：选用 2018 或 2026 版（WithEdition）时不检查。",
		"In the first edition of the rules games, live streaming and the sale of virtual goods are not open, nor are mini games and tests. A submission that declares them is a reject. Later editions have opened them: with WithEdition 2018 or 2026 nothing is checked here.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Features: []Feature{FeaturePayment, FeatureGame}}, Severity: Reject, Field: "features[1]"},
		{Found: true, Submission: Submission{Categories: []string{"社交/直播"}}, Severity: Reject, Field: "categories[0]"},
		{Submission: Submission{Features: []Feature{FeaturePayment, FeatureLocation}, Categories: []string{"餐饮服务/点餐平台"}}},
	},
	run: runClosedCategory,
})

var closedFeatures = map[Feature]Text{
	FeatureGame: {"游戏", "games"}, FeatureLive: {"直播", "live streaming"}, FeatureVirtualGoods: {"虚拟物品购买", "the sale of virtual goods"},
}

func runClosedCategory(s *subject, c *Check) {
	if s.v.edition != EditionFirst && s.v.edition != "" {
		return
	}
	for i, feature := range s.submission.Features {
		if name, closed := closedFeatures[feature]; closed {
			s.addClosed(c, memberField("features", i), string(feature), name.In(s.v.language))
		}
	}
	for _, stated := range s.categories() {
		last := stated.path[strings.LastIndexByte(stated.path, '/')+1:]
		if stated.found != nil && (strings.HasPrefix(last, "直播") || strings.HasPrefix(last, "小游戏")) {
			s.addClosed(c, stated.field(), stated.path, stated.found.Path)
		}
	}
}

func (s *subject) addClosed(c *Check, field Field, value, name string) {
	s.addStated(c, field, value, Finding{Severity: Reject, Entry: name,
		Message:    Text{"%[1]s尚未开放（规则初版）", "%[1]s: not open in the first edition of the rules"}.format(s.v.language, name),
		Suggestion: Text{"去掉这项服务；如按后来的规则提交，选用新版编号", "drop it; under a later edition of the rules choose that edition"}.In(s.v.language)})
}

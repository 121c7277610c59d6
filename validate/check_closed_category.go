package validate

import (
	"strings"
)

var _ = register(&Check{
	Slug:   "closed-category",
	Rules:  []string{"3.4", "6.2.3"},
	Fields: []Field{"categories", "features", FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"尚未开放的服务", "Services that are not open"},
	Doc: Text{
		"规则初版里游戏、直播和虚拟物品购买都未开放，小游戏和测试类内容也不行。声明了这些功能或类目的不能通过，名称和简介说的是小游戏、趣味测试的交给人工；视力测试、随堂测验一类不提示。后来的版本已经开放：选用 2018 或 2026 版（WithEdition）时不检查。",
		"In the first edition of the rules games, live streaming and the sale of virtual goods are not open, nor are mini games and tests. A submission that declares them is a reject; one whose texts speak of mini games or tests for fun goes to a person, eye tests and quizzes of courses are left in peace. Later editions have opened them: with WithEdition 2018 or 2026 nothing is checked here.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Features: []Feature{FeaturePayment, FeatureGame}}, Severity: Reject, Field: "features[1]"},
		{Found: true, Submission: Submission{Categories: []string{"社交/直播"}}, Severity: Reject, Field: "categories[0]"},
		{Submission: Submission{Features: []Feature{FeaturePayment, FeatureLocation}, Categories: []string{"餐饮服务/点餐平台"}}},
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "一分钟性格测试，看看你是哪种人", Want: "性格测试", Severity: Review, Rule: "6.2.3"},
		{Field: FieldName, Text: "青禾贪吃蛇", Want: "贪吃蛇", Severity: Review, Rule: "6.2.3"},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "青禾视力测试"},
		{Field: FieldIntro, Text: "背完单词做随堂小测试，错题自动收集"},
		{Field: FieldName, Text: "城东羽毛球馆"},
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
	s.eachWord(c, &closedWording)
	for i, feature := range s.submission.Features {
		if name, closed := closedFeatures[feature]; closed {
			s.addClosed(c, memberField("features", i), string(feature), name.In(s.v.language), "3.4")
		}
	}
	for _, stated := range s.categories() {
		last := stated.path[strings.LastIndexByte(stated.path, '/')+1:]
		switch {
		case stated.found == nil:
		case strings.HasPrefix(last, "小游戏"):
			s.addClosed(c, stated.field(), stated.path, stated.found.Path, "6.2.3")
		case strings.HasPrefix(last, "直播"):
			s.addClosed(c, stated.field(), stated.path, stated.found.Path, "3.4")
		}
	}
}

var closedWording = listWording{
	reject:     Text{"%[1]s是%[2]s，尚未开放（规则初版）", "%[1]s: %[2]s are not open in the first edition of the rules"},
	review:     Text{"%[1]s像%[2]s，尚未开放（规则初版），请人工确认", "%[1]s sounds like %[2]s, which are not open in the first edition of the rules: a person should look"},
	advice:     Text{"%[1]s接近%[2]s，规则初版尚未开放，审核时可能被问到", "%[1]s comes near %[2]s, which are not open in the first edition of the rules; a reviewer may ask"},
	suggestion: Text{"去掉这项内容；如按后来的规则提交，选用新版编号", "drop it; under a later edition of the rules choose that edition"},
	hearing:    unlessRefused,
	code:       blacklistCode,
}

func (s *subject) addClosed(c *Check, field Field, value, name, rule string) {
	s.addStated(c, field, value, Finding{Rule: rule, Severity: Reject, Entry: name,
		Message:    Text{"%[1]s尚未开放（规则初版）", "%[1]s: not open in the first edition of the rules"}.format(s.v.language, name),
		Suggestion: Text{"去掉这项服务；如按后来的规则提交，选用新版编号", "drop it; under a later edition of the rules choose that edition"}.In(s.v.language)})
}

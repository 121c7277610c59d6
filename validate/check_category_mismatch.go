package validate

import (
	"github.com/mingcha-go/mingcha/internal/topic"
)

var _ = register(&Check{
	Slug:   "category-mismatch",
	Rules:  []string{"3.1", "3.4"},
	Fields: []Field{"categories"},
	Title:  Text{"类目与简介不相干", "The category does not fit the intro"},
	Doc: Text{
		"填写的类目要和简介说的服务一致。类目明白地说一件事，简介明白地说另一件，就交给人工；工具、商业服务一类宽泛的类目，或简介没有说清楚的，不提示。",
		"A category has to fit the service that the intro describes. Where the category clearly speaks of one thing and the intro of another, a person should look; broad categories and intros that say little are left in peace.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Intro: "扫码点餐、排号和外卖下单，门店优惠早知道", Categories: []string{"金融业/银行"}}, Severity: Review, Field: "categories[0]"},
		{Submission: Submission{Intro: "扫码点餐、排号和外卖下单", Categories: []string{"餐饮服务/点餐平台"}}},
		{Submission: Submission{Intro: "记录每天的心情", Categories: []string{"物流服务/查件"}}},
	},
	run: runCategoryMismatch,
})

func runCategoryMismatch(s *subject, c *Check) {
	if len(s.submission.Categories) == 0 {
		return
	}
	about := s.service()
	if about == nil {
		return
	}
	for _, stated := range s.categories() {
		found := stated.found
		if found == nil || len(found.Topics) == 0 || speaksOfAny(about, found.Topics) {
			continue
		}
		s.addStated(c, stated.field(), stated.path, Finding{Severity: Review, Entry: about[0].Topic.Slug,
			Message: Text{"类目「%[1]s」属于%[2]s，简介说的是%[3]s，请人工确认", "the category “%[1]s” is of %[2]s, the intro speaks of %[3]s: a person should look"}.
				format(s.v.language, found.Path, topicName(topic.BySlug(found.Topics[0]), s.v.language), topicName(about[0].Topic, s.v.language)),
			Suggestion: Text{"选与服务一致的类目", "choose the category of the service"}.In(s.v.language)})
	}
}

package validate

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/service"
	"github.com/mingcha-go/mingcha/internal/topic"
)

var _ = register(&Check{
	Slug:   "category-mismatch",
	Rules:  []string{"3.1", "3.4"},
	Fields: []Field{"categories", FieldIntro, FieldDescription},
	Title:  Text{"类目与简介不相干", "The category does not fit the intro"},
	Doc: Text{
		"填写的类目要和简介说的服务一致。类目明白地说一件事，简介明白地说另一件，就交给人工；工具、商业服务一类宽泛的类目，或简介没有说清楚的，不提示。简介和描述写了借款、买药、酒店机票、换脸这样要有专门类目的服务，而填写的类目没有一个覆盖它（隐藏类目），也交给人工，指出要哪个类目；只有一个词这样说的，或类目相近（论坛里的短视频、地图里的车票）的，给建议。拒绝、记录、计算、学习一件事不算提供它。",
		"A category has to fit the service that the intro describes. Where the category clearly speaks of one thing and the intro of another, a person should look; broad categories and intros that say little are left in peace. A service that has categories of its own (loans, medicine, hotels and flights, face swapping) and that none of the stated ones covers is hidden: a person should look, and is told which category it needs; where one word alone says so, or the categories are kin (short videos in a forum, tickets in a map), it is advice. Who refuses a thing, notes it down, reckons or learns it does not offer it.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Intro: "记录小猫的体重和疫苗，宠物寄养日记", Categories: []string{"金融业/银行"}}, Rule: "3.4", Severity: Review, Field: "categories[0]"},
		{Found: true, Submission: Submission{Name: "快借通", Intro: "在线申请借款，当天放款", Categories: []string{"工具/计算器"}}, Severity: Review, Field: FieldIntro},
		{Found: true, Submission: Submission{Name: "青禾记账", Intro: "记账之外，还能订酒店、买特价机票", Categories: []string{"工具/记账"}}, Severity: Review, Field: FieldIntro},
		{Submission: Submission{Name: "青禾贷算", Intro: "贷款计算器，算清每月还款", Categories: []string{"工具/计算器"}}},
		{Submission: Submission{Intro: "扫码点餐、排号和外卖下单", Categories: []string{"餐饮服务/点餐平台"}}},
		{Submission: Submission{Intro: "记录每天的心情", Categories: []string{"物流服务/查件"}}},
	},
	run: runCategoryMismatch,
})

func runCategoryMismatch(s *subject, c *Check) {
	if len(s.submission.Categories) > 0 && !s.addUnrelated(c) {
		s.addUncovered(c)
	}
}

// addUnrelated points at categories of something else than the intro speaks of, and tells
// whether there are any.
func (s *subject) addUnrelated(c *Check) (added bool) {
	about := s.service()
	if about == nil {
		return false
	}
	for _, stated := range s.categories() {
		found := stated.found
		if found == nil || len(found.Topics) == 0 || speaksOfAny(about, found.Topics) || s.isNamedFor(found.Topics) || s.offersWithin(found.Path) {
			continue
		}
		added = true
		s.addStated(c, stated.field(), stated.path, Finding{Rule: "3.4", Severity: Review, Entry: about[0].Topic.Slug,
			Message: Text{"类目「%[1]s」属于%[2]s，简介说的是%[3]s，请人工确认", "the category “%[1]s” is of %[2]s, the intro speaks of %[3]s: a person should look"}.
				format(s.v.language, found.Path, topicName(topic.BySlug(found.Topics[0]), s.v.language), topicName(about[0].Topic, s.v.language)),
			Suggestion: Text{"选与服务一致的类目", "choose the category of the service"}.In(s.v.language)})
	}
	return added
}

// isNamedFor tells whether the name plainly speaks of one of some topics: 旅行账本 is for
// bookkeeping, however much of travel its intro speaks.
func (s *subject) isNamedFor(topics []string) bool {
	name := s.field(nameIndex)
	return name != nil && slices.ContainsFunc(topics, func(slug string) bool { return name.topics().On(topic.BySlug(slug)).Strong })
}

// offersWithin tells whether the texts speak of a service of a category: then it is of
// the program, whatever else the intro speaks of.
func (s *subject) offersWithin(path string) bool {
	return slices.ContainsFunc(s.offers(), func(o offer) bool {
		return len(o.service.Categories) > 0 && !o.service.Broad() && o.spoken() && o.service.Covers(path)
	})
}

// addUncovered points at services that none of the stated categories covers.
func (s *subject) addUncovered(c *Check) {
	if s.submission.Owner.Kind == OwnerGovernment || s.submission.Intro == "" {
		return // a description alone is held against the categories as a whole
	}
	for i := range s.offers() {
		o := &s.offered[i]
		if !o.offered() || s.covered(o.service) || s.shadowed(o) {
			continue
		}
		f := Finding{Severity: Advice}
		if o.sure() && !s.akin(o.service) {
			f.Severity = Review
		} else if o.service.Paper == "" {
			continue
		}
		f.Message = Text{"「%[1]s」是%[2]s，填写的类目都不包含这项服务", "“%[1]s” is %[2]s, which none of the stated categories covers"}.
			format(s.v.language, excerpt(o.said()), s.serviceName(o.service))
		f.Suggestion = s.wayOut(o.service)
		s.addOffer(c, o, f)
	}
}

// wayOut says what a program that offers an uncovered service can do.
func (s *subject) wayOut(of *service.Service) string {
	category := s.coveringCategory(of)
	switch {
	case category == "":
		return Text{"这项服务没有对个人主体开放的类目，去掉它或以企业主体提交", "no category of it is open to individuals: drop it, or hand it in as an enterprise"}.In(s.v.language)
	case of.Paper == "":
		return Text{"加上覆盖它的类目，例如「%[1]s」；不做这项服务就不要写", "add a category that covers it, such as “%[1]s”, or do not say so"}.format(s.v.language, category)
	}
	return Text{"加上覆盖它的类目，例如「%[1]s」，备好%[2]s；不做这项服务就不要写", "add a category that covers it, such as “%[1]s”, and its paper (%[2]s), or do not say so"}.
		format(s.v.language, category, of.Paper)
}

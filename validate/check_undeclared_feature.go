package validate

import "slices"

var _ = register(&Check{
	Slug:   "undeclared-feature",
	Rules:  []string{"3.4", "7.2", "9.5", "10.4.1", "11.1"},
	Fields: []Field{FieldIntro, FieldDescription},
	Title:  Text{"写了的功能没有声明", "A feature that the texts speak of is not declared"},
	Doc: Text{
		"简介和描述说到发帖评论、取用位置、直播、游戏、虚拟物品、付款或登录帐号，功能（features）里却没有声明的，请补上声明：审核按声明要求过滤（7.2）、位置同意（10.4.1）、测试号（9.5）和付费说明（11.1），直播、游戏和虚拟物品看是否开放（3.4）。写明了功能或其他声明、文字又说得明白的交给人工，只写了类目或只有一个词说到的给建议；声明了那项功能的措施（过滤、征得同意、测试号）就当声明了功能；两样都没写的提交不检查。说的是不提供、免登录之类的不算。",
		"Texts that speak of posts and comments, of the user's place, of live streams, games, virtual goods, payment or accounts ask for the feature among the declared ones: by it the reviewer asks for a filter (7.2), consent (10.4.1), a test account (9.5), a word on payment (11.1), and whether the service is open (3.4). Where features or declarations are stated and the text leaves no doubt a person should look; where only a category is, or one word alone says so, it is advice; a measure that is declared for a feature (a filter, consent, a test account) tells of the feature; a submission that states neither is left in peace, and so is who says that there is none of it.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Intro: "记录骑行，发帖评论，和骑友聊路线", Features: []Feature{FeaturePayment}}, Rule: "7.2", Severity: Review, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "根据你的位置推荐停车场", Features: []Feature{FeaturePayment}}, Rule: "10.4.1", Severity: Review, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "看主播唱戏，给喜欢的主播送礼物", Features: []Feature{FeaturePayment}}, Severity: Review, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "游戏点卡代充，到账快", Features: []Feature{FeaturePayment}}, Severity: Review, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "洗衣卡充值，在线下单，上门取衣", Features: []Feature{FeatureLocation}}, Rule: "11.1", Severity: Review, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "会员登录后查看课表，注册会员有积分", Features: []Feature{FeaturePayment}}, Rule: "9.5", Severity: Review, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "洗衣卡充值，在线下单，上门取衣", Categories: []string{"生活服务/家政服务"}}, Rule: "11.1", Severity: Advice, Field: FieldIntro},
		{Submission: Submission{Intro: "洗衣卡充值，在线下单，上门取衣"}},
		{Submission: Submission{Intro: "洗衣卡充值，在线下单，上门取衣", Features: []Feature{FeaturePayment}}},
		{Found: true, Submission: Submission{Intro: "先填账号再看课表", Features: []Feature{FeaturePayment}}, Rule: "9.5", Severity: Advice, Field: FieldIntro},
		{Submission: Submission{Intro: "旧手机换新，先退出账号", Features: []Feature{FeaturePayment}}},
		{Submission: Submission{Intro: "换书站内留言，发帖评论", Declarations: Declarations{UGCFilter: &yes}}},
		{Submission: Submission{Intro: "记录骑行，无需登录，不设评论", Features: []Feature{FeatureLocation}}},
	},
	run: runUndeclaredFeature,
})

func runUndeclaredFeature(s *subject, c *Check) {
	if !s.statesTerms() {
		return
	}
	for i := range s.offers() {
		o := &s.offered[i]
		feature := Feature(o.service.Feature)
		if feature == "" || !o.offered() || s.tellsOf(feature) {
			continue
		}
		f := Finding{Rule: o.service.Rule, Severity: Advice}
		if s.statesFeatures() && o.sure() {
			f.Severity = Review
		}
		f.Message = Text{"「%[1]s」说的是%[2]s，功能里没有声明 %[3]s", "“%[1]s” speaks of %[2]s, but %[3]s is not among the declared features"}.
			format(s.v.language, excerpt(o.said()), s.serviceName(o.service), o.service.Feature)
		f.Suggestion = Text{"有这项功能就声明 %[1]s，没有就不要写", "declare %[1]s if the program does it, else do not say so"}.format(s.v.language, o.service.Feature)
		s.addOffer(c, o, f)
	}
}

// tellsOf tells whether a submission declares a feature, be it by one that includes it
// or by the measure that only programs with it take.
func (s *subject) tellsOf(feature Feature) bool {
	if s.submission.has(feature) || feature == FeaturePayment && s.submission.has(FeatureVirtualGoods) {
		return true
	}
	return slices.ContainsFunc(measures, func(m measure) bool {
		value := m.value(s.submission)
		return m.features[0] == feature && value != nil && *value
	})
}

package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/automaton"
)

var _ = register(&Check{
	Slug:   "undeclared-payment",
	Rules:  []string{"11.1"},
	Fields: []Field{FieldIntro},
	Title:  Text{"支付没有写进简介", "Payment not told in the intro"},
	Doc: Text{
		"声明了支付（features 里有 payment 或 virtual-goods）的小程序，简介里要写明可以付费、购买或预订什么。",
		"A program that declares payment (payment or virtual-goods among its features) has to say in its intro what can be paid for, bought or booked.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Intro: "记录每天的心情和天气", Features: []Feature{FeaturePayment}}, Severity: Review},
		{Found: true, Submission: Submission{Intro: "看发车点和人流，零费用的好伙伴", Features: []Feature{FeaturePayment}}, Severity: Review},
		{Submission: Submission{Intro: "在线购买烘焙课程，按章节学习", Features: []Feature{FeaturePayment}}},
		{Submission: Submission{Intro: "指纹锁上门安装，线上付定金", Features: []Feature{FeaturePayment}}},
		{Submission: Submission{Intro: "海外包裹转运，查运单、付运费", Features: []Feature{FeaturePayment}}},
		{Submission: Submission{Intro: "记录每天的心情和天气"}},
	},
	run: runUndeclaredPayment,
})

// payWords tell that something is paid for.
var payWords = automaton.NewWords(wordSet("payment"))

// freeOfCharge drops words for its being free, which hold some of payWords.
var freeOfCharge = without(wordSet("payment-none"))

// without gives a Replacer that drops words.
func without(words []string) *strings.Replacer {
	var pairs []string
	for _, w := range words {
		pairs = append(pairs, w, "")
	}
	return strings.NewReplacer(pairs...)
}

func runUndeclaredPayment(s *subject, c *Check) {
	intro := s.field(introIndex)
	if intro == nil || !s.submission.has(FeaturePayment, FeatureVirtualGoods) || payWords.In(freeOfCharge.Replace(intro.folded.Source)) {
		return
	}
	s.add(c, intro, Finding{
		Severity: Review, Start: 0, End: len(intro.folded.Source),
		Message:    Text{"声明了支付，简介里没有写可以付费或购买什么，请人工确认", "payment is declared, but the intro does not say what can be paid for: a person should look"}.In(s.v.language),
		Suggestion: Text{"在简介里写明付费的内容，例如「可在线购买课程」", "say in the intro what is paid for, as in 可在线购买课程"}.In(s.v.language),
	})
}

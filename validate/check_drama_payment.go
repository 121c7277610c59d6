package validate

import "strings"

var _ = register(&Check{
	Slug:   "drama-payment",
	Rules:  []string{"2026/5.33"},
	Fields: []Field{FieldName, FieldIntro, FieldDescription},
	Title:  Text{"短剧小说引到别处付款", "Dramas and novels paid elsewhere"},
	Doc: Text{
		"2026 版 5.33：短剧、小说类的小程序要用平台的虚拟支付，不能把充值引到客服、公众号、群或别的应用。填了短剧、小说类目，或自己说是短剧、小说的才检查。只在选用 2026 版时检查。",
		"Edition 2026, 5.33: programs for short dramas and novels use the platform's payment and do not lead users to a chat, an account, a group or another app to top up. Only where the category or the text says drama or novel. Checked with the edition of 2026 only.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "热门短剧随时看，加客服充值更优惠", Want: "加客服充值", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "热门短剧随时看，会员在页面内开通"},
		{Field: FieldIntro, Text: "水费电费查询，联系客服充值卡补办"},
	},
	run: func(s *subject, c *Check) {
		if s.isDrama() {
			dramaPayment(s, c)
		}
	},
})

var dramaPayment = runClaim(Text{"充值改用平台的虚拟支付", "let users top up by the platform's payment"})

// isDrama tells whether a submission is about short dramas or novels by category or
// by its own words.
func (s *subject) isDrama() bool {
	for _, path := range s.submission.Categories {
		if strings.Contains(path, "短剧") || strings.Contains(path, "小说") {
			return true
		}
	}
	for _, t := range []string{s.submission.Name, s.submission.Intro, s.submission.Description} {
		if strings.Contains(t, "短剧") || strings.Contains(t, "小说") || strings.Contains(t, "网文") {
			return true
		}
	}
	return false
}

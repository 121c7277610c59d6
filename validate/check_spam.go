package validate

var _ = register(&Check{
	Slug:   "spam",
	Rules:  []string{"6.2.4", "6.2.1"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"骚扰、垃圾信息", "Harassment and spam"},
	Doc: Text{
		"不得推送联系方式（加我微信、联系QQ）、群发骚扰、招商广告位，不得用成串的符号。门店电话和客服信息写在联系方式里，不提示。",
		"No pushed contact details (加我微信), mass messages, offers of ad space or runs of symbols. Ordinary talk of messages is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "资料多多，加我微信详谈", Want: "加我微信", Severity: Reject},
		{Field: FieldName, Text: "广告位招租网", Want: "广告位招租", Severity: Reject, Rule: "6.2.1"},
		{Field: FieldIntro, Text: "好物推荐★★★★★★点进来看看", Want: "★★★★★★", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "群发班级通知，家长可回执"},
		{Field: FieldIntro, Text: "管理广告位图纸与尺寸"},
		{Field: FieldIntro, Text: "手机号登录，电话客服在联系方式里"},
		{Field: FieldIntro, Text: "评分从一星★到五星★★★★★"},
	},
	run: runSpam(Text{"删去联系方式和符号，写清楚功能", "drop contact details and symbols; say what the function is"}),
})

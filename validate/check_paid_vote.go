package validate

var _ = register(&Check{
	Slug:   "paid-vote",
	Rules:  []string{"2026/5.24"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"有偿投票", "Paid voting"},
	Doc: Text{
		"2026 版 5.24：不能花钱投票，也不能靠买礼物增加票数。班级评选、业主表决一类不收钱的投票不提示。只在选用 2026 版时检查。",
		"Edition 2026, 5.24: no voting for money, and no votes gained by buying gifts. Votes of classes or house owners that cost nothing are left in peace. Checked with the edition of 2026 only.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "萌宝大赛投票平台，支持礼物加票", Want: "礼物加票", Severity: Reject},
		{Field: FieldName, Text: "萌宝付费投票", Want: "付费投票", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "班级活动在线投票，每人一票，结果公开"},
		{Field: FieldIntro, Text: "小区业主表决与投票统计"},
	},
	run: runClaim(Text{"去掉收费和礼物换票", "drop payment and gifts for votes"}),
})

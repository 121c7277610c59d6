package validate

var _ = register(&Check{
	Slug:   "lottery-look",
	Rules:  []string{"2026/5.14.3"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"做得像彩票", "Looks like a lottery"},
	Doc: Text{
		"2026 版 5.14.3：营销活动不能模仿彩票的玩法和样子（刮刮乐、大转盘、开奖号码）。真正的彩票和赌博另由 prohibited 检查。只在选用 2026 版时检查。",
		"Edition 2026, 5.14.3: promotions must not copy the play or look of lotteries (刮刮乐, 大转盘, 开奖号码). Lotteries and gambling themselves are found by prohibited. Checked with the edition of 2026 only.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "青禾刮刮乐", Want: "刮刮乐", Severity: Review},
		{Field: FieldIntro, Text: "下单即可玩幸运大转盘", Want: "幸运大转盘", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "青禾陶艺转盘"},
		{Field: FieldIntro, Text: "带孩子去刮刮乐园玩沙"},
		{Field: FieldIntro, Text: "揭露刮刮卡骗局的普法栏目"},
	},
	run: runClaim(Text{"换成与彩票无关的活动形式", "choose a form of promotion that has nothing of a lottery"}),
})

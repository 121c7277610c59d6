package validate

var _ = register(&Check{
	Slug:   "fan-voting",
	Rules:  []string{"2026/5.27"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"明星打榜应援", "Idol charts and fan campaigns"},
	Doc: Text{
		"2026 版 5.27：不能做明星艺人排行榜、打榜任务和应援集资。应援棒、灯牌一类周边，歌曲榜、书榜不提示。只在选用 2026 版时检查。",
		"Edition 2026, 5.27: no rankings of stars, no voting tasks and no fund-raising for them. Goods such as light sticks and charts of songs or books are left in peace. Checked with the edition of 2026 only.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "爱豆打榜助力", Want: "爱豆打榜", Severity: Reject},
		{Field: FieldIntro, Text: "粉丝集资一键参与，为偶像投票", Want: "粉丝集资", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "应援棒、灯牌定制，下单三天发货"},
		{Field: FieldIntro, Text: "每周更新的民谣歌曲榜"},
	},
	run: runForbidden(Text{"去掉榜单、打榜和集资", "drop charts, voting and fund-raising"}),
})

package validate

var _ = register(&Check{
	Slug:   "fake-traffic",
	Rules:  []string{"5.2"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"刷量、刷单", "Fake traffic and orders"},
	Doc: Text{
		"不得刷单、刷量、买粉、代投票。反刷单的公告和防骗知识不提示。",
		"No faked orders, views, followers or votes. Notices against them are left in peace.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "青禾刷单平台", Want: "刷单平台", Severity: Reject},
		{Field: FieldIntro, Text: "刷粉刷赞，当天见效", Want: "刷粉", Severity: Reject},
		{Field: FieldIntro, Text: "代投票，专业团队", Want: "代投票", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "谨防刷单骗局，识别兼职诈骗"},
		{Field: FieldName, Text: "青禾印刷单管理"},
		{Field: FieldIntro, Text: "记录每天刷题数量，生成曲线"},
	},
	run: runForbidden(Text{"删去刷量服务", "remove the service"}),
})

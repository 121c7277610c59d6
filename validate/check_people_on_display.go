package validate

var _ = register(&Check{
	Slug:   "people-on-display",
	Rules:  []string{"2026/3.12"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"把人当商品陈列", "People put on display"},
	Doc: Text{
		"2018 版和 2026 版 3.12：不能以陈列人的外貌、身份为主（美女图集、校花榜）。写真馆、约拍、证件照是服务，不提示。选用这两版时检查。",
		"Editions 2018 and 2026, 3.12: no programs that mainly put the looks or standing of people on display (美女图集, 校花榜). Photo studios offer a service and are left in peace. Checked with these editions only.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "每日美女图集", Want: "美女图集", Severity: Review},
		{Field: FieldIntro, Text: "高清性感写真，每天更新", Want: "性感写真", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "青禾写真馆"},
		{Field: FieldIntro, Text: "预约摄影师，拍一组毕业写真"},
		{Field: FieldIntro, Text: "记录小姐姐和妹妹的成长故事"},
	},
	run: runForbidden(Text{"提供服务，而不是陈列人的外貌", "offer a service, not the looks of people"}),
})

package validate

var _ = register(&Check{
	Slug:   "cross-promotion",
	Rules:  []string{"3.8"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"互推其他小程序", "Promotion of other programs"},
	Doc: Text{
		"不得要求先使用其他小程序，也不得做小程序互推、换量。",
		"No program may depend on using another one, or trade visits with others.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "小程序互推，流量互换", Want: "小程序互推", Severity: Review},
		{Field: FieldName, Text: "好用的小程序", Want: "好用的小程序", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "记录疏导流量的路口"},
		{Field: FieldIntro, Text: "查看门店列表并在线点单"},
		{Field: FieldName, Text: "青禾导流管五金"},
	},
	run: runClaim(Text{"删去对其他小程序的推广", "remove the promotion of others"}),
})

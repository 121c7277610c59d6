package validate

var _ = register(&Check{
	Slug:   "client-function",
	Rules:  []string{"3.7", "3.5"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"微信自带功能", "Functions of the client offered again"},
	Doc: Text{
		"不得重做微信已有的功能（朋友圈、扫一扫、漂流瓶、聊天）。",
		"Functions that WeChat has (Moments, scan, chat) are not to be offered again.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "青禾漂流瓶", Want: "漂流瓶", Severity: Review},
		{Field: FieldIntro, Text: "替代微信的聊天工具", Want: "替代微信", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "给老人演示怎样和家人视频"},
		{Field: FieldName, Text: "青禾瓶子手工"},
		{Field: FieldIntro, Text: "拍照记录宠物的日常"},
	},
	run: runClaim(Text{"写出与微信自带功能不同的地方，或换一个功能", "say how it differs from the client, or offer something else"}),
})

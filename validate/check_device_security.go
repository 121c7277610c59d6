package validate

var _ = register(&Check{
	Slug:   "device-security",
	Rules:  []string{"10.3.3"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"降低设备安全", "Lowers device security"},
	Doc: Text{
		"不得要求越狱、ROOT、关闭安全软件后才能使用。不需要越狱的说明、越狱题材的影视介绍不提示。",
		"Use cannot need a jailbreak, root or security switched off. A note that none is needed is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "需要root权限，一键安装", Want: "需要root", Severity: Reject},
		{Field: FieldName, Text: "iOS越狱助手", Want: "iOS越狱", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "不需要越狱，打开即用"},
		{Field: FieldName, Text: "青禾越狱影评"},
		{Field: FieldIntro, Text: "讲解方程求根与数值解法"},
	},
	run: runClaim(Text{"删去降低系统安全的要求", "remove the demand"}),
})

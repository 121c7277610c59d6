package validate

var _ = register(&Check{
	Slug:   "test-version",
	Rules:  []string{"9.1"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"测试版", "Unfinished versions"},
	Doc: Text{
		"提交的应是完成品：名称和简介里不能写测试版、演示、开发中。软件测试课程、考试测试这样的功能不提示。",
		"What is submitted has to be finished: no 测试版 (test version), demo or 开发中 (in development). Courses and tests as a function are left in peace.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "青禾记账测试版", Want: "测试版", Severity: Reject},
		{Field: FieldIntro, Text: "演示小程序，用来试试接口", Want: "演示小程序", Severity: Review},
		{Field: FieldName, Text: "Demo商城", Want: "Demo", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "青禾软件测试课程"},
		{Field: FieldIntro, Text: "听力测试与视力测试记录"},
		{Field: FieldIntro, Text: "查看开发中心的值班安排"},
		{Field: FieldName, Text: "青禾心理测试题库"},
	},
	run: runWording(testVersionWording),
})

var testVersionWording = listWording{
	reject:     Text{"%[1]s像是还没做完的版本，平台只收做完的小程序", "%[1]s sounds unfinished; the platform takes finished programs only"},
	review:     Text{"%[1]s像是还没做完的版本，请人工确认", "%[1]s sounds unfinished: a person should look"},
	advice:     Text{"%[1]s容易让人以为还没做完，审核时可能被问到", "%[1]s may be read as unfinished; a reviewer may ask"},
	suggestion: Text{"完成后再提交，去掉这些字样", "finish it first, and drop the words"},
	hearing:    unlessRefused,
	code:       blacklistCode,
}

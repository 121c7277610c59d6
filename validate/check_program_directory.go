package validate

var _ = register(&Check{
	Slug:   "program-directory",
	Rules:  []string{"10.2.6"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"小程序目录、搜索", "Directories of mini programs"},
	Doc: Text{
		"未经许可不得做小程序的目录、搜索、排行。",
		"Without permission there are no directories, search engines or rankings of mini programs.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "小程序导航站", Want: "小程序导航", Severity: Reject},
		{Field: FieldIntro, Text: "搜索小程序，发现更多好工具", Want: "搜索小程序", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "商城导航与楼层搜索"},
		{Field: FieldName, Text: "青禾程序员词典"},
		{Field: FieldIntro, Text: "介绍小程序开发的视频课程"},
	},
	run: runClaim(Text{"去掉小程序目录和搜索功能", "drop the directory"}),
})

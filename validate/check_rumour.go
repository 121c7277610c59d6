package validate

var _ = register(&Check{
	Slug:   "rumour",
	Rules:  []string{"6.2.2"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"谣言、惊吓用语", "Rumour and shock"},
	Doc: Text{
		"不得用惊吓、夸大的标题（震惊国人、紧急扩散、看完必转）。地震、末班车一类的平常词不提示；辟谣不提示。",
		"No headlines of shock and rumour (震惊国人, 紧急扩散). Plain words and those who correct rumours are left in peace.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "震惊国人日报", Want: "震惊国人", Severity: Reject},
		{Field: FieldIntro, Text: "惊天内幕，快删前速看", Want: "惊天内幕", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "地震速报与避险知识"},
		{Field: FieldIntro, Text: "收录辟谣文章，识别紧急扩散一类的谣言"},
		{Field: FieldName, Text: "青禾末日生存手册"},
	},
	run: runWording(claim(Text{"改成平实的说法", "say it plainly"})),
})

package validate

var _ = register(&Check{
	Slug:   "nearby-refused",
	Rules:  []string{"2026/7.2.1"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro},
	Title:  Text{"开发推广小程序的不进附近", "Kept out of nearby"},
	Doc: Text{
		"2018 版和 2026 版 7.2.1：名称或简介说开发、代理、推广小程序的，不能用“附近的小程序”。这不妨碍注册，只给建议。选用这两版时检查。",
		"Editions 2018 and 2026, 7.2.1: a program whose name or intro speaks of making, representing or promoting mini programs is kept out of “nearby”. It can be registered all the same: advice only. Checked with these editions only.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "提供小程序开发和网站建设", Want: "小程序开发", Severity: Advice},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "打开小程序，扫码点餐"},
		{Field: FieldName, Text: "青禾推广记"},
	},
	run: runList(nearbyWording),
})

var nearbyWording = listWording{
	reject:     Text{"%[1]s：%[2]s的，不能用“附近的小程序”", "%[1]s: programs for %[2]s are kept out of “nearby”"},
	review:     Text{"%[1]s：%[2]s的，不能用“附近的小程序”", "%[1]s: programs for %[2]s are kept out of “nearby”"},
	advice:     Text{"%[1]s：%[2]s的，不能用“附近的小程序”", "%[1]s: programs for %[2]s are kept out of “nearby”"},
	suggestion: Text{"不打算用附近功能的可以不改", "leave it if “nearby” is not wanted"},
}

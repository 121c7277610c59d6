package validate

var _ = register(&Check{
	Slug:   "junk-ad",
	Rules:  []string{"2026/6.3.2", "2026/6.3.4"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"垃圾广告", "Junk ads"},
	Doc: Text{
		"2026 版 6.3：不能推销丰胸、增高、减肥药、性保健（6.3.2）和病症、性器官保养（6.3.4）一类的产品。健身课、减脂餐、医院挂号不提示。只在选用 2026 版时检查。",
		"Edition 2026, 6.3: no ads for breast, height, slimming or potency products (6.3.2), nor on ailments and the care of sexual organs (6.3.4). Fitness classes, diet meals and hospitals are left in peace. Checked with the edition of 2026 only.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "草本丰胸霜，老客户都说有效", Want: "丰胸霜", Severity: Review},
		{Field: FieldName, Text: "增高神器优选", Want: "增高神器", Severity: Review},
		{Field: FieldIntro, Text: "私处紧致凝胶到店体验", Want: "私处紧致", Severity: Review, Rule: "2026/6.3.4"},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "减脂餐每日配送，热量写在盒上"},
		{Field: FieldName, Text: "青禾增高鞋垫"},
		{Field: FieldIntro, Text: "皮肤科挂号与就诊提醒"},
	},
	run: runForbidden(Text{"去掉这类产品", "drop such products"}),
})

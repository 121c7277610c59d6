package validate

var _ = register(&Check{
	Slug:   "multi-level-sales",
	Rules:  []string{"5.7"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"多级分销", "Multi-level selling"},
	Doc: Text{
		"不得做多级分销、拉人头、静态收益一类的项目，也不得以网赚为名。反传销宣传不提示。",
		"No multi-level selling, head money, “static yield” or easy-money schemes. Campaigns against pyramid selling are left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "三级分销，发展下线有奖", Want: "三级分销", Severity: Reject},
		{Field: FieldName, Text: "青禾资金盘", Want: "资金盘", Severity: Reject},
		{Field: FieldIntro, Text: "动态收益每日结算", Want: "动态收益", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "反传销宣传与举报渠道"},
		{Field: FieldName, Text: "青禾宣传销售手册"},
		{Field: FieldIntro, Text: "管理门店分销订单与库存"},
	},
	run: runForbidden(Text{"删去分销和收益说法", "remove the selling scheme"}),
})

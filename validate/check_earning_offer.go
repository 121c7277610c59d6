package validate

var _ = register(&Check{
	Slug:   "earning-offer",
	Rules:  []string{"2026/5.3.3"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldTags, FieldIconText},
	Title:  Text{"网赚用语", "Earn-money offers"},
	Doc: Text{
		"2026 版 5.3.3：名称、简介和图标里不能写网赚（看广告赚钱、日入过百、金币提现）。记账、理财课、分销商城里平常的“收入”“佣金”不提示。只在选用 2026 版时检查。",
		"Edition 2026, 5.3.3: no earn-money talk in name, intro or icon (看广告赚钱, 日入过百, 金币提现). Plain words on income in bookkeeping or shops are left in peace. Checked with the edition of 2026 only.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "走路赚钱记", Want: "走路赚钱", Severity: Reject},
		{Field: FieldIntro, Text: "看广告赚钱，金币提现当天到账", Want: "看广告赚钱", Severity: Review},
		{Field: FieldIntro, Text: "每天签到，日入过百不是梦", Want: "日入过百", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "记录每天赚了多少、花了多少，月底一眼看清"},
		{Field: FieldName, Text: "青禾记账"},
		{Field: FieldIntro, Text: "打击网赚骗局的反诈课堂"},
	},
	run: runForbidden(Text{"写清楚程序提供的服务，去掉赚钱的说法", "say what service there is, without the earning"}),
})

package validate

var _ = register(&Check{
	Slug:   "illegal-finance",
	Rules:  []string{"11.4", "4.3", "4.4"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"非法金融", "Illegal finance"},
	Doc: Text{
		"不得非法集资、荐股、配资、洗白征信、交易虚拟货币。防范非法集资的宣传、收集资料一类的平常词不提示。",
		"No illegal fund-raising, stock tips, margin lending, “credit repair” or trade in virtual currency. Campaigns against them and plain words (收集资料) are left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "荐股群每日推送，股票配资", Want: "荐股群", Severity: Reject},
		{Field: FieldName, Text: "青禾征信修复", Want: "征信修复", Severity: Reject},
		{Field: FieldIntro, Text: "保本保收益，随存随取", Want: "保本保收益", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "防范非法集资知识问答"},
		{Field: FieldName, Text: "青禾筹集资料库"},
		{Field: FieldIntro, Text: "记录每月存款和利息"},
	},
	run: runForbidden(Text{"删去这类业务", "remove the business"}),
})

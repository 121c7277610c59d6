package validate

var _ = register(&Check{
	Slug:   "paid-adding",
	Rules:  []string{"3.6"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"收费添加", "Paid adding"},
	Doc: Text{
		"添加和打开小程序不得收费。店内付费的商品和服务不提示。",
		"Adding and opening a program costs nothing. Goods and services that are paid for are left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "付费后添加，终身可用", Want: "付费后添加", Severity: Reject},
		{Field: FieldIntro, Text: "充值才能进入，会员专享", Want: "充值才能进入", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "停车缴费后可开电子发票"},
		{Field: FieldIntro, Text: "会员充值后可在门店消费"},
		{Field: FieldIntro, Text: "本小程序不收费，付费添加的都是骗局"},
	},
	run: runClaim(Text{"删去收费的说法，添加必须免费", "adding must be free: remove the charge"}),
})

package validate

var _ = register(&Check{
	Slug:   "fundraising",
	Rules:  []string{"11.3"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"募捐", "Fundraising"},
	Doc: Text{
		"未经许可不得用微信支付捐款和募捐。公示善款去向、志愿报名的公益项目交给人工或不提示，写明不收捐款的不提示。",
		"No donations by WeChat Pay without permission. Volunteering, reports, and who says that no donations are taken are left in peace.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "青禾爱心筹款", Want: "爱心筹款", Severity: Reject},
		{Field: FieldIntro, Text: "微信捐款，随手助人", Want: "微信捐款", Severity: Reject},
		{Field: FieldIntro, Text: "月捐计划，陪伴山区孩子", Want: "月捐", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "志愿者报名与服务时长记录"},
		{Field: FieldName, Text: "青禾完善款式库"},
		{Field: FieldIntro, Text: "打击网络募捐骗局的普法故事"},
		{Field: FieldIntro, Text: "支教报名，不收捐款，不碰钱"},
	},
	run: runList(fundraisingWording()),
})

// fundraisingWording is that of other forbidden things; who refuses gifts asks for none.
func fundraisingWording() listWording {
	w := forbidden(Text{"去掉募捐功能，或取得许可", "drop the fundraising, or get the permission"})
	w.judge = judgeRefused
	return w
}

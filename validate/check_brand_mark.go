package validate

var _ = register(&Check{
	Slug:   "brand-mark",
	Rules:  []string{"8.2", "8.1", "2.1"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"他人的商标", "Others' marks"},
	Doc: Text{
		"名称里有别人的知名商标（支付宝、拼多多、星巴克），要么是商标的主人，要么有授权文件。提交里写明主人的名字（owner.name）就不再提示；声明了授权（authorizations）只提醒附上文件。商标同时是平常词的（小米粥、苹果园、美团圆、京东方、南京东路），按上下文放过；只是读音相同的交给人工。",
		"A name that holds a well-known mark of somebody else (支付宝, 拼多多, 星巴克) needs its owner or a document. A submission of the owner (owner.name) is left in peace, one that declares an authorisation is told to attach the document. Marks that are ordinary language too (小米粥 millet gruel, 苹果园 orchard) are left in peace by their contexts; one that merely sounds like a mark goes to a person.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "支付宝优惠助手", Want: "支付宝", Severity: Reject},
		{Field: FieldName, Text: "拼哆多百货", Want: "拼哆多", Severity: Review},
		{Field: FieldIntro, Text: "适用于星巴克门店的点单记录", Want: "星巴克", Severity: Advice, Rule: "8.1"},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "老街小米粥铺"},
		{Field: FieldName, Text: "南京东路地图册"},
		{Field: FieldName, Text: "西山苹果园采摘"},
		{Field: FieldName, Text: "和美团圆饭"},
	},
	run: runList(listWording{
		reject:     Text{"%[1]s是他人的商标，没有授权不能使用", "%[1]s is a mark of somebody else and needs an authorisation"},
		review:     Text{"%[1]s可能是他人的商标，请人工确认有没有授权", "%[1]s may be a mark of somebody else: a person should look for an authorisation"},
		advice:     Text{"%[1]s是他人的商标，只宜如实提到，不能让人以为是官方或合作", "%[1]s is a mark of somebody else: mention it only as a fact, never as if its owner ran or endorsed the program"},
		suggestion: Text{"换成自己的品牌，或声明授权并附上文件", "use a brand of your own, or declare the authorisation and attach it"},
		advised:    Text{"如实提到就可以，例如适用于哪些型号；不要写成官方或授权", "mention it as a fact, such as what is fitted or repaired, not as its official shop"},
		judge:      judgeBrand,
		rule:       ruleOfMark,
		via:        markVia,
		explain:    (*subject).explainSound,
		code:       blacklistCode,
	}),
})

// ruleOfMark: a name needs the document of rule 8.2, what is said elsewhere of others'
// marks falls under the general rule.
func ruleOfMark(t *text) string {
	if t.isName() {
		return "8.2"
	}
	return "8.1"
}

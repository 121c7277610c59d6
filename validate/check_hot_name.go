package validate

var _ = register(&Check{
	Slug:   "hot-name",
	Rules:  []string{"2.5"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"热门应用的名称", "Names of popular programs"},
	Doc: Text{
		"名称和简介里不能借用热门应用、小程序和公众服务的名字引流（12306、个人所得税）。是不是本家或有合作，要看主体，所以交给人工；提交里写明主人的名字就不再提示。把几个别家的热门名称连着列出来（美团 饿了么 拼多多），或拿它们作比（比拼多多还便宜），却没说功能上用来做什么，也交给人工；如实说明功能的（支持美团、饿了么订单打印）不在此列。",
		"Names and intros cannot borrow the names of popular apps, mini programs and public services (12306, 个人所得税) to attract searches. Whether it is their own depends on the owner, so a person decides; a submission of the owner is left in peace. The names of several others in a row (美团 饿了么 拼多多), or in a comparison, go to a person too where nothing says what is done with them; what names them for a function (支持美团、饿了么订单打印) is left in peace.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "12306抢票管家", Want: "12306", Severity: Review},
		{Field: FieldIntro, Text: "美团 饿了么 滴滴 拼多多，一站直达", Want: "美团 饿了么 滴滴 拼多多", Severity: Review},
		{Field: FieldIntro, Text: "社区团购，比拼多多还便宜", Want: "拼多多", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "青禾记账"},
		{Field: FieldName, Text: "编号512306号仓"},
		{Field: FieldIntro, Text: "支持美团、饿了么订单打印"},
	},
	run: func(s *subject, c *Check) {
		s.eachWord(c, &hotNameWording)
		s.addMarkRows(c)
	},
})

var hotNameWording = listWording{
	reject:     Text{"%[1]s是热门应用的名称，不能借用", "%[1]s is the name of a popular program and cannot be borrowed"},
	review:     Text{"%[1]s是热门应用或服务的名称，请人工确认是不是本家", "%[1]s is the name of a popular program or service: a person should look whether it is its own"},
	advice:     Text{"%[1]s是热门应用或服务的名称，提到它要与功能有关", "%[1]s is the name of a popular program or service: mention it only where a function needs it"},
	suggestion: Text{"去掉它，写自己的品牌和功能", "drop it; name your own brand and function"},
	code:       blacklistCode,
}

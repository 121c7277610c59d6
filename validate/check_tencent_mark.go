package validate

var _ = register(&Check{
	Slug:   "tencent-mark",
	Rules:  []string{"8.3"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"腾讯标识及近似写法", "Tencent's marks and look-alikes"},
	Doc: Text{
		"非腾讯官方帐号的名称里不能出现「腾讯」「微信」「QQ」「WeChat」等标识，也不能用同音、形近、拼音、混写、拆字、夹符号的办法写出来。简介里如实提到「支持微信登录」最多提醒；换了写法的标识没有正当用途，一律指出。词语边界处凑巧连成的字（小微信贷、奔腾讯息）和同音的平常词（威信、维新）不提示；只凭读音相同的两字名称交给人工。",
		"Accounts that are not Tencent's cannot carry its marks (腾讯, 微信, QQ, WeChat ...) in their names, nor forms that sound or look like them, are spelt in pinyin, mixed, taken apart or parted by signs. An intro that says that one can sign in with WeChat is advised on at most; a disguised mark has no honest use and is always pointed at. Characters that meet across a word border (小微信贷) and ordinary words of the same sound (威信) are left in peace; a name of two characters that only sounds like a mark goes to a person.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "腾迅课堂", Want: "腾迅", Severity: Reject},
		{Field: FieldName, Text: "微🍀信好物", Want: "微🍀信", Severity: Reject},
		{Field: FieldName, Text: "wecha助手", Want: "wecha", Severity: Reject},
		{Field: FieldName, Text: "wēixìn笔谈", Want: "wēixìn", Severity: Reject},
		{Field: FieldName, Text: "威信支付通", Want: "威信支付", Severity: Reject},
		{Field: FieldName, Text: "腾勋笔记", Want: "腾勋", Severity: Review},
		{Field: FieldIntro, Text: "加薇信领取学习资料", Want: "薇信", Severity: Reject},
		{Field: FieldIntro, Text: "支持微信登录，记录跑步路线", Want: "微信登录", Severity: Advice},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "浦江小微信贷"},
		{Field: FieldName, Text: "奔腾讯息台"},
		{Field: FieldName, Text: "威信县天麻合作社"},
		{Field: FieldName, Text: "果然QQ糖"},
		{Field: FieldName, Text: "weixing观星台"},
		{Field: FieldName, Text: "药品应用宝典"},
		{Field: FieldIntro, Text: "让每一次合租都能稍微信任对方一点"},
	},
	run: runList(listWording{
		reject:     Text{"%[1]s是腾讯的标识或与它近似，非腾讯官方帐号不能使用", "%[1]s is a mark of Tencent or too much like one; only Tencent's own accounts may carry it"},
		review:     Text{"%[1]s容易与腾讯的标识混淆，请人工确认", "%[1]s is easily taken for a mark of Tencent: a person should look"},
		advice:     Text{"%[1]s是腾讯的标识，只宜如实说明用到的功能，不能让人以为是官方或合作", "%[1]s is a mark of Tencent: mention it only for a function in use, never as if Tencent ran or endorsed the program"},
		suggestion: Text{"换成自己的品牌", "use a brand of your own"},
		advised:    Text{"如实说明用到的功能就可以，不要写成官方、合作或推荐", "say plainly which function is used, nothing that sounds official, partnered or recommended"},
		judge:      judgeMark,
		strict:     true,
		via:        markVia,
		explain:    (*subject).explainSound,
		code:       blacklistCode,
	}),
})

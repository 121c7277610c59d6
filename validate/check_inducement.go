package validate

var _ = register(&Check{
	Slug:   "inducement",
	Rules:  []string{"5.1"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"诱导分享、关注、下载", "Inducement to share, follow or download"},
	Doc: Text{
		"不得用利益或夸张言语诱导分享、添加、关注、下载（分享领红包、转发才能查看、集赞）；一个小句里先要人分享、后许好处的（转发三个群得优惠券）交给人工。平常的分享功能（分享给家人、分享账本）不提示。",
		"No reward, threat or shouting may induce to share, add, follow or download (分享领红包, 转发才能查看, 集赞); a clause that asks to share and then promises something (转发三个群得优惠券) goes to a person. Sharing as a plain function is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "分享领红包，人人有份", Want: "分享领红包", Severity: Reject},
		{Field: FieldName, Text: "集赞小屋", Want: "集赞", Severity: Reject},
		{Field: FieldIntro, Text: "邀请有礼，和好友一起记账", Want: "邀请有礼", Severity: Review},
		{Field: FieldIntro, Text: "转发三个群得优惠券，下单立减", Want: "转发三个群得优惠券", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "一键把账本分享给家人，共同记录"},
		{Field: FieldIntro, Text: "分享领域专家的读书笔记"},
		{Field: FieldIntro, Text: "分享红包设计素材，收藏喜欢的封面"},
		{Field: FieldIntro, Text: "严禁分享领红包等诱导行为的社区公约"},
	},
	run: runClaim(Text{"删去诱导用语，写清楚功能", "drop the inducement; say what the function is"}),
})

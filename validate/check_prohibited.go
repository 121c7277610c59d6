package validate

var _ = register(&Check{
	Slug:   "prohibited",
	Rules:  []string{"6.1.6", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.1.5", "6.1.7", "6.1.8", "6.1.9", "6.1.10", "6.1.11", "2.1", "4.3", "4.4", "1.3"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"违法违规内容", "Unlawful content"},
	Doc: Text{
		"赌博、色情、暴力、邪教与封建迷信、危害国家安全、欺诈、辱骂、犯罪服务和违禁物品，名称、简介和描述里都不能有。每处指出属于哪一类、哪一条。反对它或谈论它的（反诈中心、禁毒宣传、拒绝赌博、刑事辩护）不提示；有正当用法的词交给人工。",
		"Gambling, obscenity, violence, cults and superstition, acts against the state, fraud, insults, services for crime and unlawful goods have no place in names, intros and descriptions. Each finding tells its class and rule. Who speaks against a thing or about it (反诈中心, 禁毒宣传) is left in peace; words with an honest use go to a person.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "青禾百家乐", Want: "百家乐", Severity: Reject},
		{Field: FieldIntro, Text: "真人荷官在线发牌，足球投注秒到账", Want: "真人荷官", Severity: Reject},
		{Field: FieldIntro, Text: "代开发票，当天送达", Want: "代开发票", Severity: Reject, Rule: "6.1.10"},
		{Field: FieldName, Text: "周公八字算命", Want: "八字算命", Severity: Review, Rule: "6.1.3"},
		{Field: FieldIntro, Text: "宣扬台湾独立的论坛", Want: "台湾独立", Severity: Reject, Rule: "6.1.1"},
		{Field: FieldIntro, Text: "周六报名参加非法集会", Want: "非法集会", Severity: Reject, Rule: "6.1.2"},
		{Field: FieldName, Text: "枪击视频合集", Want: "枪击视频", Severity: Reject, Rule: "6.1.4"},
		{Field: FieldIntro, Text: "同城约炮，随叫随到", Want: "约炮", Severity: Reject, Rule: "6.1.5"},
		{Field: FieldIntro, Text: "恭喜中奖，点击领取", Want: "恭喜中奖", Severity: Reject, Rule: "6.1.7"},
		{Field: FieldName, Text: "人肉搜索帮", Want: "人肉搜索", Severity: Reject, Rule: "6.1.8"},
		{Field: FieldName, Text: "盗版软件下载站", Want: "盗版软件", Severity: Reject, Rule: "6.1.9"},
		{Field: FieldIntro, Text: "收售对讲机、改号软件", Want: "改号软件", Severity: Reject, Rule: "6.1.11"},
		{Field: FieldIntro, Text: "代过人脸，秒开账号", Want: "代过人脸", Severity: Reject, Rule: "4.3"},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "城东反诈中心"},
		{Field: FieldIntro, Text: "禁毒宣传志愿者报名与活动记录"},
		{Field: FieldIntro, Text: "远离赌博，记录戒赌的每一天"},
		{Field: FieldIntro, Text: "查看刑事辩护中洗钱罪的判例"},
		{Field: FieldName, Text: "青禾收纳面包养护"},
	},
	run: runForbidden(Text{"删去这部分内容；如确属误会，请说明正当用途", "remove it; where it is a misunderstanding, say what the honest use is"}),
})

package validate

var _ = register(&Check{
	Slug:   "state-symbol",
	Rules:  []string{"2.1"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"国家象征和机关", "Symbols and organs of the state"},
	Doc: Text{
		"《广告法》第九条第一、二项：国旗、国歌、国徽、军旗，国家机关及其工作人员的名义，都不能用来宣传。主体是政府机构的（owner.kind 为 government）不提示；介绍各国国旗一类的知识不提示。",
		"Article 9 (1) and (2) of the Advertising Law: flag, anthem and emblem, state organs and their staff cannot be used for promotion. Government owners (owner.kind government) are left in peace, and so is knowledge such as the flags of the world.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "国务院特供茶", Want: "国务院", Severity: Reject},
		{Field: FieldIntro, Text: "中南海同款茶叶，在线下单", Want: "中南海", Severity: Review},
		{Field: FieldName, Text: "解放军装备店", Want: "解放军", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "各国国旗识别"},
		{Field: FieldIntro, Text: "查询解放军总医院的门诊时间"},
		{Field: FieldName, Text: "青禾旅行簿"},
	},
	run: runStateSymbol(Text{"删去国家象征和机关的名称", "remove the symbol or organ of the state"}),
})

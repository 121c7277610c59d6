package validate

var _ = register(&Check{
	Slug:   "state-symbol",
	Rules:  []string{"2.1"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"国家象征和机关", "Symbols and organs of the state"},
	Doc: Text{
		"《广告法》第九条第一、二项：国旗、国歌、国徽、军旗，国家机关及其工作人员的名义，都不能用来宣传。名称里有国家机关的名称或简称（公安局、发改委、网信办），个人不能用，其他主体交给人工；简介里只看冒用它的名义的（公安局官方、发改委指定）。主体是政府机构的（owner.kind 为 government，名称也是）用自己的名称不提示，用另一机关或另一地方机关的名称交给人工；介绍各国国旗一类的知识不提示。",
		"Article 9 (1) and (2) of the Advertising Law: flag, anthem and emblem, state organs and their staff cannot be used for promotion. Names of organs and their short forms (公安局, 发改委, 网信办) cannot stand in the name of an individual's program, and of others go to a person; in an intro only who speaks in their name is found. Government owners (owner.kind government, with a name that bears it out) are left in peace with their own names, one that bears another organ's or another place's goes to a person; so is knowledge such as the flags of the world.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "国务院特供茶", Want: "国务院", Severity: Reject},
		{Field: FieldIntro, Text: "中南海同款茶叶，在线下单", Want: "中南海", Severity: Review},
		{Field: FieldName, Text: "解放军装备店", Want: "解放军", Severity: Review},
		{Field: FieldName, Text: "发改委查询助手", Want: "发改委", Severity: Review},
		{Field: FieldIntro, Text: "市公安局官方推荐，在线办证", Want: "公安局", Severity: Review},
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Name: "杭州市公安局便民", Owner: Owner{Kind: OwnerIndividual}}, Severity: Reject},
		{Found: true, Submission: Submission{Name: "杭州市公安局便民", Owner: Owner{Kind: OwnerEnterprise}}, Severity: Review},
		{Found: true, Submission: Submission{Name: "杭州市公安局便民", Owner: Owner{Kind: OwnerGovernment, Name: "青禾科技有限公司"}}, Severity: Review},
		{Submission: Submission{Name: "杭州市公安局便民", Owner: Owner{Kind: OwnerGovernment, Name: "杭州市公安局"}}},
		{Submission: Submission{Name: "余杭发改委项目申报", Owner: Owner{Kind: OwnerGovernment, Name: "杭州市余杭区发展和改革局"}}},
		{Found: true, Submission: Submission{Name: "杭州市公安局便民", Owner: Owner{Kind: OwnerGovernment, Name: "杭州市教育局"}}, Severity: Review},
		{Found: true, Submission: Submission{Name: "成都市公安局便民", Owner: Owner{Kind: OwnerGovernment, Name: "杭州市公安局"}}, Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "导航到最近的派出所和公安局"},
		{Field: FieldName, Text: "科技部落笔记"},
		{Field: FieldName, Text: "各国国旗识别"},
		{Field: FieldIntro, Text: "查询解放军总医院的门诊时间"},
		{Field: FieldName, Text: "青禾旅行簿"},
	},
	run: runStateSymbol(Text{"删去国家象征和机关的名称", "remove the symbol or organ of the state"}),
})

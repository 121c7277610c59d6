package validate

// namedBy is a submission of the samples below.
func namedBy(name string, owner Owner) Submission { return Submission{Name: name, Owner: owner} }

var _ = register(&Check{
	Slug:   "name-taken",
	Rules:  []string{"1.6"},
	Fields: []Field{FieldName},
	Title:  Text{"名称已被别的主体使用", "The name is another owner's"},
	Doc: Text{
		"整份目录里，不同主体的小程序名称不能相同，也不能混淆：只差符号、繁简、大小写的算相同（平台答 53013，只差末尾加号的答 53014、53017），只多「官方」「小程序」「旗舰店」或一两个字母数字的、只换形近字的、读音相同的算混淆。先出现的记录占有名称，后出现的有这一条。主体按统一社会信用代码（写在 licences 里）或登记名称认，分公司算本公司；主体不明的，请人核对。同一主体可以同名。2018 版是 2.7，2026 版是 2.5。只在检查目录时（mingcha catalog、validate/catalog）才有。",
		"In a catalog the names of different owners' programs must be neither the same nor confusing. The same are those that differ in signs, script or case only (the platform answers 53013, or 53014 and 53017 where only a plus sign behind them differs); confusing are those with 官方, 小程序, 旗舰店 or a letter or two added, with characters that are drawn alike, or that are read alike. The earlier record has the name, the later one the finding. Owners are told by their credit code (among the licences) or registered name, a branch counts as its company; where they are not stated a person should look. One owner may use a name twice. It is 2.7 in 2018 and 2.5 in 2026. Only checks of whole catalogs (mingcha catalog, validate/catalog) find this.",
	},
	Pairs: []PairSample{
		{First: namedBy("青禾记账", duplicateOwners[0]), Second: namedBy("青禾·记账", duplicateOwners[1]), Rule: "1.6", Severity: Reject},
		{First: namedBy("青禾记账", duplicateOwners[0]), Second: namedBy("青禾记账", Owner{}), Rule: "1.6", Severity: Review},
		{First: namedBy("青禾记账", duplicateOwners[0]), Second: namedBy("青禾记账官方小程序", duplicateOwners[1]), Rule: "1.6", Severity: Review},
		{First: namedBy("青禾记账", duplicateOwners[0]), Second: namedBy("青禾记帐", duplicateOwners[1]), Rule: "1.6", Severity: Review},
		{First: namedBy("老张面馆", duplicateOwners[0]), Second: namedBy("老章面馆", duplicateOwners[1]), Rule: "1.6", Severity: Review},
		{First: namedBy("青禾记账", duplicateOwners[0]), Second: namedBy("青禾记账", duplicateOwners[0])},
		{First: namedBy("青禾记账", duplicateOwners[0]), Second: namedBy("青禾相册", duplicateOwners[1])},
		{First: namedBy("学车科目1", duplicateOwners[0]), Second: namedBy("学车科目4", duplicateOwners[1])},
	},
})

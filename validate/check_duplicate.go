package validate

// duplicateOwners are two owners of the samples below.
var duplicateOwners = [2]Owner{{Name: "杭州青禾网络科技有限公司"}, {Name: "成都半山文化传播有限公司"}}

var _ = register(&Check{
	Slug:   "duplicate",
	Rules:  []string{"1.5", "1.6", "3.5"},
	Fields: []Field{FieldName, FieldIntro},
	Title:  Text{"与别的小程序雷同", "Nearly the same as another program"},
	Doc: Text{
		"整份目录里名称和简介几乎相同的小程序归为一组：改一两个字、名称和简介对调、同一模板换个店名都算。同一主体的重复提交是 1.5，不同主体的雷同是 1.6，套用同一模板只换店名的是 3.5；连锁店名称只差门店或地区的，同一主体只给建议。同行业只是用词相近、句子不同的不算。只在检查目录时（mingcha catalog、validate/catalog）才有。",
		"Programs of a catalog whose name and intro are nearly the same form a group: with a character or two changed, with name and intro swapped, or with another shop's name in the same template. An owner's repeats fall under 1.5, those of different owners under 1.6, one template in other shops' names under 3.5; branches of one owner's chain, whose names differ in a place only, are advice. Programs of one trade that share words but no sentences are left in peace. Only checks of whole catalogs (mingcha catalog, validate/catalog) find this.",
	},
	Pairs: []PairSample{
		{
			First:  Submission{Name: "青禾记账", Intro: "记录每天的收入和支出，按月统计，帮你看清钱花在哪里", Owner: duplicateOwners[0]},
			Second: Submission{Name: "青禾记帐", Intro: "记录每天的收入与支出，按月统计，帮你看清钱花在哪里", Owner: duplicateOwners[0]},
			Rule:   "1.5", Severity: Review,
		},
		{
			First:  Submission{Name: "老张奶茶铺", Intro: "老张奶茶铺提供在线点单、到店自取和外卖配送，会员可以积分换券", Owner: duplicateOwners[0]},
			Second: Submission{Name: "小鹿甜品站", Intro: "小鹿甜品站提供在线点单、到店自取和外卖配送，会员可以积分换券", Owner: duplicateOwners[1]},
			Rule:   "3.5", Severity: Review,
		},
		{
			First:  Submission{Name: "青禾记账", Intro: "记录每天的收入和支出，按月统计，帮你看清钱花在哪里", Owner: duplicateOwners[0]},
			Second: Submission{Name: "青禾记帐", Intro: "记录每天的收入与支出，按月统计，帮你看清钱花在哪里", Owner: duplicateOwners[1]},
			Rule:   "1.6", Severity: Review,
		},
		{
			First:  Submission{Name: "半山奶茶（东门店）", Intro: "半山奶茶东门店的点单程序，选好口味下单，到店报号取茶", Owner: duplicateOwners[0]},
			Second: Submission{Name: "半山奶茶（西街店）", Intro: "半山奶茶西街店的点单程序，选好口味下单，到店报号取茶", Owner: duplicateOwners[0]},
			Rule:   "1.5", Severity: Advice,
		},
		{
			First:  Submission{Name: "老张奶茶铺", Intro: "在线点单，到店自取，也能外卖配送，会员积分换券", Owner: duplicateOwners[0]},
			Second: Submission{Name: "小鹿甜品站", Intro: "选好甜度和冰量直接下单，奶茶做好了提醒你来取，新客首杯半价", Owner: duplicateOwners[1]},
		},
		{
			First:  Submission{Name: "拾光相册", Intro: "整理家里的老照片，按年份和人物分册", Owner: duplicateOwners[0]},
			Second: Submission{Name: "拾光相册", Intro: "婚礼跟拍预约，看样片、选摄影师、定档期", Owner: duplicateOwners[1]},
		},
	},
})

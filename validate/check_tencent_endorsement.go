package validate

var _ = register(&Check{
	Slug:   "tencent-endorsement",
	Rules:  []string{"8.4", "6.1.7"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"冒称腾讯官方", "Posing as Tencent"},
	Doc: Text{
		"非腾讯运营的小程序不得让人以为由腾讯运营、认可或合作（微信官方、腾讯出品、与腾讯合作）。主体是腾讯的不提示；说明并非腾讯官方的不提示。",
		"A program that Tencent does not run cannot sound as if Tencent ran, approved or partnered it (微信官方, 腾讯出品). Tencent itself, and a plain denial, are left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "微信官方推荐的记账工具", Want: "微信官方推荐", Severity: Reject},
		{Field: FieldName, Text: "腾讯出品记账", Want: "腾讯出品", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "本工具并非微信官方出品，由青禾独立开发"},
		{Field: FieldIntro, Text: "支持微信登录，记录跑步路线"},
		{Field: FieldName, Text: "青禾官方商城"},
	},
	run: runEndorsement(Text{"删去冒称官方或合作的说法", "remove the claim of endorsement"}),
})

// runEndorsement is for what no authorisation lifts; the claim can be left out.
func runEndorsement(suggestion Text) func(*subject, *Check) {
	wording := claim(suggestion)
	wording.strict = true
	return runWording(wording)
}

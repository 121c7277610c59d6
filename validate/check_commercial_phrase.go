package validate

import "github.com/mingcha-go/mingcha/internal/match"

var _ = register(&Check{
	Slug:   "commercial-phrase",
	Rules:  []string{"2.5", "6.2.1"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"商业化用语", "Marketing phrases"},
	Doc: Text{
		"名称里不能有「免费」「清仓」「巨便宜」一类营销用语（官方例子：免费自助餐、女装巨便宜、名牌包包清仓）。简介和描述里的「优惠」「折扣」是平常话，最多提醒；「跳楼价」这样的吆喝交给人工。",
		"Names cannot hold marketing words such as 免费 (free), 清仓 (clearance) or 巨便宜 (dirt cheap). In intros and descriptions ordinary words like 优惠 (discount) are advised on at most; shouting goes to a person.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "免费自助餐", Want: "免费", Severity: Reject},
		{Field: FieldName, Text: "女装巨便宜", Want: "巨便宜", Severity: Reject},
		{Field: FieldName, Text: "名牌包包清仓", Want: "清仓", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "青禾记账"},
		{Field: FieldName, Text: "避免费用计算"},
		{Field: FieldIntro, Text: "在线点餐，会员享受优惠，领券下单更方便"},
	},
	run: runList(listWording{
		reject:     Text{"%[1]s是营销用语，平台不接受它出现在这里", "%[1]s is a marketing phrase, which the platform does not accept here"},
		review:     Text{"%[1]s像营销用语，请人工确认", "%[1]s looks like a marketing phrase: a person should look"},
		advice:     Text{"%[1]s带有营销意味，写功能比写优惠更容易通过", "%[1]s sounds like marketing; functions pass more easily than offers"},
		suggestion: Text{"删去营销用语，写品牌和功能", "drop it; name the brand and the function"},
		code:       blacklistCode,
		rewrite:    withoutWordOrClause,
	}),
})

// withoutWord drops the word from a name; in a sentence that is not safe.
func withoutWord(t *text, o *match.Occurrence) string {
	if t.kind != nameIndex || len(t.folded.Source) > mostRewriteBytes {
		return ""
	}
	start, end := t.folded.Span(o.From, o.To)
	return normalSpaces(t.folded.Source[:start] + t.folded.Source[end:])
}

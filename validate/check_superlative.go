package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
)

var _ = register(&Check{
	Slug:   "superlative",
	Rules:  []string{"2.5"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"绝对化用语", "Superlatives of the Advertising Law"},
	Doc: Text{
		"《广告法》第九条禁止「国家级」「最高级」「最佳」及意思相同的说法，平台把它用于名称、简介和描述。时间与次序（最近、第一次）、技术用语（顶级域名、绝对值）、标准里的等级、使用提示（最佳食用期）不是宣传，不提示；语气较轻或要看上下文的词交给人工。",
		"Article 9 of China's Advertising Law forbids 国家级 (state-level), 最高级 (highest), 最佳 (best) and words like them; the platform applies it to names, intros and descriptions. Words of time and order, technical terms, grades of standards and tips for use are no claims and are left in peace; milder words go to a person.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "全国最好的在线课堂，国家级名师授课", Want: "最好", Severity: Reject},
		{Field: FieldIntro, Text: "國家級名师在线授课", Want: "國家級", Severity: Reject},
		{Field: FieldIntro, Text: "全网最 低 价，天天有货", Want: "最 低 价", Severity: Reject},
		{Field: FieldIntro, Text: "本店水果销量NO.1", Want: "NO.1", Severity: Reject},
		{Field: FieldName, Text: "全网第一课堂", Want: "全网第一", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "首页设计：展示最近更新的第一次世界大战史料"},
		{Field: FieldName, Text: "顶级域名查询"},
		{Field: FieldIntro, Text: "最多支持9张图，第一时间同步到云端"},
		{Field: FieldDescription, Text: "最好先备份数据，再更新到最新版本"},
	},
	run: runList(listWording{
		reject:     Text{"%[1]s是《广告法》第九条禁止的绝对化用语，名称、简介和描述里都不能用", "%[1]s is a superlative that article 9 of the Advertising Law forbids in name, intro and description"},
		review:     Text{"%[1]s可能构成绝对化用语，要看有没有事实依据，请人工确认", "%[1]s may be a forbidden superlative, depending on facts: a person should look"},
		advice:     Text{"%[1]s接近绝对化用语，审核时可能被问到依据", "%[1]s comes near a superlative; a reviewer may ask what it rests on"},
		suggestion: Text{"删去，或改写成可以核实的事实", "remove it, or state a fact that can be verified"},
		judge:      judgeSuperlative,
		code:       blacklistCode,
		rewrite:    withoutAttributeOrClause,
	}),
})

// scopes are what stands before a superlative and goes with it: 全国最好的.
var scopes = runesOf(wordSet("rank-scope"))

// judgeSuperlative gives the severity of a superlative by what stands around it.
// A mild one for which the whole country, market or trade is named is a rank,
// which nobody can prove. A goal that is pursued, and the name of a prize, are
// no claims of a quality had (guide of 2023, articles 5 and 6): a person should look.
func judgeSuperlative(_ *subject, t *text, o *match.Occurrence) Severity {
	sentence := t.kind != nameIndex && t.kind != shortNameIndex
	switch {
	case o.Severity == Review && scopeBefore(&t.folded, o.From) > 0:
		return Reject
	case o.Severity == Reject && sentence && (isGoal(&t.folded, o.From) || isPrize(&t.folded, o.From, o.To)):
		return Review
	}
	return o.Severity
}

// How far a goal stands before a superlative, and 奖 after one, in symbols.
const (
	goalReach  = 12
	prizeReach = 8
)

// goals open what is only striven for: 努力做最好的….
var goals = wordSet("goal")

func isGoal(f *fold.Text, i int) bool {
	from := i
	for from > 0 && i-from < goalReach && f.BorderAt(from) < fold.Hard {
		from--
	}
	before := folded(f, from, i)
	for _, goal := range goals {
		if strings.Contains(before, goal) {
			return true
		}
	}
	return false
}

// awards follow a superlative that is part of the name of a prize: 最佳摄影奖.
var awards = wordSet("award")

// isPrize tells whether the superlative at symbols from..to names a prize: 年度最佳游戏,
// 最佳独立游戏提名.
func isPrize(f *fold.Text, from, to int) bool {
	for _, before := range annual {
		if isAt(f, before, from-len(before)) {
			return true
		}
	}
	end := to
	for end < len(f.Symbols) && end-to < prizeReach && f.BorderAt(end) < fold.Hard {
		end++
	}
	return holdsAny(folded(f, to, end), awards)
}

// annual stand before the name of a prize: 年度最佳游戏.
var annual = runesOf(wordSet("award-before"))

// folded gives symbols from to to as a string.
func folded(f *fold.Text, from, to int) string {
	var b strings.Builder
	b.Grow(utf8.UTFMax * (to - from))
	for _, s := range f.Symbols[from:to] {
		b.WriteRune(s.Rune)
	}
	return b.String()
}

func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// withoutAttribute drops a superlative that is an attribute at the start of a
// clause, 全国最好的在线课堂 or 国家级名师授课: what is left is a sentence. Anywhere
// else it gives "": a stump would be worse than the word.
func withoutAttribute(t *text, o *match.Occurrence) string {
	f := &t.folded
	from, to := o.From-scopeBefore(f, o.From), o.To
	attribute := strings.HasSuffix(fold.String(o.Entry.Word), "级")
	if to < len(f.Symbols) && f.Symbols[to].Rune == '的' {
		attribute = true
		to++
	}
	if !attribute || f.BorderAt(from) < fold.Hard || len(f.Source) > mostRewriteBytes {
		return ""
	}
	for i := to; i < to+2; i++ { // two Han characters of the same clause must follow
		if f.BorderAt(i) != fold.Tight || !unicode.Is(unicode.Han, f.Symbols[i].Rune) {
			return ""
		}
	}
	start, end := f.Span(from, to)
	return f.Source[:start] + f.Source[end:]
}

// scopeBefore gives how many symbols the scope takes that stands directly before
// symbol i, 0 if none does.
func scopeBefore(f *fold.Text, i int) int {
	for _, scope := range scopes {
		if isAt(f, scope, i-len(scope)) {
			return len(scope)
		}
	}
	return 0
}

// isAt tells whether a word stands at symbol i, with the symbol after it
// written tightly on.
func isAt(f *fold.Text, word []rune, i int) bool {
	if i < 0 || i+len(word) >= len(f.Symbols) || f.BorderAt(i+len(word)) != fold.Tight {
		return false
	}
	for k, r := range word {
		if f.Symbols[i+k].Rune != r || k > 0 && f.BorderAt(i+k) != fold.Tight {
			return false
		}
	}
	return true
}

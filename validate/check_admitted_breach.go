package validate

import (
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/match"
)

var _ = register(&Check{
	Slug:   "admitted-breach",
	Rules:  []string{"3.1", "3.9", "4.4", "7.2", "9.5", "10.4.1"},
	Fields: []Field{FieldIntro, FieldDescription},
	Title:  Text{"自己写明没有做到", "Breaches that the texts admit"},
	Doc: Text{
		"简介和描述自己写明：用户内容不审核（7.2）、没有测试帐号（9.5）、不征得同意就取位置（10.4.1）、没有许可或许可过期（4.4）、不设投诉渠道（3.9）、有简介没写的服务（3.1）。一说就明白的短语直接指出；「许可」「轨迹」「敏感词」这样的词，近旁有没有、取消、不告知一类的话才指出，近旁写明绝不、同意后才、提醒、查询的不算。都交给人工。",
		"Intro and description say themselves that user content is not looked at (7.2), that there is no test account (9.5), that location is taken without consent (10.4.1), that a licence is missing or has run out (4.4), that there is no channel for complaints (3.9), that there is a service which the intro hides (3.1). Plain phrases are pointed at; words such as licence, track, sensitive words only where a denial stands near, and not where something near speaks of never, only after consent, a reminder, a query. A person should look.",
	},
	Found: []Sample{
		{Field: FieldDescription, Text: "发帖评论秒上墙，我们取消了敏感词检查", Want: "取消了敏感词检查", Rule: "7.2", Severity: Review},
		{Field: FieldDescription, Text: "员工的轨迹由系统采集，不征求本人意见", Want: "轨迹由系统采集，不征求", Rule: "10.4.1", Severity: Review},
		{Field: FieldDescription, Text: "办学许可没申请，地点在居民楼", Want: "办学许可没申请", Rule: "4.4", Severity: Review},
		{Field: FieldDescription, Text: "领券即视同永久同意随时读取所在位置，页面不提示", Want: "随时读取所在位置", Rule: "10.4.1", Severity: Review},
		{Field: FieldDescription, Text: "员工的实时位置在后台看，不告诉他们", Want: "实时位置在后台看，不告诉", Rule: "10.4.1", Severity: Review},
		{Field: FieldDescription, Text: "行医的证件没考，手很轻", Want: "证件没考", Rule: "4.4", Severity: Review},
		{Field: FieldDescription, Text: "不提供测试账号，请谅解", Want: "不提供测试账号", Rule: "9.5", Severity: Review},
		{Field: FieldDescription, Text: "新版去掉了举报按钮和申诉页面", Want: "去掉了举报", Rule: "3.9", Severity: Review},
		{Field: FieldDescription, Text: "输入暗号，就会出现隐藏的借款页面", Want: "输入暗号", Rule: "3.1", Severity: Review},
		{Field: FieldDescription, Text: "更多服务没有写到简介里，老客户知道", Want: "没有写到简介", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldDescription, Text: "未经您同意绝不获取位置"},
		{Field: FieldDescription, Text: "只列店铺的位置与电话，没有外部入口"},
		{Field: FieldDescription, Text: "始终获取位置，不必担心迟到"},
		{Field: FieldDescription, Text: "健康证没考的员工名单自动列出"},
		{Field: FieldDescription, Text: "许可证照公示在店内，没有加盟店"},
		{Field: FieldDescription, Text: "测试账号已写在备注里，不用自己注册"},
		{Field: FieldDescription, Text: "查企业有没有资质，吊销的会标红"},
		{Field: FieldDescription, Text: "许可证到期提醒，提前三十天通知"},
		{Field: FieldDescription, Text: "留言先经人工审核，没有问题才会显示"},
		{Field: FieldDescription, Text: "投诉入口在「我的」页面，没有回音可打电话"},
		{Field: FieldDescription, Text: "没有许可证的商家不得入驻"},
	},
	run: runAdmittedBreach,
})

// admittedReach is how many symbols may stand between a thing and its denial.
const admittedReach = 12

// Roles of the lists; what has another one holds things that are denied.
const (
	admittedDenial  = "denial"
	admittedSecrecy = "secrecy" // denial of consent and knowledge, which alone is a breach where location is taken
	admittedSelf    = "self"    // what reviewers are told to do themselves
	admittedAccount = "account"
	admittedGuard   = "guard"
	admittedFilter  = "filter" // user content, where there is any
	admittedPlace   = "location"
	admittedHidden  = "hidden"
)

func runAdmittedBreach(s *subject, c *Check) {
	for i := range s.fields() {
		t := &s.texts[i]
		if !slices.ContainsFunc(t.words, func(o match.Occurrence) bool { return o.List.Check == c.Slug }) {
			continue
		}
		said := map[string]admission{} // by rule, in this field
		for k := range t.words {
			o := &t.words[k]
			before := said[o.List.Rule]
			if o.List.Check != c.Slug || o.List.Role == admittedGuard || denies(o.List.Role) || before.times == admittedMost || o.From < before.to {
				continue
			}
			if o.List.Role == admittedFilter && !s.publishes() {
				continue
			}
			if from, to := admitted(t, c, k); to > from && from >= before.to {
				said[o.List.Rule] = admission{before.times + 1, to}
				s.addAdmitted(c, t, o, from, to)
			}
		}
	}
}

// admittedMost is how many places of a field are pointed at for one rule.
const admittedMost = 3

// admission is what a field has admitted of a rule so far: how often, up to which symbol.
type admission struct{ times, to int }

// denies tells whether the words of a role only deny.
func denies(role string) bool {
	return role == admittedDenial || role == admittedSecrecy || role == admittedSelf
}

// deniedBy tells whether a denial of one role makes a thing of another a breach. To be
// without a place is none; to take it without a word is.
func deniedBy(thing, denial string) bool {
	switch denial {
	case admittedDenial:
		return thing != admittedPlace
	case admittedSelf:
		return thing == admittedAccount
	}
	return denial == admittedSecrecy && thing == admittedPlace
}

// admitted gives the symbols that admit a breach by word k of a text: the word alone
// where it is a plain phrase, else with the nearest denial; none where something beside
// it takes that back.
func admitted(t *text, c *Check, k int) (from, to int) {
	o := &t.words[k]
	from, to = o.From, o.To
	alone := o.Severity == Reject
	nearest := admittedReach + 1
	for i := max(0, k-admittedReach); i < min(len(t.words), k+admittedReach); i++ {
		p := &t.words[i]
		if p.List.Check != c.Slug || i == k {
			continue
		}
		gap := max(p.From-o.To, o.From-p.To)
		switch {
		case gap > admittedReach:
		case p.List.Role == admittedGuard:
			// What is hidden is a breach whatever stands beside it, and a phrase whatever it holds.
			if within := o.From <= p.From && p.To <= o.To; !within && !(alone && o.List.Role == admittedHidden) {
				return 0, 0
			}
		case deniedBy(o.List.Role, p.List.Role) && !alone && gap < nearest && !endsBetween(t, min(o.To, p.To), max(o.From, p.From), endsOf(p.List.Role)):
			nearest, from, to = gap, min(o.From, p.From), max(o.To, p.To)
		}
	}
	if !alone && nearest > admittedReach {
		return 0, 0
	}
	return from, to
}

// endsOf are the marks over which a denial of a role does not reach: that of consent may
// stand in another clause of the sentence (采集轨迹，不征求意见), a plain one is of what
// stands in its own (许可证公示在店内，没有加盟店).
func endsOf(denial string) string {
	const sentence = "。！？!?；;\n"
	if denial == admittedDenial {
		return sentence + "，,"
	}
	return sentence
}

// endsBetween tells whether one of some marks stands between two symbols.
func endsBetween(t *text, from, to int, marks string) bool {
	if from > to {
		return false
	}
	_, start := t.folded.Span(from-1, from)
	end, _ := t.folded.Span(to, to+1)
	return strings.ContainsAny(t.folded.Source[start:end], marks)
}

// publishes tells whether users publish in the program, as it declares or says: what
// else is not looked at is no user content.
func (s *subject) publishes() bool {
	return s.submission.has(FeatureUGC) || slices.ContainsFunc(s.offers(), func(o offer) bool {
		return o.service.Feature == string(FeatureUGC) && o.spoken()
	})
}

func (s *subject) addAdmitted(c *Check, t *text, o *match.Occurrence, from, to int) {
	f := Finding{Rule: o.List.Rule, Severity: Review, Entry: o.Entry.Meaning(), Score: 1}
	f.Start, f.End = t.folded.Span(from, to)
	f.Message = Text{"「%[1]s」像是自己写明%[2]s，请人工确认", "“%[1]s” seems to admit a breach (%[2]s): a person should look"}.
		format(s.v.language, excerpt(t.folded.Source[f.Start:f.End]), Text{o.List.Title, o.List.TitleEN}.In(s.v.language))
	f.Suggestion = Text{"先做到规则要求的，再照实写", "do what the rule asks for first, then say how it is"}.In(s.v.language)
	s.add(c, t, f)
}

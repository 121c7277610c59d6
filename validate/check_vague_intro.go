package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
)

var _ = register(&Check{
	Slug:   "vague-intro",
	Rules:  []string{"2.3"},
	Fields: []Field{FieldIntro},
	Title:  Text{"简介没有说功能", "The intro names no function"},
	Doc: Text{
		"简介要写明小程序做什么。占位的文字（暂无简介、测试）和照抄名称的不能通过；只有口号或许诺（旨在提高用户的生活品味、敬请期待）、没有一处功能的交给人工，预告的日期（预计2019年3月上线）已经过去的也是。只要写出用户能做什么，带一句口号也不提示。",
		"The intro has to say what the program does. Placeholders (暂无简介) and copies of the name are a reject; slogans and promises (旨在提高用户的生活品味, 敬请期待) without a single function go to a person, and so does an announced date (预计2019年3月上线) that is past. A slogan beside what the user can do is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "暂无简介", Severity: Reject},
		{Field: FieldIntro, Text: "旨在提高用户的生活品味", Want: "旨在提高", Severity: Review},
		{Field: FieldIntro, Text: "懂的都懂，进来就知道", Want: "懂的都懂", Severity: Review},
		{Field: FieldIntro, Text: "感谢指导老师王教授和同学们的支持", Want: "指导老师", Severity: Review},
		{Field: FieldIntro, Text: "更多精彩，敬请期待", Want: "更多精彩", Severity: Review},
		{Field: FieldIntro, Text: "青禾记账", Name: "青禾记账", Severity: Reject},
		{Field: FieldIntro, Text: "记录收支，新版预计2019年3月推出", Want: "2019年3月", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "记录每天的收支，让生活更美好"},
		{Field: FieldIntro, Text: "在线点餐和排号，欢迎光临"},
		{Field: FieldIntro, Text: "成立于2009年，提供历年真题练习"},
		{Field: FieldIntro, Text: "青禾记账：按月统计收支", Name: "青禾记账"},
	},
	run: runVagueIntro,
})

// functions are verbs and nouns of what a program lets its users do; an intro
// with one of them says something.
var functions = []string{
	"查询", "查看", "查找", "搜索", "浏览", "阅读", "收听", "观看", "播放", "记录", "统计", "计算", "换算", "记账", "打卡", "签到", "提醒", "预约", "预订", "预定",
	"挂号", "下单", "订购", "选购", "购买", "点餐", "外卖", "支付", "缴费", "充值", "报名", "投票", "抽签", "问卷", "答题", "练习", "学习", "课程", "题库", "背单词",
	"翻译", "识别", "扫描", "扫码", "拍照", "修图", "拼图", "剪辑", "制作", "生成", "编辑", "上传", "下载", "分享", "发布", "展示", "导航", "定位", "地图", "路线",
	"租", "买", "卖", "售", "招聘", "求职", "投递", "咨询", "问诊", "客服", "聊天", "交流", "社区", "论坛", "管理", "排班", "考勤", "审批", "库存", "订单", "物流",
	"快递", "寄件", "维修", "保洁", "家政", "洗", "美甲", "美发", "健身", "游戏", "对战", "闯关", "资讯", "新闻", "天气", "日历", "汇率", "行情", "比价", "优惠券",
	"会员", "积分", "活动", "赛事", "直播", "视频", "音乐", "小说", "漫画", "菜谱", "旅游", "酒店", "门票", "机票", "车票", "停车", "加油", "打车", "公交", "门店",
	"商品", "服务范围", "案例", "作品", "测评", "测试题", "档案", "证件", "发票", "合同", "贷款", "理财", "保险", "代办", "登记", "申报", "办理", "收集", "整理",
	"处理", "工具", "批量", "噪音", "转换", "监测", "检测", "控制", "备份", "同步", "加速",
	"教你", "教您", "教学", "教程", "教会", "教孩", "教老", "教做", "教唱", "教写", "教跳",
	"听", "看", "写", "画", "玩", "拍", "搜", "算", "订", "寄", "送", "修",
}

func runVagueIntro(s *subject, c *Check) {
	intro := s.field(introIndex)
	if intro == nil {
		return
	}
	if name := s.field(nameIndex); name != nil && isCopyOf(&intro.folded, &name.folded) {
		s.add(c, intro, Finding{Severity: Reject, Start: 0, End: len(intro.folded.Source), Entry: name.folded.Source, Via: []string{"exact"}, Score: 1,
			Message:    Text{"简介只是照抄名称，没有说明功能", "the intro only copies the name and names no function"}.In(s.v.language),
			Suggestion: sayWhatItDoes.In(s.v.language)})
		return
	}
	if len(intro.words) > 0 {
		s.eachWord(c, &vagueWording)
	}
	source := intro.folded.Source
	if start, end := pastDate(source, s.v.now()); end > 0 {
		s.add(c, intro, Finding{Severity: Review, Start: start, End: end, Entry: source[start:end], Via: []string{"exact"}, Score: 1,
			Message:    Text{"简介预告的日期「%[1]s」已经过去，请人工确认", "the intro announces the date “%[1]s”, which is past: a person should look"}.format(s.v.language, source[start:end]),
			Suggestion: Text{"简介要保持最新：删掉或更新日期", "an intro has to be kept up to date: drop the date or renew it"}.In(s.v.language)})
	}
}

// isCopyOf tells whether a text is another one, once or several times.
func isCopyOf(text, name *fold.Text) bool {
	n := len(name.Symbols)
	if n < 2 || len(text.Symbols)%n != 0 {
		return false
	}
	for i := range text.Symbols {
		if text.Symbols[i].Rune != name.Symbols[i%n].Rune {
			return false
		}
	}
	return len(text.Symbols) > 0
}

var sayWhatItDoes = Text{"写明用户能做什么，例如「记录每天的收支，按月统计」", "say what users can do, as in 记录每天的收支，按月统计 (record income and expenses, statistics by month)"}

var vagueWording = listWording{
	reject:     Text{"%[1]s是占位的文字，没有说明功能", "%[1]s is a placeholder and names no function"},
	review:     Text{"简介里只有%[1]s这样的话，没有说明功能，请人工确认", "the intro is talk like %[1]s and names no function: a person should look"},
	suggestion: sayWhatItDoes,
	judge: func(_ *subject, t *text, o *match.Occurrence) Severity {
		if o.Severity == Review && namesFunction(t) {
			return 0
		}
		return o.Severity
	},
}

// tellsFunction is what is known of whether a text names a function.
type tellsFunction uint8

const (
	notAsked tellsFunction = iota
	functionless
	functional
)

// namesFunction tells whether an intro names a function outside of the slogans
// found in it. Every slogan asks, so the answer is kept.
func namesFunction(t *text) bool {
	if t.toldFunction == notAsked {
		t.toldFunction = functionless
		if holdsAny(t.withoutWords("vague-intro"), functions) {
			t.toldFunction = functional
		}
	}
	return t.toldFunction == functional
}

// withoutWords gives a text with a space for each word found for a check.
func (t *text) withoutWords(slug string) string {
	var rest strings.Builder
	source, from := t.folded.Source, 0
	for i := range t.words { // in the order of their beginnings
		if w := &t.words[i]; w.List.Check == slug {
			start, end := t.folded.Span(w.From, w.To)
			if start > from {
				rest.WriteString(source[from:start])
			}
			rest.WriteByte(' ')
			from = max(from, end)
		}
	}
	rest.WriteString(source[from:])
	return rest.String()
}

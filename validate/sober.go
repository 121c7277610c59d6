package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// Who speaks against a thing, or about it, does not offer it: 反诈中心, 禁毒宣传,
// 拒绝赌博, 赌博案例. One mechanism for all lists of forbidden things, instead of
// exceptions for each of their words.

// againstNext are characters that turn the word directly after them.
const againstNext = "反防禁拒戒无非不勿抗缉查免零"

// against turn a word that follows within the clause and a few characters.
var against = []string{
	"无需", "不需要", "不用", "免去",
	"抵制", "打击", "举报", "预防", "防范", "防止", "谨防", "警惕", "远离", "杜绝", "严禁", "禁止", "不得", "不要", "请勿", "切勿",
	"拒绝", "识破", "揭露", "识别", "整治", "查处", "治理", "清除", "屏蔽", "过滤", "拦截", "没有", "不含", "不提供", "不支持", "不涉及",
	"避免", "告别", "零容忍", "坚决", "扫除", "净化", "不参与", "不接受", "并非", "不是", "严打", "劝阻", "制止", "反对", "惩治", "揭秘",
}

// about say that the word before them is what is spoken of.
var about = []string{
	"举报", "宣传", "科普", "知识", "教育", "案例", "治理", "整治", "警示", "辩护", "受害", "防范", "预防", "打击", "危害", "研究", "历史", "犯罪",
	"罪", "救助", "鉴别", "识别", "康复", "戒断", "律师", "骗局", "陷阱", "揭秘", "拦截", "过滤", "预警", "普法", "法律", "法规", "条例", "处罚",
	"无关", "投诉", "监管", "防治", "干预", "监测", "图鉴", "史话", "公告", "公示", "黑名单", "排查", "戒除", "行为的", "等违法", "等不良", "等行为",
}

// How far, in symbols, those words reach.
const (
	againstReach = 7
	aboutReach   = 5
)

// sober tells whether the text around the symbols from..to speaks against what
// stands there, or only about it.
func sober(f *fold.Text, from, to int) bool {
	if from > 0 && f.BorderAt(from) == fold.Tight && strings.ContainsRune(againstNext, f.Symbols[from-1].Rune) {
		return true
	}
	start := from
	for start > 0 && from-start < againstReach && f.BorderAt(start) < fold.Hard {
		start--
	}
	end := to
	for end < len(f.Symbols) && end-to < aboutReach && f.BorderAt(end) < fold.Hard {
		end++
	}
	return holdsAny(folded(f, start, from), against) || holdsAny(folded(f, to, end), about)
}

func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

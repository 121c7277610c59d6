package validate

import (
	"strings"
	"unicode"
)

var _ = register(&Check{
	Slug:   "keyword-stuffing",
	Rules:  []string{"2.5"},
	Fields: []Field{FieldName, FieldIntro, FieldDescription},
	Title:  Text{"堆砌关键词", "Keyword stuffing"},
	Doc: Text{
		"名称和简介里不要为了搜索堆词：简介里同一个词反复出现，或一长串用顿号、空格隔开的短词，都交给人工。正常列举功能（三五项）不提示。",
		"Words are not to be stacked for searches: one that comes back again and again in an intro, or a long row of short words parted by signs, goes to a person. Listing a few functions is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "贷款、借钱、借款、小额、现金、分期、信用、额度、利息、征信、银行、理财", Severity: Review},
		{Field: FieldIntro, Text: "买茶叶，茶叶批发，茶叶价格，茶叶品牌，茶叶商城，茶叶大全，茶叶推荐", Want: "茶叶", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "支持记账、预算、账单、统计和导出"},
		{Field: FieldIntro, Text: "茶叶商城：选购茶叶、查看产地，到店自提"},
		{Field: FieldName, Text: "青禾记账"},
	},
	run: runKeywordStuffing,
})

const (
	mostListed  = 10 // short words in a row
	mostRepeats = 5  // times that an intro says a word
	shortWord   = 6  // characters
)

func runKeywordStuffing(s *subject, c *Check) {
	intro := s.field(introIndex)
	if intro == nil {
		return
	}
	source := intro.folded.Source
	if n := longestRow(source); n > mostListed {
		s.addStuffing(c, intro, 0, len(source), Text{"连续列了 %[1]d 个词，像堆砌搜索词，请人工确认", "%[1]d words in a row look like search words: a person should look"}, n)
		return
	}
	if start, end, n := mostRepeated(source); n > mostRepeats {
		s.addStuffing(c, intro, start, end, Text{"这个词出现了 %[1]d 次，像堆砌搜索词，请人工确认", "this word comes %[1]d times, which looks like stuffing: a person should look"}, n)
	}
}

func (s *subject) addStuffing(c *Check, t *text, start, end int, message Text, n int) {
	s.add(c, t, Finding{Severity: Review, Start: start, End: end, Via: []string{"exact"}, Score: 1,
		Message:    message.format(s.v.language, n),
		Suggestion: Text{"写成一两句通顺的功能介绍", "write one or two sentences on what it does"}.In(s.v.language)})
}

// longestRow gives how many short pieces stand in a row between list signs.
func longestRow(text string) (longest int) {
	row := 0
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("、,，;；|/ 　\n", r) }) {
		if n := len([]rune(piece)); n > shortWord || strings.ContainsAny(piece, "。！？") {
			row = 0
			continue
		}
		row++
		longest = max(longest, row)
	}
	return longest
}

// mostRepeated finds the two Han characters that a text says most often, without
// overlaps, and where they stand first.
func mostRepeated(text string) (start, end, times int) {
	count := map[string]int{}
	first := map[string]int{}
	var before rune
	beforeAt := 0
	for i, r := range text {
		if unicode.Is(unicode.Han, r) && unicode.Is(unicode.Han, before) && before != r {
			pair := text[beforeAt : i+len(string(r))]
			if count[pair]++; count[pair] == 1 {
				first[pair] = beforeAt
			}
			if n := count[pair]; n > times || n == times && first[pair] < start {
				start, end, times = first[pair], first[pair]+len(pair), n
			}
		}
		before, beforeAt = r, i
	}
	return start, end, times
}

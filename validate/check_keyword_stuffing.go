package validate

import (
	"strings"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/halt"
)

var _ = register(&Check{
	Slug:   "keyword-stuffing",
	Rules:  []string{"2.5"},
	Fields: []Field{FieldName, FieldIntro, FieldDescription},
	Title:  Text{"堆砌关键词", "Keyword stuffing"},
	Doc: Text{
		"名称和简介里不要为了搜索堆词：简介里同一个词反复出现，或一长串用顿号、空格隔开的短词（全文只有空格隔开的词，七个起），都交给人工。正常列举功能（三五项）不提示。",
		"Words are not to be stacked for searches: one that comes back again and again in an intro, or a long row of short words parted by signs (from seven, where the intro is nothing but words and spaces), goes to a person. Listing a few functions is left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "贷款、借钱、借款、小额、现金、分期、信用、额度、利息、征信、银行、理财", Severity: Review},
		{Field: FieldIntro, Text: "买茶叶，茶叶批发，茶叶价格，茶叶品牌，茶叶商城，茶叶大全，茶叶推荐", Want: "茶叶", Severity: Review},
		{Field: FieldIntro, Text: "美容 祛痘 祛斑 瘦脸 瘦腿 美白 护肤", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "记账 预算 账单 统计 导出"},
		{Field: FieldIntro, Text: "支持记账、预算、账单、统计和导出"},
		{Field: FieldIntro, Text: "茶叶商城：选购茶叶、查看产地，到店自提"},
		{Field: FieldName, Text: "青禾记账"},
	},
	run: runKeywordStuffing,
})

const (
	mostListed  = 10 // short words in a row
	mostRepeats = 5  // times that an intro says a word
	leastShare  = 4  // a repeated word is stuffing where it is a fourth of the intro
	shortWord   = 6  // characters
)

func runKeywordStuffing(s *subject, c *Check) {
	intro := s.field(introIndex)
	if intro == nil {
		return
	}
	source := intro.folded.Source
	if intro.traits.parts >= mostListed { // else the row is not that long
		if n := longestRow(source); n > mostListed {
			s.addStuffing(c, intro, 0, len(source), Text{"连续列了 %[1]d 个词，像堆砌搜索词，请人工确认", "%[1]d words in a row look like search words: a person should look"}, n)
			return
		}
	}
	if start, end, n := mostRepeated(source, s.watch); n > mostRepeats && n*2*leastShare >= len(intro.folded.Symbols) {
		s.addStuffing(c, intro, start, end, Text{"这个词出现了 %[1]d 次，像堆砌搜索词，请人工确认", "this word comes %[1]d times, which looks like stuffing: a person should look"}, n)
	}
	if intro.traits.parts < mostSpaced { // nor are there that many spaces
		return
	}
	if n := spacedWords(source); n > mostSpaced && n == longestRow(source) {
		s.addStuffing(c, intro, 0, len(source), Text{"全文只是 %[1]d 个用空格隔开的词，像堆砌搜索词，请人工确认", "nothing but %[1]d words parted by spaces, which look like search words: a person should look"}, n)
	}
}

func (s *subject) addStuffing(c *Check, t *text, start, end int, message Text, n int) {
	s.add(c, t, Finding{Severity: Review, Start: start, End: end, Via: []string{"exact"}, Score: 1,
		Message:    message.format(s.v.language, n),
		Suggestion: Text{"写成一两句通顺的功能介绍", "write one or two sentences on what it does"}.In(s.v.language)})
}

// longestRow gives how many short pieces stand in a row between list signs.
func longestRow(text string) (longest int) {
	row, length := 0, 0
	sentence := false // the piece ends one, or is Latin: no word of such a list
	end := func() {
		switch {
		case length == 0:
		case length > shortWord || sentence:
			row = 0
		default:
			row++
			longest = max(longest, row)
		}
		length, sentence = 0, false
	}
	for _, r := range text {
		switch {
		case isParting(r):
			end()
		case r == '。', r == '！', r == '？':
			sentence = true
			length++
		default:
			length++
			sentence = sentence || r < 0x80
		}
	}
	end()
	return longest
}

// isParting tells whether a sign parts the words of a list.
func isParting(r rune) bool {
	switch r {
	case '、', ',', '，', ';', '；', '|', '/', ' ', '　', '\n':
		return true
	}
	return false
}

// mostSpaced is how many short words a text may consist of that is written with
// no sign but spaces. They read as one row: fewer are needed than of those that a
// sentence lists.
const mostSpaced = 6

// spacedWords gives how many pieces a text has that is written with no sign but
// spaces, else 0.
func spacedWords(text string) int {
	if strings.ContainsAny(text, "·•、,，;；|/。！？：:\n") {
		return 0
	}
	return len(strings.Fields(text))
}

// mostRepeated finds the two Han characters that a text says most often, and
// where they stand first; 0 times where none is said more often than allowed.
func mostRepeated(text string, w *halt.Watch) (start, end, times int) {
	if !mayRepeat(text) {
		return 0, 0, 0
	}
	count, first := map[string]int{}, map[string]int{}
	eachPair(text, func(at int, pair string) {
		w.Step(4) // maps are slow
		if count[pair]++; count[pair] == 1 {
			first[pair] = at
		}
		if n := count[pair]; n > times || n == times && first[pair] < start {
			start, end, times = first[pair], first[pair]+len(pair), n
		}
	})
	return start, end, times
}

// mayRepeat tells whether a text may say a pair of characters more often than
// allowed. It counts by a small hash: few texts do.
func mayRepeat(text string) bool {
	var counts [256]uint8
	var before rune
	for _, r := range text {
		h := uint8(before*31 + r)
		if counts[h]++; counts[h] > mostRepeats {
			return true
		}
		before = r
	}
	return false
}

// eachPair calls f for every two different Han characters written together.
func eachPair(text string, f func(at int, pair string)) {
	before, beforeAt := rune(0), 0
	for i, r := range text {
		han := r >= 0x3400 && r < 0xa000
		if han && before != 0 && before != r {
			f(beforeAt, text[beforeAt:i+utf8.RuneLen(r)])
		}
		before, beforeAt = 0, i
		if han {
			before = r
		}
	}
}

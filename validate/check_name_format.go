package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var _ = register(&Check{
	Slug:   "name-format",
	Rules:  []string{"form.name"},
	Fields: []Field{FieldName},
	Title:  Text{"名称格式", "Form of the name"},
	Doc: Text{
		"注册表单对名称的硬性要求：宽度 4 到 30（一个汉字算 2），由汉字、字母、数字和少数符号组成，不含「小程序」三个字，「+」只能放在最后，首尾和中间没有多余的空格。",
		"What the registration form demands of a name: 4 to 30 columns (a Han character is 2), Han characters, letters, digits and a few symbols, without the word 小程序, with + only at the end, and no stray spaces.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "麦", Severity: Reject},
		{Field: FieldName, Text: "青禾记账小程序", Want: "小程序", Severity: Reject},
		{Field: FieldName, Text: "青禾  记账", Want: "  ", Severity: Reject},
		{Field: FieldName, Text: "青禾🌾记账", Want: "🌾", Severity: Reject},
		{Field: FieldName, Text: "青禾（记账）", Want: "（", Severity: Review},
		{Field: FieldName, Text: "青·禾·记账", Want: "·", Severity: Review},
		{Field: FieldName, Text: "青禾书屋·二楼", Want: "·", Severity: Advice},
		{Field: FieldName, Text: "青禾记账与家庭预算以及全年收支统计助手", Want: "统计助手", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldName, Text: "青禾记账"},
		{Field: FieldName, Text: "青禾记账+"},
		{Field: FieldName, Text: "KFC Plus"},
		{Field: FieldName, Text: "青禾-记账本 2.0"},
	},
	run: runForm(registerForm("Name", &formField{
		alias: "mpname", kind: nameIndex, code: 53010,
		missing: Text{"缺少名称", "the name is missing"},
		rules: []formRule{{
			tag: "mpname_printable", holds: printableLine, span: firstRun(isUnprintableInLine), severity: Reject,
			message:    Text{"名称里有看不见的字符、换行或无效的编码（%[1]s）", "the name holds invisible characters, line breaks or bytes that are no UTF-8 (%[1]s)"},
			suggestion: Text{"删掉看不见的字符，重新输入名称", "remove the invisible characters and type the name anew"},
			rewrite:    func(s string) string { return strings.Map(dropUnprintable, s) },
		}, {
			tag: "mpname_min", holds: func(v *formValue) bool { return v.columns >= 4 }, severity: Reject,
			message:    Text{"名称宽度只有 %[2]d，至少要 4（一个汉字算 2）", "the name is %[2]d columns wide; at least 4 are needed (a Han character is 2)"},
			suggestion: Text{"补上品牌或能区分的词", "add a brand or a distinctive word"}, measure: columns,
		}, {
			tag: "mpname_max", holds: func(v *formValue) bool { return v.columns <= 30 }, severity: Reject,
			span:       func(s string, _ *Submission) (int, int) { return afterColumns(s, 30), len(s) },
			message:    Text{"名称宽度是 %[2]d，最多 30（一个汉字算 2），超出的是「%[1]s」", "the name is %[2]d columns wide; at most 30 are allowed (a Han character is 2); what is too much is “%[1]s”"},
			suggestion: Text{"缩短名称，把功能说明放进简介", "shorten the name and tell the functions in the intro"}, measure: columns,
		}, {
			tag: "mpname_trim", holds: func(v *formValue) bool { return !v.has(space) || strings.TrimSpace(v.text) == v.text }, severity: Reject,
			span:       at(edgeSpace),
			message:    Text{"名称的开头或结尾有空格", "the name begins or ends with a space"},
			suggestion: Text{"去掉首尾的空格", "remove the spaces at the edges"}, rewrite: normalSpaces,
		}, {
			tag: "mpname_spaces", holds: func(v *formValue) bool { return !v.has(space) || isEmptySpan(doubleSpace(v.text)) }, severity: Reject,
			span:       at(doubleSpace),
			message:    Text{"名称里有连续的空格", "the name holds several spaces in a row"},
			suggestion: Text{"只留一个空格", "leave one space"}, rewrite: normalSpaces,
		}, {
			tag: "mpname_program", holds: func(v *formValue) bool { return !strings.Contains(v.text, "小程序") }, severity: Reject,
			span: func(s string, _ *Submission) (int, int) {
				i := strings.Index(s, "小程序")
				return i, i + len("小程序")
			},
			message:    Text{"名称不能包含「%[1]s」三个字", "a name must not hold the word “%[1]s” (mini program)"},
			suggestion: Text{"去掉「小程序」", "remove 小程序"},
			rewrite:    func(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "小程序", "")) },
		}, {
			tag: "mpname_plus", holds: func(v *formValue) bool { return isEmptySpan(innerPlus(v.text)) }, severity: Reject,
			span:       at(innerPlus),
			message:    Text{"「+」只能放在名称的最后", "+ may only stand at the end of a name"},
			suggestion: Text{"去掉「+」或移到最后（A+ 须与 A 为同一主体）", "remove the + or move it to the end (A+ must belong to the owner of A)"},
		}, {
			tag: "mpname_chars", holds: func(v *formValue) bool { return !v.has(foreign) }, severity: Reject,
			span:       firstRun(isForeign),
			message:    Text{"名称不能使用「%[1]s」这样的表情或图形符号", "a name cannot hold emoji or pictures such as “%[1]s”"},
			suggestion: Text{"只用汉字、字母、数字", "use Han characters, letters and digits only"},
		}, {
			tag: "mpname_separator", holds: func(v *formValue) bool { return !v.has(doubtful) || !isParted(v.text) }, severity: Advice,
			span:       firstRun(isDoubtful),
			message:    Text{"名称里的「%[1]s」不在平台说明列出的符号之内，不一定能通过", "“%[1]s” is not among the symbols that the platform lists, and may not be taken"},
			suggestion: Text{"不用间隔号，或用「-」", "leave the separator out, or use -"},
		}, {
			tag: "mpname_symbols", holds: func(v *formValue) bool { return !v.has(doubtful) || isParted(v.text) }, severity: Review,
			span:       firstRun(isDoubtful),
			message:    Text{"名称里的「%[1]s」不在常用字符之内，平台一般只接受汉字、字母、数字、空格和 - + & .", "“%[1]s” is not among the usual characters: the platform as a rule takes Han characters, letters, digits, spaces and - + & ."},
			suggestion: Text{"去掉这个符号", "remove the symbol"},
		}},
	})),
})

func dropUnprintable(r rune) rune {
	if isUnprintableInLine(r) {
		return -1
	}
	return r
}

// isParted tells whether the only doubtful symbol of a name is one middle dot between
// two words: 云顶书屋·二楼 is how many write a branch, 李·佳 hides a name.
func isParted(s string) bool {
	left, right, found := strings.Cut(s, "·")
	return found && utf8.RuneCountInString(left) > 1 && utf8.RuneCountInString(right) > 1 &&
		!strings.ContainsFunc(left, isDoubtful) && !strings.ContainsFunc(right, isDoubtful)
}

func isEmptySpan(start, end int) bool { return start == end }

func edgeSpace(s string) (start, end int) {
	if n := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)); n > 0 {
		return 0, n
	}
	return len(strings.TrimRightFunc(s, unicode.IsSpace)), len(s)
}

// doubleSpace gives the first run of two or more spaces inside s.
func doubleSpace(s string) (start, end int) {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	run := 0
	for i, r := range s {
		if !unicode.IsSpace(r) {
			if run > 1 && start > 0 {
				return start, i
			}
			run = 0
			continue
		}
		if run++; run == 1 {
			start = i
		}
	}
	return 0, 0
}

func normalSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }

// innerPlus gives the first + that is not at the end.
func innerPlus(s string) (start, end int) {
	if i := strings.IndexByte(strings.TrimRight(s, "+"), '+'); i >= 0 {
		return i, i + 1
	}
	return 0, 0
}

// isForeign: what no name holds, emoji and pictures above all. Modifiers and
// selectors belong to the emoji before them.
func isForeign(r rune) bool {
	return r >= 0x80 && (unicode.In(r, unicode.So, unicode.Sk, unicode.Co, unicode.Me) || r == 0xfe0f || r == 0x200d) && r != '★'
}

// isDoubtful: symbols that real names rarely hold and the form's help does not
// list.
func isDoubtful(r rune) bool {
	if r < 0x80 {
		return strings.ContainsRune("!\"#$%'()*,/:;<=>?@[\\]^_`{|}~", r)
	}
	return unicode.In(r, unicode.P, unicode.Sm, unicode.Sc) || r == '★' || r == 0x3000
}

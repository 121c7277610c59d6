package validate

import (
	"unicode"
	"unicode/utf8"
)

var _ = register(&Check{
	Slug:   "short-name-format",
	Rules:  []string{"form.short-name"},
	Fields: []Field{FieldShortName},
	Title:  Text{"简称格式", "Form of the short name"},
	Doc: Text{
		"简称宽度 4 到 10（一个汉字算 2），而且必须按顺序从名称中截取，可以跳过中间的字。没有给出名称时不核对来源。",
		"A short name is 4 to 10 columns wide (a Han character is 2) and cut from the name in order, characters between left out at will. Without a name its origin is not judged.",
	},
	Found: []Sample{
		{Field: FieldShortName, Text: "账", Name: "青禾记账", Severity: Reject},
		{Field: FieldShortName, Text: "青禾家庭记账", Name: "青禾家庭记账本", Want: "账", Severity: Reject},
		{Field: FieldShortName, Text: "禾青", Name: "青禾记账", Want: "青", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldShortName, Text: "青禾", Name: "青禾记账"},
		{Field: FieldShortName, Text: "青账", Name: "青禾记账"},
		{Field: FieldShortName, Text: "青禾记账"},
	},
	run: runForm(registerForm("ShortName", &formField{
		alias: "mpshortname", kind: shortNameIndex, code: 53010,
		rules: []formRule{{
			tag: "mpshort_printable", holds: printableLine, span: firstRun(isUnprintableInLine), severity: Reject,
			message:    Text{"简称里有看不见的字符、换行或无效的编码（%[1]s）", "the short name holds invisible characters, line breaks or bytes that are no UTF-8 (%[1]s)"},
			suggestion: Text{"删掉看不见的字符，重新输入简称", "remove the invisible characters and type it anew"},
		}, {
			tag: "mpshort_min", holds: func(v *formValue) bool { return v.columns >= 4 }, severity: Reject,
			message:    Text{"简称宽度只有 %[2]d，至少要 4（一个汉字算 2）", "the short name is %[2]d columns wide; at least 4 are needed (a Han character is 2)"},
			suggestion: Text{"从名称里多截取几个字", "take more characters of the name"}, measure: columns,
		}, {
			tag: "mpshort_max", holds: func(v *formValue) bool { return v.columns <= 10 }, severity: Reject,
			span:       func(s string, _ *Submission) (int, int) { return afterColumns(s, 10), len(s) },
			message:    Text{"简称宽度是 %[2]d，最多 10（一个汉字算 2），超出的是「%[1]s」", "the short name is %[2]d columns wide; at most 10 are allowed (a Han character is 2); what is too much is “%[1]s”"},
			suggestion: Text{"缩短简称", "shorten it"}, measure: columns,
		}, {
			tag: "mpshort_cut", severity: Reject,
			holds: func(v *formValue) bool {
				return v.submission == nil || v.submission.Name == "" || cutFrom(v.text, v.submission.Name) == len(v.text)
			},
			span: func(s string, sub *Submission) (int, int) {
				i := cutFrom(s, sub.Name)
				_, size := utf8.DecodeRuneInString(s[i:])
				return i, i + size
			},
			message:    Text{"简称要按顺序从名称中截取，「%[1]s」不能这样得到", "a short name is cut from the name in order; “%[1]s” cannot be had that way"},
			suggestion: Text{"只用名称里的字，顺序不变", "use characters of the name only, in their order"},
		}},
	})),
})

// cutFrom gives the byte offset in short of the first character that cannot be
// found in name after those before it; len(short) where all are. Spaces are
// left out of account.
func cutFrom(short, name string) int {
	rest := []rune(name)
	for i, r := range short {
		if unicode.IsSpace(r) {
			continue
		}
		at := 0
		for at < len(rest) && unicode.ToLower(rest[at]) != unicode.ToLower(r) {
			at++
		}
		if at == len(rest) {
			return i
		}
		rest = rest[at+1:]
	}
	return len(short)
}

package validate

import "unicode/utf8"

var _ = register(&Check{
	Slug:   "intro-format",
	Rules:  []string{"form.intro"},
	Fields: []Field{FieldIntro},
	Title:  Text{"简介格式", "Form of the intro"},
	Doc: Text{
		"功能介绍长 4 到 120 个字符，其中至少 4 个汉字，否则平台接口返回 53204。换行可以，看不见的控制字符不行。",
		"The intro is 4 to 120 characters long with at least 4 Han characters, else the platform's API answers 53204. Line ends are allowed, invisible characters are not.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "记账", Severity: Reject},
		{Field: FieldIntro, Text: "Track your spending every day", Severity: Reject},
		{Field: FieldIntro, Text: "记录每天的\u0007收支", Want: "\u0007", Severity: Reject},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "记录每天的收支，按月统计。"},
		{Field: FieldIntro, Text: "Qinghe: 家庭记账 for everyone"},
	},
	run: runForm(registerForm("Intro", &formField{
		alias: "mpintro", kind: introIndex, code: 53204,
		missing: Text{"缺少功能介绍", "the intro is missing"},
		rules: []formRule{{
			tag: "mpintro_printable", holds: printable, span: firstRun(isUnprintable), severity: Reject,
			message:    Text{"简介里有看不见的字符或无效的编码（%[1]s）", "the intro holds invisible characters or bytes that are no UTF-8 (%[1]s)"},
			suggestion: Text{"删掉这些字符", "remove these characters"},
		}, {
			tag: "mpintro_min", holds: func(v *formValue) bool { return v.runes >= 4 }, severity: Reject,
			message:    Text{"简介只有 %[2]d 个字符，至少要 4 个", "the intro has %[2]d characters; at least 4 are needed"},
			suggestion: Text{"写明小程序能做什么", "say what the program does"}, measure: utf8.RuneCountInString,
		}, {
			tag: "mpintro_max", holds: func(v *formValue) bool { return v.runes <= 120 }, severity: Reject,
			span:       func(s string, _ *Submission) (int, int) { return afterRunes(s, 120), len(s) },
			message:    Text{"简介有 %[2]d 个字符，最多 120 个，标出的是超出的部分", "the intro has %[2]d characters; at most 120 are allowed; the part marked is too much"},
			suggestion: Text{"缩短简介，只留功能要点", "shorten it to the functions"}, measure: utf8.RuneCountInString,
		}, {
			tag: "mpintro_han", holds: func(v *formValue) bool { return v.han >= 4 }, severity: Reject,
			message:    Text{"简介只有 %[2]d 个汉字，至少要 4 个", "the intro has %[2]d Han characters; at least 4 are needed"},
			suggestion: Text{"用中文写明功能", "describe the functions in Chinese"}, measure: countHan,
		}},
	})),
})

// afterRunes gives the byte offset in s after n characters.
func afterRunes(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

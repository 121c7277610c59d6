package validate

import "strings"

var _ = register(&Check{
	Slug:   "admin-wechat",
	Rules:  []string{"1.2"},
	Fields: []Field{"admin_wechat"},
	Title:  Text{"管理员微信号", "The administrator's WeChat id"},
	Doc: Text{
		"要写管理员的微信号：6 到 20 位，字母开头，只含字母、数字、下划线和减号；也可以是绑定的手机号。号码是否真实由人工核对。",
		"The administrator's WeChat id: 6 to 20 characters, a letter first, then letters, digits, _ and -; or the mobile number bound to it. Whether it is real is for a person.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{AdminWeChat: "微信号"}, Severity: Reject},
		{Found: true, Submission: Submission{AdminWeChat: "a1"}, Severity: Reject},
		{Submission: Submission{AdminWeChat: "qinghe_2026"}},
		{Submission: Submission{AdminWeChat: "13800138000"}},
	},
	run: runAdminWeChat,
})

func runAdminWeChat(s *subject, c *Check) {
	id := strings.TrimSpace(s.submission.AdminWeChat)
	f := Finding{Severity: Reject, Suggestion: Text{"填写管理员真实的微信号", "give the administrator's real WeChat id"}.In(s.v.language)}
	switch {
	case id == "" && s.v.complete:
		f.Message = Text{"没有管理员微信号", "the administrator's WeChat id is missing"}.In(s.v.language)
	case id == "" || isWeChatID(id) || isMobile(id):
		return
	default:
		f.Message = Text{"「%[1]s」不是微信号的格式（6 到 20 位，字母开头）", "“%[1]s” is not of the form of a WeChat id (6 to 20 characters, a letter first)"}.format(s.v.language, excerpt(id))
	}
	s.addStated(c, "admin_wechat", s.submission.AdminWeChat, f)
}

func isWeChatID(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || !(r >= '0' && r <= '9' || r == '_' || r == '-')) {
			return false
		}
	}
	return len(s) >= 6 && len(s) <= 20
}

// isMobile tells whether eleven digits are a mobile number of the mainland.
func isMobile(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(s) == 11 && s[0] == '1' && s[1] >= '3'
}

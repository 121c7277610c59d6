package validate

import (
	"net/mail"
	"net/url"
	"strings"
)

var _ = register(&Check{
	Slug:   "contact",
	Rules:  []string{"1.1"},
	Fields: []Field{"contact.email", "contact.url", "contact.phone"},
	Title:  Text{"联系方式", "Contact"},
	Doc: Text{
		"要有一个有效的邮箱或网址，让用户找得到开发者。写错的不能通过；要求完整提交时一个都没有的不能通过。占位的地址（example.com、test@）交给人工。",
		"Users have to reach the developer by a valid e-mail address or link. A malformed one is a reject, as is none in a submission that is meant to be complete; a placeholder (example.com, test@) goes to a person.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Contact: Contact{Email: "service@"}}, Severity: Reject},
		{Found: true, Submission: Submission{Contact: Contact{URL: "qinghe"}}, Severity: Reject, Field: "contact.url"},
		{Found: true, Submission: Submission{Contact: Contact{Email: "a@example.com"}}, Severity: Review},
		{Submission: Submission{Contact: Contact{Email: "service@qinghe.cn", URL: "https://qinghe.cn/help"}}},
	},
	run: runContact,
})

func runContact(s *subject, c *Check) {
	contact := &s.submission.Contact
	email, link := strings.TrimSpace(contact.Email), strings.TrimSpace(contact.URL)
	switch {
	case email == "" && link == "" && s.v.complete:
		s.addStated(c, "contact", "", Finding{Severity: Reject,
			Message:    Text{"没有邮箱或网址，用户找不到开发者", "there is neither an e-mail address nor a link by which users reach the developer"}.In(s.v.language),
			Suggestion: Text{"填写一个有效的邮箱或网址", "give a valid e-mail address or link"}.In(s.v.language)})
	case email != "" && !isEmail(email):
		s.addBadContact(c, "contact.email", contact.Email, Text{"「%[1]s」不是有效的邮箱", "“%[1]s” is no valid e-mail address"}, Reject)
	case isPlaceholder(email):
		s.addBadContact(c, "contact.email", contact.Email, Text{"「%[1]s」像占位的邮箱，请人工确认", "“%[1]s” looks like a placeholder: a person should look"}, Review)
	}
	switch {
	case link != "" && hostOf(link) == "":
		s.addBadContact(c, "contact.url", contact.URL, Text{"「%[1]s」不是有效的网址", "“%[1]s” is no valid link"}, Reject)
	case isPlaceholder(hostOf(link)):
		s.addBadContact(c, "contact.url", contact.URL, Text{"「%[1]s」像占位的网址，请人工确认", "“%[1]s” looks like a placeholder: a person should look"}, Review)
	}
}

func (s *subject) addBadContact(c *Check, field Field, value string, message Text, severity Severity) {
	s.addStated(c, field, value, Finding{Severity: severity, Message: message.format(s.v.language, excerpt(value)),
		Suggestion: Text{"填写用户能联系到你的地址", "give an address at which users reach you"}.In(s.v.language)})
}

// isEmail takes a plain address with a domain that has a dot.
func isEmail(s string) bool {
	const longest = 254 // bytes: RFC 5321
	if len(s) > longest {
		return false
	}
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s {
		return false
	}
	_, domain, _ := strings.Cut(s, "@")
	return strings.Contains(strings.Trim(domain, "."), ".")
}

// longestHost is how many bytes the name of a host may have (RFC 1035).
const longestHost = 253

// hostOf gives the host of a http or https link, "" for anything else.
func hostOf(link string) string {
	if link == "" {
		return "" // the usual case, without the cost of parsing nothing
	}
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.Contains(u.Hostname(), ".") || len(u.Hostname()) > longestHost {
		return ""
	}
	return u.Hostname()
}

func isPlaceholder(s string) bool {
	return holdsAny(strings.ToLower(s), []string{"example.com", "example.org", "test@", "@test.", "xxx", "localhost", "127.0.0.1"})
}

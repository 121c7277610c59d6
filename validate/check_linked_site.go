package validate

import (
	"slices"
	"strings"
)

var _ = register(&Check{
	Slug:   "linked-site",
	Rules:  []string{"1.3"},
	Fields: []Field{"contact.url"},
	Title:  Text{"关联的网站", "The linked site"},
	Doc: Text{
		"关联的网址不能仿冒他人的标识（weixln.com、tencet.cn），也不能是别人的网站（腾讯的域名）而没有授权。网站内容由人工核对。",
		"The linked address cannot imitate a mark (tencet.cn) nor be somebody else's site (a domain of Tencent's) without an authorisation. What the site shows is for a person.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Contact: Contact{URL: "https://www.tencet.cn/pay"}}, Severity: Reject},
		{Found: true, Submission: Submission{Contact: Contact{URL: "https://mp.weixin.qq.com"}}, Severity: Review},
		{Submission: Submission{Contact: Contact{URL: "https://qinghe.cn"}}},
		{Submission: Submission{Contact: Contact{URL: "https://weixing-map.cn"}}},
	},
	run: runLinkedSite,
})

// tencentHosts are domains of Tencent's own.
var tencentHosts = []string{"qq.com", "tencent.com", "wechat.com", "weixin.com", "wechatpay.com", "tenpay.com"}

func runLinkedSite(s *subject, c *Check) {
	link := s.submission.Contact.URL
	host := strings.ToLower(hostOf(link))
	if host == "" {
		return
	}
	if slices.ContainsFunc(tencentHosts, func(own string) bool { return host == own || strings.HasSuffix(host, "."+own) }) {
		if !s.rightAsTencent().owner {
			s.addLinkedSite(c, link, Text{"「%[1]s」是腾讯的网站，请人工确认有没有权利关联", "“%[1]s” is a site of Tencent's: a person should look who may link it"}, host, Review)
		}
		return
	}
	labels := strings.Split(host, ".")
	for _, label := range labels[:len(labels)-1] {
		if mark := s.markIn(label); mark != "" {
			s.addLinkedSite(c, link, Text{"网址里的「%[1]s」仿冒了他人的标识", "“%[1]s” in the link imitates a mark"}, mark, Reject)
			return
		}
	}
}

// markIn gives the part of a label that would be refused as the mark of others in
// a name of the same owner, "" where none would.
func (s *subject) markIn(label string) string {
	for _, f := range s.aside(&Submission{Name: label, Owner: s.submission.Owner, Authorizations: s.submission.Authorizations}, s.v.markChecks()) {
		if f.Severity == Reject {
			return f.Text
		}
	}
	return ""
}

// markChecks are the checks for marks of others, as far as they are on.
func (v *Validator) markChecks() (marks []*Check) {
	for _, c := range v.checks {
		if c.Slug == "tencent-mark" || c.Slug == "brand-mark" {
			marks = append(marks, c)
		}
	}
	return marks
}

func (s *subject) addLinkedSite(c *Check, link string, message Text, part string, severity Severity) {
	s.addStated(c, "contact.url", link, Finding{Severity: severity, Entry: part, Message: message.format(s.v.language, excerpt(part)),
		Suggestion: Text{"换成自己的网站，或声明授权", "link a site of your own, or declare the authorisation"}.In(s.v.language)})
}

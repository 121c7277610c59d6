package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
)

var _ = register(&Check{
	Slug:   "personal-data-exposed",
	Rules:  []string{"10.2.1", "6.1.8"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"公开个人信息", "Personal data in public text"},
	Doc: Text{
		"公开的文字里不能有个人的手机号、身份证号（校验位正确）、银行卡号（校验位和发卡段正确）、个人邮箱、QQ 号和微信号，全角、空格、汉字数字写的也算。客服热线（400、800、95）、总机、订单号、批次号、条码和书号不是个人信息。提示里只显示首尾几位。",
		"Public text cannot hold a person's mobile number, ID-card number (with its check digit), bank-card number (Luhn and issuer range), private e-mail address, QQ or WeChat id, full-width, spaced or in Han numerals too. Hotlines (400, 800, 95), switchboards, order, batch, bar-code and book numbers are no personal data. Messages show the ends only.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "预约请打13800138000找老李", Want: "13800138000", Severity: Review},
		{Field: FieldIntro, Text: "联系人手机：一三八零零一三八零零零", Want: "一三八零零一三八零零零", Severity: Review},
		{Field: FieldDescription, Text: "持卡人身份证11010519491231002X已核对", Want: "11010519491231002X", Severity: Reject},
		{Field: FieldIntro, Text: "转账到卡号6222021234567890128即可", Want: "6222021234567890128", Severity: Reject},
		{Field: FieldIntro, Text: "资料发到laowang88@qq.com，当天回复", Want: "laowang88@qq.com", Severity: Review},
		{Field: FieldIntro, Text: "进群请加QQ：1234567890了解课程", Want: "1234567890", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "客服热线400-800-8888，工作日接听"},
		{Field: FieldIntro, Text: "拨打95588转人工服务咨询"},
		{Field: FieldIntro, Text: "输入订单号13800138000查询物流"},
		{Field: FieldDescription, Text: "国际书号9787111213826，第二版"},
		{Field: FieldIntro, Text: "反馈请写信到service@qinghe.cn"},
		{Field: FieldIntro, Text: "支持QQ登录，收录12345678道题目"},
	},
	run: runPersonalDataExposed,
})

// personalKind is a kind of personal data.
type personalKind struct {
	name     Text
	severity Severity
}

var (
	mobileNumber = personalKind{Text{"手机号", "a mobile number"}, Review}
	idCard       = personalKind{Text{"身份证号", "an ID-card number"}, Reject}
	bankCard     = personalKind{Text{"银行卡号", "a bank-card number"}, Reject}
	privateMail  = personalKind{Text{"个人邮箱", "a private e-mail address"}, Review}
	accountID    = personalKind{Text{"QQ 或微信号", "a QQ or WeChat id"}, Review}
)

// exposedWording is what is said of words that offer the data of people, or show it.
var exposedWording = forbidden(Text{"不要公开他人的信息", "do not show the data of people"})

func runPersonalDataExposed(s *subject, c *Check) {
	s.eachWord(c, &exposedWording)
	for i := range s.fields() {
		t := &s.texts[i]
		for k := 0; k < len(t.folded.Symbols); k++ {
			if digitOf(t.folded.Symbols[k].Rune) >= 0 {
				k = s.addNumber(c, t, k)
			}
		}
		s.addMails(c, t)
	}
}

// addNumber judges the run of digits that begins at symbol from, and gives its
// last symbol. Digits may be parted by spaces and dashes.
func (s *subject) addNumber(c *Check, t *text, from int) (last int) {
	f := &t.folded
	to := from + 1
	for to < len(f.Symbols) && f.BorderAt(to) <= fold.Soft && digitOf(f.Symbols[to].Rune) >= 0 {
		to++
	}
	s.watch.Step(to - from)
	if n := to - from; n < leastDigits || n > maxDigits { // most: a year, an amount
		return to - 1
	}
	var digits []byte
	to = from
	for to < len(f.Symbols) && (to == from || f.BorderAt(to) <= fold.Soft) {
		d := digitOf(f.Symbols[to].Rune)
		if d < 0 {
			break
		}
		for range written(f, to) {
			digits = append(digits, byte('0'+d))
		}
		to++
	}
	number := string(digits)
	withX := number
	if to < len(f.Symbols) && f.Symbols[to].Rune == 'x' && f.BorderAt(to) == fold.Tight && len(number) == 17 {
		withX += "X"
	}
	before := folded(f, max(0, from-contextReach), from)
	switch {
	case isLetterAt(f, from-1) && f.BorderAt(from) == fold.Tight: // part of a code
	case isIDCard(withX):
		s.addPersonal(c, t, from, to+len(withX)-len(number), withX, idCard)
	case holdsAny(before, otherNumbers):
	case isMobile(number):
		s.addPersonal(c, t, from, to, number, mobileNumber)
	case isBankCard(number):
		s.addPersonal(c, t, from, to, number, bankCard)
	case len(number) >= 5 && len(number) <= 11 && number[0] != '0' && endsWithAny(before, accountWords):
		s.addPersonal(c, t, from, to, number, accountID)
	}
	return to - 1
}

// leastDigits and maxDigits bound the digits of a number that is looked at; contextReach is how
// many symbols before it say what it is.
const (
	leastDigits  = 5
	maxDigits    = 24
	contextReach = 8
)

// otherNumbers say that a number is none of a person's.
var otherNumbers = wordSet("number-other")

// accountWords stand directly before an account's number.
var accountWords = wordSet("number-account")

func endsWithAny(text string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}

// written gives how many characters a symbol stands for: folding takes three and
// more of the same Han numeral for one.
func written(f *fold.Text, i int) int {
	if f.Symbols[i].Kinds&fold.Repeat == 0 {
		return 1
	}
	start, end := f.Span(i, i+1)
	return strings.Count(f.Source[start:end], string(f.Symbols[i].Raw))
}

// digitOf gives the value of a digit, also of a Han numeral, or -1.
func digitOf(r rune) int {
	switch r {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return int(r - '0')
	case '零', '〇':
		return 0
	case '一', '壹', '幺':
		return 1
	case '二', '贰':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

func isLetterAt(f *fold.Text, i int) bool {
	return i >= 0 && i < len(f.Symbols) && isASCIILetter(f.Symbols[i].Rune)
}

// isIDCard tells whether 18 characters are a number of the mainland's ID card:
// a date of birth in the middle and the check digit of ISO 7064 MOD 11-2.
func isIDCard(s string) bool {
	if len(s) != 18 || s[0] < '1' || s[0] > '8' {
		return false
	}
	if century := s[6:8]; century != "19" && century != "20" || s[10:12] < "01" || s[10:12] > "12" || s[12:14] < "01" || s[12:14] > "31" {
		return false
	}
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += int(s[i]-'0') * w
	}
	return "10X98765432"[sum%11] == s[17]
}

// isBankCard tells whether 16 to 19 digits are a card's: UnionPay, Visa or
// Mastercard by the first digits, with Luhn's check digit.
func isBankCard(s string) bool {
	if len(s) < 16 || len(s) > 19 || !strings.HasPrefix(s, "62") && (len(s) != 16 || s[0] != '4' && s[0] != '5') {
		return false
	}
	sum := 0
	for i := range s {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// privateDomains are those at which persons have their mail.
var privateDomains = []string{"qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com", "sina.cn", "sohu.com", "gmail.com", "hotmail.com", "outlook.com", "139.com", "189.cn", "icloud.com"}

// addMails reports the addresses at a private domain.
func (s *subject) addMails(c *Check, t *text) {
	source := t.folded.Source
	for from := 0; ; {
		at := strings.IndexByte(source[from:], '@')
		if at < 0 {
			return
		}
		s.watch.Step(1 + at/64)
		at += from
		start, end := at, at+1
		for start > 0 && isMailByte(source[start-1]) {
			start--
		}
		for end < len(source) && isMailByte(source[end]) {
			end++
		}
		domain := strings.ToLower(strings.TrimRight(source[at+1:end], "."))
		if start < at && containsString(privateDomains, domain) {
			s.add(c, t, s.personal(start, at+1+len(domain), source[start:at+1+len(domain)], privateMail, t))
		}
		from = end
	}
}

func containsString(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func isMailByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || strings.IndexByte("._%+-", b) >= 0
}

func (s *subject) addPersonal(c *Check, t *text, from, to int, value string, kind personalKind) {
	start, end := t.folded.Span(from, to)
	f := s.personal(start, end, value, kind, t)
	if !s.silent {
		f.Rewrite = s.judged(t, withoutClause(t, &match.Occurrence{From: from, To: to}))
	}
	s.add(c, t, f)
}

// personal makes the finding of personal data. In a description a person's own
// number is often the support of a small shop: it is advised on.
func (s *subject) personal(start, end int, value string, kind personalKind, t *text) Finding {
	severity := kind.severity
	if severity == Review && t.kind == descriptionIndex {
		severity = Advice
	}
	return Finding{Severity: severity, Start: start, End: end, Via: []string{"exact"}, Score: 1,
		Message:    Text{"「%[1]s」像%[2]s，公开的文字里不能有个人信息", "“%[1]s” looks like %[2]s; public text cannot hold personal data"}.format(s.v.language, masked(value), kind.name.In(s.v.language)),
		Suggestion: Text{"删去，联系方式写在联系方式一栏，用客服热线或企业邮箱", "remove it; give a hotline or the firm's mail as contact"}.In(s.v.language)}
}

// masked shows the ends of a value only.
func masked(value string) string {
	r := []rune(value)
	if len(r) < 6 {
		return strings.Repeat("*", len(r))
	}
	return string(r[:3]) + strings.Repeat("*", len(r)-5) + string(r[len(r)-2:])
}

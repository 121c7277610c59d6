// Package paper tells what kind of licence somebody wrote down, by its name, an
// abbreviation or its number.
package paper

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed papers.tsv
var papersTSV string

//go:embed words.tsv
var wordsTSV string

var words = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(wordsTSV) {
		if word, papers, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
			table[word] = strings.Split(papers, "|")
		}
	}
	delete(table, "word") // the line of column names
	return table
})

// For gives the kinds of papers, one of which allows an owner a word of a name that
// needs an approval; nil where none does.
func For(word string) []string { return words()[word] }

// Class is what a text that should name a paper is.
type Class uint8

// The classes.
const (
	// Unknown: it may be a paper, but of no kind that is known.
	Unknown Class = iota
	// Missing: it is blank, dashes, or says that there is none, or none any more or yet.
	Missing
	// Identity: it shows who the owner is, which is a licence for no trade.
	Identity
	// Known: it is of a kind with a name.
	Known
)

// kind is a line of the table.
type kind struct {
	name   string
	forms  []string // plain, the name among them
	number *regexp.Regexp
}

var kinds = sync.OnceValue(func() []kind {
	table, err := parse(papersTSV)
	if err != nil {
		panic(err) // a test reads it
	}
	return table
})

func parse(tsv string) (table []kind, err error) {
	seen := map[string]string{}
	number := 0
	for line := range strings.Lines(tsv) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "name\t") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || cells[0] == "" {
			return nil, fmt.Errorf("papers.tsv:%d: expected name, others and number, got %q", number, line)
		}
		k := kind{name: cells[0]}
		for form := range strings.SplitSeq(cells[0]+"|"+cells[1], "|") {
			if form = plain(form); form == "" {
				continue
			}
			if other, ok := seen[form]; ok {
				return nil, fmt.Errorf("papers.tsv:%d: %s is a name of %s already", number, form, other)
			}
			seen[form] = k.name
			k.forms = append(k.forms, form)
		}
		if cells[2] != "" {
			if k.number, err = regexp.Compile(cells[2]); err != nil {
				return nil, fmt.Errorf("papers.tsv:%d: number: %w", number, err)
			}
		}
		table = append(table, k)
	}
	return table, nil
}

// IsKind tells whether a name is that of a kind in the table.
func IsKind(name string) bool {
	for _, k := range kinds() {
		if k.name == name {
			return true
		}
	}
	return false
}

// Names gives all names and abbreviations of papers that are read, in the order of the
// table, then those of identity papers.
func Names() (names []string) {
	for _, k := range kinds() {
		names = append(names, k.forms...)
	}
	return append(names, identity...)
}

// nothing are words for the absence of a paper.
var nothing = []string{"无", "没有", "暂无", "未提供", "待补", "待上传", "待补充", "待定", "NA", "NONE", "NULL", "NIL", "TBD", "TODO", "无需", "不需要", "办理中", "正在办理", "申请中", "测试", "TEST", "资质", "证件", "证书", "许可证", "执照", "文件", "授权", "授权书待补"}

// identity are papers that every owner has.
var identity = []string{"营业执照", "身份证", "统一社会信用代码", "组织机构代码", "税务登记证", "开户许可证", "法人证明", "法人身份", "商标注册证", "企业法人", "工商执照", "个体户执照", "信用代码证", "护照", "户口本", "租赁合同", "房产证"}

var creditCode = regexp.MustCompile(`^[0-9A-HJ-NPQRTUWXY]{18}$`)

// CreditCode gives the credit code (统一社会信用代码) that a text names or is, in upper case;
// empty: none.
func CreditCode(text string) string {
	p := plain(strings.ToValidUTF8(text[:min(len(text), mostRead)], ""))
	if creditCode.MatchString(p) {
		return p
	}
	if m := namedCode.FindStringSubmatch(p); m != nil {
		return m[1]
	}
	return ""
}

// namedCode is a credit code behind its name.
var namedCode = regexp.MustCompile(`(?:信用代码|营业执照|机构代码)[^0-9A-Z]{0,8}([0-9A-HJ-NPQRTUWXY]{18})(?:[^0-9A-Z]|$)`)

// photo is the end of a file's name.
var photo = regexp.MustCompile(`(?i)\.(jpe?g|png|pdf|bmp|gif|webp|heic|tiff?|docx?)$`)

// mostRead is how many bytes of a text are read: names are sought one after the other,
// each in all that is left, and no list of papers in one text is longer.
const mostRead = 2048

// Read tells what a text names: its class, and where it is Known its kinds. A text
// may name several; of a very long one the beginning is read.
func Read(text string) (Class, []string) {
	text = strings.ToValidUTF8(text[:min(len(text), mostRead)], "")
	text = photo.ReplaceAllString(strings.TrimSpace(text), "")
	p := plain(text)
	if p == "" || isNothing(p) || isDenied(p) {
		return Missing, nil
	}
	if found := named(p); len(found) > 0 {
		return Known, found
	}
	if found := numbered(p); len(found) > 0 {
		return Known, found
	}
	for _, form := range identity {
		if strings.Contains(p, form) {
			return Identity, nil
		}
	}
	if creditCode.MatchString(p) {
		return Identity, nil
	}
	return Unknown, nil
}

// denied stand before a paper that somebody has not, lapsed behind one that holds no
// more, or not yet. What an owner says against a paper is believed.
var (
	denied = []string{"没有取得", "没有办理", "没有", "没办", "没", "尚未取得", "尚未办理", "尚未", "还没有", "还没", "未取得", "未办理", "未办", "未获得", "暂无", "暂缺", "暂未取得",
		"暂未", "缺少", "缺", "无需", "不需要", "无", "正在办理", "正在申请", "正在申办", "正在补办", "申请办理", "申请", "拟办理", "拟办", "待办理", "待办", "待补", "准备办理", "即将取得", "伪造的", "伪造", "伪", "假的", "假"}
	lapsed = []string{"办理中", "申请中", "申办中", "审批中", "审核中", "受理中", "补办中", "正在办理", "正在申请", "待补", "待办", "待办理", "待上传", "待补充", "尚未取得", "未取得", "未办理", "未下发", "没有",
		"已过期", "过期", "已到期", "已失效", "失效", "已注销", "已吊销", "被吊销", "已撤销", "作废", "已作废"}
)

// isDenied tells whether a plain text says itself that its paper is not held.
func isDenied(p string) bool {
	for _, word := range lapsed {
		if rest, ok := strings.CutSuffix(p, word); ok && !strings.HasSuffix(rest, "未") && !strings.HasSuffix(rest, "不") {
			return true
		}
	}
	for _, word := range denied {
		if rest, ok := strings.CutPrefix(p, word); ok && namesPaper(rest) {
			return true
		}
	}
	return false
}

// namesPaper tells whether a plain text begins with a paper: 无人机 has none behind 无.
func namesPaper(p string) bool {
	for _, generic := range nothing {
		if strings.HasPrefix(p, generic) {
			return true
		}
	}
	for _, form := range identity {
		if strings.HasPrefix(p, form) {
			return true
		}
	}
	for _, k := range kinds() {
		for _, form := range k.forms {
			if strings.HasPrefix(p, form) {
				return true
			}
		}
	}
	return false
}

func isNothing(p string) bool {
	for _, n := range nothing {
		if p == n {
			return true
		}
	}
	first := []rune(p)[0]
	return strings.Trim(p, string(first)) == "" // 0000, XXXX
}

// named gives the kinds whose name stands in a plain text and is no part of a
// longer one: 医疗器械经营许可 is no 经营许可.
func named(p string) (found []string) {
	for {
		longest, name := "", ""
		for _, k := range kinds() {
			for _, form := range k.forms {
				if len(form) > len(longest) && contains(p, form) {
					longest, name = form, k.name
				}
			}
		}
		if longest == "" {
			return found
		}
		found = append(found, name)
		p = strings.Replace(p, longest, " ", 1)
	}
}

// contains tells whether a form stands in a text, an abbreviation in letters as a
// whole word only.
func contains(p, form string) bool {
	at := strings.Index(p, form)
	if at < 0 {
		return false
	}
	if form[0] >= 0x80 {
		return true
	}
	return at == 0 || p[at-1] >= 0x80 || p[at-1] == ' '
}

// numbered gives the kinds whose numbers are of the form of a plain text.
func numbered(p string) (found []string) {
	for _, k := range kinds() {
		if k.number != nil && k.number.MatchString(p) {
			found = append(found, k.name)
		}
	}
	return found
}

// plain gives a text in upper case and half width, without spaces, brackets and
// other signs, except for the dashes and points inside numbers.
func plain(text string) string {
	p := strings.Map(func(r rune) rune {
		switch {
		case r == '-' || r == '.' || r == '—' || r == '－':
			return '-'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToUpper(r)
		}
		return -1
	}, norm.NFKC.String(text))
	return strings.Trim(p, "-")
}

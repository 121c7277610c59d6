// Package owner knows who owns protected marks by registered name, and what the
// name of an owner says about its kind.
package owner

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
)

//go:embed registered.tsv
var registeredTSV string

// registered gives the normal forms of the names of each key.
var registered = sync.OnceValue(func() map[string]map[string]bool {
	owners, err := parse(registeredTSV)
	if err != nil {
		panic(err) // a test reads them
	}
	return owners
})

func parse(tsv string) (map[string]map[string]bool, error) {
	owners := map[string]map[string]bool{}
	number := 0
	for line := range strings.Lines(tsv) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || line == "owner\tnames" {
			continue
		}
		keys, names, ok := strings.Cut(line, "\t")
		if !ok || keys == "" || names == "" {
			return nil, fmt.Errorf("registered.tsv:%d: expected owner and names, got %q", number, line)
		}
		set := map[string]bool{}
		for name := range strings.SplitSeq(names, "|") {
			if n := Normal(name); n == "" || set[n] {
				return nil, fmt.Errorf("registered.tsv:%d: a name is empty or given twice: %q", number, name)
			} else {
				set[n] = true
			}
		}
		for key := range strings.SplitSeq(keys, "|") {
			if k := fold.String(key); owners[k] != nil {
				return nil, fmt.Errorf("registered.tsv:%d: %q has a line already", number, key)
			} else {
				owners[k] = set
			}
		}
	}
	return owners, nil
}

// Known tells whether registered names are listed for the key of an owner.
func Known(key string) bool { return registered()[fold.String(key)] != nil }

// Registered tells whether a name, in its normal form, is a registered name of the
// owner whom lists name by key, or of a branch of it. A key that is a registered
// name itself stands for its own only.
func Registered(key, normal string) bool {
	if normal == "" {
		return false
	}
	names := registered()[fold.String(key)]
	if names == nil {
		own := Normal(key)
		return FormOf(key) != Unknown && FormOf(key) != Person && (normal == own || isBranch(normal, own))
	}
	if names[normal] {
		return true
	}
	for name := range names {
		if isBranch(normal, name) {
			return true
		}
	}
	return false
}

// branches are the ends of the registered names of branches, which begin with the
// whole name of what they are a branch of (企业名称登记管理规定, article 13).
var branches = []string{"分公司", "分行", "支行", "分店", "分部", "营业部", "营业厅", "办事处", "分理处", "分院"}

// notBranch are words of those who deal in the goods of another: 华为技术有限公司授权店.
var notBranch = []string{"授权", "代理", "加盟", "特约", "合作", "经销", "维修", "服务", "专卖", "体验"}

// longestBranch is how many runes a branch adds to the name at most.
const longestBranch = 20

func isBranch(normal, name string) bool {
	rest, ok := strings.CutPrefix(normal, name)
	if !ok || rest == "" || len([]rune(rest)) > longestBranch || holds(rest, notBranch) {
		return false
	}
	return hasSuffix(rest, branches)
}

// Normal gives the form of an owner's name that is compared: folded, without
// brackets, spaces and points, 有限责任公司 and 股份有限公司 as 有限公司.
func Normal(name string) string {
	n := strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return r
	}, fold.String(name))
	for _, form := range []string{"股份有限公司", "有限责任公司"} {
		n = strings.ReplaceAll(n, form, "有限公司")
	}
	return n
}

// Principal gives the form of a name by which owners are told apart: Normal, of a branch
// of a company that of the company, which answers for it (公司法, article 13).
func Principal(name string) string {
	n := Normal(name)
	const end = "公司"
	for at := max(0, len(n)-len(end)-longestBranch*utf8.UTFMax); ; { // what is before has no branch behind it
		i := strings.Index(n[at:], end)
		if i < 0 {
			return n
		}
		at += i + len(end)
		if isBranch(n, n[:at]) {
			return n[:at]
		}
	}
}

// Claims tells whether a name, in its normal form, is one that an owner named by
// key could have: its trade name, behind the place that company names begin with,
// begins with the key. isPlace tells places, without 省, 市, 县 and the like.
func Claims(key, normal string, isPlace func(string) bool) bool {
	k := fold.String(key)
	at := strings.Index(normal, k)
	return k != "" && at >= 0 && startsTradeName(normal[:at], isPlace)
}

// startsTradeName tells whether a beginning is empty or nothing but places.
func startsTradeName(before string, isPlace func(string) bool) bool {
	const longestPlace = 4 // runes
	rest := []rune(strings.TrimPrefix(strings.TrimPrefix(before, "中国"), "国家"))
	for len(rest) > 0 {
		n := 0
		for size := min(longestPlace, len(rest)); size > 1 && n == 0; size-- {
			if isPlace(string(rest[:size])) {
				n = size
			}
		}
		if n == 0 {
			return false
		}
		rest = rest[n:]
		if len(rest) > 0 && strings.ContainsRune("省市区县州", rest[0]) {
			rest = rest[1:]
		}
	}
	return true
}

func holds(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasSuffix(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

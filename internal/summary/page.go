package summary

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageStyle string
)

var page = template.Must(template.New("summary").Parse(pageHTML))

// words of the page.
var words = map[string]validate.Text{
	"title": {ZH: "目录检查概要", EN: "Summary of the catalog"}, "records": {ZH: "条记录", EN: "records"},
	"pass": {ZH: "通过", EN: "pass"}, "review": {ZH: "待人工", EN: "for review"}, "reject": {ZH: "不通过", EN: "rejected"},
	"error": {ZH: "读不了", EN: "unreadable"}, "advice": {ZH: "建议", EN: "advice"},
	"verdicts": {ZH: "结论", EN: "Verdicts"}, "rules": {ZH: "违反的规则", EN: "Rules broken"}, "rule": {ZH: "规则", EN: "rule"},
	"check": {ZH: "检查", EN: "check"}, "findings": {ZH: "问题", EN: "findings"}, "none": {ZH: "没有", EN: "none"},
	"owners": {ZH: "问题最多的主体", EN: "Owners with the most faults"}, "owner": {ZH: "主体", EN: "owner"},
	"duplicates": {ZH: "雷同的小程序", EN: "Near-duplicates"}, "size": {ZH: "每组条数", EN: "records in a group"}, "groups": {ZH: "组数", EN: "groups"},
	"first": {ZH: "最早的一条", EN: "first record"}, "members": {ZH: "其余", EN: "others"}, "how": {ZH: "怎样雷同", EN: "in what way"},
	"suppressed": {ZH: "放行的问题：已核准 %d，基线中已有 %d", EN: "Findings suppressed: %d allowed, %d in the baseline"},
	"repeats":    {ZH: "%d 条记录与前面的雷同，分属 %d 组", EN: "%d records repeat earlier ones, in %d groups"},
	"largest":    {ZH: "只列最大的 %d 组", EN: "The largest %d groups"}, "worst": {ZH: "共 %d 个主体有问题，只列前 %d 个", EN: "The first %[2]d of %[1]d owners with faults"},
	"identical": {ZH: "相同", EN: "identical"}, "edited": {ZH: "改动几字", EN: "edited"}, "template": {ZH: "套用模板", EN: "template"},
	"branch": {ZH: "门店", EN: "branch"}, "same": {ZH: "同一主体", EN: "same owner"}, "other": {ZH: "不同主体", EN: "other owners"},
	"unknown": {ZH: "主体未填", EN: "owners not given"}, "more": {ZH: "等", EN: "and more"},
}

// row is a row of a chart: what it is of, a bar, and numbers.
type row struct {
	Label, Note string
	Bars        []bar
	Total       int
}

// bar is one part of a stacked bar; X and Width are in units of the chart.
type bar struct {
	Class, Title string
	X, Width     float64
	Count        int
}

// groupRow is a group as the page shows it.
type groupRow struct {
	Size          int
	First         string
	Members, Kind []string
	More          bool
}

// view is what the template reads.
type view struct {
	Lang, Policy                      string
	Style                             template.CSS
	W                                 map[string]string
	Total                             int
	Verdicts                          row
	Rules, Owners, Sizes              []row
	Groups                            []groupRow
	Suppressed, Repeats, Worst, Large string
}

// chartWidth is the length of the longest bar in units.
const chartWidth = 300.0

// Write writes the page: HTML that needs no script and no other file.
func (s *Summary) Write(w io.Writer) error {
	v := view{Lang: string(s.language), Policy: report.Policy(pageStyle, ""), Style: template.CSS(pageStyle), W: map[string]string{}, Total: s.pass + s.review + s.reject + s.error}
	for key := range words {
		v.W[key] = s.word(key)
	}
	v.Verdicts = s.verdicts()
	v.Rules, v.Owners, v.Sizes, v.Groups = s.ruleRows(), s.ownerRows(), s.sizeRows(), s.groupRows()
	if s.allowed+s.known > 0 {
		v.Suppressed = fmt.Sprintf(s.word("suppressed"), s.allowed, s.known)
	}
	groups := 0
	for _, n := range s.sizes {
		groups += n
	}
	v.Repeats = fmt.Sprintf(s.word("repeats"), s.repeats, groups)
	if len(s.owners) > mostOwners {
		v.Worst = fmt.Sprintf(s.word("worst"), len(s.owners), mostOwners)
	}
	if groups > mostGroups {
		v.Large = fmt.Sprintf(s.word("largest"), mostGroups)
	}
	return page.Execute(w, v)
}

func (s *Summary) word(key string) string { return words[key].In(s.language) }

// bars lays the parts of a bar side by side; full is the count of the longest.
func (s *Summary) bars(full int, width float64, classes []string, n ...int) (all []bar) {
	x := 0.0
	for i, class := range classes {
		if n[i] == 0 {
			continue
		}
		long := max(width*float64(n[i])/float64(full), 1) // what is there is seen
		all = append(all, bar{class, fmt.Sprintf("%s %d", s.word(class), n[i]), x, long, n[i]})
		x += long
	}
	return all
}

func (s *Summary) verdicts() row {
	total := s.pass + s.review + s.reject + s.error
	return row{Total: total, Bars: s.bars(max(total, 1), 600, []string{"pass", "review", "reject", "error"}, s.pass, s.review, s.reject, s.error)}
}

var severities = []string{"reject", "review", "advice"}

func (s *Summary) ruleRows() (rows []row) {
	titles := map[string]string{}
	for _, c := range validate.Checks() {
		titles[c.Slug] = c.Title.In(s.language)
	}
	keys := slices.SortedFunc(maps.Keys(s.rules), func(a, b ruleKey) int {
		return cmp.Or(cmp.Compare(s.rules[b].total(), s.rules[a].total()), cmp.Compare(a.rule, b.rule), cmp.Compare(a.check, b.check))
	})
	for _, k := range keys {
		c := s.rules[k]
		rows = append(rows, row{Label: k.rule, Note: titles[k.check] + " · " + k.check, Total: c.total(),
			Bars: s.bars(s.rules[keys[0]].total(), chartWidth, severities, c.reject, c.review, c.advice)})
	}
	return rows
}

// ownerRows gives the owners with the most rejects, then reviews.
func (s *Summary) ownerRows() (rows []row) {
	names := slices.SortedFunc(maps.Keys(s.owners), func(a, b string) int {
		x, y := s.owners[a], s.owners[b]
		return cmp.Or(cmp.Compare(y.reject, x.reject), cmp.Compare(y.review, x.review), cmp.Compare(a, b))
	})
	names = names[:min(len(names), mostOwners)]
	full := 1
	for _, name := range names {
		full = max(full, s.owners[name].total())
	}
	for _, name := range names {
		c := s.owners[name]
		rows = append(rows, row{Label: report.Shown(name), Total: c.total(), Bars: s.bars(full, chartWidth, severities, c.reject, c.review, 0)})
	}
	return rows
}

// sizeRows counts the groups by classes of size.
func (s *Summary) sizeRows() (rows []row) {
	classes := []struct {
		label string
		to    int
	}{{"2", 2}, {"3", 3}, {"4–9", 9}, {"10–99", 99}, {"100–999", 999}, {"1000+", int(^uint(0) >> 1)}}
	n := make([]int, len(classes))
	for size, count := range s.sizes {
		i := slices.IndexFunc(classes, func(c struct {
			label string
			to    int
		}) bool {
			return size <= c.to
		})
		n[i] += count
	}
	full := slices.Max(n)
	for i, c := range classes {
		if n[i] > 0 {
			rows = append(rows, row{Label: c.label, Total: n[i], Bars: s.bars(full, chartWidth, []string{"review"}, n[i])})
		}
	}
	return rows
}

func (s *Summary) groupRows() (rows []groupRow) {
	firsts := slices.SortedFunc(maps.Keys(s.groups), func(a, b int) int {
		return cmp.Or(cmp.Compare(s.groups[b].size, s.groups[a].size), cmp.Compare(a, b))
	})
	for _, first := range firsts {
		g := s.groups[first]
		r := groupRow{Size: g.size, More: g.size > len(g.members)}
		for i, m := range g.members {
			text := named(m)
			if i == 0 {
				r.First = text
			} else {
				r.Members = append(r.Members, text)
			}
		}
		for _, kind := range []catalog.Kind{catalog.Identical, catalog.Edited, catalog.Template, catalog.Branch} {
			if n := g.kinds[kind]; n > 0 {
				r.Kind = append(r.Kind, fmt.Sprintf("%s %d", s.word(string(kind)), n))
			}
		}
		for i, n := range []int{g.same, g.other, g.unknown} {
			if n > 0 {
				r.Kind = append(r.Kind, fmt.Sprintf("%s %d", s.word([]string{"same", "other", "unknown"}[i]), n))
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// named is a record in a few words: name, id and owner.
func named(m member) string {
	parts := []string{report.Shown(m.name), report.Shown(m.id)}
	if m.owner != "" {
		parts = append(parts, report.Shown(m.owner))
	}
	return strings.Join(parts, " · ")
}

package main

import (
	"fmt"
	"strings"

	"github.com/mingcha-go/mingcha/internal/docs/markdown"
	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

// writeCheck writes the section of a check. The heading is the slug alone, so
// that the anchor is the slug as well.
func (c *catalogue) writeCheck(b *strings.Builder, check *validate.Check) {
	fmt.Fprintf(b, "\n### %s\n\n**%s** · **%s**\n\n", check.Slug,
		markdown.Escape(check.Title.ZH), markdown.Escape(check.Title.EN))
	fmt.Fprintf(b, "%s\n\n%s\n\n", markdown.Escape(check.Doc.ZH), markdown.Escape(check.Doc.EN))
	fmt.Fprintf(b, "- 规则 Rules: %s\n", markdown.Escape(strings.Join(check.Rules, ", ")))
	fields := make([]string, len(check.Fields))
	for i, f := range check.Fields {
		fields[i] = string(f)
	}
	fmt.Fprintf(b, "- 字段 Fields: %s\n", markdown.Escape(strings.Join(fields, ", ")))
	c.writeLists(b, check.Slug)
	writeSamples(b, "会找到 · Found", check.Found, true)
	writeSamples(b, "不会误报 · Left in peace", check.Innocent, false)
	writeIcons(b, check.Icons)
	writePairs(b, check.Pairs)
}

// writeIcons writes a table of sample icons, in words.
func writeIcons(b *strings.Builder, icons []validate.IconSample) {
	if len(icons) == 0 {
		return
	}
	table := markdown.NewTable("图标", "Icon", "程度 Severity")
	for _, s := range icons {
		severity := "—"
		if s.Found {
			severity = s.Severity.String()
		}
		table.Add(markdown.Escape(s.Title.ZH), markdown.Escape(s.Title.EN), severity)
	}
	fmt.Fprintf(b, "\n**图标样例 · Sample icons**\n\n%s", table)
}

// writePairs writes a table of pairs of submissions with what is said of the
// second.
func writePairs(b *strings.Builder, pairs []validate.PairSample) {
	if len(pairs) == 0 {
		return
	}
	table := markdown.NewTable("先提交 First", "后提交 Second", "主体 Owner", "规则 Rule", "程度 Severity")
	for i := range pairs {
		p := &pairs[i]
		owners, rule, severity := "同一 the same", p.Rule, p.Severity.String()
		if p.First.Owner.Name != p.Second.Owner.Name {
			owners = "不同 another"
		}
		if p.Severity == 0 {
			rule, severity = "放过 none", ""
		}
		table.Add(markdown.Escape(p.First.Name+"："+p.First.Intro), markdown.Escape(p.Second.Name+"："+p.Second.Intro), owners, rule, severity)
	}
	fmt.Fprintf(b, "\n**成对样例 · Pairs**\n\n%s", table)
}

// writeLists names the files of words that a check reads.
func (c *catalogue) writeLists(b *strings.Builder, slug string) {
	var files []string
	for _, list := range c.lists {
		if list.Check != slug {
			continue
		}
		words, innocent := countWords(list)
		file := fmt.Sprintf("[%s](../lexicon/lists/%[1]s) %d 词 words", list.File, words)
		if innocent > 0 {
			file += fmt.Sprintf(" + %d 无害词 innocent words", innocent)
		}
		files = append(files, file)
	}
	if len(files) > 0 {
		fmt.Fprintf(b, "- 词表 Lists: %s\n", strings.Join(files, "; "))
	}
}

// countWords counts the words of a list that can be found, and those that only
// stand there to shield longer words from shorter ones.
func countWords(list *lexicon.List) (words, innocent int) {
	for i := range list.Entries {
		worst := list.Entries[i].Severity
		for _, s := range list.Entries[i].ByField {
			worst = max(worst, s)
		}
		if worst == lexicon.None {
			innocent++
		} else {
			words++
		}
	}
	return words, innocent
}

// writeSamples writes a table of samples; of those that are found the part in
// bold and the severity, too.
func writeSamples(b *strings.Builder, title string, samples []validate.Sample, found bool) {
	if len(samples) == 0 {
		return
	}
	header := []string{"文本 Text", "字段 Field", "程度 Severity"}
	if !found {
		header = header[:2]
	}
	table := markdown.NewTable(header...)
	for i := range samples {
		s := &samples[i]
		field := markdown.Escape(string(s.Field))
		if s.Name != "" {
			field += " (name: " + markdown.Escape(s.Name) + ")"
		}
		if found {
			start, end := wanted(s)
			table.Add(markdown.Mark(s.Text, start, end), field, s.Severity.String())
		} else {
			table.Add(markdown.Escape(s.Text), field)
		}
	}
	fmt.Fprintf(b, "\n**%s**\n\n%s", title, table)
}

// wanted gives the bytes of the sample that are found: the first place of Want,
// or everything.
func wanted(s *validate.Sample) (start, end int) {
	if i := strings.Index(s.Text, s.Want); s.Want != "" && i >= 0 {
		return i, i + len(s.Want)
	}
	return 0, len(s.Text)
}

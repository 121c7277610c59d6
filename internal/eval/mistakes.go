package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/mingcha-go/mingcha/internal/docs/markdown"
	"github.com/mingcha-go/mingcha/validate"
)

// printMistakes lists the misses, then the false alarms, each with the text and
// the reason that the case gives.
func printMistakes(w io.Writer, mistakes []mistake) {
	var misses, alarms []string
	for _, m := range mistakes {
		if m.want != nil {
			misses = append(misses, m.miss())
		} else {
			alarms = append(alarms, m.alarm())
		}
	}
	fmt.Fprintf(w, "\nMissed: %d\n%s", len(misses), strings.Join(misses, ""))
	fmt.Fprintf(w, "\nFalse alarms: %d\n%s", len(alarms), strings.Join(alarms, ""))
}

// miss gives one line with the wanted text marked.
func (m *mistake) miss() string {
	texts := textsOf(&m.of.Submission)
	text, ok := texts[m.want.Field]
	if !ok {
		text = texts[m.want.Field+"[0]"]
	}
	start := max(0, strings.Index(text, m.want.Text))
	line := fmt.Sprintf("%s\t%s\t%s\t%s", m.of.ID, m.want.Field, marked(text, start, start+len(m.want.Text)), m.of.Why)
	if m.finding != nil {
		line += " [found, but as advice only]"
	}
	return line + "\n"
}

// alarm gives one line with the text found marked.
func (m *mistake) alarm() string {
	f := m.finding
	text := textsOf(&m.of.Submission)[f.Field]
	line := fmt.Sprintf("%s\t%s\t%s\t%s", m.of.ID, f.Field, marked(text, f.Start, f.End), f.Severity)
	return line + provenance(f) + "\t" + m.of.Why + "\n"
}

// provenance says what a finding was taken for where its text does not.
func provenance(f *validate.Finding) string {
	if f.Entry == "" || f.Entry == f.Text {
		return ""
	}
	return fmt.Sprintf(" (%s, %s)", f.Entry, strings.Join(f.Via, "+"))
}

// marked gives a text on one line with the bytes from start to end in 【】, and
// at most as much around them as is needed to judge.
func marked(text string, start, end int) string {
	before, found, after := []rune(text[:start]), text[start:end], []rune(text[end:])
	const around = 40 // characters
	lead, trail := "", ""
	if len(before) > around {
		before, lead = before[len(before)-around:], "…"
	}
	if len(after) > around {
		after, trail = after[:around], "…"
	}
	return lead + markdown.Visible(string(before)) + "【" + markdown.Visible(found) + "】" + markdown.Visible(string(after)) + trail
}

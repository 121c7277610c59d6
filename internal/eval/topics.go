package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/mingcha-go/mingcha/internal/docs/markdown"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
)

// topicScore counts how often the topics of a label stand first, and among the
// first three.
type topicScore struct{ rows, top1, top3 int }

// measureTopics judges the topics of labelled descriptions and shows what most
// mistakes take for what.
func measureTopics(w io.Writer, rows []realRow, size int) error {
	labels, err := parseLabels(labelsTSV)
	if err != nil {
		return err
	}
	var total topicScore
	byLabel := map[string]*topicScore{}
	confused := newTally()
	var text fold.Text
	var reading topic.Reading
	for i := range rows {
		l, known := labels[rows[i].Category]
		if !known || len(l.topics) == 0 || rows[i].Description == "" {
			continue
		}
		text.Fold(rows[i].Description)
		reading.Read(&text, topic.Prose)
		at := slices.IndexFunc(reading.Topics(), func(t topic.Weight) bool { return l.right(t.Topic) })
		if byLabel[rows[i].Category] == nil {
			byLabel[rows[i].Category] = &topicScore{}
		}
		for _, s := range []*topicScore{&total, byLabel[rows[i].Category]} {
			s.rows++
			if at == 0 {
				s.top1++
			}
			if at >= 0 && at < 3 {
				s.top3++
			}
		}
		if at != 0 {
			first := "nothing"
			if len(reading.Topics()) > 0 {
				first = reading.Topics()[0].Topic.Slug
			}
			confused.add(rows[i].Category+" taken for "+first, rows[i].Description)
		}
	}
	table := markdown.NewTable("label", "rows:", "first:", "%:", "among three:", "%:")
	for _, name := range sortedKeys(byLabel) {
		s := byLabel[name]
		table.Add(name, fmt.Sprint(s.rows), fmt.Sprint(s.top1), percent(s.top1, s.rows), fmt.Sprint(s.top3), percent(s.top3, s.rows))
	}
	table.Add("all", fmt.Sprint(total.rows), fmt.Sprint(total.top1), percent(total.top1, total.rows), fmt.Sprint(total.top3), percent(total.top3, total.rows))
	fmt.Fprint(w, table.Padded())
	confused.print(w, size)
	return nil
}

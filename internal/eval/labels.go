package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/category"
	"github.com/mingcha-go/mingcha/internal/topic"
)

//go:embed labels.tsv
var labelsTSV string

// label is what a class label of a description means here.
type label struct {
	// topics are those that are right; none: the label is no subject.
	topics []*topic.Topic
	// category is one that plainly fits, empty where none does.
	category string
}

// parseLabels reads labels.tsv and refuses topics and categories that do not
// exist.
func parseLabels(tsv string) (map[string]label, error) {
	labels := map[string]label{}
	for line := range strings.Lines(tsv) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "label" {
			continue
		}
		if len(cells) != 3 {
			return nil, fmt.Errorf("labels.tsv: %q: want label, topics, category", line)
		}
		var l label
		for slug := range strings.FieldsSeq(cells[1]) {
			t := topic.BySlug(slug)
			if t == nil {
				return nil, fmt.Errorf("labels.tsv: %s: no topic %q", cells[0], slug)
			}
			l.topics = append(l.topics, t)
		}
		if l.category = cells[2]; l.category != "" && category.Find(l.category) == nil {
			return nil, fmt.Errorf("labels.tsv: %s: no category %q", cells[0], l.category)
		}
		labels[cells[0]] = l
	}
	return labels, nil
}

func (l *label) right(t *topic.Topic) bool { return slices.Contains(l.topics, t) }

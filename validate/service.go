package validate

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/topic"
)

// What a submission must say of its service before anything else is held
// against it: words of one topic whose weights reach leastClear, two at least.
const (
	leastClear = 6
	// share is the part of the weight of the first topic that another one needs
	// to be taken for what the service is about too.
	share = 0.1
	// kinLeast is the weight from which a topic that programs mix with the first is
	// taken so too.
	kinLeast = 1
)

// service gives what the intro, or where there is none the description, speaks
// of; nil where it says too little.
func (s *subject) service() []topic.Weight {
	t := s.field(introIndex)
	if t == nil {
		t = s.field(descriptionIndex)
	}
	if t == nil {
		return nil
	}
	about := t.topics().Topics()
	if len(about) == 0 || about[0].Sum < leastClear || about[0].Words < 2 {
		return nil
	}
	return about
}

// speaksOf tells whether a topic is among those that a service is about: with a
// share of the weight of the first, or with any word at all if programs mix the
// two.
func speaksOf(about []topic.Weight, t *topic.Topic) bool {
	for _, w := range about {
		if w.Topic == t {
			return w.Sum >= share*about[0].Sum || w.Sum >= kinLeast && about[0].Topic.Kin(t)
		}
	}
	return false
}

// speaksOfAny is speaksOf for the topics of a category.
func speaksOfAny(about []topic.Weight, slugs []string) bool {
	return slices.ContainsFunc(slugs, func(slug string) bool { return speaksOf(about, topic.BySlug(slug)) })
}

func topicName(t *topic.Topic, l Language) string { return Text{t.ZH, t.EN}.In(l) }

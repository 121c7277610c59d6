package validate

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/topic"
)

var _ = register(&Check{
	Slug:   "tag-mismatch",
	Rules:  []string{"3.4"},
	Fields: []Field{FieldTags},
	Title:  Text{"标签与服务不相干", "A tag does not fit the service"},
	Doc: Text{
		"标签要和服务范围一致，不能超出（服务是家政，标签写美食）。标签和简介都明白、又不相干的交给人工。",
		"Tags have to fit the service (a 美食 tag on a cleaning service does not). A tag that clearly speaks of one thing where the intro clearly speaks of another goes to a person.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Intro: "预约保洁、保姆和月嫂，上门服务", Tags: []string{"家政", "股票"}}, Severity: Review, Field: "tags[1]"},
		{Submission: Submission{Intro: "预约保洁、保姆和月嫂，上门服务", Tags: []string{"家政", "保洁", "生活"}}},
		{Submission: Submission{Tags: []string{"股票"}}},
	},
	run: runTagMismatch,
})

func runTagMismatch(s *subject, c *Check) {
	if len(s.submission.Tags) == 0 {
		return
	}
	about := s.service()
	if about == nil {
		return
	}
	for i := range s.fields() {
		t := &s.texts[i]
		if t.kind != tagsIndex || s.sharesWithService(t) {
			continue
		}
		of := t.topics().Topics()
		if len(of) == 0 || !of[0].Strong || slices.ContainsFunc(of, func(w topic.Weight) bool { return speaksOf(about, w.Topic) }) {
			continue
		}
		s.add(c, t, Finding{Severity: Review, Start: 0, End: len(t.folded.Source), Entry: about[0].Topic.Slug, Score: 1,
			Message: Text{"标签说的是%[1]s，简介说的是%[2]s，请人工确认", "the tag speaks of %[1]s, the intro of %[2]s: a person should look"}.
				format(s.v.language, topicName(of[0].Topic, s.v.language), topicName(about[0].Topic, s.v.language)),
			Suggestion: Text{"只用与服务一致的标签", "use tags of the service only"}.In(s.v.language)})
	}
}

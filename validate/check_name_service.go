package validate

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/service"
)

var _ = register(&Check{
	Slug:   "name-service",
	Rules:  []string{"3.4", "4.2"},
	Fields: []Field{FieldName},
	Title:  Text{"名称用词会要求的类目", "Categories that a word of the name will ask for"},
	Doc: Text{
		"名称里有社区、银行、征信、图书、直播、医院这样的词，平台会要求相应的类目和材料。没有填写能覆盖它的类目时先提醒，说明要哪个类目、什么材料；课堂、饭店这样行业里常用的词，写了类目才提醒。只是建议；政府机构不提示。",
		"Words such as 社区, 银行, 征信, 图书, 直播, 医院 in a name make the platform ask for a category and its papers. Unless a stated category covers it, it is said before: which category, which paper. Words that are common in a trade (课堂, 饭店) are spoken of only where categories are stated. Advice only; government owners are left in peace.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Name: "青禾图书", Categories: []string{"工具/备忘录"}}, Rule: "4.2", Severity: Advice, Field: FieldName},
		{Found: true, Submission: Submission{Name: "青禾征信"}, Rule: "4.2", Severity: Advice, Field: FieldName},
		{Submission: Submission{Name: "青禾图书", Categories: []string{"商家自营/图书报刊/音像/影视/游戏/动漫"}}},
		{Found: true, Submission: Submission{Name: "青禾课堂", Categories: []string{"工具/备忘录"}}, Rule: "4.2", Severity: Advice, Field: FieldName},
		{Submission: Submission{Name: "青禾课堂"}},
		{Submission: Submission{Name: "青禾图书馆"}},
		{Submission: Submission{Name: "浦江社保", Owner: Owner{Kind: OwnerGovernment}}},
	},
	run: runNameService,
})

func runNameService(s *subject, c *Check) {
	if s.submission.Name == "" || s.submission.Owner.Kind == OwnerGovernment || !s.nameSpeaksOfService() {
		return
	}
	for i := range s.offers() {
		o := &s.offered[i]
		if o.name == nil || o.nameGrade < service.Offers && len(s.submission.Categories) == 0 && !s.v.complete || len(s.submission.Categories) > 0 && s.covered(o.service) {
			continue
		}
		start, end := o.name.folded.Span(o.nameFrom, o.nameTo)
		word := o.name.folded.Source[start:end]
		f := Finding{Severity: Advice, Start: start, End: end, Entry: o.service.Slug, Score: 1}
		f.Message, f.Suggestion = s.nameAsksFor(o, word)
		if o.service.Paper != "" {
			f.Rule = "4.2"
		}
		s.add(c, o.name, f)
	}
}

// nameSpeaksOfService tells whether the name holds a word that may ask for a category:
// most hold none, and then the other texts need not be read for services.
func (s *subject) nameSpeaksOfService() bool {
	mentions := s.services.Read(nameIndex, &s.field(nameIndex).folded)
	return slices.ContainsFunc(mentions, func(m service.Mention) bool { return m.Grade > service.Hints })
}

// nameAsksFor says which category and paper a word of the name asks for.
func (s *subject) nameAsksFor(o *offer, word string) (message, suggestion string) {
	category := s.coveringCategory(o.service)
	switch {
	case category == "" || s.barred(o.service):
		message = Text{"名称里的「%[1]s」会要求%[2]s类目，这类类目不对个人主体开放", "“%[1]s” in the name will ask for a category of %[2]s, which is not open to individuals"}.
			format(s.v.language, word, s.serviceName(o.service))
	case o.service.Paper == "":
		message = Text{"名称里的「%[1]s」会要求%[3]s类目，例如「%[2]s」", "“%[1]s” in the name will ask for a category of %[3]s, such as “%[2]s”"}.
			format(s.v.language, word, category, s.serviceName(o.service))
	default:
		message = Text{"名称里的「%[1]s」会要求%[4]s类目，例如「%[2]s」，并提交%[3]s", "“%[1]s” in the name will ask for a category of %[4]s, such as “%[2]s”, with its paper (%[3]s)"}.
			format(s.v.language, word, category, o.service.Paper, s.serviceName(o.service))
	}
	return message, Text{"备好类目和材料再提交；不做这项服务就换一个词", "have category and papers ready, or use another word if the program does nothing of the kind"}.In(s.v.language)
}

package validate

import (
	"slices"
	"strconv"
)

// How many members of a list of a submission are read. Forms take far fewer; what
// is more is not checked, and the check list-length says so.
const (
	MostTags           = 100
	MostIconText       = 100
	MostCategories     = 100
	MostFeatures       = 100
	MostLicences       = 100
	MostAuthorizations = 1000
)

var _ = register(&Check{
	Slug:   "list-length",
	Rules:  []string{"form.lists"},
	Fields: []Field{FieldTags, FieldIconText, "categories", "owner.licences", "features", "authorizations"},
	Title:  Text{"列表太长", "Lists that are too long"},
	Doc: Text{
		"标签、图标文字、类目、证照、功能各最多读 100 项，授权最多 1000 项，远多于任何表单能填的。超出的部分没有检查，所以直接驳回，并写明一共几项。",
		"Of tags, words on the icon, categories, licences and features 100 each are read, of authorisations 1,000: far more than any form takes. What is more is not checked, so it is a reject that tells how many there are.",
	},
	Declared: []DeclaredSample{
		{Submission: Submission{Name: "青禾记账", Tags: numbered("标签", MostTags+1)}, Found: true, Severity: Reject, Field: FieldTags},
		{Submission: Submission{Name: "青禾记账", Features: make([]Feature, MostFeatures+1)}, Found: true, Severity: Reject, Field: "features"},
		{Submission: Submission{Name: "青禾记账", Tags: []string{"记账", "账本", "预算"}, Categories: []string{"工具/记账"}}},
	},
	run: runListLength,
})

// numbered gives n words for a sample.
func numbered(word string, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = word + strconv.Itoa(i+1)
	}
	return words
}

// boundedList is a list of a submission and how many members of it are read.
type boundedList struct {
	field       Field
	given, read int
}

func boundedLists(s *Submission) [6]boundedList {
	return [...]boundedList{
		{FieldTags, len(s.Tags), MostTags},
		{FieldIconText, len(s.IconText), MostIconText},
		{"categories", len(s.Categories), MostCategories},
		{"owner.licences", len(s.Owner.Licences), MostLicences},
		{"features", len(s.Features), MostFeatures},
		{"authorizations", len(s.Authorizations), MostAuthorizations},
	}
}

// readable gives a submission as far as it is read: s itself, unless one of its
// lists is too long.
func readable(s *Submission) *Submission {
	for _, l := range boundedLists(s) {
		if l.given > l.read {
			cut := *s
			cut.Tags = first(s.Tags, MostTags)
			cut.IconText = first(s.IconText, MostIconText)
			cut.Categories = first(s.Categories, MostCategories)
			cut.Owner.Licences = first(s.Owner.Licences, MostLicences)
			cut.Features = first(s.Features, MostFeatures)
			cut.Authorizations = first(s.Authorizations, MostAuthorizations)
			return &cut
		}
	}
	return s
}

func first[T any](list []T, n int) []T { return list[:min(len(list), n)] }

func runListLength(s *subject, c *Check) {
	if s.given == s.submission {
		return
	}
	for _, l := range boundedLists(s.given) {
		if l.given > l.read {
			s.addTooLong(c, l)
		}
	}
}

func (s *subject) addTooLong(c *Check, l boundedList) {
	f := Finding{Severity: Reject,
		Message: Text{"有 %[1]d 项，最多读 %[2]d 项，其余没有检查", "there are %[1]d members, of which %[2]d are read: the rest is not checked"}.
			format(s.v.language, l.given, l.read),
		Suggestion: Text{"缩短列表，再检查一次", "shorten the list and check again"}.In(s.v.language)}
	if kind := slices.Index(textFields, string(l.field)); kind >= 0 { // its place is that of its members
		s.add(c, &text{base: l.field, index: -1, kind: kind, order: kind << 16}, f)
		return
	}
	s.addStated(c, l.field, "", f)
}

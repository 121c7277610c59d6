// Package service tells which services a text offers, by everyday words of some
// seventy services, and what each of them needs: a category, a licence, a feature.
package service

import (
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// Service is something that programs offer.
type Service struct {
	// Slug is its stable name; ZH and EN are its names in Chinese and English.
	Slug   string
	ZH, EN string
	// Categories are beginnings of the paths that cover it; none: every category does.
	Categories []string
	// Paper is the licence that it needs, in Chinese; empty: none. Held are parts of
	// the names by which a stated licence is known to be it, folded.
	Paper string
	Held  []string
	// ByLaw tells that the law forbids the service to who lacks the paper; other papers
	// are filings, or the platform's wish.
	ByLaw bool
	// NotFor are kinds of owners (enterprise, individual ...) that cannot offer it.
	NotFor []string
	// Feature is what a submission that offers it has to declare, Rule the number of
	// the rule (first edition) that asks for that; both may be empty.
	Feature, Rule string
}

// ofTheState are the categories of government services, which bundle whatever a town
// offers; only government owners may choose them.
const ofTheState = "政务民生/"

// Covers tells whether a category's path is one that covers the service.
func (s *Service) Covers(path string) bool {
	return len(s.Categories) == 0 || strings.HasPrefix(path, ofTheState) || slices.ContainsFunc(s.Categories, func(begin string) bool { return strings.HasPrefix(path, begin) })
}

// family is a group of categories whose programs honestly mix: a forum with short videos,
// a map with tickets. What is refused to most (loans, medicine) has none.
type family struct {
	paths []string // beginnings
	apart []string // services that need a category of their own even there
}

var families = []family{
	{[]string{"社交/", "资讯/", "文娱/视频广场", "文娱/其他视频", "文娱/微短剧", "文娱/互动微短剧", "文娱/音乐", "文娱/电台", "文娱/有声读物", "文娱/动漫", "文娱/网络小说",
		"文娱/出版物", "文娱/资讯广场"}, []string{"livestream"}},
	{[]string{"旅游服务/", "旅游/", "交通服务/", "出行与交通/"}, nil},
	{[]string{"体育/", "文娱/视频广场", "文娱/其他视频", "社交/直播"}, nil},
	{[]string{"教育服务/", "教育/", "社交/直播", "文娱/视频广场", "文娱/其他视频", "文娱/有声读物", "文娱/出版物", "商家自营/图书报刊"}, nil},
	{[]string{"生活服务/票务", "生活服务/营业性演出票务", "文娱/视频广场", "文娱/音乐"}, []string{"livestream"}},
	{[]string{"餐饮服务/", "物流服务/", "生活服务/跑腿", "生活服务/外送"}, nil},
}

// Akin tells whether a category's path is of a family with one that covers the service.
func (s *Service) Akin(path string) bool {
	return slices.ContainsFunc(families, func(f family) bool {
		return !slices.Contains(f.apart, s.Slug) && f.holds(path) && slices.ContainsFunc(s.Categories, f.holds)
	})
}

// holds tells whether a path, or the beginning of some, is in the family.
func (f family) holds(path string) bool {
	return slices.ContainsFunc(f.paths, func(begin string) bool { return strings.HasPrefix(path+"/", begin) })
}

// broadly is the number of categories from which a service says little of any of them.
const broadly = 12

// Broad tells whether so many categories cover the service that it says little of them.
func (s *Service) Broad() bool { return len(s.Categories) > broadly }

// Fields are the fields that words are looked for in, by the index that Read takes.
var Fields = []string{"name", "intro", "description"}

const nameField = 0

// Mention is a word of a service in a text.
type Mention struct {
	Service *Service
	Entry   *lexicon.Entry
	// From and To are the half-open range of symbols.
	From, To int
	// Grade is how plainly the word offers the service.
	Grade Grade
}

// Grade is how plainly a word offers its service; the numbers add up.
type Grade int

// The grades: a word that hints at the service, one that names it (in a name: one
// that asks for its category), one that can hardly mean anything else.
const (
	Hints Grade = 1 + iota
	Names
	Offers
)

// Reader finds mentions; the zero value is ready. It is not safe for concurrent use.
type Reader struct {
	buffer   match.Buffer
	mentions []Mention
}

// Read gives the mentions in a text of the field with that index in Fields, in the
// order of the text, until the next Read. Where the text denies a service, or makes
// it something to learn or note down, it is not mentioned.
func (r *Reader) Read(field int, t *fold.Text) []Mention {
	l := load()
	r.mentions = r.mentions[:0]
	found := l.words.Find(&r.buffer, field, t)
	studied := len(found) > 0 && l.aside.studies(t)
	for _, o := range found {
		s := l.bySlug[o.List.Name]
		grade := gradeOf(o.Severity)
		if field != nameField { // a name has no room for more
			grade = l.aside.grade(t, o.From, o.To, grade, len(s.Categories) == 0, studied)
		}
		if grade > 0 {
			r.mentions = append(r.mentions, Mention{s, o.Entry, o.From, o.To, grade})
		}
	}
	return r.mentions
}

func gradeOf(s lexicon.Severity) Grade {
	switch s {
	case lexicon.Reject:
		return Offers
	case lexicon.Review:
		return Names
	}
	return Hints
}

// All gives the services in the order of their table. Do not change them.
func All() []*Service { return load().all }

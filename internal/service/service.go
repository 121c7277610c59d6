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

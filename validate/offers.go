package validate

import (
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/service"
	"github.com/mingcha-go/mingcha/lexicon"
)

// offer is a service that the texts of a submission offer, with what speaks for it.
type offer struct {
	service *service.Service
	// text, from and to are the plainest mention outside of the name, the first of its
	// grade; nil where only the name has one.
	text     *text
	from, to int
	grade    service.Grade
	// weight sums the grades of the different words in name and intro, and in a description
	// that is read like one; front those in name and intro alone, long those in the
	// description, opening those where it says what the program is.
	weight, front, long, opening int
	// name is where the name holds a word that asks for a category, nil where it does
	// not; the grade Offers is of those that ask for it whatever else is said.
	name             *text
	nameFrom, nameTo int
	nameGrade        service.Grade
}

// How much the words of a service have to weigh. A name alone offers nothing, it only
// hints; a description is long and speaks of much besides.
const (
	offeredWeight = 2
	sureWeight    = 3
	// openingLeast and longLeast are asked of a description that the name and the intro
	// do not bear out.
	openingLeast = 3
	longLeast    = 6
)

// A description of up to shortSymbols is read like an intro; of a longer one the first
// openingSymbols say what the program is.
const (
	shortSymbols   = 200
	openingSymbols = 60
)

// offered tells whether the texts likely offer the service, sure whether they can
// hardly mean anything else.
func (o *offer) offered() bool {
	return o.text != nil && (o.weight >= offeredWeight || o.inDescription())
}

func (o *offer) sure() bool {
	return o.text != nil && (o.weight >= sureWeight || o.front > 0 && o.long >= offeredWeight || o.inDescription())
}

// spoken tells whether the texts speak of the service at all.
func (o *offer) spoken() bool { return max(o.weight, o.long) >= offeredWeight }

func (o *offer) inDescription() bool { return o.opening >= openingLeast && o.long >= longLeast }

// offers gives the services that name, intro and description speak of, in the order
// in which they come. They are looked for when they are first asked for: a submission
// that states nothing is not held against them.
func (s *subject) offers() []offer {
	if s.offersRead {
		return s.offered
	}
	s.offersRead = true
	var few [24]saidWord
	said := few[:0]
	for field, kind := range []int{nameIndex, introIndex, descriptionIndex} {
		if t := s.field(kind); t != nil {
			said = s.readOffers(field, t, said)
		}
	}
	return s.offered
}

// saidWord is a word of a service as it was said so far.
type saidWord struct {
	entry *lexicon.Entry
	in    *text // where it was said last
	grade service.Grade
}

// readOffers reads a text after those in which some words were said already. A word that
// comes again says no more, an intro that begins with the name no more than the name:
// it counts by how much plainer it is now.
func (s *subject) readOffers(field int, t *text, said []saidWord) []saidWord {
	for _, m := range s.services.Read(field, &t.folded) {
		o := s.offerOf(m.Service)
		if t.kind == nameIndex {
			if m.Grade > max(service.Hints, o.nameGrade) {
				o.name, o.nameFrom, o.nameTo, o.nameGrade = t, m.From, m.To, m.Grade
			}
			m.Grade = service.Hints // a name alone offers nothing
		}
		i := slices.IndexFunc(said, func(w saidWord) bool { return w.entry == m.Entry })
		if i < 0 {
			i = len(said)
			said = append(said, saidWord{entry: m.Entry})
		}
		more := max(0, m.Grade-said[i].grade)
		o.add(t, &m, int(more), said[i].in != t)
		said[i].grade, said[i].in = max(m.Grade, said[i].grade), t
	}
	return said
}

// add counts a mention in a text by how much more it says than what was said before; anew
// tells that the text had not said it.
func (o *offer) add(t *text, m *service.Mention, more int, anew bool) {
	switch t.kind {
	case nameIndex:
		o.weight += more
		o.front += more
		return
	case introIndex:
		o.weight += more
		o.front += more
	default:
		if n := len(t.folded.Symbols); n <= shortSymbols {
			o.weight += more
		} else if anew && m.From < openingSymbols {
			o.opening += int(m.Grade)
		}
		if anew {
			o.long += int(m.Grade)
		}
	}
	if m.Grade > o.grade && (o.text == nil || o.text == t) {
		o.text, o.from, o.to, o.grade = t, m.From, m.To, m.Grade
	}
}

// shadowed tells whether what offers a service is a part of what offers another one:
// 新闻 in 时政新闻 says nothing more.
func (s *subject) shadowed(o *offer) bool {
	return slices.ContainsFunc(s.offered, func(p offer) bool {
		return p.text == o.text && p.from <= o.from && o.to <= p.to && p.to-p.from > o.to-o.from &&
			len(p.service.Categories) > 0 && p.sure() && p.service.Feature == o.service.Feature
	})
}

func (s *subject) offerOf(of *service.Service) *offer {
	for i := range s.offered {
		if s.offered[i].service == of {
			return &s.offered[i]
		}
	}
	s.offered = append(s.offered, offer{service: of})
	return &s.offered[len(s.offered)-1]
}

// covered tells whether a stated category covers a service. Where no stated one is in
// the tree nothing can be said, and it is taken for covered.
func (s *subject) covered(by *service.Service) bool {
	known := false
	for _, stated := range s.categories() {
		if stated.found == nil {
			continue
		}
		if known = true; by.Covers(stated.found.Path) {
			return true
		}
	}
	return !known
}

// akin tells whether a stated category is kin to those that cover a service.
func (s *subject) akin(to *service.Service) bool {
	return slices.ContainsFunc(s.categories(), func(c statedCategory) bool { return c.found != nil && to.Akin(c.found.Path) })
}

// statesTerms tells whether a submission states what it is to be judged as, categories
// or features: only then is what the texts say held against what is declared.
func (s *subject) statesTerms() bool { return len(s.submission.Categories) > 0 || s.statesFeatures() }

// statesFeatures tells whether anything is said of features, be it that there are none.
func (s *subject) statesFeatures() bool {
	d := &s.submission.Declarations
	return s.v.complete || s.submission.Features != nil || d.TestAccount != nil || d.UGCFilter != nil || d.LocationConsent != nil || d.ComplaintChannel != nil
}

// addOffer adds a finding at the words that offer a service.
func (s *subject) addOffer(c *Check, o *offer, f Finding) {
	f.Start, f.End = o.text.folded.Span(o.from, o.to)
	f.Entry, f.Score = o.service.Slug, 1
	s.add(c, o.text, f)
}

// said is what the text says of a service, for messages.
func (o *offer) said() string {
	start, end := o.text.folded.Span(o.from, o.to)
	return o.text.folded.Source[start:end]
}

// serviceName is a service's name in the language of the report.
func (s *subject) serviceName(of *service.Service) string { return Text{of.ZH, of.EN}.In(s.v.language) }

// coveringCategory names a category that covers a service and is open to the owner, ""
// where there is none.
func (s *subject) coveringCategory(of *service.Service) string {
	open := s.subjectOf()
	for _, begin := range of.Categories {
		if c := firstOpen(begin, open); c != "" {
			return c
		}
	}
	return ""
}

// barred tells whether the owner's kind cannot offer a service.
func (s *subject) barred(from *service.Service) bool {
	return slices.Contains(from.NotFor, strings.ToLower(s.submission.Owner.Kind))
}

// Package summary shows what became of a catalog on one page: verdicts, rules,
// owners with the most faults, groups of near-duplicates.
package summary

import (
	"cmp"
	"maps"
	"slices"

	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// How many rows the page shows of each kind, the largest ones.
const (
	mostOwners  = 20
	mostGroups  = 50
	mostMembers = 6
)

// Summary gathers what the page shows. Of owners it keeps those with a fault, of
// groups the largest only. It is not safe for concurrent use.
type Summary struct {
	language                    validate.Language
	pass, review, reject, error int
	allowed, known              int
	rules                       map[ruleKey]*counts
	owners                      map[string]*counts
	groups                      map[int]*group // by the number of the first record
	sizes                       map[int]int    // how many groups have a size
	repeats                     int
}

type ruleKey struct{ rule, check string }

// counts are of findings by severity, or of records by verdict.
type counts struct{ reject, review, advice int }

func (c *counts) total() int { return c.reject + c.review + c.advice }

// group is a group of near-duplicates.
type group struct {
	first   catalog.Reference
	size    int
	kinds   map[catalog.Kind]int
	same    int // repeats of the same owner as the record that they are like
	other   int
	unknown int
	members []member
}

type member struct{ id, name, owner string }

// New makes the summary of a catalog in which repeats were found; the words are
// in a language.
func New(l validate.Language, repeats []catalog.Repeat) *Summary {
	s := &Summary{language: l, rules: map[ruleKey]*counts{}, owners: map[string]*counts{},
		groups: map[int]*group{}, sizes: map[int]int{}, repeats: len(repeats)}
	all := map[int]int{} // sizes by first
	for i := range repeats {
		all[repeats[i].First.Number] = repeats[i].Size
	}
	for _, size := range all {
		s.sizes[size]++
	}
	largest := slices.SortedFunc(maps.Keys(all), func(a, b int) int { return cmp.Or(cmp.Compare(all[b], all[a]), cmp.Compare(a, b)) })
	for _, first := range largest[:min(len(largest), mostGroups)] {
		s.groups[first] = &group{size: all[first], kinds: map[catalog.Kind]int{}}
	}
	return s
}

// Add takes in the answer to a record, in input order. The number is its own,
// repeat what it repeats, nil if nothing.
func (s *Summary) Add(number int, item report.Item, repeat *catalog.Repeat) {
	for i := range item.Suppressed {
		if item.Suppressed[i].Reason != "" {
			s.allowed++
		} else {
			s.known++
		}
	}
	if item.Err != nil {
		s.error++
		return
	}
	var owner counts
	switch item.Report.Verdict {
	case validate.Rejected:
		s.reject++
		owner.reject++
	case validate.NeedReview:
		s.review++
		owner.review++
	default:
		s.pass++
	}
	for i := range item.Report.Findings {
		f := &item.Report.Findings[i]
		of(s.rules, ruleKey{f.Rule, f.Check}).add(f.Severity)
	}
	if name := item.Submission.Owner.Name; name != "" && owner.total() > 0 {
		c := of(s.owners, name)
		c.reject += owner.reject
		c.review += owner.review
	}
	s.addMember(number, item.Submission, repeat)
}

// addMember takes a record into its group, if that is one of those shown.
func (s *Summary) addMember(number int, sub *validate.Submission, repeat *catalog.Repeat) {
	first := number
	if repeat != nil {
		first = repeat.First.Number
	}
	g := s.groups[first]
	if g == nil {
		return
	}
	if repeat == nil {
		g.first = catalog.Reference{Number: number, ID: sub.ID, Name: sub.Name}
	} else {
		g.kinds[repeat.Kind]++
		switch repeat.Relation {
		case catalog.SameOwner:
			g.same++
		case catalog.OtherOwner:
			g.other++
		default:
			g.unknown++
		}
	}
	if len(g.members) < mostMembers {
		m := member{catalog.Reference{Number: number, ID: sub.ID}.String(), sub.Name, sub.Owner.Name}
		g.members = append(g.members, m)
	}
}

func of[K comparable](m map[K]*counts, key K) *counts {
	if m[key] == nil {
		m[key] = new(counts)
	}
	return m[key]
}

func (c *counts) add(s validate.Severity) {
	switch s {
	case validate.Reject:
		c.reject++
	case validate.Review:
		c.review++
	default:
		c.advice++
	}
}

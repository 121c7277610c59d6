package catalog

import (
	"fmt"
	"math"
	"strconv"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/validate"
)

// Repeat is a record that repeats an earlier one of its group.
type Repeat struct {
	// Number is the record's.
	Number int
	// First is the first record of the group, Like the one that the record is
	// held against: the first of the same owner, else First.
	First, Like Reference
	// Relation says whose the two are.
	Relation Relation
	// Kind says in what they differ.
	Kind Kind
	// Score is the similarity of the record and Like, in hundredths.
	Score float64
	// Size is how many records the group has.
	Size int
}

// Reference names a record.
type Reference struct {
	Number   int
	ID, Name string
}

// String gives the ID or, where there is none, # and the number.
func (r Reference) String() string {
	if r.ID != "" {
		return r.ID
	}
	return "#" + strconv.Itoa(r.Number)
}

// quoted gives it for a message, its name in front where it has one.
func (r Reference) quoted(l validate.Language) string {
	if r.Name == "" {
		return r.String()
	}
	return fmt.Sprintf(validate.Text{ZH: "「%s」（%s）", EN: "“%s” (%s)"}.In(l), r.Name, r)
}

// Relation is that of the owners of two records.
type Relation uint8

// The relations. Owners that are not given may be the same or not.
const (
	UnknownOwners Relation = iota
	SameOwner
	OtherOwner
)

// Kind is how a record repeats another one.
type Kind string

// The kinds, which findings carry in Via.
const (
	// Identical: name and intro are the same after folding.
	Identical Kind = "identical"
	// Edited: a few characters differ, or name and intro are swapped.
	Edited Kind = "edited"
	// Template: the same text under another name.
	Template Kind = "template"
	// Branch: the names differ in a place, a number or a branch only, as those
	// of a chain's shops do.
	Branch Kind = "branch"
)

// Judge says what each member of a group repeats, but for the first. The group
// is in the order of its numbers.
func Judge(group []Member) []Repeat {
	if len(group) < 2 {
		return nil
	}
	first := &group[0]
	ofOwner := map[uint64]*Member{} // first of each
	repeats := make([]Repeat, 0, len(group)-1)
	for i := range group {
		m := &group[i]
		like := ofOwner[m.Owner]
		if like == nil && m.Owner != 0 {
			ofOwner[m.Owner] = m
		}
		if i == 0 {
			continue
		}
		relation := SameOwner
		if like == nil {
			like, relation = first, relationOf(m, first)
		}
		repeats = append(repeats, Repeat{
			Number: m.Number, First: reference(first), Like: reference(like), Relation: relation, Kind: kindOf(m, like),
			Score: math.Round(100*Similarity(&m.Sketch, &like.Sketch)) / 100, Size: len(group),
		})
	}
	return repeats
}

// relationOf gives the relation of two members that are not of one owner.
func relationOf(a, b *Member) Relation {
	if a.Owner == 0 || b.Owner == 0 {
		return UnknownOwners
	}
	return OtherOwner
}

func reference(m *Member) Reference { return Reference{m.Number, m.ID, m.Name} }

func kindOf(a, b *Member) Kind {
	var s, t fold.Text
	s.Fold(a.Name)
	t.Fold(b.Name)
	whole, _ := likeness(&a.Sketch, &b.Sketch)
	switch {
	case s.String() == t.String():
		if whole == 1 {
			return Identical
		}
		return Edited
	case areBranches(&s, &t):
		return Branch
	case whole >= nearWhole && (editedName(&s, &t) || whole == 1): // whole: swapped fields
		return Edited
	}
	return Template
}

// editedName tells whether two names differ in one character or a third of them,
// side by side.
func editedName(s, t *fold.Text) bool {
	prefix, suffix := shared(s, t)
	longer := max(len(s.Symbols), len(t.Symbols))
	return longer-prefix-suffix <= max(1, longer/3)
}

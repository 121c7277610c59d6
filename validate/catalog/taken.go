package catalog

import (
	"cmp"
	"math"
	"slices"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/sound"
	"github.com/mingcha-go/mingcha/validate"
)

// Taken is a record whose name is that of an earlier record of another owner, or can
// be taken for it.
type Taken struct {
	// Self is the record, By the one that has the name before.
	Self, By Reference
	// Relation is OtherOwner or UnknownOwners: an owner may have a name twice.
	Relation Relation
	// Likeness says how the names are alike.
	Likeness NameLikeness
	// Severity is that of the finding.
	Severity validate.Severity
	// Score is 1 for the same name, less for one that is only like it.
	Score float64
	// Code is what the platform answers, 0 where it leaves names that are only alike to
	// a person.
	Code int
}

// NameLikeness is how two names are alike, the most alike first.
type NameLikeness uint8

// The likenesses of names.
const (
	// SameName: the same after folding, whatever signs, spaces and styles.
	SameName NameLikeness = iota + 1
	// EmptyWords: the same but for words and letters that say nothing (官方, 小程序, A).
	EmptyWords
	// LooksAlike: the same but for characters that are drawn alike.
	LooksAlike
	// SoundsAlike: both are read the same.
	SoundsAlike
)

// via are the words for likenesses in Finding.Via.
var via = [...]string{SameName: "exact", EmptyWords: "empty-words", LooksAlike: "shape", SoundsAlike: "homophone"}

// The platform's codes for a name that somebody has: the same name, and one that
// differs in a plus sign behind it.
const (
	codeSameName  = 53013
	codePlusFirst = 53014 // A+ is there, A is asked for
	codePlusAsked = 53017 // A is there, A+ is asked for
)

// Outranks tells whether of two answers for one record t is the one to give: the more
// severe, then the one whose name is more alike, then the earlier record. A nil other
// is outranked by all.
func (t *Taken) Outranks(other *Taken) bool {
	expect(t != nil, "Outranks of a nil *Taken: expected one of TakenIn")
	if other == nil {
		return true
	}
	return cmp.Or(cmp.Compare(t.Severity, other.Severity), cmp.Compare(other.Likeness, t.Likeness), cmp.Compare(other.By.Number, t.By.Number)) > 0
}

// mostHolders is how many records with different names or owners a name is held
// against, so that the time grows with the number of records.
const mostHolders = 16

// holder is a record that others of its bucket are held against.
type holder struct {
	*Member
	form nameForm
}

// TakenIn gives the records of a bucket, which share one of their NameKeys, whose name
// is taken, in the order of their numbers. The same record may be found in three
// buckets; see Outranks. The answer depends on the records alone, not on their order.
func TakenIn(bucket []Member) (all []Taken) {
	sorted := slices.Clone(bucket)
	slices.SortFunc(sorted, func(a, b Member) int { return cmp.Compare(a.Number, b.Number) })
	return takenIn(sorted)
}

// takenIn is TakenIn of a bucket in the order of its numbers.
func takenIn(sorted []Member) (all []Taken) {
	var holders []holder
	var folded fold.Text
	for i := range sorted {
		m := holder{Member: &sorted[i]}
		m.form.read(&folded, m.Name)
		var best *Taken
		known := false
		for h := range holders {
			known = known || holders[h].isAs(&m)
			if t := takenBy(&m, &holders[h]); t != nil && t.Outranks(best) {
				best = t
			}
		}
		if best != nil {
			all = append(all, *best)
		}
		if !known && len(holders) < mostHolders {
			holders = append(holders, m)
		}
	}
	return all
}

// isAs tells whether two records are the same to all that come later.
func (h *holder) isAs(m *holder) bool {
	return h.Owner == m.Owner && h.Code == m.Code && h.form.plus == m.form.plus && slices.Equal(h.form.whole, m.form.whole)
}

// takenBy judges a record beside an earlier one.
func takenBy(m, earlier *holder) *Taken {
	relation := principalsOf(m.Member, earlier.Member)
	if relation == SameOwner {
		return nil
	}
	t := likenessOfNames(&m.form, &earlier.form)
	if t.Likeness == 0 {
		return nil
	}
	t.Self, t.By, t.Relation = reference(m.Member), reference(earlier.Member), relation
	switch {
	case relation == OtherOwner && t.Likeness == SameName:
		t.Severity = validate.Reject
	case relation == UnknownOwners && t.Likeness > EmptyWords:
		t.Severity = validate.Advice
	}
	if t.Likeness == SameName {
		switch {
		case m.form.plus == earlier.form.plus:
			t.Code = codeSameName
		case m.form.plus:
			t.Code = codePlusAsked
		default:
			t.Code = codePlusFirst
		}
	}
	return &t
}

// principalsOf tells whether two records are of one owner: by their credit codes
// where both state one, else by name.
func principalsOf(a, b *Member) Relation {
	switch {
	case a.Code != 0 && b.Code != 0:
		if a.Code == b.Code {
			return SameOwner
		}
		return OtherOwner
	case a.Owner != 0 && a.Owner == b.Owner:
		return SameOwner
	}
	return relationOf(a, b)
}

// likenessOfNames holds two names against each other. A likeness that may well be
// chance is Advice.
func likenessOfNames(a, b *nameForm) Taken {
	switch {
	case len(a.whole) == 0 || len(b.whole) == 0:
		return Taken{}
	case slices.Equal(a.whole, b.whole):
		return Taken{Likeness: SameName, Severity: validate.Review, Score: 1}
	case len(a.tail) > 0 && len(b.tail) > 0 && !slices.Equal(a.tail, b.tail): // 科目1 and 科目4
		return Taken{}
	case slices.Equal(a.stem, b.stem):
		return Taken{Likeness: EmptyWords, Severity: validate.Review, Score: .95}
	case slices.Equal(a.look, b.look):
		severity := validate.Review
		if len(a.stem) < longEnough {
			severity = validate.Advice
		}
		return Taken{Likeness: LooksAlike, Severity: severity, Score: .9}
	}
	return soundsAlike(a.stem, b.stem)
}

// longEnough is how many characters names have whose likeness is no chance: of two
// characters hundreds of honest names sound alike.
const longEnough = 3

// soundsAlike holds the sound of two names against each other, character by character.
func soundsAlike(a, b []rune) (t Taken) {
	if len(a) != len(b) || len(a) < 2 {
		return t
	}
	changed, toned := 0, 0 // of them with another tone
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		changed++
		switch sound.Compare(a[i], b[i]) {
		case sound.Same:
		case sound.SameSyllable:
			toned++
		default:
			return t
		}
	}
	t = Taken{Likeness: SoundsAlike, Severity: validate.Review, Score: math.Round(100-10*float64(changed+toned)/float64(len(a))) / 100}
	switch {
	case len(a) > longEnough+1, len(a) > longEnough && toned == 0:
	case len(a) == longEnough && changed == 1 && toned == 0:
	case len(a) > longEnough, toned == 0 && changed < len(a):
		t.Severity = validate.Advice
	default:
		return Taken{}
	}
	return t
}

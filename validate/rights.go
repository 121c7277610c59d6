package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

// rights are what a submission says of its owner and of the marks that it may
// use. They are folded once a submission, when a mark is first found, and what
// they say of an entry is looked up once an entry: a text may hold a mark ten
// thousand times, and a submission declare as many authorisations.
type rights struct {
	read    bool
	owner   string         // the owner's name, folded
	marks   map[string]int // the first authorisation of each mark, by its folded name
	answers map[*lexicon.Entry]right
	lent    *rights // see borrow
}

// right is what a submission may do with a mark.
type right struct {
	owner      bool // its owner is that of the mark
	authorized bool // an authorisation is declared for it
	document   string
}

// rightTo gives what the submission may do with the mark of an entry.
func (s *subject) rightTo(e *lexicon.Entry) right {
	if len(e.Owner) == 0 || s.submission.Owner.Name == "" && len(s.submission.Authorizations) == 0 {
		return right{}
	}
	r := s.readRights()
	answer, known := r.answers[e]
	if !known {
		answer = r.judge(e, s.submission.Authorizations)
		if r.answers == nil {
			r.answers = map[*lexicon.Entry]right{}
		}
		r.answers[e] = answer
	}
	return answer
}

// isOwner tells whether the submission is of the owner of a mark.
func (s *subject) isOwner(e *lexicon.Entry) bool { return s.rightTo(e).owner }

// authorization gives the document that is declared for a mark (rule 8.2).
func (s *subject) authorization(e *lexicon.Entry) (document string, ok bool) {
	r := s.rightTo(e)
	return r.document, r.authorized
}

// ownerName gives the owner's name as it folds.
func (s *subject) ownerName() string { return s.readRights().owner }

// readRights folds what is stated, if that is not done yet.
func (s *subject) readRights() *rights {
	r := &s.rights
	if r.lent != nil {
		r = r.lent
	}
	if r.read {
		return r
	}
	r.read = true
	r.owner = fold.String(s.submission.Owner.Name)
	authorizations := s.submission.Authorizations
	for i := range authorizations {
		mark := fold.String(authorizations[i].Mark)
		if _, known := r.marks[mark]; known || mark == "" {
			continue
		}
		if r.marks == nil {
			r.marks = make(map[string]int, len(authorizations))
		}
		r.marks[mark] = i
	}
	return r
}

// judge finds out what an entry's mark is to the submission. Of two
// authorisations that fit the first one counts.
func (r *rights) judge(e *lexicon.Entry, authorizations []Authorization) (answer right) {
	for _, owner := range e.Owner {
		answer.owner = answer.owner || strings.Contains(r.owner, fold.String(owner))
	}
	if len(r.marks) == 0 {
		return answer
	}
	first, found := r.marks[fold.String(e.Meaning())]
	if i, ok := r.marks[fold.String(e.Word)]; ok && (!found || i < first) {
		first, found = i, true
	}
	if found {
		answer.authorized, answer.document = true, excerpt(authorizations[first].Document)
	}
	return answer
}

// borrow takes the rights of another subject until forget, where the submission
// that they are wanted for names the same owner and the same authorisations.
func (r *rights) borrow(of *subject, other *Submission) {
	own := of.submission
	if other.Owner.Name != own.Owner.Name || len(other.Authorizations) != len(own.Authorizations) ||
		len(own.Authorizations) > 0 && &other.Authorizations[0] != &own.Authorizations[0] {
		return
	}
	r.lent = &of.rights
	if of.rights.lent != nil {
		r.lent = of.rights.lent
	}
}

func (r *rights) forget() {
	if r.read || r.lent != nil {
		*r = rights{}
	}
}

package validate

import (
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/owner"
	"github.com/mingcha-go/mingcha/internal/paper"
	"github.com/mingcha-go/mingcha/lexicon"
)

// rights are what a submission says of its owner and of the marks that it may
// use. They are folded once a submission, when a mark is first found, and what
// they say of an entry is looked up once an entry: a text may hold a mark ten
// thousand times, and a submission declare as many authorisations.
type rights struct {
	read    bool
	owner   string         // the owner's name in its normal form
	form    owner.Form     // what that name shows
	marks   map[string]int // the first authorisation of each mark, by its folded name
	answers map[*lexicon.Entry]right
	lent    *rights // see borrow
}

// right is what a submission may do with a mark.
type right struct {
	owner      bool // its owner is that of the mark, by registered name
	claimed    bool // its owner's name could be that of the mark's, but is not listed
	authorized bool // an authorisation with a document is declared for it
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
		answer = r.judge(e, s.submission)
		if r.answers == nil {
			r.answers = map[*lexicon.Entry]right{}
		}
		r.answers[e] = answer
	}
	return answer
}

// isOwner tells whether the submission is of the owner of a mark.
func (s *subject) isOwner(e *lexicon.Entry) bool { return s.rightTo(e).owner }

// authorization gives the document that is declared for a mark (rule 8.2). It does
// not lift rule 8.3, which knows no exception but Tencent's own accounts.
func (s *subject) authorization(e *lexicon.Entry) (document string, ok bool) {
	r := s.rightTo(e)
	return r.document, r.authorized
}

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
	r.owner = owner.Normal(s.submission.Owner.Name)
	r.form = owner.FormOf(s.submission.Owner.Name)
	authorizations := s.submission.Authorizations
	for i := range authorizations {
		mark := fold.String(authorizations[i].Mark)
		if _, known := r.marks[mark]; known || mark == "" || isNoDocument(authorizations[i].Document) {
			continue
		}
		if r.marks == nil {
			r.marks = make(map[string]int, len(authorizations))
		}
		r.marks[mark] = i
	}
	return r
}

// isNoDocument tells whether a document is named by blanks, dashes, or a word that
// there is none.
func isNoDocument(document string) bool {
	class, _ := paper.Read(document)
	return class == paper.Missing
}

// judge finds out what an entry's mark is to the submission. Of two
// authorisations that fit the first one counts.
func (r *rights) judge(e *lexicon.Entry, s *Submission) (answer right) {
	if s.Owner.Kind != OwnerIndividual && r.form != owner.Person {
		for _, key := range e.Owner {
			answer.owner = answer.owner || owner.Registered(key, r.owner)
			answer.claimed = answer.claimed || r.form.Registers() && owner.Claims(key, r.owner, isRegion)
		}
	}
	if len(r.marks) == 0 {
		return answer
	}
	first, found := len(s.Authorizations), false
	for _, name := range append(owner.SameMark(e.Meaning()), e.Meaning(), e.Word) {
		if i, ok := r.marks[fold.String(name)]; ok && i < first {
			first, found = i, true
		}
	}
	if found {
		answer.authorized, answer.document = true, excerpt(s.Authorizations[first].Document)
	}
	return answer
}

// rightAsTencent gives what the owner is to Tencent itself.
func (s *subject) rightAsTencent() right { return s.rightTo(&tencentItself) }

var tencentItself = lexicon.Entry{Word: "腾讯", Owner: []string{"腾讯", "财付通"}}

// regions are the places that company names begin with.
var regions = sync.OnceValue(func() map[string]bool {
	places := map[string]bool{}
	for _, l := range embeddedLists() {
		if l.Role != "region" {
			continue
		}
		for i := range l.Entries {
			places[strings.TrimRight(fold.String(l.Entries[i].Word), "省市县区")] = true
		}
	}
	return places
})

func isRegion(name string) bool { return regions()[name] }

// verifyOwner is what is said of an owner whose name could be that of a mark's.
func (s *subject) verifyOwner() string {
	return Text{"；主体「%[1]s」看起来是权利人一方，但不是已知的登记名称，请人工核实主体",
		"; the owner “%[1]s” may be of its holder's, but is none of the registered names known: verify who the owner is"}.
		format(s.v.language, excerpt(s.submission.Owner.Name))
}

// borrow takes the rights of another subject until forget, where the submission
// that they are wanted for names the same owner and the same authorisations.
func (r *rights) borrow(of *subject, other *Submission) {
	own := of.submission
	if other.Owner.Name != own.Owner.Name || other.Owner.Kind != own.Owner.Kind || len(other.Authorizations) != len(own.Authorizations) ||
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

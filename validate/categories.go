package validate

import (
	"fmt"
	"strings"

	"github.com/mingcha-go/mingcha/internal/category"
)

// subjectOf gives what the category tree calls the owner; one that is not told
// is taken for an organization, which may have the most.
func (s *subject) subjectOf() category.Subject {
	if s.submission.Owner.Kind == OwnerIndividual {
		return category.Person
	}
	return category.Organization
}

// statedCategory is a category of the submission.
type statedCategory struct {
	path  string
	found *category.Category // nil: there is none of that path
	index int                // in the submission
}

// field is the name of its field.
func (c statedCategory) field() Field { return memberField("categories", c.index) }

// categories are those that are stated. They are looked up when they are first
// asked for.
func (s *subject) categories() []statedCategory {
	if len(s.stated) < len(s.submission.Categories) {
		for i, path := range s.submission.Categories {
			s.stated = append(s.stated, statedCategory{path, category.Find(path), i})
		}
	}
	return s.stated
}

// memberField names a member of a list.
func memberField(list Field, i int) Field { return Field(fmt.Sprintf("%s[%d]", list, i)) }

// firstOpen gives the first category whose path begins so and which is open to a kind
// of owner, "" where there is none.
func firstOpen(begin string, open category.Subject) string {
	for _, c := range category.All() {
		if c.Open&open != 0 && strings.HasPrefix(c.Path, begin) {
			return c.Path
		}
	}
	return ""
}

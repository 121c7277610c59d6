package validate

import (
	"fmt"

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

// eachCategory calls f for every category that is stated, with its field.
func (s *subject) eachCategory(f func(field Field, path string, found *category.Category)) {
	for i, path := range s.submission.Categories {
		f(memberField("categories", i), path, category.Find(path))
	}
}

// memberField names a member of a list.
func memberField(list Field, i int) Field { return Field(fmt.Sprintf("%s[%d]", list, i)) }

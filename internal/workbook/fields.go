package workbook

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/validate"
)

// fields are the columns that a catalog without columns of its own may get.
var fields = []struct {
	name string
	text func(*validate.Submission) string
}{
	{"id", func(s *validate.Submission) string { return s.ID }},
	{"name", func(s *validate.Submission) string { return s.Name }},
	{"short_name", func(s *validate.Submission) string { return s.ShortName }},
	{"intro", func(s *validate.Submission) string { return s.Intro }},
	{"description", func(s *validate.Submission) string { return s.Description }},
	{"icon_text", func(s *validate.Submission) string { return strings.Join(s.IconText, "|") }},
	{"categories", func(s *validate.Submission) string { return strings.Join(s.Categories, "|") }},
	{"tags", func(s *validate.Submission) string { return strings.Join(s.Tags, "|") }},
	{"contact.email", func(s *validate.Submission) string { return s.Contact.Email }},
	{"contact.url", func(s *validate.Submission) string { return s.Contact.URL }},
	{"contact.phone", func(s *validate.Submission) string { return s.Contact.Phone }},
	{"admin_wechat", func(s *validate.Submission) string { return s.AdminWeChat }},
	{"owner.name", func(s *validate.Submission) string { return s.Owner.Name }},
	{"owner.kind", func(s *validate.Submission) string { return s.Owner.Kind }},
}

// Fields is a set of fields that get a column.
type Fields uint32

// FieldsOf gives the fields that a submission has.
func FieldsOf(s *validate.Submission) (f Fields) {
	for i := range fields {
		if fields[i].text(s) != "" {
			f |= 1 << i
		}
	}
	return f
}

// columns gives the columns of a set: id and name are always there.
func (f Fields) columns() (all []record.Column) {
	for i := range fields {
		if i < 2 || f&(1<<i) != 0 {
			all = append(all, record.Column{Title: fields[i].name, Field: fields[i].name})
		}
	}
	return all
}

// cells gives the cells of a submission, nil for a record without one, under the
// columns of the set.
func (f Fields) cells(id string, s *validate.Submission) (all []string) {
	if s == nil {
		return []string{id}
	}
	for i := range fields {
		if i < 2 || f&(1<<i) != 0 {
			all = append(all, fields[i].text(s))
		}
	}
	return all
}

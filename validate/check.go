package validate

import (
	"cmp"
	"slices"
)

// Check is one thing that submissions are checked for: what it is called, which
// rules it serves, what it finds and what it leaves in peace. Documentation,
// command line and tests are made from these.
type Check struct {
	// Slug is the stable name that findings carry.
	Slug string `json:"slug"`
	// Rules are the numbers of the rules it serves (Rule.Number: in the first
	// edition, or 2026/5.24 where only later ones have it); the first is that of its
	// findings unless a list says otherwise.
	Rules []string `json:"rules"`
	// Fields are the fields it reads.
	Fields []Field `json:"fields"`
	Title  Text    `json:"title"`
	// Doc explains what is found, why, and what is left in peace.
	Doc Text `json:"doc"`
	// Found are samples that must be found, Innocent look-alikes that must not.
	Found    []Sample `json:"found"`
	Innocent []Sample `json:"innocent"`

	// Declared are samples of checks that read more than one text.
	Declared []DeclaredSample `json:"declared,omitempty"`

	// Icons are samples of checks that look at the icon.
	Icons []IconSample `json:"icons,omitempty"`

	// Pairs are samples of checks that read a catalog.
	Pairs []PairSample `json:"pairs,omitempty"`

	// run is nil where only a catalog can be checked; see package catalog.
	run func(*subject, *Check)
}

// Edition is the edition of the operating rules that the check is made for: the first
// where that has one of its rules, else the latest. With another edition that has none
// of its rules the check is not asked.
func (c *Check) Edition() Edition {
	for _, e := range []Edition{EditionFirst, Edition2026} {
		if slices.ContainsFunc(c.Rules, func(number string) bool { return isIn(e, number) }) {
			return e
		}
	}
	return Edition2018
}

// IconSample is an icon that shows what a check does: found with a severity, or
// left in peace. Pictures are drawn by code.
type IconSample struct {
	// Title says in words what the icon is.
	Title Text `json:"title"`
	Found bool `json:"found"`
	// Severity is that of the finding wanted.
	Severity Severity `json:"severity,omitempty"`
	// Rule is that of the finding wanted; empty: the check's first.
	Rule string `json:"rule,omitempty"`
	// Name is the file name or media type that it is given under.
	Name string `json:"name,omitempty"`
	// Draw gives the encoded picture.
	Draw func() []byte `json:"-"`
}

// Submission makes a submission of the sample; without an icon where Draw is nil.
func (s IconSample) Submission() *Submission {
	if s.Draw == nil {
		return &Submission{IconName: s.Name}
	}
	return &Submission{Icon: s.Draw(), IconName: s.Name}
}

// PairSample is two submissions of one catalog, the first handed in before the
// second, and what is said of the second.
type PairSample struct {
	First  Submission `json:"first"`
	Second Submission `json:"second"`
	// Rule and Severity are those of the finding wanted; empty: left in peace.
	Rule     string   `json:"rule,omitempty"`
	Severity Severity `json:"severity,omitempty"`
}

// DeclaredSample is a submission that shows what a check does: found with a
// severity, or left in peace.
type DeclaredSample struct {
	Submission Submission `json:"submission"`
	Found      bool       `json:"found"`
	Severity   Severity   `json:"severity,omitempty"`
	// Rule is that of the finding wanted; empty: the check's first.
	Rule string `json:"rule,omitempty"`
	// Complete says that the submission is meant as a whole one.
	Complete bool `json:"complete,omitempty"`
	// Field is that of the finding wanted; empty: the check's first.
	Field Field `json:"field,omitempty"`
}

// Values of declarations in samples.
var yes, no = true, false

// Sample is a text that shows what a check does.
type Sample struct {
	Field Field  `json:"field"`
	Text  string `json:"text"`
	// Want is the part of Text that is found; for a sample of Innocent, and
	// where the whole is meant, it is empty.
	Want string `json:"want,omitempty"`
	// Severity is that of the finding wanted.
	Severity Severity `json:"severity,omitempty"`
	// Rule is that of the finding wanted; empty: the check's first.
	Rule string `json:"rule,omitempty"`
	// Name is the submission's name where the sample is another field of it.
	Name string `json:"name,omitempty"`
}

// Submission makes a submission of the sample.
func (s Sample) Submission() *Submission {
	sub := &Submission{Name: s.Name}
	switch s.Field {
	case FieldName:
		sub.Name = s.Text
	case FieldShortName:
		sub.ShortName = s.Text
	case FieldIntro:
		sub.Intro = s.Text
	case FieldTags:
		sub.Tags = []string{s.Text}
	case FieldIconText:
		sub.IconText = []string{s.Text}
	default:
		sub.Description = s.Text
	}
	return sub
}

// registry holds the checks as their files declare them.
var registry []*Check

// register adds a check; every check_*.go file calls it once while the package
// is initialised, so that adding a check means adding a file.
func register(c *Check) bool {
	registry = append(registry, c)
	return true
}

// Checks gives the catalogue of checks, sorted by slug.
func Checks() []Check {
	checks := make([]Check, len(registry))
	for i, c := range registry {
		checks[i] = *c
	}
	slices.SortFunc(checks, func(a, b Check) int { return cmp.Compare(a.Slug, b.Slug) })
	return checks
}

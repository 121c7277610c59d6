package validate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

func newValidator(t testing.TB, opts ...validate.Option) *validate.Validator {
	t.Helper()
	v, err := validate.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// byEdition gives a Validator for each edition, with the same options.
func byEdition(t testing.TB, opts ...validate.Option) map[validate.Edition]*validate.Validator {
	t.Helper()
	validators := map[validate.Edition]*validate.Validator{}
	for _, e := range []validate.Edition{validate.EditionFirst, validate.Edition2018, validate.Edition2026} {
		validators[e] = newValidator(t, append(opts, validate.WithEdition(e))...)
	}
	return validators
}

// numberOf gives the number that a finding of a sample carries in the edition of its
// check; rule is the sample's, empty for the check's first.
func numberOf(c *validate.Check, rule string) string {
	if rule == "" {
		rule = c.Rules[0]
	}
	for _, r := range validate.RulesIn(c.Edition()) {
		if r.Number == rule {
			return r.In(c.Edition())
		}
	}
	return rule
}

// Every rule that the table calls answered is the number of some sample, or it could not
// be known that it is ever printed.
func TestEveryAnsweredRuleIsPrintedByASample(t *testing.T) {
	printed := map[string]bool{}
	for _, c := range validate.Checks() {
		var rules []string
		for _, s := range c.Found {
			rules = append(rules, s.Rule)
		}
		for _, s := range c.Declared {
			if s.Found {
				rules = append(rules, s.Rule)
			}
		}
		for _, s := range c.Icons {
			if s.Found {
				rules = append(rules, s.Rule)
			}
		}
		for _, s := range c.Pairs {
			if s.Severity != 0 {
				rules = append(rules, s.Rule)
			}
		}
		for _, rule := range rules {
			if rule == "" {
				rule = c.Rules[0]
			}
			if !slices.Contains(c.Rules, rule) {
				t.Errorf("%s: a sample is of rule %s, the check is not", c.Slug, rule)
			}
			printed[rule] = true
		}
	}
	for _, r := range allRules() {
		// 6.4.8 is what 6.2.2 became in 2026, see TestFindingsCarryTheNumberOfTheEdition
		if r.How != "manual" && r.Number != "2026/6.4.8" && !printed[r.Number] {
			t.Errorf("rule %s (%s) is printed by no sample of %v", r.Number, r.How, r.Checks)
		}
	}
}

// findings gives the findings of one check.
func findings(r *validate.Report, slug string) []validate.Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f validate.Finding) bool { return f.Check != slug })
}

func TestEveryCheckFindsItsSamples(t *testing.T) {
	validators := byEdition(t)
	for _, c := range validate.Checks() {
		v := validators[c.Edition()]
		for _, sample := range c.Found {
			want := sample.Want
			if want == "" {
				want = sample.Text
			}
			got := findings(v.Check(sample.Submission()), c.Slug)
			if !slices.ContainsFunc(got, func(f validate.Finding) bool {
				return f.Field == sample.Field && f.Text == want && f.Severity == sample.Severity && f.Rule == numberOf(&c, sample.Rule)
			}) {
				t.Errorf("%s: %s %q: want %s on %q by rule %s, got %+v", c.Slug, sample.Field, sample.Text, sample.Severity, want, numberOf(&c, sample.Rule), got)
			}
		}
	}
}

func TestEveryCheckAnswersItsDeclaredSamples(t *testing.T) {
	validators := byEdition(t)
	for _, c := range validate.Checks() {
		v := validators[c.Edition()]
		for _, sample := range c.Declared {
			v := v
			if sample.Complete {
				v = v.Complete()
			}
			got := findings(v.Check(&sample.Submission), c.Slug)
			field := sample.Field
			if field == "" {
				field = c.Fields[0]
			}
			switch {
			case !sample.Found && len(got) > 0:
				t.Errorf("%s: %+v: %s on %s: %s", c.Slug, sample.Submission, got[0].Severity, got[0].Field, got[0].Message)
			case sample.Found && !slices.ContainsFunc(got, func(f validate.Finding) bool {
				return f.Field == field && f.Severity == sample.Severity && f.Rule == numberOf(&c, sample.Rule)
			}):
				t.Errorf("%s: %+v: want %s on %s by rule %s, got %+v", c.Slug, sample.Submission, sample.Severity, field, numberOf(&c, sample.Rule), got)
			}
		}
	}
}

func TestEveryCheckAnswersItsIcons(t *testing.T) {
	for _, language := range []validate.Language{validate.Chinese, validate.English} {
		v := newValidator(t, validate.WithLanguage(language))
		for _, c := range validate.Checks() {
			for _, sample := range c.Icons {
				got := findings(v.Check(sample.Submission()), c.Slug)
				switch {
				case !sample.Found && len(got) > 0:
					t.Errorf("%s: %s: %s", c.Slug, sample.Title.EN, got[0].Message)
				case sample.Found && !slices.ContainsFunc(got, func(f validate.Finding) bool {
					return f.Severity == sample.Severity && f.Rule == numberOf(&c, sample.Rule)
				}):
					t.Errorf("%s: %s: want %s by rule %s, got %+v", c.Slug, sample.Title.EN, sample.Severity, numberOf(&c, sample.Rule), got)
				}
				for _, f := range got {
					if f.Field != validate.FieldIcon || f.Message == "" || f.Suggestion == "" || strings.Contains(f.Message+f.Suggestion, "%!") {
						t.Errorf("%s: %s: %+v", c.Slug, sample.Title.EN, f)
					}
				}
			}
		}
	}
}

func TestMessagesAreFilledIn(t *testing.T) {
	for _, language := range []validate.Language{validate.Chinese, validate.English} {
		v := newValidator(t, validate.WithLanguage(language))
		texts := []string{"C++ 教程", "a", "小程序 ", "🍀", "a\x00b", strings.Repeat("很", 200), "\xff"}
		for _, c := range validate.Checks() {
			for _, sample := range c.Found {
				texts = append(texts, sample.Text)
			}
		}
		for _, text := range texts {
			for _, f := range v.Check(&validate.Submission{Name: text, ShortName: text, Intro: text, Description: text}).Findings {
				if strings.Contains(f.Message+f.Suggestion, "%") || f.Message == "" {
					t.Errorf("%q: message %q, suggestion %q", text, f.Message, f.Suggestion)
				}
			}
		}
	}
}

func TestEveryCheckLeavesInnocentSamplesInPeace(t *testing.T) {
	validators := byEdition(t)
	for _, c := range validate.Checks() {
		v := validators[c.Edition()]
		for _, sample := range c.Innocent {
			if got := findings(v.Check(sample.Submission()), c.Slug); len(got) > 0 {
				t.Errorf("%s: %s %q: %s on %q", c.Slug, sample.Field, sample.Text, got[0].Severity, got[0].Text)
			}
		}
	}
}

func TestEveryCheckTellsWhatItIs(t *testing.T) {
	var slugs []string
	for _, c := range validate.Checks() {
		slugs = append(slugs, c.Slug)
		declaredFound, declaredInnocent := 0, 0
		for _, d := range c.Declared {
			if d.Found {
				declaredFound++
			} else {
				declaredInnocent++
			}
		}
		for _, icon := range c.Icons {
			if icon.Found {
				declaredFound++
			} else {
				declaredInnocent++
			}
		}
		for _, p := range c.Pairs {
			if p.Severity != 0 {
				declaredFound++
			} else {
				declaredInnocent++
			}
		}
		if len(c.Found)+declaredFound == 0 || len(c.Innocent)+declaredInnocent == 0 {
			t.Errorf("%s: needs samples that are found and innocent ones", c.Slug)
		}
		for _, text := range []string{c.Title.ZH, c.Title.EN, c.Doc.ZH, c.Doc.EN} {
			if text == "" {
				t.Errorf("%s: title and doc are needed in both languages", c.Slug)
			}
		}
		if len(c.Rules) == 0 || len(c.Fields) == 0 {
			t.Errorf("%s: names no rule or no field", c.Slug)
		}
	}
	if !slices.IsSorted(slugs) || len(slices.Compact(slices.Clone(slugs))) != len(slugs) {
		t.Errorf("slugs are not sorted and unique: %v", slugs)
	}
}

func TestEveryCheckServesARuleOfTheTable(t *testing.T) {
	byNumber := map[string]validate.Rule{}
	for _, r := range allRules() {
		byNumber[r.Number] = r
		if r.Title.ZH == "" || r.Title.EN == "" {
			t.Errorf("rule %s has no title", r.Number)
		}
		if r.Manual() != (r.Look.ZH != "" && r.Look.EN != "") {
			t.Errorf("rule %s (%s): what to look at is told where a person decides, and only there", r.Number, r.How)
		}
	}
	if n := len(validate.Rules()); n != 117+6 {
		t.Errorf("%d rules, expected the 117 of the text and the 6 of the form", n)
	}
	for _, c := range validate.Checks() {
		for _, number := range c.Rules {
			if !slices.Contains(byNumber[number].Checks, c.Slug) {
				t.Errorf("%s says that it serves rule %s; the table does not", c.Slug, number)
			}
		}
	}
}

// allRules are the rules of all editions, each once.
func allRules() (rules []validate.Rule) {
	seen := map[string]bool{}
	for _, e := range []validate.Edition{validate.EditionFirst, validate.Edition2018, validate.Edition2026} {
		for _, r := range validate.RulesIn(e) {
			if !seen[r.Number] {
				seen[r.Number] = true
				rules = append(rules, r)
			}
		}
	}
	return rules
}

func TestEveryRuleOfTheTextIsAnswered(t *testing.T) {
	var answered []string
	for _, c := range validate.Checks() {
		answered = append(answered, c.Slug)
	}
	for _, r := range allRules() {
		for _, slug := range r.Checks {
			if !slices.Contains(answered, slug) {
				t.Errorf("rule %s: nothing is called %s", r.Number, slug)
			}
		}
		if len(r.Checks) == 0 && r.How != "manual" {
			t.Errorf("rule %s is %s, but no check answers it", r.Number, r.How)
		}
	}
}

func TestEmbeddedListsHaveNoProblems(t *testing.T) {
	lists, err := lexicon.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range lexicon.Lint(lists) {
		t.Error(p)
	}
	for _, p := range lexicon.LintRules(lists, validate.IsRule) {
		t.Error(p)
	}
}

// Every word of a list must be found in a text that is nothing but the word,
// unless it is an innocent one, wants other words around it or is a part of names.
func TestEveryListedWordMatchesItself(t *testing.T) {
	validators := byEdition(t)
	lists, err := lexicon.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lists {
		if l.Match == lexicon.NamePart {
			continue
		}
		v := validators[validate.EditionFirst]
		if strings.Contains(l.Rule, "/") {
			v = validators[validate.Edition2026]
		}
		for _, e := range l.Entries {
			for _, field := range l.Fields {
				if e.SeverityIn(field) == lexicon.None || len(e.Only) > 0 {
					continue
				}
				if l.Check == "admitted-breach" && e.SeverityIn(field) < lexicon.Reject {
					continue // such a word wants a denial beside it
				}
				s := validate.Sample{Field: validate.Field(field), Text: e.Word}.Submission()
				s.Owner.Kind = validate.OwnerIndividual // for the words that depend on it
				if l.Check == "game-name" {
					s.Features = []validate.Feature{validate.FeatureGame}
				}
				if l.Role == "filter" {
					s.Features = []validate.Feature{validate.FeatureUGC}
				}
				if l.Check == "drama-payment" {
					s.Categories = []string{"文娱/微短剧"}
				}
				r := v.Check(s)
				if !slices.ContainsFunc(r.Findings, func(f validate.Finding) bool { return f.Check == l.Check }) {
					t.Errorf("%s:%d: %q is not found in itself as %s", l.File, e.Line, e.Word, field)
				}
			}
		}
	}
}

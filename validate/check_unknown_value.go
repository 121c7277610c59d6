package validate

import "github.com/mingcha-go/mingcha/internal/choice"

var _ = register(&Check{
	Slug:   "unknown-value",
	Rules:  []string{"form.choice"},
	Fields: []Field{"owner.kind", "features"},
	Title:  Text{"不认识的选项", "A value that is none of the choices"},
	Doc: Text{
		"主体性质（owner.kind）和功能（features）只能填规定的值，写了别的，依据它们的检查就没有做，交给人工。读目录和接口时，中文和其他写法会换成规定的值，换不了的那条记录读不了；直接用 Go 接口给出的提交，由这里提示。",
		"The owner's kind and the features have a set of values each. Another value keeps the checks that depend on it from being made, so a person should look. Catalogs and the HTTP API are read with Chinese and other words turned into these values, and a record with any other word is an error; submissions given by the Go API are told of here.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Owner: Owner{Kind: "个人"}}, Severity: Review},
		{Found: true, Submission: Submission{Owner: Owner{Kind: "Enterprise"}}, Severity: Review},
		{Found: true, Submission: Submission{Owner: Owner{Kind: "bogus"}}, Severity: Review},
		{Found: true, Submission: Submission{Features: []Feature{FeaturePayment, "paymnt"}}, Severity: Review, Field: "features[1]"},
		{Found: true, Submission: Submission{Features: []Feature{""}}, Severity: Review, Field: "features[0]"},
		{Submission: Submission{Owner: Owner{Kind: OwnerIndividual}, Features: []Feature{FeaturePayment, FeatureAccount, FeatureUGC, FeatureLocation}}},
		{Submission: Submission{Owner: Owner{Kind: OwnerOrganization}}},
		{Submission: Submission{Name: "青禾记账"}},
	},
	run: runUnknownValue,
})

func runUnknownValue(s *subject, c *Check) {
	if kind := s.submission.Owner.Kind; kind != "" {
		s.holdToSet(c, "owner.kind", kind, choice.Kinds)
	}
	for i, feature := range s.submission.Features {
		if !choice.Features.Has(string(feature)) {
			s.holdToSet(c, memberField("features", i), string(feature), choice.Features)
		}
	}
}

// holdToSet finds a value that is none of a set.
func (s *subject) holdToSet(c *Check, field Field, value string, set *choice.Set) {
	if set.Has(value) {
		return
	}
	f := Finding{Severity: Review,
		Message:    Text{"「%[1]s」不是规定的值：%[2]s", "“%[1]s” is none of the values: %[2]s"}.format(s.v.language, excerpt(value), set.String()),
		Suggestion: Text{"填写规定的值，否则依据它的检查没有做", "give one of the values: what depends on it was not checked"}.In(s.v.language)}
	if near := set.Nearest(value); near != "" {
		f.Entry = near
		f.Suggestion = Text{"最接近的值是「%[1]s」", "the nearest value is “%[1]s”"}.format(s.v.language, near)
	}
	s.addStated(c, field, value, f)
}

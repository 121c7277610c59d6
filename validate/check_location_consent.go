package validate

var _ = register(&Check{
	Slug:   "location-consent",
	Rules:  []string{"10.4.1"},
	Fields: []Field{"location_consent"},
	Title:  Text{"位置信息的同意", "Consent to location"},
	Doc: Text{
		"使用地理位置之前要告知用户并取得同意。",
		"Before location is used, users have to be told and to agree.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Features: []Feature{FeatureLocation}, Declarations: Declarations{LocationConsent: &no}}, Severity: Reject},
		{Submission: Submission{Features: []Feature{FeatureLocation}, Declarations: Declarations{LocationConsent: &yes}}},
	},
	run: runDeclared(declaration{
		field:      "location_consent",
		value:      func(s *Submission) *bool { return s.LocationConsent },
		needed:     func(s *Submission) bool { return s.has(FeatureLocation) },
		denied:     Text{"使用地理位置，却声明没有取得同意", "location is used, but it is declared that nobody is asked"},
		missing:    Text{"使用地理位置，没有说明怎样取得同意", "location is used, and nothing is said of consent"},
		suggestion: Text{"使用前弹窗告知并取得同意", "tell users and ask before it is used"},
	}),
})

package validate

var _ = register(&Check{
	Slug:   "ugc-filter",
	Rules:  []string{"7.2"},
	Fields: []Field{"ugc_filter"},
	Title:  Text{"用户内容过滤", "Filter of user content"},
	Doc: Text{
		"有用户发布内容的小程序要过滤不当内容。本库的 CheckText 就能用来过滤。",
		"Programs in which users publish have to filter. CheckText of this library can do it.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Features: []Feature{FeatureUGC}, Declarations: Declarations{UGCFilter: &no}}, Severity: Reject},
		{Submission: Submission{Features: []Feature{FeaturePayment}, Declarations: Declarations{UGCFilter: &no}}},
	},
	run: runDeclared(declaration{
		field:      "ugc_filter",
		value:      func(s *Submission) *bool { return s.UGCFilter },
		needed:     func(s *Submission) bool { return s.has(FeatureUGC) },
		denied:     Text{"有用户发布的内容，却声明没有过滤", "users publish, but it is declared that nothing is filtered"},
		missing:    Text{"有用户发布的内容，没有说明怎样过滤", "users publish, and nothing is said of a filter"},
		suggestion: Text{"接入内容过滤（例如本库的 CheckText 或平台的内容安全接口）并声明", "filter (by CheckText, or the content security API of the platform) and declare it"},
	}),
})

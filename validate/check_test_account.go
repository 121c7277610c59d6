package validate

var _ = register(&Check{
	Slug:   "test-account",
	Rules:  []string{"9.5"},
	Fields: []Field{"test_account"},
	Title:  Text{"测试帐号", "Test account"},
	Doc: Text{
		"有帐号或付费内容的小程序要给审核提供测试帐号和密码。",
		"Programs with accounts or paid content have to give the reviewer an account to test with.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Features: []Feature{FeatureAccount}, Declarations: Declarations{TestAccount: &no}}, Severity: Reject},
		{Submission: Submission{Features: []Feature{FeatureLocation}, Declarations: Declarations{TestAccount: &no}}},
	},
	run: runDeclared(declaration{
		field:      "test_account",
		value:      func(s *Submission) *bool { return s.TestAccount },
		needed:     func(s *Submission) bool { return s.has(FeatureAccount, FeaturePayment, FeatureVirtualGoods) },
		denied:     Text{"有帐号或付费内容，却声明没有测试帐号", "there are accounts or paid content, but it is declared that there is no test account"},
		missing:    Text{"有帐号或付费内容，没有说明测试帐号", "there are accounts or paid content, and nothing is said of a test account"},
		suggestion: Text{"准备测试帐号和密码，提交时附上", "prepare one and hand it in"},
	}),
})

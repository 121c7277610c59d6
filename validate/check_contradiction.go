package validate

var _ = register(&Check{
	Slug:   "contradiction",
	Rules:  []string{"form.consistent"},
	Fields: []Field{"owner.kind", "owner.name", "categories", "features"},
	Title:  Text{"所填各项互相矛盾", "Declarations that contradict each other"},
	Doc: Text{
		"所填的各项不能互相矛盾，两处都指出：主体性质和主体名称（政府却叫……有限公司，个人却叫……公安局，企业却只有人名），同一个类目写了两次，声明了某项功能的措施却没有声明那项功能。性质和名称不符的主体，不享有它所称性质的例外。",
		"What is declared cannot contradict itself, and both places are named: the owner's kind and its name (government, but …有限公司; individual, but …公安局; enterprise, but the name of a person), a category given twice, a measure declared for a feature that is not. An owner whose name belies its kind has none of the exceptions of that kind.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Owner: Owner{Kind: OwnerGovernment, Name: "青禾科技有限公司"}}, Severity: Reject, Field: "owner.kind"},
		{Found: true, Submission: Submission{Owner: Owner{Kind: OwnerIndividual, Name: "杭州市公安局"}}, Severity: Reject, Field: "owner.name"},
		{Found: true, Submission: Submission{Owner: Owner{Kind: OwnerIndividual, Name: "青禾科技有限公司"}}, Severity: Reject, Field: "owner.kind"},
		{Found: true, Submission: Submission{Owner: Owner{Kind: OwnerEnterprise, Name: "张三"}}, Severity: Review, Field: "owner.name"},
		{Found: true, Submission: Submission{Owner: Owner{Kind: OwnerEnterprise, Name: "浦江县人民政府"}}, Severity: Reject, Field: "owner.kind"},
		{Found: true, Submission: Submission{Owner: Owner{Kind: OwnerOrganization, Name: "李小明"}}, Severity: Reject, Field: "owner.kind"},
		{Found: true, Submission: Submission{Categories: []string{"餐饮服务/点餐平台", "工具/记账", "餐饮服务>点餐平台"}}, Severity: Reject, Field: "categories[2]"},
		{Found: true, Submission: Submission{Features: []Feature{FeaturePayment}, Declarations: Declarations{UGCFilter: &yes}}, Severity: Advice, Field: "features"},
		{Submission: Submission{Owner: Owner{Kind: OwnerEnterprise, Name: "浦江县老街面馆"}}},
		{Submission: Submission{Owner: Owner{Kind: OwnerEnterprise, Name: "杭州青禾科技有限公司"}}},
		{Submission: Submission{Owner: Owner{Kind: OwnerIndividual, Name: "张三"}}},
		{Submission: Submission{Owner: Owner{Kind: OwnerGovernment, Name: "浦江县公安局"}}},
		{Submission: Submission{Owner: Owner{Kind: OwnerGovernment, Name: "浦江县第一中学"}}},
		{Submission: Submission{Owner: Owner{Kind: OwnerOrganization, Name: "青禾公益基金会"}}},
		{Submission: Submission{Categories: []string{"餐饮服务/点餐平台", "工具/记账"}}},
		{Submission: Submission{Features: []Feature{FeatureUGC}, Declarations: Declarations{UGCFilter: &yes}}},
		{Submission: Submission{Declarations: Declarations{UGCFilter: &yes}}},
		{Submission: Submission{Features: []Feature{FeaturePayment}, Declarations: Declarations{TestAccount: &yes}}},
		{Submission: Submission{Owner: Owner{Kind: OwnerEnterprise, Name: "沧州青禾口腔门诊部"}}},
		{Submission: Submission{Owner: Owner{Kind: OwnerGovernment, Name: "归巢救助管理站"}}},
	},
	run: runContradiction,
})

func runContradiction(s *subject, c *Check) {
	s.findKindAgainstName(c)
	s.findCategoryTwice(c)
	s.findMeasureWithoutFeature(c)
}

func (s *subject) findKindAgainstName(c *Check) {
	severity := s.kindAgainstName()
	if severity == 0 {
		return
	}
	o := &s.submission.Owner
	name, shows := excerpt(o.Name), formNames[s.readRights().form].In(s.v.language)
	f := Finding{Severity: severity,
		Message: Text{"主体性质（owner.kind）写的是 %[1]s，主体名称（owner.name）「%[2]s」%[3]s", "the owner's kind (owner.kind) is %[1]s, but its name (owner.name) “%[2]s” %[3]s"}.
			format(s.v.language, o.Kind, name, shows),
		Suggestion: Text{"按证件改正主体性质或名称", "correct kind or name by the owner's papers"}.In(s.v.language)}
	s.addStated(c, "owner.kind", o.Kind, f)
	s.addStated(c, "owner.name", o.Name, f)
}

// findCategoryTwice names both places of a category that is given again.
func (s *subject) findCategoryTwice(c *Check) {
	if len(s.submission.Categories) < 2 {
		return
	}
	first := map[string]statedCategory{}
	told := map[string]bool{}
	for _, stated := range s.categories() {
		path := stated.path
		if stated.found != nil {
			path = stated.found.Path
		}
		before, again := first[path]
		if !again {
			first[path] = stated
			continue
		}
		f := Finding{Severity: Reject, Entry: path, PlatformCode: 53304,
			Message: Text{"类目「%[1]s」写了两次（%[2]s 和 %[3]s）", "the category “%[1]s” is given twice (%[2]s and %[3]s)"}.
				format(s.v.language, excerpt(path), before.field(), stated.field()),
			Suggestion: Text{"只留一个", "leave one"}.In(s.v.language)}
		if !told[path] {
			s.addStated(c, before.field(), before.path, f)
			told[path] = true
		}
		s.addStated(c, stated.field(), stated.path, f)
	}
}

// measure is a declaration that only programs with one of some features can make; the
// first is the one to name.
type measure struct {
	field    Field
	value    func(*Submission) *bool
	features []Feature
}

var measures = []measure{
	{"ugc_filter", func(s *Submission) *bool { return s.UGCFilter }, []Feature{FeatureUGC}},
	{"location_consent", func(s *Submission) *bool { return s.LocationConsent }, []Feature{FeatureLocation}},
	{"test_account", func(s *Submission) *bool { return s.TestAccount }, []Feature{FeatureAccount, FeaturePayment, FeatureVirtualGoods}},
}

// findMeasureWithoutFeature is asked where features are told at all.
func (s *subject) findMeasureWithoutFeature(c *Check) {
	if len(s.submission.Features) == 0 {
		return
	}
	for _, m := range measures {
		if value := m.value(s.submission); value == nil || !*value || s.submission.has(m.features...) {
			continue
		}
		f := Finding{Severity: Advice,
			Message:    Text{"声明了 %[1]s，功能（features）里却没有 %[2]s", "%[1]s is declared, but the features lack %[2]s"}.format(s.v.language, m.field, m.features[0]),
			Suggestion: Text{"补上这项功能，或删去对应的声明", "add the feature, or drop the declaration"}.In(s.v.language)}
		s.addStated(c, m.field, "", f)
		s.addStated(c, "features", "", f)
	}
}

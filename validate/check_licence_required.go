package validate

import "github.com/mingcha-go/mingcha/internal/category"

var _ = register(&Check{
	Slug:   "licence-required",
	Rules:  []string{"4.2", "4.4"},
	Fields: []Field{"categories"},
	Title:  Text{"类目需要资质", "The category needs a licence"},
	Doc: Text{
		"有些类目要提交许可证照。写了主体（owner）却没有证照（owner.licences）的不能通过；完全没写主体的，要求完整提交时交给人工。证照对不对由人工核对。",
		"Some categories ask for a licence. A submission that tells its owner but no licence (owner.licences) is a reject; where nothing is told of the owner and the submission is meant to be complete, a person should look. Whether the licence is the right one is for a person.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Categories: []string{"物流服务/收件/派件"}, Owner: Owner{Kind: OwnerEnterprise}}, Severity: Reject, Field: "categories[0]"},
		{Submission: Submission{Categories: []string{"物流服务/收件/派件"}, Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"快递业务经营许可证"}}}},
		{Submission: Submission{Categories: []string{"物流服务/查件"}, Owner: Owner{Kind: OwnerEnterprise}}},
		{Submission: Submission{Categories: []string{"物流服务/收件/派件"}}},
	},
	run: runLicenceRequired,
})

func runLicenceRequired(s *subject, c *Check) {
	owner := &s.submission.Owner
	told := owner.Kind != "" || owner.Name != ""
	if len(owner.Licences) > 0 || !told && !s.v.complete {
		return
	}
	for _, stated := range s.categories() {
		found := stated.found
		if found == nil || found.Licence&s.subjectOf() == 0 {
			continue
		}
		f := Finding{Severity: Reject, Entry: found.Path, Message: licenceNeeded(found).In(s.v.language),
			Suggestion: Text{"补上主体持有的证照名称，或换一个不需要资质的类目", "add the name of the licence that the owner holds, or choose a category that needs none"}.In(s.v.language)}
		if !told {
			f.Severity = Review
		}
		s.addStated(c, stated.field(), stated.path, f)
	}
}

// licenceNeeded names the document where the law names one.
func licenceNeeded(c *category.Category) Text {
	if c.Document == "" {
		return Text{"类目「" + c.Path + "」需要资质，没有写证照", "the category “" + c.Path + "” needs a licence, and none is given"}
	}
	return Text{"类目「" + c.Path + "」需要" + c.Document + "，没有写证照", "the category “" + c.Path + "” needs a " + c.Document + ", and none is given"}
}

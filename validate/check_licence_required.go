package validate

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/category"
)

var _ = register(&Check{
	Slug:   "licence-required",
	Rules:  []string{"4.2", "4.4"},
	Fields: []Field{"categories", FieldIntro, FieldDescription},
	Title:  Text{"类目需要资质", "The category needs a licence"},
	Doc: Text{
		"有些类目要提交许可证照。写了主体（owner）却没有证照（owner.licences）的不能通过；完全没写主体的，要求完整提交时交给人工。政府机构的政务民生类目以主体本身为凭。证照要是类目需要的那一种：写的是名称、常用简称、编号或照片文件名都认得；写成营业执照这样的身份证明、空白或另一种证照的不能通过，认不出的交给人工。证照是真是假由人工核对。简介和描述写了要许可的服务（借款、卖药、时政新闻），填写的类目没有包含它、证照里也没有的，交给人工，指出要哪种许可（4.4），证照一项没有填的、所缺只是备案或平台要的材料的，只提醒；法律不许个人经营的，个人主体不能通过。",
		"Some categories ask for a licence. A submission that tells its owner but no licence (owner.licences) is a reject; where nothing is told of the owner and the submission is meant to be complete, a person should look. Government owners are the paper of government categories themselves. The licence has to be of the kind that the category needs, by its name, a usual abbreviation, its number or the name of a picture of it: an identity paper such as 营业执照, a blank and a licence of another kind are rejects, one that is not known goes to a person. Whether it is genuine is for a person. Where the texts offer a service that needs a licence (loans, medicine, political news) that no stated category covers and no stated licence allows, a person should look and is told which licence it is (4.4), or the owner is asked for it where licences are left out or what lacks is a filing or a paper of the platform; what individuals cannot offer is a reject for them.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Categories: []string{"物流服务/收件/派件"}, Owner: Owner{Kind: OwnerEnterprise}}, Severity: Reject, Field: "categories[0]"},
		{Found: true, Submission: Submission{Categories: []string{"政务民生/税务"}, Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"营业执照"}}}, Severity: Review, Field: "categories[0]"},
		{Found: true, Submission: Submission{Intro: "口腔门诊在线预约", Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"营业执照"}}}, Rule: "4.4", Severity: Review, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "口腔门诊在线预约", Owner: Owner{Kind: OwnerEnterprise}}, Rule: "4.4", Severity: Advice, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "每天推送时政新闻、国际要闻", Owner: Owner{Kind: OwnerIndividual}}, Rule: "4.4", Severity: Reject, Field: FieldIntro},
		{Found: true, Submission: Submission{Intro: "处方药线上开方，送药上门", Categories: []string{"商家自营/食品饮料"}, Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"食品经营许可证"}}}, Rule: "4.4", Severity: Review, Field: FieldIntro},
		{Submission: Submission{Intro: "时政新闻阅读技巧，备考知识点整理", Owner: Owner{Kind: OwnerIndividual}}},
		{Submission: Submission{Categories: []string{"物流服务/收件/派件"}, Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"快递业务经营许可证"}}}},
		{Found: true, Submission: Submission{Categories: []string{"医疗服务/互联网医院"}, Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"营业执照", " "}}}, Severity: Reject, Field: "categories[0]"},
		{Found: true, Submission: Submission{Categories: []string{"医疗服务/互联网医院"}, Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"食品经营许可证"}}}, Severity: Reject, Field: "categories[0]"},
		{Found: true, Submission: Submission{Categories: []string{"医疗服务/互联网医院"}, Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"IMG_0421.jpg"}}}, Severity: Review, Field: "categories[0]"},
		{Submission: Submission{Categories: []string{"社交/问答"}, Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"浙B2-20201234"}}}},
		{Submission: Submission{Categories: []string{"政务民生/司法"}, Owner: Owner{Kind: OwnerGovernment, Name: "浦江县司法局"}}},
		{Submission: Submission{Categories: []string{"政务民生/水利"}, Owner: Owner{Kind: OwnerGovernment, Licences: []string{"机关统一社会信用代码证"}}}},
		{Submission: Submission{Categories: []string{"物流服务/查件"}, Owner: Owner{Kind: OwnerEnterprise}}},
		{Submission: Submission{Categories: []string{"物流服务/收件/派件"}}},
	},
	run: runLicenceRequired,
})

func runLicenceRequired(s *subject, c *Check) {
	owner := &s.submission.Owner
	told := owner.Kind != "" || owner.Name != "" || len(owner.Licences) > 0
	if !told && !s.v.complete {
		return
	}
	s.addUnlicensed(c)
	var held papers
	for _, stated := range s.categories() {
		found := stated.found
		if found == nil || found.Licence&s.subjectOf() == 0 || s.isProofOf(found) {
			continue
		}
		if held.kinds == nil {
			held.read(owner.Licences)
		}
		f := held.answer(found, s.v.language)
		if f.Severity == 0 {
			continue
		}
		f.Entry = found.Path
		f.Suggestion = Text{"补上主体持有的证照名称，或换一个不需要资质的类目", "add the name of the licence that the owner holds, or choose a category that needs none"}.In(s.v.language)
		if !told {
			f.Severity = Review
		}
		s.addStated(c, stated.field(), stated.path, f)
	}
}

// isProofOf tells whether the owner is itself what a category asks to be shown: an organ of
// the state for those of the state, and for what the state does (auctions of courts).
func (s *subject) isProofOf(c *category.Category) bool {
	return s.trustedKind() == OwnerGovernment && (c.OfTheState() || len(c.Documents) == 0 && len(s.submission.Owner.Licences) > 0)
}

// leavesLicencesOut tells whether a submission that need not be complete says nothing of
// licences: what a text offers may be licensed all the same. An empty list says that there
// are none.
func (s *subject) leavesLicencesOut() bool {
	return !s.v.complete && s.submission.Owner.Licences == nil
}

// addUnlicensed points at services that need a licence which is not stated. Those that
// a stated category covers are left to what that category asks for.
func (s *subject) addUnlicensed(c *Check) {
	if s.submission.Owner.Kind == OwnerGovernment {
		return
	}
	for i := range s.offers() {
		o := &s.offered[i]
		if o.service.Paper == "" || !o.sure() || s.shadowed(o) || len(s.submission.Categories) > 0 && s.covered(o.service) ||
			slices.ContainsFunc(s.submission.Owner.Licences, o.service.HeldBy) {
			continue
		}
		said := excerpt(o.said())
		f := Finding{Rule: "4.4", Severity: Review,
			Message: Text{"「%[1]s」是%[2]s，需要%[3]s，没有写", "“%[1]s” is %[2]s, which needs a licence (%[3]s), and none is given"}.
				format(s.v.language, said, s.serviceName(o.service), o.service.Paper),
			Suggestion: Text{"补上证照和对应的类目；不做这项服务就不要写", "add the licence and its category, or do not say so"}.In(s.v.language)}
		if !o.service.ByLaw || s.leavesLicencesOut() {
			f.Severity = Advice
		}
		if s.barred(o.service) {
			f.Severity = Reject
			f.Message = Text{"「%[1]s」是%[2]s，个人主体不能经营（需要%[3]s）", "“%[1]s” is %[2]s, which individuals cannot offer (it needs a licence: %[3]s)"}.
				format(s.v.language, said, s.serviceName(o.service), o.service.Paper)
			f.Suggestion = Text{"去掉这项服务，或以有许可的企业主体提交", "drop it, or hand it in as an enterprise that has the licence"}.In(s.v.language)
		}
		s.addOffer(c, o, f)
	}
}

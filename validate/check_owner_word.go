package validate

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/internal/paper"
)

var _ = register(&Check{
	Slug:   "owner-word",
	Rules:  []string{"4.4", "2.1"},
	Fields: []Field{FieldName, FieldShortName},
	Title:  Text{"与主体不符的名称用词", "Words that need a certain owner"},
	Doc: Text{
		"备案时会按主体核对名称：个人不能用公司、集团、新闻、金融、政务等词；企业用前置审批的词（出版、图书、拼车、网约车、医疗器械）要有批准，证照（owner.licences）里写了相应的许可证就不再提示。提交里写了主体性质（owner.kind）才检查，名称也像机关单位的政府机构不提示。明星的粉丝团、后援会要有经纪公司的授权，不论主体都交给人工。",
		"The filing holds names against their owner: an individual cannot use words such as company, news, finance or government; an enterprise needs an approval for some (出版, 图书, 拼车), and one that names the licence (owner.licences) is left in peace. It is checked only where the owner's kind is given; government owners are left in peace. Fan clubs of stars need the authority of their agency: a person should look, whoever owns them.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Name: "青禾新闻", Owner: Owner{Kind: OwnerIndividual}}, Severity: Reject},
		{Found: true, Submission: Submission{Name: "青禾出版社", Owner: Owner{Kind: OwnerEnterprise}}, Severity: Review},
		{Found: true, Submission: Submission{Name: "青禾拼车", Owner: Owner{Kind: OwnerIndividual}}, Severity: Reject},
		{Found: true, Submission: Submission{Name: "青禾漫画", Owner: Owner{Kind: OwnerIndividual}}, Severity: Review},
		{Found: true, Submission: Submission{Name: "青禾图书", Owner: Owner{Kind: OwnerEnterprise}}, Severity: Review},
		{Submission: Submission{Name: "青禾图书", Owner: Owner{Kind: OwnerEnterprise, Licences: []string{"出版物经营许可证"}}}},
		{Submission: Submission{Name: "浦江图书馆", Owner: Owner{Kind: OwnerOrganization}}},
		{Submission: Submission{Name: "青禾新闻"}},
		{Found: true, Submission: Submission{Name: "青禾商城", Owner: Owner{Kind: OwnerIndividual}}, Severity: Reject},
		{Submission: Submission{Name: "青禾商城", Owner: Owner{Kind: OwnerEnterprise}}},
		{Submission: Submission{Name: "青禾记账", Owner: Owner{Kind: OwnerIndividual}}},
		{Submission: Submission{Name: "浦江政务", Owner: Owner{Kind: OwnerGovernment}}},
	},
	Found:    []Sample{{Field: FieldName, Text: "青禾粉丝团", Want: "粉丝团", Severity: Review, Rule: "2.1"}},
	Innocent: []Sample{{Field: FieldName, Text: "青禾米粉丝店"}},
	run:      runOwnerWord,
})

// individualWords is the list of words that only individuals cannot use,
// fanClubWords that of words that no owner can use without authority.
const (
	individualWords = "owner-word-individual"
	approvalWords   = "owner-word-approval"
	fanClubWords    = "fan-club"
)

// holdsPaperFor tells whether a licence of the owner is one that allows it a word.
func (s *subject) holdsPaperFor(word string) bool {
	allowing := paper.For(word)
	if len(allowing) == 0 {
		return false
	}
	for _, licence := range s.submission.Owner.Licences {
		_, kinds := paper.Read(licence)
		if slices.ContainsFunc(kinds, func(kind string) bool { return slices.Contains(allowing, kind) }) {
			return true
		}
	}
	return false
}

func runOwnerWord(s *subject, c *Check) {
	if s.trustedKind() != OwnerGovernment {
		s.eachWord(c, &ownerWording)
	}
}

var ownerWording = listWording{
	reject:     Text{"%[1]s这样的词个人主体不能使用，备案不会通过", "%[1]s is a word that an individual cannot use; the filing would refuse it"},
	review:     Text{"%[1]s需要前置审批或相应的主体，请人工确认有没有批准", "%[1]s needs an approval or a certain owner: a person should look for it"},
	advice:     Text{"%[1]s可能需要说明与主体的关系", "%[1]s may need a word on what the owner has to do with it"},
	suggestion: Text{"换一个词，或以相应的主体和批准文件提交", "use another word, or hand it in with the right owner and approval"},
	judge: func(s *subject, _ *text, o *match.Occurrence) Severity {
		individual := s.trustedKind() == OwnerIndividual
		switch {
		case o.List.Name == fanClubWords:
			return o.Severity
		case s.submission.Owner.Kind == "":
			return 0
		case o.List.Name == individualWords && !individual:
			return 0
		case individual && o.Severity == Review:
			return Reject
		case individual && o.List.Name == approvalWords:
			return Review
		case s.holdsPaperFor(o.Entry.Word):
			return 0
		}
		return o.Severity
	},
	code: blacklistCode,
}

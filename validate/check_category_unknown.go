package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/category"
)

var _ = register(&Check{
	Slug:   "category-unknown",
	Rules:  []string{"3.4"},
	Fields: []Field{"categories"},
	Title:  Text{"类目不存在", "Unknown category"},
	Doc: Text{
		"填写的类目要在平台的类目库里，个人主体只能选对个人开放的类目，企业选政务民生类目的交给人工。找不到时提示最接近的类目；只写了一级类目的交给人工。写法不拘：斜杠、箭头、空格都可以。",
		"A category has to be in the platform's tree, and an individual's among those open to individuals; an enterprise under a category of the state goes to a person. The nearest one is suggested; a first level alone goes to a person. Levels may be joined by slashes, arrows or spaces.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Categories: []string{"餐饮/点餐"}}, Severity: Reject, Field: "categories[0]"},
		{Found: true, Submission: Submission{Categories: []string{"餐饮服务"}}, Severity: Review, Field: "categories[0]"},
		{Found: true, Submission: Submission{Categories: []string{"金融业/银行"}, Owner: Owner{Kind: OwnerIndividual}}, Severity: Reject, Field: "categories[0]"},
		{Submission: Submission{Categories: []string{"餐饮服务/点餐平台", "工具 > 记账", "物流服务/收件/派件"}}},
		{Found: true, Submission: Submission{Categories: []string{"政务民生/税务"}, Owner: Owner{Kind: OwnerEnterprise}}, Severity: Review, Field: "categories[0]"},
		{Submission: Submission{Categories: []string{"政务民生/税务"}, Owner: Owner{Kind: OwnerGovernment}}},
	},
	run: runCategoryUnknown,
})

func runCategoryUnknown(s *subject, c *Check) {
	owner := s.subjectOf()
	for _, stated := range s.categories() {
		path, found := stated.path, stated.found
		f := Finding{Severity: Reject}
		switch {
		case found == nil && category.IsTop(path):
			s.addChooseBelow(c, stated, owner, Finding{Severity: Review,
				Message: Text{"「%[1]s」只是一级类目，要选到最后一级", "“%[1]s” is a first level only: choose down to the last"}.format(s.v.language, excerpt(path))})
			continue
		case found == nil && len(category.Below(path)) > 0:
			s.addChooseBelow(c, stated, owner, Finding{Severity: Reject,
				Message: Text{"「%[1]s」不是最后一级，要在它下面选一个", "“%[1]s” is not the last level: choose one below it"}.format(s.v.language, excerpt(path))})
			continue
		case found == nil:
			f.Message = Text{"类目库里没有「%[1]s」", "there is no category “%[1]s”"}.format(s.v.language, excerpt(path))
		case found.Open&owner == 0 && owner == category.Person:
			f.Message = Text{"「%[1]s」不对个人主体开放", "“%[1]s” is not open to individuals"}.format(s.v.language, found.Path)
		case found.OfTheState() && s.submission.Owner.Kind == OwnerEnterprise:
			f.Severity = Review
			f.Message = Text{"「%[1]s」是政务类目，只有政府机构和受其委托的单位能选，请人工确认", "“%[1]s” is a category of the state, for its bodies and those that they entrust: a person should look"}.format(s.v.language, found.Path)
			f.Suggestion = Text{"换成服务本身的类目，或附上政府机构的委托文件", "choose the category of the service itself, or attach what a state body has entrusted"}.In(s.v.language)
			s.addStated(c, stated.field(), path, f)
			continue
		default:
			continue
		}
		if near := category.Nearest(path, owner); near != nil && (found == nil || near != found) {
			f.Entry = near.Path
			f.Suggestion = Text{"最接近的类目是「%[1]s」", "the nearest category is “%[1]s”"}.format(s.v.language, near.Path)
		}
		s.addStated(c, stated.field(), path, f)
	}
}

// addChooseBelow tells of a path that is not the last level, with some of those below it
// that are open to the owner.
func (s *subject) addChooseBelow(c *Check, stated statedCategory, owner category.Subject, f Finding) {
	var choices []string
	for _, below := range category.Below(stated.path) {
		if below.Open&owner != 0 && len(choices) < mostChoices {
			choices = append(choices, "「"+below.Path+"」")
		}
	}
	if len(choices) > 0 {
		f.Suggestion = Text{"从它下面选一个，例如%[1]s", "choose one below it, such as %[1]s"}.format(s.v.language, strings.Join(choices, ""))
	} else {
		f.Suggestion = Text{"它下面没有对该主体开放的类目，换一个", "none below it is open to the owner: choose another"}.In(s.v.language)
	}
	s.addStated(c, stated.field(), stated.path, f)
}

// mostChoices is how many categories a suggestion names.
const mostChoices = 5

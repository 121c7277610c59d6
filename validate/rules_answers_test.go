package validate_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

// TestFaultsOfRuleAnswersStayMended has a row for each kind of fault that was found in
// what rules answer, and its siblings: the finding wanted, or none.
func TestFaultsOfRuleAnswersStayMended(t *testing.T) {
	enterprise := validate.Owner{Name: "青禾科技有限公司", Kind: validate.OwnerEnterprise}
	for _, test := range []struct {
		what        string
		s           validate.Submission
		check, rule string
		severity    validate.Severity // 0: nothing of the check
	}{
		{"an organ that takes reports", validate.Submission{Name: "网信办举报通", Owner: enterprise}, "state-symbol", "2.1", validate.Review},
		{"an organ that makes publicity", validate.Submission{Name: "公安局宣传站", Owner: enterprise}, "state-symbol", "2.1", validate.Review},
		{"a ministry that takes reports", validate.Submission{Name: "财政部举报通", Owner: enterprise}, "state-symbol", "2.1", validate.Review},
		{"an organ's short name", validate.Submission{Name: "国知局查询助手", Owner: enterprise}, "state-symbol", "2.1", validate.Review},
		{"knowledge of symbols", validate.Submission{Name: "国旗知识科普", Owner: enterprise}, "state-symbol", "", 0},
		{"a password asked for", validate.Submission{Intro: "请输入您的微信账号和密码"}, "personal-data-required", "10.1.2", validate.Reject},
		{"a password of the login", validate.Submission{Intro: "填写QQ登录密码"}, "personal-data-required", "10.1.2", validate.Reject},
		{"cars dispatched", validate.Submission{Intro: "网约车派单，查看司机位置"}, "location-control", "10.4.3", validate.Review},
		{"advertising space to let", validate.Submission{Intro: "首页广告位出租"}, "spam", "6.2.1", validate.Reject},
		{"a document that is none yet", validate.Submission{Name: "星巴克点单", Authorizations: []validate.Authorization{{Mark: "星巴克", Document: "正在申请"}}}, "authorization", "8.2", validate.Review},
		{"a document that does not exist", validate.Submission{Name: "星巴克点单", Authorizations: []validate.Authorization{{Mark: "星巴克", Document: "无授权书"}}}, "authorization", "8.2", validate.Review},
		{"a licence that has run out", validate.Submission{Categories: []string{"医疗服务/互联网医院"}, Owner: validate.Owner{Kind: "enterprise", Licences: []string{"医疗机构执业许可证（已过期）"}}}, "licence-required", "4.2", validate.Reject},
		{"a licence that is applied for", validate.Submission{Categories: []string{"医疗服务/互联网医院"}, Owner: validate.Owner{Kind: "enterprise", Licences: []string{"正在办理医疗机构执业许可证"}}}, "licence-required", "4.2", validate.Reject},
		{"a licence that is valid still", validate.Submission{Categories: []string{"医疗服务/互联网医院"}, Owner: validate.Owner{Kind: "enterprise", Licences: []string{"医疗机构执业许可证（未过期）"}}}, "licence-required", "", 0},
	} {
		found := findingsOf(t, &test.s, test.check)
		switch {
		case test.severity == 0 && len(found) > 0:
			t.Errorf("%s: %+v", test.what, found)
		case test.severity != 0 && len(found) == 0:
			t.Errorf("%s: nothing is found", test.what)
		case test.severity != 0 && (found[0].Rule != test.rule || found[0].Severity != test.severity):
			t.Errorf("%s: %s %s, want %s %s", test.what, found[0].Rule, found[0].Severity, test.rule, test.severity)
		}
	}
}

func TestALevelAboveCategoriesSuggestsSomeBelowIt(t *testing.T) {
	for _, path := range []string{"商家自营", "工具", "交通服务/网约车"} {
		found := findingsOf(t, &validate.Submission{Categories: []string{path}, Owner: validate.Owner{Kind: validate.OwnerEnterprise}}, "category-unknown")
		if len(found) != 1 || strings.Count(found[0].Suggestion, "「"+path+"/") < 2 {
			t.Errorf("%s: %+v", path, found)
		}
	}
}

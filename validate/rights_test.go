package validate_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func TestAMarkIsItsOwnersByRegisteredNameOnly(t *testing.T) {
	v := newValidator(t)
	for _, test := range []struct {
		name, owner, kind, check string
		want                     validate.Severity // 0: none
	}{
		{"微信安全中心", "我是腾讯", validate.OwnerIndividual, "tencent-mark", validate.Reject},
		{"微信安全中心", "腾讯科技（深圳）有限公司", validate.OwnerIndividual, "tencent-mark", validate.Reject},
		{"微信安全中心", "腾讯科技(深圳)有限公司", validate.OwnerEnterprise, "tencent-mark", 0},
		{"微信安全中心", "腾讯安全服务（武汉）有限公司", validate.OwnerEnterprise, "tencent-mark", validate.Review},
		{"微信安全中心", "浦江县腾讯电脑店", validate.OwnerEnterprise, "tencent-mark", validate.Reject},
		{"微信安全中心", "奔腾讯息有限公司", validate.OwnerEnterprise, "tencent-mark", validate.Reject},
		{"华为商城", "华为终端有限公司", validate.OwnerEnterprise, "brand-mark", 0},
		{"华为商城", "非华为维修部", validate.OwnerEnterprise, "brand-mark", validate.Reject},
		{"华为手机维修", "非华为维修部", validate.OwnerEnterprise, "brand-mark", validate.Review},
	} {
		got := findings(v.Check(&validate.Submission{Name: test.name, Owner: validate.Owner{Name: test.owner, Kind: test.kind}}), test.check)
		switch {
		case test.want == 0 && len(got) > 0, test.want != 0 && (len(got) != 1 || got[0].Severity != test.want):
			t.Errorf("%s by %s (%s): want %s, got %+v", test.name, test.owner, test.kind, test.want, got)
		}
	}
}

func TestAnAuthorizationHoldsForItsMarkWithADocumentOnly(t *testing.T) {
	v := newValidator(t)
	for _, test := range []struct {
		name, mark, document string
		want                 validate.Severity
	}{
		{"星巴克点单", "星巴克", "授权书", validate.Advice},
		{"星巴克点单", "Starbucks", "授权书", validate.Advice},
		{"星巴克点单", "星巴克", "", validate.Reject},
		{"星巴克点单", "星巴克", "——", validate.Reject},
		{"星巴克点单", "*", "授权书", validate.Reject},
		{"美团外卖助手", "美团", "授权书", validate.Reject},
	} {
		got := findings(v.Check(&validate.Submission{Name: test.name, Authorizations: []validate.Authorization{{Mark: test.mark, Document: test.document}}}), "brand-mark")
		if len(got) != 1 || got[0].Severity != test.want || (test.want == validate.Advice) == strings.Contains(got[0].Message, "没有授权") {
			t.Errorf("%+v: %+v", test, got)
		}
	}
	got := findings(v.Check(&validate.Submission{Name: "微信助手", Authorizations: []validate.Authorization{{Mark: "微信", Document: "授权书"}}}), "tencent-mark")
	if len(got) != 1 || got[0].Severity != validate.Reject {
		t.Errorf("rule 8.3 was lifted: %+v", got)
	}
}

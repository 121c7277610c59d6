package validate_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func findingsOf(t *testing.T, s *validate.Submission, check string) (found []validate.Finding) {
	t.Helper()
	for _, f := range newValidator(t).Check(s).Findings {
		if f.Check == check {
			found = append(found, f)
		}
	}
	return found
}

func TestAnOrganBearsItsOwnNameAndNoOther(t *testing.T) {
	for _, test := range []struct {
		name, owner string
		found       bool
	}{
		{"杭州市公安局便民", "杭州市公安局", false},
		{"余杭公安局便民", "杭州市公安局余杭区分局", false},
		{"杭州反诈中心", "杭州市公安局", false},
		{"杭州交警支队", "杭州市公安局交通警察支队", false},
		{"杭州市网信办举报", "杭州市互联网信息办公室", false},
		{"余杭发改委申报", "杭州市余杭区发展和改革局", false},
		{"杭州人社局办事", "杭州市人力资源和社会保障局", false},
		{"杭州住建局", "杭州市住房和城乡建设局", false},
		{"余杭区政府服务", "杭州市余杭区人民政府办公室", false},
		{"杭州市公安局便民", "杭州市教育局", true},
		{"成都市公安局便民", "杭州市公安局", true},
		{"网信办举报助手", "杭州市公安局", true},
		{"杭州市人民法院", "杭州市司法局", true},
		{"国务院办事", "杭州市公安局", true},
	} {
		s := validate.Submission{Name: test.name, Owner: validate.Owner{Name: test.owner, Kind: validate.OwnerGovernment}}
		found := findingsOf(t, &s, "state-symbol")
		if (len(found) > 0) != test.found || len(found) > 0 && found[0].Severity != validate.Review {
			t.Errorf("%s of %s: %+v", test.name, test.owner, found)
		}
	}
}

func TestTheCertificateOfAnOrganOpensGovernmentCategories(t *testing.T) {
	for _, test := range []struct {
		kind, owner, category, licence string
		found                          bool
	}{
		{validate.OwnerGovernment, "杭州市公安局", "政务民生/户政", "机关统一社会信用代码证", false},
		{validate.OwnerGovernment, "杭州市公安局", "政务民生/户政", "统一社会信用代码证书.jpg", false},
		{validate.OwnerGovernment, "杭州市公安局", "政务民生/户政", "组织机构代码证", false},
		{validate.OwnerGovernment, "杭州市公安局", "政务民生/户政", "", false}, // it is itself what would be shown
		{validate.OwnerGovernment, "杭州青禾科技有限公司", "政务民生/户政", "统一社会信用代码证书", true},
		{validate.OwnerGovernment, "杭州市卫生健康委员会", "医疗服务/互联网医院", "机关统一社会信用代码证", true},
	} {
		s := validate.Submission{Name: "青禾办事", Categories: []string{test.category}, Owner: validate.Owner{Name: test.owner, Kind: test.kind}}
		if test.licence != "" {
			s.Owner.Licences = []string{test.licence}
		}
		if found := findingsOf(t, &s, "licence-required"); (len(found) > 0) != test.found {
			t.Errorf("%s with %q under %s: %+v", test.owner, test.licence, test.category, found)
		}
	}
}

func TestWhatASettlementSaysOfTencentsMarksIsRule83(t *testing.T) {
	for mark, rule := range map[string]string{"微信": "8.3", "WeChat": "8.3", "QQ": "8.3", "星巴克": "8.2", "*": "8.2"} {
		s := validate.Submission{Name: "青禾记账", Authorizations: []validate.Authorization{{Mark: mark, Document: "无"}}}
		found := findingsOf(t, &s, "authorization")
		if len(found) == 0 {
			t.Errorf("%s: nothing is found", mark)
		}
		for _, f := range found {
			if f.Rule != rule {
				t.Errorf("%s: %s on %s, want %s", mark, f.Rule, f.Field, rule)
			}
		}
	}
}

func TestALicenceAllowsAServiceByItsKind(t *testing.T) {
	for _, test := range []struct {
		intro, licence string
		found          bool
	}{
		{"处方药线上开方，送药上门", "药品经营许可证", false},
		{"处方药线上开方，送药上门", "药经证", false},
		{"处方药线上开方，送药上门", "粤AA7550001", false},
		{"处方药线上开方，送药上门", "药品经营许可证.jpg", false},
		{"处方药线上开方，送药上门", "药品生产许可证", true},
		{"处方药线上开方，送药上门", "医疗器械经营许可证", true},
		{"处方药线上开方，送药上门", "大药房连锁公司营业执照", true},
		{"处方药线上开方，送药上门", "无", true},
		{"在线申请借款，小额贷款秒到账", "金融许可证", false},
		{"在线申请借款，小额贷款秒到账", "贷款咨询公司营业执照", true},
		{"在线申请借款，小额贷款秒到账", "小贷公司批复", false},
		{"每天推送时政新闻、国际要闻", "互联网新闻信息服务许可证", false},
		{"每天推送时政新闻、国际要闻", "新闻出版局网络出版服务许可证", true},
	} {
		s := validate.Submission{Name: "青禾服务", Intro: test.intro, Owner: validate.Owner{Kind: validate.OwnerEnterprise, Licences: []string{test.licence}}}
		found := false
		for _, f := range findingsOf(t, &s, "licence-required") {
			found = found || f.Rule == "4.4"
		}
		if found != test.found {
			t.Errorf("%s with %s: found %v", test.intro, test.licence, found)
		}
	}
}

package validate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func TestTheOwnerMayBearTheMark(t *testing.T) {
	v := newValidator(t)
	for _, test := range []struct {
		name, owner, check string
		found              bool
	}{
		{"腾讯视频", "深圳市腾讯计算机系统有限公司", "tencent-mark", false},
		{"腾讯视频", "青禾科技有限公司", "tencent-mark", true},
		{"腾讯视频", "", "tencent-mark", true},
		{"腾讯视频", "深圳市腾迅科技有限公司", "tencent-mark", true},
		{"星巴克点单", "星巴克企业管理（中国）有限公司", "brand-mark", false},
		{"星巴克点单", "青禾科技有限公司", "brand-mark", true},
		{"墨迹天气", "北京墨迹风云科技股份有限公司", "hot-name", false},
	} {
		r := v.Check(&validate.Submission{Name: test.name, Owner: validate.Owner{Name: test.owner}})
		if got := len(findings(r, test.check)) > 0; got != test.found {
			t.Errorf("%s of %q: %+v", test.name, test.owner, r.Findings)
		}
	}
}

func TestAnAuthorizationTurnsARejectIntoAdviceToAttachIt(t *testing.T) {
	v := newValidator(t)
	s := &validate.Submission{Name: "星巴克点单", Authorizations: []validate.Authorization{{Mark: "星巴克", Document: "授权书2026-01"}}}
	r := v.Check(s)
	got := findings(r, "brand-mark")
	if len(got) != 1 || got[0].Severity != validate.Advice || !strings.Contains(got[0].Suggestion, "授权书2026-01") || r.Verdict != validate.Pass {
		t.Errorf("%+v", r)
	}
	s.Authorizations[0].Mark = "麦当劳"
	if r := v.Check(s); r.Verdict != validate.Rejected {
		t.Errorf("an authorisation for another mark: %+v", r)
	}
}

func TestCharactersThatMeetAcrossWordsAreNoMatchOfAnyList(t *testing.T) {
	v := newValidator(t)
	for _, name := range []string{"路口交通图", "浦江小微信贷", "稍微信任", "奔腾讯息台", "避免费用计算", "南京东路", "京东方显示", "闪电话剧社", "西山苹果园", "团圆美团圆饭店"} {
		r := v.Check(&validate.Submission{Name: name})
		if len(r.Findings) > 0 {
			t.Errorf("%s: %+v", name, r.Findings[0])
		}
	}
}

func TestADisguisedMarkSaysHowItWasRecognised(t *testing.T) {
	v := newValidator(t)
	for name, want := range map[string]struct {
		entry, via, message string
	}{
		"徽信好物":   {"微信", "shape", "字形相近"},
		"腾勋笔记":   {"腾讯", "homophone", "téng xūn"},
		"微亻言好物":  {"微信", "split", "一个字拆成两个"},
		"微xin好物": {"微信", "mixed", "汉字与字母混写"},
		"wehcat": {"WeChat", "edit", "拼写相近"},
		"王者荣要":   {"王者荣耀", "homophone", "yào"},
	} {
		got := findings(v.Check(&validate.Submission{Name: name}), "tencent-mark")
		if len(got) != 1 || got[0].Entry != want.entry || !slices.Contains(got[0].Via, want.via) || !strings.Contains(got[0].Message, want.message) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestExplainMatchTellsWhyAndWhyNot(t *testing.T) {
	v := newValidator(t)
	for _, test := range []struct {
		name, entry, guard string
		severity           validate.Severity
	}{
		{"浦江小微信贷", "微信", "between-words", 0},
		{"威严维新", "微信", "ordinary-word", 0},
		{"徽信", "微信", "", validate.Reject},
		{"威信支付", "微信支付", "", validate.Reject},
	} {
		e := v.ExplainMatch(test.name)
		if len(e.Characters) == 0 || e.Report == nil {
			t.Fatalf("%s: %+v", test.name, e)
		}
		if !slices.ContainsFunc(e.Candidates, func(c validate.CandidateExplanation) bool {
			return c.Entry == test.entry && c.Severity == test.severity && (test.guard == "" || slices.Contains(c.Guards, test.guard))
		}) {
			t.Errorf("%s: %+v", test.name, e.Candidates)
		}
	}
	if e := v.ExplainMatch(""); len(e.Characters) != 0 || e.Report == nil {
		t.Errorf("nothing: %+v", e)
	}
}

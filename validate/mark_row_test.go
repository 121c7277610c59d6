package validate_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func TestMarksOfOthersInARowAreALureUnlessAFunctionNeedsThem(t *testing.T) {
	const row, none = "hot-name", ""
	for _, test := range []struct{ name, intro, want string }{
		{"青禾外卖", "美团 饿了么 滴滴 支付宝 拼多多", row},
		{"青禾外卖", "美团、饿了么、滴滴、支付宝、拼多多", row},
		{"青禾外卖", "查附近小店。美团，饿了么，大众点评", row},
		{"青禾外卖", "附近小店菜单 美团饿了么", row},
		{"青禾外卖", "附近小店菜单，淘宝/京东/拼多多等", row},
		{"青禾外卖", "附近小店菜单，抖音和快手", row},
		{"青禾外卖", "美团外卖 饿了么红包 滴滴打车 拼多多砍价", row},
		{"美团饿了么红包", "每天领红包", row},
		{"抖音 快手 小红书", "看短片", row},
		{"青禾外卖", "媲美美团、饿了么的外卖", row},
		{"青禾团购", "社区团购，比拼多多还便宜", row},
		{"青禾团购", "像淘宝一样好逛", row},
		{"青禾外卖", "支持美团、饿了么订单打印", none},
		{"青禾打单", "打单发货：淘宝、京东、拼多多，一次处理", none},
		{"青禾打单", "对接平台：美团、饿了么、抖音", none},
		{"青禾视频", "可同步到抖音、快手和小红书", none},
		{"青禾维修", "苹果、华为、小米手机维修", none},
		{"青禾数码", "二手苹果 华为 小米 手机估价", none},
		{"青禾支付", "支持微信支付、支付宝付款", none},
		{"青禾比价", "淘宝、京东、拼多多比价", none},
		{"青禾外卖", "美团外卖商家接单记录", none},
		{"青禾外卖", "美团和美团外卖", none}, // one owner
		{"青禾字幕", "在 Netflix 和 YouTube 视频上显示两种字幕", none},
		{"青禾插件", "加入了钉钉、微博、QQ 等主流聊天插件", none},
		{"青禾外卖", "美团的店。饿了么的店", none},
		{"青禾种植", "香蕉和小米 苹果 华北", none},
	} {
		r := newValidator(t).Check(&validate.Submission{Name: test.name, Intro: test.intro})
		got := none
		for _, f := range r.Findings {
			if f.Check == row && f.Severity == validate.Review {
				got = row
				if f.Rule != "2.5" {
					t.Errorf("%s: rule %s", test.intro, f.Rule)
				}
			}
		}
		if got != test.want {
			t.Errorf("%s, %s: got %q, want %q", test.name, test.intro, got, test.want)
		}
	}
}

func TestMarksThatASubmissionMayUseAreNoRow(t *testing.T) {
	for what, s := range map[string]validate.Submission{
		"of the owner and one more": {Name: "美团", Intro: "美团、饿了么", Owner: validate.Owner{Name: "北京三快在线科技有限公司", Kind: "enterprise"}},
		"authorised": {Intro: "美团、饿了么", Authorizations: []validate.Authorization{
			{Mark: "美团", Document: "美团授权书.pdf"}, {Mark: "饿了么", Document: "饿了么授权书.pdf"}}},
	} {
		for _, f := range newValidator(t).Check(&s).Findings {
			if f.Check == "hot-name" {
				t.Errorf("%s: %+v", what, f)
			}
		}
	}
}

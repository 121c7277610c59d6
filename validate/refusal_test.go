package validate_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func TestWhoRefusesDonationsRaisesNoFunds(t *testing.T) {
	for intro, want := range map[string]bool{
		"公益支教报名，不收捐款，不碰钱":   false,
		"公益支教报名，不接收任何捐款":    false,
		"本平台不募捐，只做志愿者排班":    false,
		"我们从不向家长收取捐款":       false,
		"不设捐款入口，只登记图书":      false,
		"不面向公众募款":           false,
		"不代收捐款，不开展任何形式的募捐":  false,
		"谢绝社会捐款，欢迎来做义工":     false,
		"从未开展网络募捐":          false,
		"没有在线捐款，只有志愿报名":     false,
		"不限金额，在线捐款":         true,
		"不收手续费，捐款直达":        true,
		"不收手续费捐款直达":         true,
		"扫码捐款不收手续费":         true,
		"爱心不分大小，捐款从这里开始":    true,
		"不收捐款手续费，捐款全部用于助学":  true,
		"没有中间商，爱心捐款一键到账":    true,
		"不接收实物，只收捐款，扫码就能随喜": true,
	} {
		found := false
		for _, f := range newValidator(t).Check(&validate.Submission{Name: "青禾支教", Intro: intro}).Findings {
			found = found || f.Check == "fundraising" && f.Severity >= validate.Review
		}
		if found != want {
			t.Errorf("%s: found %v, want %v", intro, found, want)
		}
	}
}

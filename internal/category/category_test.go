package category_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/category"
)

func TestAPathIsFoundHoweverItIsJoined(t *testing.T) {
	for _, path := range []string{"餐饮服务/点餐平台", "餐饮服务 > 点餐平台", "餐饮服务-点餐平台", "餐飲服務／點餐平臺"} {
		if c := category.Find(path); c == nil || c.Path != "餐饮服务/点餐平台" {
			t.Errorf("%s: %+v", path, c)
		}
	}
	for _, path := range []string{"", "餐饮", "餐饮服务", "点餐平台", "太空旅行/火星"} {
		if c := category.Find(path); c != nil {
			t.Errorf("%s: %+v", path, c)
		}
	}
	if !category.IsTop("餐饮服务") || category.IsTop("点餐平台") {
		t.Error("first levels are not told")
	}
}

func TestNamesThatHoldSlashesAreFound(t *testing.T) {
	if c := category.Find("物流服务/收件/派件"); c == nil || c.Licence&category.Organization == 0 {
		t.Errorf("%+v", c)
	}
}

func TestTheNearestIsWhatIsMeant(t *testing.T) {
	for path, want := range map[string]string{"餐饮/点餐": "餐饮服务/点餐平台", "工具/记帐": "工具/记账", "物流/查件": "物流服务/查件"} {
		if c := category.Nearest(path, category.Organization); c == nil || c.Path != want {
			t.Errorf("%s: %+v, want %s", path, c, want)
		}
	}
	if c := category.Nearest("qzx", category.Person); c != nil {
		t.Errorf("%+v", c)
	}
}

package owner_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/owner"
	"github.com/mingcha-go/mingcha/lexicon"
)

func place(s string) bool { return strings.Contains("北京 上海 深圳 广东 杭州 武汉", s) }

func TestOnlyARegisteredNameOrItsBranchIsThatOfTheOwner(t *testing.T) {
	for _, test := range []struct {
		key, name string
		want      bool
	}{
		{"腾讯", "深圳市腾讯计算机系统有限公司", true},
		{"腾讯", "腾讯科技(深圳)有限公司", true},
		{"腾讯", "騰訊科技（深圳）有限責任公司", true},
		{"腾讯", " 腾讯科技（深圳） 有限公司 ", true},
		{"财付通", "财付通支付科技有限公司", true},
		{"腾讯", "我是腾讯", false},
		{"腾讯", "腾讯", false},
		{"腾讯", "腾讯科技", false},
		{"腾讯", "腾讯科技（深圳）有限公司员工张三", false},
		{"腾讯", "非腾讯科技（深圳）有限公司", false},
		{"腾讯", "深圳市腾迅计算机系统有限公司", false},
		{"华为", "非华为维修部", false},
		{"华为", "华为技术有限公司授权维修分店", false},
		{"华为", "华为技术有限公司北京分公司", true},
		{"工商银行", "中国工商银行股份有限公司杭州西湖支行", true},
		{"工商银行", "中国工商银行", false},
		{"青禾科技有限公司", "青禾科技有限公司", true},
		{"青禾", "青禾", false},
		{"腾讯", "", false},
	} {
		if got := owner.Registered(test.key, owner.Normal(test.name)); got != test.want {
			t.Errorf("%q as %s: %v", test.name, test.key, got)
		}
	}
}

func TestAClaimIsATradeNameThatBeginsWithTheOwner(t *testing.T) {
	for _, test := range []struct {
		key, name string
		want      bool
	}{
		{"腾讯", "腾讯云计算（武汉）有限公司", true},
		{"腾讯", "深圳市腾讯风暴有限公司", true},
		{"腾讯", "广东省深圳市腾讯风暴有限公司", true},
		{"华为", "非华为维修有限公司", false},
		{"华为", "杭州真华为科技有限公司", false},
		{"腾讯", "奔腾讯息有限公司", false},
		{"人寿", "中国人寿养老保险股份有限公司", true},
	} {
		if got := owner.Claims(test.key, owner.Normal(test.name), place); got != test.want {
			t.Errorf("%q as %s: %v", test.name, test.key, got)
		}
	}
}

func TestANameShowsWhatItsOwnerIs(t *testing.T) {
	for form, names := range map[owner.Form][]string{
		owner.Company:     {"青禾科技有限公司", "青禾（集团）股份有限公司", "青禾科技有限公司杭州分公司", "青禾面粉厂", "Apple Inc.", "中铁十二局集团有限公司", "浦江县农机专业合作社"},
		owner.Business:    {"浦江县老街面馆", "晋江市步远鞋业商行", "老友饭店", "杭州市西湖区青禾工作室", "浦江县阿强电器维修部"},
		owner.Organ:       {"杭州市公安局", "浦江县人民政府", "国家税务总局", "浙江省教育厅", "西湖区街道办事处", "杭州市中级人民法院", "国家发改委", "浦江县文旅局", "浦江县应急管理局"},
		owner.Institution: {"浦江中学", "杭州图书馆", "青禾公益基金会", "浦江县人民医院", "浙江大学", "幸福里社区居民委员会"},
		owner.Person:      {"张三", "李小明", "欧阳小明", "王芳"},
		owner.Unknown:     {"", "青禾科技", "某某单位", "我是腾讯", "Zhang San", "青禾"},
	} {
		for _, name := range names {
			if got := owner.FormOf(name); got != form {
				t.Errorf("%q: %d, want %d", name, got, form)
			}
		}
	}
}

// A mark without a registered owner could never be found to be in its owner's hands.
func TestMostOwnersOfListedMarksHaveARegisteredName(t *testing.T) {
	lists, err := lexicon.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lists {
		if l.Check != "brand-mark" && l.Check != "tencent-mark" {
			continue
		}
		for _, e := range l.Entries {
			known := len(e.Owner) == 0
			for _, key := range e.Owner {
				known = known || owner.Known(key)
			}
			if !known {
				t.Errorf("%s:%d: none of the owners %q of %s is in registered.tsv", l.File, e.Line, e.Owner, e.Word)
			}
		}
	}
}

package choice

import (
	"strings"
	"testing"
)

func TestEachWordStandsForOneValueOnly(t *testing.T) {
	for _, set := range []*Set{Kinds, Features, Truths} {
		of := map[string]string{}
		for _, w := range set.words {
			if other, ok := of[w.text]; ok && other != w.value {
				t.Errorf("%s stands for %s and %s", w.text, other, w.value)
			}
			of[w.text] = w.value
		}
	}
}

func TestValuesAreFoundHoweverTheyAreWritten(t *testing.T) {
	for _, test := range []struct {
		set           *Set
		text, want    string
		found         bool
		nearestIfNone string
	}{
		{Kinds, "enterprise", "enterprise", true, ""}, {Kinds, "ＥＮＴＥＲＰＲＩＳＥ", "enterprise", true, ""}, {Kinds, " 个 人\n", "individual", true, ""},
		{Kinds, "企業", "enterprise", true, ""}, {Kinds, "個體工商戶", "enterprise", true, ""}, {Features, "直播間", "", false, "live"}, {Features, "帳號", "account", true, ""},
		{Kinds, "…", "", false, ""}, {Kinds, "，", "", false, ""}, {Kinds, "个体户", "enterprise", true, ""}, {Kinds, "民办非企业单位", "organization", true, ""}, {Kinds, "政府机关", "government", true, ""},
		{Kinds, "某某有限公司", "", false, "enterprise"}, {Kinds, "goverment", "", false, "government"}, {Kinds, "海外企业", "", false, ""}, {Kinds, "Overseas Company", "", false, ""},
		{Features, "virtual_goods", "virtual-goods", true, ""}, {Features, "VirtualGoods", "virtual-goods", true, ""}, {Features, "用户登录", "account", true, ""},
		{Features, "loction", "", false, "location"}, {Features, "小游戏中心", "", false, "game"}, {Features, "", "", false, ""}, {Features, strings.Repeat("支付", 1000), "", false, "payment"},
		{Truths, "Ｙ", "true", true, ""}, {Truths, "✓", "true", true, ""}, {Truths, "flase", "", false, "false"}, {Truths, "也许", "", false, ""},
	} {
		got, ok := test.set.Find(test.text)
		if got != test.want || ok != test.found {
			t.Errorf("%.40q: found %q, %t", test.text, got, ok)
		}
		if !test.found {
			if got := test.set.Nearest(test.text); got != test.nearestIfNone {
				t.Errorf("%.40q: nearest is %q, want %q", test.text, got, test.nearestIfNone)
			}
		}
	}
}

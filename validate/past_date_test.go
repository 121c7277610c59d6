package validate

import (
	"testing"
	"time"
)

func TestDatesThatAreAnnouncedAndPast(t *testing.T) {
	now := time.Date(2024, 6, 15, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"新版预计2019年3月1日推出":        "2019年3月1日",
		"活动截止2024-06-14，欢迎报名":    "2024-06-14",
		"有效期至2023年":              "2023年",
		"即将于2024.5开放":            "2024.5",
		"成立于2009年，预计2024年3月开放新店": "2024年3月",
		"2019年真题，即将更新":           "", // another clause
		"预计2024年6月开放":            "", // the month is not over
		"活动截止2024年6月15日":         "", // nor is the day
		"预计2031年推出":              "",
		"成立于2009年":               "",
		"限时抢购，2000多种商品":          "",
		"即将突破20000家门店":           "",
		"":                       "",
		"预计20":                   "",
		"预计2019":                 "",
		"预计2019年":                "2019年",
		"预计2019年99月99日":          "", // no such date: the arithmetic puts it later
		"预计\xff2019年":            "2019年",
	} {
		start, end := pastDate(text, now)
		if text[start:end] != want && !(end == 0 && want == "") {
			t.Errorf("%s: %q, want %q", text, text[start:end], want)
		}
	}
}

func TestTheClockCanBeSet(t *testing.T) {
	v, err := New(WithNow(func() time.Time { return time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC) }))
	if err != nil {
		t.Fatal(err)
	}
	s := &Submission{Intro: "记录收支，新版预计2019年3月推出"}
	if r := v.Check(s); len(r.Findings) != 0 {
		t.Errorf("before the date: %+v", r.Findings)
	}
}

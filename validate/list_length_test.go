package validate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

// words gives n words.
func words(n int, word string) []string {
	return slices.Repeat([]string{word}, n)
}

func TestAListLongerThanIsReadIsARejectThatSaysSo(t *testing.T) {
	v := newValidator(t, validate.WithLanguage(validate.English))
	for _, test := range []struct {
		field validate.Field
		most  int
		with  func(n int) validate.Submission
	}{
		{"tags", validate.MostTags, func(n int) validate.Submission { return validate.Submission{Tags: words(n, "记账")} }},
		{"icon_text", validate.MostIconText, func(n int) validate.Submission { return validate.Submission{IconText: words(n, "青")} }},
		{"categories", validate.MostCategories, func(n int) validate.Submission { return validate.Submission{Categories: words(n, "工具/记账")} }},
		{"owner.licences", validate.MostLicences, func(n int) validate.Submission {
			return validate.Submission{Owner: validate.Owner{Licences: words(n, "营业执照")}}
		}},
		{"features", validate.MostFeatures, func(n int) validate.Submission {
			return validate.Submission{Features: make([]validate.Feature, n)}
		}},
		{"authorizations", validate.MostAuthorizations, func(n int) validate.Submission {
			return validate.Submission{Authorizations: make([]validate.Authorization, n)}
		}},
	} {
		s := test.with(test.most)
		if got := findings(v.Check(&s), "list-length"); len(got) > 0 {
			t.Errorf("%s: %d members: %+v", test.field, test.most, got)
		}
		s = test.with(test.most + 23)
		got := findings(v.Check(&s), "list-length")
		if len(got) != 1 || got[0].Severity != validate.Reject || got[0].Field != test.field ||
			!strings.Contains(got[0].Message, fmt.Sprint(test.most+23)) || !strings.Contains(got[0].Message, fmt.Sprint(test.most)) {
			t.Errorf("%s: %d members: %+v", test.field, test.most+23, got)
		}
	}
}

func TestWhatIsReadOfALongListIsChecked(t *testing.T) {
	v := newValidator(t)
	s := validate.Submission{Tags: words(validate.MostTags+50, "记账")}
	s.Tags[validate.MostTags-1], s.Tags[validate.MostTags] = "腾讯", "微信"
	r := v.Check(&s)
	if r.Verdict != validate.Rejected || len(findings(r, "tencent-mark")) != 1 || findings(r, "tencent-mark")[0].Field != "tags[99]" {
		t.Errorf("%+v", r.Findings)
	}
	if r.Findings[0].Check != "list-length" && r.Findings[0].Field != "tags[99]" {
		t.Errorf("findings of one list do not stand together: %+v", r.Findings)
	}
}

func TestAuthorizationsAreFoundHoweverManyThereAre(t *testing.T) {
	v := newValidator(t)
	var many []validate.Authorization
	for i := range validate.MostAuthorizations - 2 {
		many = append(many, validate.Authorization{Mark: fmt.Sprint("商标", i), Document: "别的"})
	}
	first := slices.Concat(many, []validate.Authorization{{Mark: "微 信", Document: "甲书"}, {Mark: "微信", Document: "乙书"}})
	beyond := slices.Concat(many, many[:2], []validate.Authorization{{Mark: "微信", Document: "丙书"}})
	for _, test := range []struct {
		what           string
		authorizations []validate.Authorization
		severity       validate.Severity
		suggestion     string
	}{
		{"none", nil, validate.Reject, ""},
		{"the first of two that fit", first, validate.Advice, "甲书"},
		{"one that is not read any more", beyond, validate.Reject, ""},
	} {
		r := v.Check(&validate.Submission{Name: "微信收银", Authorizations: test.authorizations})
		got := findings(r, "tencent-mark")
		if len(got) != 1 || got[0].Severity != test.severity || !strings.Contains(got[0].Suggestion, test.suggestion) {
			t.Errorf("%s: %+v", test.what, got)
		}
	}
}

// The linked site's labels are judged as names of the same owner, with the same
// authorisations.
func TestAnAuthorizationHoldsForTheLinkedSiteToo(t *testing.T) {
	v := newValidator(t)
	s := validate.Submission{Name: "青禾记账", Contact: validate.Contact{URL: "https://weixin.qinghe.cn"}}
	if got := findings(v.Check(&s), "linked-site"); len(got) != 1 {
		t.Fatalf("without: %+v", got)
	}
	s.Authorizations = []validate.Authorization{{Mark: "微信", Document: "书"}}
	if got := findings(v.Check(&s), "linked-site"); len(got) != 0 {
		t.Errorf("with: %+v", got)
	}
	s.Contact.URL = "https://" + strings.Repeat("weixin.", 40) + "cn"
	if got := findings(v.Check(&s), "contact"); len(got) != 1 {
		t.Errorf("a host of 282 bytes is taken for one: %+v", got)
	}
}

// What a long intro is full of must not hide what it says beside it.
func TestLongTextsAreJudgedAsShortOnesAre(t *testing.T) {
	v := newValidator(t, validate.WithNow(func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }))
	slogans := strings.Repeat("欢迎光临，敬请期待。", 500)
	years := strings.Repeat("成立于2009年，", 2000)
	for _, test := range []struct {
		what, intro, check, text string
	}{
		{"slogans only", slogans, "vague-intro", "欢迎光临"},
		{"slogans and a function", slogans + "预约挂号", "vague-intro", ""},
		{"years that are history", years, "vague-intro", ""},
		{"a date that is past, after them", years + "预计2019年3月推出", "vague-intro", "2019年3月"},
		{"a date in a clause of a thousand", strings.Repeat("2009年、", 1000) + "敬请期待", "vague-intro", "2009年"},
		{"bargains", strings.Repeat("转发三个群得优惠券。", 300), "inducement", "转发三个群得优惠券"},
	} {
		got := findings(v.Check(&validate.Submission{Intro: test.intro}), test.check)
		if test.text == "" && len(got) > 0 || test.text != "" && (len(got) == 0 || got[0].Text != test.text) {
			t.Errorf("%s: %d findings, want %q first: %.200v", test.what, len(got), test.text, fmt.Sprintf("%+v", got))
		}
	}
}

func TestTagsAndIconsAreHeldAgainstLongTexts(t *testing.T) {
	v := newValidator(t)
	long := strings.Repeat("预约保洁、保姆和月嫂，上门服务。", 3000)
	tags := validate.Submission{Intro: "预约保洁、保姆和月嫂，上门服务", Description: long + "行情", Tags: []string{"股票", "股票行情"}}
	if got := findings(v.Check(&tags), "tag-mismatch"); len(got) != 1 || got[0].Field != "tags[0]" {
		t.Errorf("tags: %+v", got)
	}
	icon := validate.Submission{Name: "青禾家政", Intro: "预约保洁、保姆和月嫂，上门服务", Description: long + "也喂养宠物。tel88",
		IconText: []string{"宠物医院", "股票", "tel8", "qhjz", "qinghejia"}}
	var fields []validate.Field
	for _, f := range findings(v.Check(&icon), "icon-text") {
		fields = append(fields, f.Field)
	}
	if !slices.Equal(fields, []validate.Field{"icon_text[1]"}) {
		t.Errorf("icon: %v", fields)
	}
}

package validate_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func TestEveryRuleOfTheFirstEditionHasItsNumberInTheLaterOnes(t *testing.T) {
	for _, r := range validate.Rules() {
		if r.In2018 == "" || r.In2026 == "" {
			t.Errorf("rule %s: %q in 2018, %q in 2026", r.Number, r.In2018, r.In2026)
		}
	}
}

func TestFindingsCarryTheNumberOfTheEdition(t *testing.T) {
	tests := []struct {
		submission        validate.Submission
		check             string
		first, y2018, y26 string
	}{
		{validate.Submission{Name: "腾迅课堂"}, "tencent-mark", "8.3", "12.3", "9.3"},
		{validate.Submission{Name: "全网第一课堂"}, "superlative", "2.5", "2.5", "2.3"},
		{validate.Submission{Name: "日历"}, "generic-name", "2.6", "2.6", "2.5"},
		{validate.Submission{Name: "青禾粉丝团"}, "owner-word", "2.1", "2.1", "2.6"},
		{validate.Submission{Name: "震惊国人日报"}, "rumour", "6.2.2", "6.2.2", "6.4.8"},
		{validate.Submission{Intro: "微信捐款，随手助人"}, "fundraising", "11.3", "14.3", "14.3"},
		{validate.Submission{Intro: "萌宝大赛投票平台，支持礼物加票"}, "paid-vote", "", "", "5.24"},
		{validate.Submission{Name: "每日美女图集"}, "people-on-display", "", "3.12", "3.12"},
		{validate.Submission{Name: "仙侠福利版0.1折", Features: []validate.Feature{validate.FeatureGame}}, "game-name", "", "", "game.2.10.4"},
	}
	validators := byEdition(t)
	for _, test := range tests {
		for edition, want := range map[validate.Edition]string{validate.EditionFirst: test.first, validate.Edition2018: test.y2018, validate.Edition2026: test.y26} {
			got := ""
			if found := findings(validators[edition].Check(&test.submission), test.check); len(found) > 0 {
				got = found[0].Rule
			}
			if got != want {
				t.Errorf("%s of %+v in %s: rule %q, want %q", test.check, test.submission, edition, got, want)
			}
		}
	}
}

func TestWhatIsLeftToAPersonIsNumberedByTheEdition(t *testing.T) {
	for edition, v := range byEdition(t) {
		known := map[string]bool{}
		for _, r := range validate.RulesIn(edition) {
			known[r.In(edition)] = true
		}
		for _, number := range v.Check(&validate.Submission{Name: "青禾记账"}).Manual {
			if !known[number] || strings.Contains(number, "first") {
				t.Errorf("%s: %q is no rule of it", edition, number)
			}
		}
	}
}

func TestTheRulesOfAnEditionComeInTheOrderOfItsNumbers(t *testing.T) {
	rules := validate.RulesIn(validate.Edition2026)
	var order []string
	for _, r := range rules {
		order = append(order, r.In(validate.Edition2026))
	}
	text := " " + strings.Join(order, " ") + " "
	for _, pair := range []string{" 1.5 1.5 ", " 3.9 3.10 3.11 ", " 5.23.8 5.24 ", " game.2.10.4 form.name "} {
		if !strings.Contains(text, pair) {
			t.Errorf("%q is not in%s", pair, text)
		}
	}
	if len(rules) < 117+4+60 {
		t.Errorf("%d rules in the edition of 2026", len(rules))
	}
}

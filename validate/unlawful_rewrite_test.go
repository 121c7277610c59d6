package validate_test

import (
	"slices"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

// mendable are the checks of what is wrong in the words only.
var mendable = []string{
	"superlative", "commercial-phrase", "name-format", "short-name-format", "intro-format", "personal-data-exposed", "spam", "rumour", "test-version", "tencent-endorsement", "vague-intro", "keyword-stuffing",
}

// Dropping words never makes an unlawful offer pass: neither its own, nor what else is
// wrong beside it.
func TestNoRewriteMakesAnUnlawfulOfferPass(t *testing.T) {
	validators := byEdition(t)
	for _, c := range validate.Checks() {
		if slices.Contains(mendable, c.Slug) {
			continue
		}
		v := validators[c.Edition()]
		for _, sample := range c.Found {
			for _, text := range []string{sample.Text, sample.Text + "，国家级服务", "全网最低价，" + sample.Text, "记录每天的收支，" + sample.Text + "。"} {
				s := sample
				s.Text = text
				for _, f := range v.Check(s.Submission()).Findings {
					if f.Rewrite != "" && (f.Check == c.Slug || unlawful(c.Slug)) {
						t.Errorf("%s: %s %q is rewritten as %q by %s", c.Slug, s.Field, text, f.Rewrite, f.Check)
					}
				}
				if got, _ := v.Rewrite(s.Field, text); unlawful(c.Slug) && sample.Severity >= validate.Review && got != text {
					t.Errorf("%s: Rewrite of %q gives %q", c.Slug, text, got)
				}
			}
		}
	}
}

func unlawful(slug string) bool {
	return slices.Contains([]string{"prohibited", "illegal-finance", "multi-level-sales", "fake-traffic", "cheating-tool", "fundraising"}, slug)
}

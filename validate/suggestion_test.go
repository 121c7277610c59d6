package validate_test

import (
	"regexp"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

// jsonKey is a key of the JSON form, which a merchant on a page has never seen.
var jsonKey = regexp.MustCompile(`owner\.|[a-z]+_[a-z]+|authorizations`)

func TestSuggestionsNameNoKeysOfTheJSONForm(t *testing.T) {
	for _, language := range []validate.Language{validate.Chinese, validate.English} {
		v, err := validate.New(validate.WithLanguage(language))
		if err != nil {
			t.Fatal(err)
		}
		suggestions := 0
		for _, c := range validate.Checks() {
			for _, sample := range c.Declared {
				for _, f := range v.Check(&sample.Submission).Findings {
					suggestions++
					if key := jsonKey.FindString(f.Suggestion); key != "" {
						t.Errorf("%s suggests by the key %q: %s", f.Check, key, f.Suggestion)
					}
				}
			}
		}
		if suggestions == 0 {
			t.Error("no sample has a finding")
		}
	}
}

func TestTheNameOfAPictureLibraryIsFoundInsideTheWordsOfAnIcon(t *testing.T) {
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]validate.Severity{
		"www.58pic.com": validate.Reject, "shutterstock预览": validate.Reject, "样图": validate.Review, "青禾": 0,
	} {
		var got validate.Severity
		for _, f := range v.Check(&validate.Submission{IconText: []string{text}}).Findings {
			if f.Check == "icon-watermark" {
				got = f.Severity
			}
		}
		if got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

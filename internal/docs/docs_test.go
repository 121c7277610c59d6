package main

import (
	"flag"
	"os"
	"testing"

	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

var update = flag.Bool("update", false, "write the golden file anew")

// small holds one of everything that is rendered in its own way.
func small() *catalogue {
	return &catalogue{
		rules: []validate.Rule{
			{Number: "2.5", How: "auto", Checks: []string{"shouting", "not-there-yet"}, Title: validate.Text{ZH: "用语", EN: "Words"}},
			{
				Number: "8.3", How: "auto+manual", Title: validate.Text{ZH: "标识", EN: "Marks | signs"},
				Look: validate.Text{ZH: "看图标", EN: "look at the icon"},
			},
		},
		checks: []validate.Check{{
			Slug: "shouting", Rules: []string{"2.5", "6.2.1"}, Fields: []validate.Field{validate.FieldName, validate.FieldIntro},
			Title: validate.Text{ZH: "吆喝", EN: "Shouting"}, Doc: validate.Text{ZH: "找「*」。", EN: "Finds *."},
			Found: []validate.Sample{
				{Field: validate.FieldName, Text: "最|佳 *店*", Want: "最|佳", Severity: validate.Reject},
				{Field: validate.FieldName, Text: "微\u200b信", Severity: validate.Review},
				{Field: validate.FieldName, Text: "青禾  记账", Want: "  ", Severity: validate.Reject},
			},
			Innocent: []validate.Sample{{Field: validate.FieldShortName, Text: "青禾", Name: "青禾记账"}},
		}},
		lists: []*lexicon.List{
			{File: "other.tsv", Check: "other"},
			{File: "shouting.tsv", Check: "shouting", Entries: []lexicon.Entry{
				{Word: "最佳", Severity: lexicon.Reject},
				{Word: "最佳赏味期"},
				{Word: "免费", ByField: map[string]lexicon.Severity{"name": lexicon.Review}},
			}},
		},
	}
}

func TestASmallCatalogueIsRenderedAsInTheGoldenFile(t *testing.T) {
	const golden = "testdata/small.md"
	got := small().render()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s (go test -update writes it anew):\n%s", golden, got)
	}
}

package service

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

func TestTheTablesLoadAndTheWordsHaveNoProblems(t *testing.T) {
	if _, err := parse(servicesTSV, asideTSV, wordsFS); err != nil {
		t.Fatal(err)
	}
	lists, err := lexicon.Load(wordsFS)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range lexicon.Lint(lists) {
		t.Error(p)
	}
}

func TestEveryWordMentionsItsService(t *testing.T) {
	lists, err := lexicon.Load(wordsFS)
	if err != nil {
		t.Fatal(err)
	}
	var r Reader
	for _, l := range lists {
		for _, e := range l.Entries {
			for i, field := range Fields {
				if e.SeverityIn(field) == lexicon.None {
					continue
				}
				if !mentions(&r, i, e.Word, l.Name) {
					t.Errorf("%s:%d: %q is no mention of %s as %s", l.File, e.Line, e.Word, l.Name, field)
				}
			}
		}
	}
}

func mentions(r *Reader, field int, words, service string) bool {
	var text fold.Text
	text.Fold(words)
	for _, m := range r.Read(field, &text) {
		if m.Service.Slug == service {
			return true
		}
	}
	return false
}

func TestFaultsOfTheTablesAreToldWithTheirLine(t *testing.T) {
	const head = "service\tzh\ten\tcategories\tpaper\tlaw\theld\tnot_for\tfeature\trule\n"
	for name, c := range map[string]struct{ row, want string }{
		"an unknown category":      {"x\t甲\tx\t金融业/没有\t\t\t\t\t\t", `services.tsv:2: x: no category begins with "金融业/没有"`},
		"nothing asked for":        {"x\t甲\tx\t\t\t\t\t\t\t", "nothing would be asked for"},
		"a feature without rule":   {"x\t甲\tx\t\t\t\t\t\tugc\t", "feature and rule go together"},
		"a paper without its name": {"x\t甲\tx\t金融业\t许可证\t\t\t\t\t", "paper and held go together"},
		"a law without a paper":    {"x\t甲\tx\t金融业\t\tyes\t\t\t\t", "a paper that has no name"},
		"too few columns":          {"x\t甲", "2 columns, expected 10"},
		"no list of words":         {"x\t甲\tx\t金融业\t\t\t\t\t\t", "expected the name of a service"},
	} {
		_, err := parse(head+c.row+"\n", asideTSV, wordsFS)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if _, err := parseAside("place\tkind\twords\nbeside\tdenial\t不\n"); err == nil || !strings.Contains(err.Error(), "aside.tsv:2") {
		t.Errorf("an unknown place: %v", err)
	}
}

func TestCategoriesOfAFamilyAreAkin(t *testing.T) {
	bySlug := map[string]*Service{}
	for _, s := range All() {
		bySlug[s.Slug] = s
	}
	for _, c := range []struct {
		service, path string
		want          bool
	}{
		{"video", "社交/社区/论坛", true},
		{"flight", "交通服务/导航地图", true},
		{"livestream", "教育服务/在线视频课程", true},
		{"livestream", "文娱/音乐", false}, // live streams need their own category there
		{"loan", "金融业/公募基金", false},
		{"religion", "社交/社区/论坛", false},
		{"medicine", "电商平台/电商平台", false},
		{"hotel", "工具/记账", false},
	} {
		if got := bySlug[c.service].Akin(c.path); got != c.want {
			t.Errorf("%s under %s: %t, want %t", c.service, c.path, got, c.want)
		}
	}
}

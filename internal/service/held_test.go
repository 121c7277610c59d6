package service_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/service"
)

func TestFaultsOfTheTableOfPapersAreToldWithTheirLine(t *testing.T) {
	for what, test := range map[string]struct{ tsv, want string }{
		"no kinds":          {"service\tkinds\nloan\n", "papers.tsv:2: expected a service"},
		"a service twice":   {"service\tkinds\nloan\t金融许可证\nloan\t金融许可证\n", "papers.tsv:3: expected a service that has no row yet"},
		"a kind not known":  {"service\tkinds\nloan\t借款执照\n", `papers.tsv:2: "借款执照" is no kind`},
		"an empty kind":     {"service\tkinds\nloan\t金融许可证|\n", `papers.tsv:2: "" is no kind`},
		"a service missing": {"service\tkinds\n\t金融许可证\n", "papers.tsv:2: expected a service"},
	} {
		if _, err := service.ParsePapers(test.tsv); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", what, err, test.want)
		}
	}
}

func TestEveryRowOfPapersIsOfAServiceThatNeedsOne(t *testing.T) {
	needs := map[string]bool{}
	for _, s := range service.All() {
		needs[s.Slug] = s.Paper != ""
	}
	for slug, kinds := range service.Papers() {
		if !needs[slug] {
			t.Errorf("%s is no service that needs a paper", slug)
		}
		for _, s := range service.All() {
			for _, kind := range kinds {
				if s.Slug == slug && !s.HeldBy(kind) {
					t.Errorf("%s is not held by %s", slug, kind)
				}
			}
		}
	}
}

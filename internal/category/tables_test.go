package category

import (
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/topic"
)

// A row that no category begins with is a slip of the pen.
func TestEveryRowOfTheTablesIsForACategory(t *testing.T) {
	for name, tsv := range map[string]string{"topics.tsv": topicsTSV, "licences.tsv": licencesTSV} {
		for path := range readTable(tsv) {
			if path != "path" && !slices.ContainsFunc(load().all, func(c *Category) bool { return strings.HasPrefix(c.Path, path) }) {
				t.Errorf("%s: no category begins with %s", name, path)
			}
		}
	}
}

func TestTopicsOfCategoriesExist(t *testing.T) {
	without := 0
	for _, c := range load().all {
		for _, slug := range c.Topics {
			if topic.BySlug(slug) == nil {
				t.Errorf("%s: no topic %q", c.Path, slug)
			}
		}
		if len(c.Topics) == 0 {
			without++
		}
	}
	if without > 20 {
		t.Errorf("%d of %d categories have no topic: only broad ones should", without, len(load().all))
	}
}

func TestDocumentsAreThoseOfCategoriesWithLicence(t *testing.T) {
	if c := Find("物流服务/收件/派件"); c == nil || !slices.Contains(c.Documents, "快递业务经营许可证") {
		t.Errorf("%+v", c)
	}
	if c := Find("物流服务/查件"); c == nil || len(c.Documents) != 0 || !slices.Contains(c.Topics, "logistics") {
		t.Errorf("%+v", c)
	}
}

package service

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/paper"
)

//go:embed papers.tsv
var papersTSV string

// papers are the kinds of papers that allow each service, by its slug.
var papers = sync.OnceValue(func() map[string][]string {
	kinds, err := parsePapers(papersTSV)
	if err != nil {
		panic(err) // a test reads them
	}
	return kinds
})

func parsePapers(tsv string) (map[string][]string, error) {
	kinds := map[string][]string{}
	number := 0
	for line := range strings.Lines(tsv) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || line == "service\tkinds" {
			continue
		}
		slug, names, ok := strings.Cut(line, "\t")
		if !ok || slug == "" || kinds[slug] != nil {
			return nil, fmt.Errorf("papers.tsv:%d: expected a service that has no row yet and kinds of papers, got %q", number, line)
		}
		for name := range strings.SplitSeq(names, "|") {
			if !paper.IsKind(name) {
				return nil, fmt.Errorf("papers.tsv:%d: %q is no kind of internal/paper", number, name)
			}
			kinds[slug] = append(kinds[slug], name)
		}
	}
	return kinds, nil
}

// HeldBy tells whether a licence, as an owner writes it (name, abbreviation, number,
// name of a picture), is the paper of the service. What is of a known kind counts by
// that kind alone; of others, parts of their names do.
func (s *Service) HeldBy(licence string) bool {
	class, kinds := paper.Read(licence)
	switch class {
	case paper.Missing:
		return false
	case paper.Known:
		if known := papers()[s.Slug]; known != nil {
			return slices.ContainsFunc(kinds, func(kind string) bool { return slices.Contains(known, kind) })
		}
	}
	licence = fold.String(licence)
	return slices.ContainsFunc(s.Held, func(part string) bool {
		return strings.Contains(licence, part) && (class != paper.Identity || isIdentity(part))
	})
}

// isIdentity tells whether a part of a name is that of an identity paper itself: the
// licence of 贷款咨询公司营业执照 is none for loans.
func isIdentity(part string) bool {
	class, _ := paper.Read(part)
	return class == paper.Identity
}

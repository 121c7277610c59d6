package service

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/category"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

//go:embed services.tsv
var servicesTSV string

//go:embed aside.tsv
var asideTSV string

//go:embed words/*.tsv
var wordsFS embed.FS

type table struct {
	all    []*Service
	bySlug map[string]*Service
	words  *match.Matcher
	aside  aside
}

// load reads the embedded tables once, when a submission first states something
// that services are held against; a test holds them to their form.
var load = sync.OnceValue(func() *table {
	l, err := parse(servicesTSV, asideTSV, wordsFS)
	if err != nil {
		panic(err) // a test loads them
	}
	return l
})

func parse(services, asides string, words fs.FS) (*table, error) {
	l := &table{bySlug: map[string]*Service{}}
	err := rows(services, "services.tsv", 10, func(line int, c []string) error {
		s := &Service{
			Slug: c[0], ZH: c[1], EN: c[2], Categories: strings.Fields(c[3]), Paper: c[4],
			ByLaw: c[5] == "yes", NotFor: strings.Fields(c[7]), Feature: c[8], Rule: c[9],
		}
		for part := range strings.SplitSeq(c[6], "|") {
			if part != "" {
				s.Held = append(s.Held, fold.String(part))
			}
		}
		l.all = append(l.all, s)
		err := s.check()
		if l.bySlug[s.Slug] != nil {
			err = errors.New("the service stands twice")
		}
		if err != nil {
			return fmt.Errorf("services.tsv:%d: %s: %w", line, s.Slug, err)
		}
		l.bySlug[s.Slug] = s
		return nil
	})
	if err != nil {
		return nil, err
	}
	if l.aside, err = parseAside(asides); err != nil {
		return nil, err
	}
	return l, l.loadWords(words)
}

// check refuses a row that says nothing, or names categories that do not exist.
func (s *Service) check() error {
	for _, begin := range s.Categories {
		if !category.Begins(begin) {
			return fmt.Errorf("no category begins with %q", begin)
		}
	}
	switch {
	case s.Slug == "" || s.ZH == "" || s.EN == "":
		return errors.New("want slug, zh and en")
	case len(s.Categories) == 0 && s.Feature == "":
		return errors.New("needs neither a category nor a feature: nothing would be asked for")
	case (s.Feature == "") != (s.Rule == ""):
		return errors.New("feature and rule go together")
	case (s.Paper == "") != (len(s.Held) == 0):
		return errors.New("paper and held go together")
	case s.ByLaw && s.Paper == "":
		return errors.New("the law asks for a paper that has no name")
	}
	return nil
}

// loadWords reads a list for each service.
func (l *table) loadWords(words fs.FS) error {
	lists, err := lexicon.Load(words)
	if err != nil {
		return err
	}
	listed := map[string]bool{}
	for _, list := range lists {
		if listed[list.Name] = true; l.bySlug[list.Name] == nil || list.Check != list.Name {
			return fmt.Errorf("%s: expected the name of a service of services.tsv, and it as check", list.File)
		}
	}
	for _, s := range l.all {
		if !listed[s.Slug] {
			return fmt.Errorf("words/%s.tsv is missing: the service has no words", s.Slug)
		}
	}
	l.words, err = match.Compile(lists, nil, Fields)
	return err
}

// rows calls f for the cells of each line of a table below its head, with its number
// from 1; comments are left out.
func rows(tsv, file string, cells int, f func(line int, cells []string) error) error {
	head, number := true, 0
	for line := range strings.Lines(tsv) {
		number++
		if strings.HasPrefix(line, "#") {
			continue
		}
		if head {
			head = false
			continue
		}
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(c) != cells {
			return fmt.Errorf("%s:%d: %d columns, expected %d", file, number, len(c), cells)
		}
		if err := f(number, c); err != nil {
			return err
		}
	}
	return nil
}

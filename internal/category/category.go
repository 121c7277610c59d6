// Package category knows the platform's tree of categories: which there are, for
// whom, and which of them ask for a licence.
package category

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/mingcha-go/mingcha/internal/fold"
)

//go:embed tree.tsv
var treeTSV string

//go:embed topics.tsv
var topicsTSV string

//go:embed licences.tsv
var licencesTSV string

// Subject is a kind of owner, as the tree tells them apart.
type Subject uint8

// The kinds of owners; a set of them is a mask.
const (
	Organization Subject = 1 << iota
	Person
	Overseas
)

var subjects = map[string]Subject{"org": Organization, "person": Person, "overseas": Overseas}

// Category is a leaf of the tree.
type Category struct {
	// Path is the names of the levels joined by slashes, some of which hold
	// slashes themselves: 商家自营/家装/五金/建材.
	Path string
	// Open is for whom it is, Licence for whom it needs one.
	Open, Licence Subject
	// Topics are the slugs of what it is about (package topic); none: it is too
	// broad to say (工具/信息查询).
	Topics []string
	// Document is the licence that it asks for, where one is plainly named.
	Document string
}

type tree struct {
	byKey map[string]*Category
	all   []*Category
	// tops are the keys of the first levels.
	tops map[string]bool
}

// load reads the embedded tree once; a test holds it to its form.
var load = sync.OnceValue(func() *tree {
	t := &tree{byKey: map[string]*Category{}, tops: map[string]bool{}}
	for line := range strings.Lines(treeTSV) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		subject, known := subjects[cells[0]]
		if !known || len(cells) < 5 {
			continue
		}
		path := strings.Join(nonEmpty(cells[1:4]), "/")
		c := t.byKey[key(path)]
		if c == nil {
			c = &Category{Path: path}
			t.byKey[key(path)] = c
			t.all = append(t.all, c)
		}
		c.Open |= subject
		if cells[4] == "1" {
			c.Licence |= subject
		}
		t.tops[key(cells[1])] = true
	}
	topics, licences := readTable(topicsTSV), readTable(licencesTSV)
	for _, c := range t.all {
		c.Topics = strings.Fields(longest(topics, c.Path))
		if c.Licence != 0 {
			c.Document = longest(licences, c.Path)
		}
	}
	return t
})

// readTable reads a table of two columns; comments are left out.
func readTable(tsv string) map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(tsv) {
		if key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok && !strings.HasPrefix(line, "#") {
			table[key] = value
		}
	}
	return table
}

// longest gives the value of the longest key that a path begins with.
func longest(table map[string]string, path string) string {
	for n := len(path); n > 0; n-- {
		if value, ok := table[path[:n]]; ok {
			return value
		}
	}
	return ""
}

func nonEmpty(cells []string) (out []string) {
	for _, c := range cells {
		if c != "" {
			out = append(out, c)
		}
	}
	return out
}

// key takes away what people write differently: slashes, arrows, spaces, width,
// case, traditional characters.
func key(path string) string {
	return fold.String(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("/／>＞-—、\\|", r) {
			return -1
		}
		return r
	}, path))
}

// Find gives the category of a path, however its levels are joined; nil where
// there is none.
func Find(path string) *Category { return load().byKey[key(path)] }

// All gives the categories in the order of the tree. Do not change them.
func All() []*Category { return load().all }

// IsTop tells whether a path is a first level only, which is no category yet.
func IsTop(path string) bool { return load().tops[key(path)] }

// Nearest gives the category for an owner whose name has most in common with a
// path, nil where none has anything.
func Nearest(path string, owner Subject) *Category {
	wanted := pairs(key(path))
	var best *Category
	most := 0.0
	for _, c := range load().all {
		if c.Open&owner == 0 {
			continue
		}
		have := pairs(key(c.Path))
		common := 0
		for p := range wanted {
			if have[p] {
				common++
			}
		}
		if score := float64(2*common) / float64(len(wanted)+len(have)); score > most {
			best, most = c, score
		}
	}
	return best
}

// pairs gives the pairs of neighbouring characters of a text, and each character.
func pairs(s string) map[string]bool {
	set := map[string]bool{}
	runes := []rune(s)
	for i := range runes {
		set[string(runes[i])] = true
		if i > 0 {
			set[string(runes[i-1:i+1])] = true
		}
	}
	return set
}

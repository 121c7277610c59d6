// Package category knows the platform's tree of categories: which there are, for
// whom, and which of them ask for a licence.
package category

import (
	_ "embed"
	"slices"
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
	// Documents are the licences, by their names in package paper, one of which it
	// asks for; none: they are several, or change with the case.
	Documents []string
}

type tree struct {
	// byPath are the categories by their paths as the tree writes them, byKey
	// however they are written.
	byPath, byKey map[string]*Category
	all           []*Category
	// tops are the keys of the first levels, below those of all levels that are no
	// category, with the categories under them.
	tops  map[string]bool
	below map[string][]*Category
}

// load reads the embedded tree once; a test holds it to its form.
var load = sync.OnceValue(func() *tree {
	t := &tree{byPath: map[string]*Category{}, byKey: map[string]*Category{}, tops: map[string]bool{}, below: map[string][]*Category{}}
	for line := range strings.Lines(treeTSV) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		subject, known := subjects[cells[0]]
		if !known || len(cells) < 5 {
			continue
		}
		path := strings.Join(nonEmpty(cells[1:4]), "/")
		k := key(path)
		c := t.byKey[k]
		if c == nil {
			c = &Category{Path: path}
			t.byKey[k] = c
			t.all = append(t.all, c)
			levels := nonEmpty(cells[1:4])
			for n := 1; n < len(levels); n++ {
				parent := key(strings.Join(levels[:n], "/"))
				t.below[parent] = append(t.below[parent], c)
			}
		}
		t.byPath[path] = c
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
			if names := longest(licences, c.Path); names != "" {
				c.Documents = strings.Split(names, "|")
			}
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
func Find(path string) *Category {
	t := load()
	if c := t.byPath[path]; c != nil { // most are copied from the tree
		return c
	}
	return t.byKey[key(path)]
}

// All gives the categories in the order of the tree. Do not change them.
func All() []*Category { return load().all }

// IsTop tells whether a path is a first level only, which is no category yet.
func IsTop(path string) bool { return load().tops[key(path)] }

// Below gives the categories under a path that is none itself, however its levels are
// joined; nil where there are none. Do not change them.
func Below(path string) []*Category { return load().below[key(path)] }

// Begins tells whether some category's path begins so.
func Begins(path string) bool {
	return path != "" && slices.ContainsFunc(load().all, func(c *Category) bool { return strings.HasPrefix(c.Path, path) })
}

// OfTheState tells whether only bodies of the state, and whom they entrust, may choose
// the category.
func (c *Category) OfTheState() bool { return strings.HasPrefix(c.Path, "政务民生/") }

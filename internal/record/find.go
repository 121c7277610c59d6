package record

import (
	"strings"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/choice"
	"github.com/mingcha-go/mingcha/internal/typo"
)

// named is a key, and how good a name for it was found. The zero value is none.
type named struct {
	key  *key
	rank rank
}

// names finds keys by name.
type names struct {
	// exact has the names of JSON, and of Options.Columns; folded those and all others,
	// by choice.Fold.
	exact, folded map[string]named
	// prefix is how paths of members begin, in which these are the names: "owner.".
	prefix string
	// all are the folded names with those of JSON, for what is nearest.
	all []nameOf
}

// nameOf is a folded name and that of JSON which it stands for.
type nameOf struct{ folded, json string }

// known are the names of the keys of a record.
var known = namesOfColumns()

func namesOfColumns() names {
	n := names{exact: map[string]named{}, folded: map[string]named{}}
	for _, k := range columns {
		n.add(k, k.name, otherNames[k.name])
	}
	for i, weak := range weakNames {
		for name, field := range weak {
			for _, k := range columns {
				if k.name == field {
					n.folded[choice.Fold(name)] = named{k, rank(i + 1)}
				}
			}
		}
	}
	return n
}

// memberNamesOf finds those of some keys whose names begin so.
func memberNamesOf(prefix string, keys []*key) *names {
	n := &names{exact: map[string]named{}, folded: map[string]named{}, prefix: prefix}
	for _, k := range keys {
		if name, ok := strings.CutPrefix(k.name, prefix); ok {
			n.add(k, name, memberNames[k.name])
		}
	}
	return n
}

func (n *names) add(k *key, json string, others []string) {
	n.exact[json] = named{k, regular}
	for _, name := range append([]string{json}, others...) {
		folded := choice.Fold(name)
		n.folded[folded] = named{k, regular}
		if simplified := choice.Simplified(name); simplified != "" && n.folded[simplified].key == nil {
			n.folded[simplified] = named{k, regular}
		}
		n.all = append(n.all, nameOf{folded, k.name})
	}
}

// find gives the key of a name, in whatever spelling; none if it is unknown.
func (n *names) find(name string) named {
	if found, ok := n.exact[name]; ok {
		return found
	}
	if len(name) > longestName {
		return named{}
	}
	found, ok := n.folded[choice.Fold(name)]
	if !ok {
		found = n.folded[choice.Simplified(name)]
	}
	return found
}

// FieldOf gives the field, by its name in JSON, that a key of a record stands for in
// whatever spelling ("图标" is icon); "" for an unknown one. Options.Columns may say
// otherwise.
func FieldOf(name string) string {
	if found := known.find(name); found.key != nil {
		return found.key.name
	}
	return ""
}

// longestName bounds what is looked at as a name, in bytes.
const longestName = 128

// plain are the names of JSON, in the order of the keys.
func (n *names) plain() (plain []string) {
	for _, k := range columns {
		plain = n.appendPlain(plain, k)
	}
	for _, k := range inList {
		plain = n.appendPlain(plain, k)
	}
	return plain
}

func (n *names) appendPlain(plain []string, k *key) []string {
	name := k.name[strings.LastIndexByte(k.name, '.')+1:]
	if n.exact[name].key == k {
		plain = append(plain, name)
	}
	return plain
}

// meant is nearest for a path.
func (n *names) meant(path string) string { return n.nearest(strings.TrimPrefix(path, n.prefix)) }

// nearest gives the name of JSON that another may mean: of which it is a
// misspelling, or which it holds (商户简介). It is "" where none is near.
func (n *names) nearest(name string) string {
	if len(name) > longestName {
		return ""
	}
	folded := choice.Fold(unmarked(name))
	best, nearest := "", 0.0
	for _, candidate := range n.all {
		likeness := typo.Likeness(folded, candidate.folded)
		if likeness == 0 && partOf(candidate.folded, folded) {
			likeness = float64(len(candidate.folded)) / float64(len(folded)) / 2
		}
		if likeness > nearest {
			best, nearest = candidate.json, likeness
		}
	}
	if best == "" && n.prefix == "" {
		return memberCalled(name)
	}
	return best
}

// memberCalled gives the member of an object that has a name (url), "" if none has.
func memberCalled(name string) string {
	for _, k := range columns {
		if k.kind == anObject {
			if found := k.members.exact[name]; found.key != nil {
				return found.key.name
			}
		}
	}
	return ""
}

// partOf tells whether a name is a part of another that says much of what it is:
// two Han characters, or four letters.
func partOf(part, whole string) bool {
	letters := len(part) == utf8.RuneCountInString(part)
	return strings.Contains(whole, part) && (letters && len(part) >= 4 || !letters && utf8.RuneCountInString(part) >= 2)
}

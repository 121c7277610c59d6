package frame

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// definition is a class with all its lines.
type definition struct {
	class
	field, name string
	lines       []*lexicon.Class
	words       int // of its own
	// all are the class itself and those that it takes in, once expanded is true.
	all      []*definition
	expanded bool
}

// define gives the classes their words.
func (c *compiler) define(lines []*lexicon.Class) {
	for _, line := range lines {
		key := line.Field + "/" + line.Name
		d := c.byName[key]
		if d == nil {
			_, shield := line.Shield()
			d = &definition{class: c.newClass(classInfo{name: "@" + strings.TrimPrefix(key, "/"), shield: shield}), field: line.Field, name: line.Name}
			c.byName[key] = d
			c.defined = append(c.defined, d)
		}
		d.lines = append(d.lines, line)
	}
	for _, d := range c.defined {
		for _, line := range d.lines {
			c.addWords(d, line)
		}
	}
	for _, d := range c.defined {
		if of, ok := strings.CutPrefix(d.name, "-"); ok && c.byName[d.field+"/"+of] == nil {
			c.fail(d.lines[0].File, d.lines[0].Line, 1, "there is no class %q that %s could shield", of, d.name)
		}
	}
}

// addWords gives a class the words of one of its lines.
func (c *compiler) addWords(d *definition, line *lexicon.Class) {
	for _, text := range line.Words {
		w, ok := c.word(text)
		switch {
		case !ok:
			c.fail(line.File, line.Line, 2, "%q folds to nothing: a word needs a letter, digit or Han character", text)
		case c.last[w] == d.class:
			c.fail(line.File, line.Line, 2, "%q stands twice in class %s", text, d.name)
		default:
			c.put(w, d.class)
			d.words++
		}
	}
}

func (c *compiler) put(word int32, into class) {
	c.members = append(c.members, member{word, into})
	c.last[word] = into
}

func (c *compiler) newClass(info classInfo) class {
	c.set.classes = append(c.set.classes, info)
	return class(len(c.set.classes) - 1)
}

// word gives the index of a word; ok is false where nothing is left of it.
func (c *compiler) word(text string) (index int32, ok bool) {
	c.text.Fold(text)
	if len(c.text.Symbols) == 0 {
		return 0, false
	}
	w, memory := match.WordOf(&c.text, c.memory)
	hash := hashOf(w.Runes)
	index, known := c.byWord[hash]
	for known && !slices.Equal(c.set.words[index].Runes, w.Runes) {
		hash++
		index, known = c.byWord[hash]
	}
	if !known {
		index = int32(len(c.set.words))
		c.byWord[hash] = index
		c.memory = memory
		c.set.words = append(c.set.words, w)
		c.last = append(c.last, noClass)
	}
	return index, true
}

// hashOf gives a hash of a word (FNV-1a by characters): equal ones are told apart.
func hashOf(word []rune) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range word {
		h = (h ^ uint64(r)) * 1099511628211
	}
	return h
}

// expand gathers what a class takes in; above are the classes that lead to it.
func (c *compiler) expand(d *definition, above []*definition) []*definition {
	if d.expanded {
		return d.all
	}
	above = append(above, d)
	d.all = []*definition{d}
	for _, line := range d.lines {
		for _, term := range line.Takes {
			other, err := c.lookUp(d.field, term.Text)
			if err != nil {
				c.fail(line.File, line.Line, 2, "%v", err)
				continue
			}
			if slices.Contains(above, other) {
				c.fail(line.File, line.Line, 2, "class %s takes itself in by way of %s", d.name, term)
				continue
			}
			for _, e := range c.expand(other, above) {
				if !slices.Contains(d.all, e) {
					d.all = append(d.all, e)
				}
			}
		}
	}
	d.expanded = true
	return d.all
}

// lookUp finds a class as files of a field write it: that of the field, one of another
// field where only one has it, or field/name.
func (c *compiler) lookUp(field, name string) (*definition, error) {
	if d := c.byName[field+"/"+name]; d != nil {
		return d, nil
	}
	if d := c.byName[name]; d != nil && strings.Contains(name, "/") {
		return d, nil
	}
	var found []string
	var other *definition
	for _, d := range c.defined {
		if d.name == name {
			found = append(found, "@"+d.field+"/"+d.name)
			other = d
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("there is no class @%s", name)
	case 1:
		return other, nil
	}
	return nil, fmt.Errorf("class @%s is not of this field, and %s have one: say which", name, strings.Join(found, ", "))
}

package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// Problem is something that Lint does not like in a list that could be loaded. Column is
// the number of the tab-separated column from 1, 0: the whole line.
type Problem struct {
	File         string
	Line, Column int
	Message      string
}

// String gives file:line: message, or file:line:column: message.
func (p Problem) String() string {
	return (&ParseError{p.File, p.Line, p.Column, p.Message}).Error()
}

// Lint looks for what makes lists hard to keep or contradict themselves: a text
// that is not in Unicode normal form C, words out of order, a list without its
// source or fields, contexts that do not hold their word or make it
// unmatchable, and words that two lists of one check judge differently.
func Lint(lists []*List) []Problem {
	l := &linter{first: map[string]place{}}
	for i, list := range lists {
		if list == nil {
			l.problems = append(l.problems, Problem{Message: fmt.Sprintf("list %d is nil: expected one that Parse or Load gave", i+1)})
			continue
		}
		l.lintList(list)
	}
	return l.problems
}

type place struct {
	list  *List
	entry *Entry
}

type linter struct {
	problems []Problem
	// first holds the first place of each word by check, field and folded word.
	first map[string]place
}

func (l *linter) add(list *List, line int, format string, args ...any) {
	l.problems = append(l.problems, Problem{list.File, line, 0, fmt.Sprintf(format, args...)})
}

func (l *linter) lintList(list *List) {
	for _, header := range [][2]string{{"rule", list.Rule}, {"source", list.Source}, {"fields", strings.Join(list.Fields, " ")}} {
		if header[1] == "" {
			l.add(list, 1, "no \"# %s:\" line", header[0])
		}
	}
	if len(list.Entries) == 0 {
		l.add(list, 1, "no words")
	}
	for i := range list.Entries {
		e := &list.Entries[i]
		if i > 0 && e.Word < list.Entries[i-1].Word {
			l.add(list, e.Line, "%q stands after %q: keep the words sorted by their bytes", e.Word, list.Entries[i-1].Word)
		}
		l.lintEntry(list, e)
	}
}

func (l *linter) lintEntry(list *List, e *Entry) {
	texts := slices.Concat([]string{e.Word, e.For, e.Suggestion, e.Note}, e.Except, e.Only)
	for _, text := range texts {
		if !norm.NFC.IsNormalString(text) {
			l.add(list, e.Line, "%q is not in Unicode normal form C", text)
		}
	}
	for field := range e.ByField {
		if !slices.Contains(list.Fields, field) && len(list.Fields) > 0 {
			l.add(list, e.Line, "severity for %q, which is not among the list's fields", field)
		}
	}
	word := fold.String(e.Word)
	for _, context := range slices.Concat(e.Except, e.Only) {
		c := ParseContext(context)
		if folded := fold.String(c.Text); !strings.Contains(folded, word) {
			l.add(list, e.Line, "context %q does not hold the word %q", context, e.Word)
		} else if folded == word && !c.Opens && !c.Closes {
			l.add(list, e.Line, "context %q is the word itself: the entry could never, or always, match", context)
		}
	}
	l.lintAgainstOthers(list, e, word)
}

// lintAgainstOthers finds a word that another list of the same check and field
// judges differently: which one counted would depend on their order.
func (l *linter) lintAgainstOthers(list *List, e *Entry, word string) {
	for _, field := range list.Fields {
		key := list.Check + "\t" + field + "\t" + word
		other, known := l.first[key]
		if !known {
			l.first[key] = place{list, e}
			continue
		}
		if other.list == list {
			continue
		}
		if list.Match == NamePart {
			l.add(list, e.Line, "%q is in %s:%d too: a part of a name has one role", e.Word, other.list.File, other.entry.Line)
			return
		}
		if a, b := e.SeverityIn(field), other.entry.SeverityIn(field); a != b {
			l.add(list, e.Line, "%q is %s in %s, but %s in %s:%d", e.Word, a, field, b, other.list.File, other.entry.Line)
			return
		}
	}
}

// LintRules looks for rules, of lists and of their words, that known says are none. Lists
// of one's own may have numbers of one's own; those that ship may not.
func LintRules(lists []*List, known func(number string) bool) (problems []Problem) {
	for _, list := range lists {
		if list.Rule != "" && !known(list.Rule) {
			problems = append(problems, Problem{list.File, 1, 0, fmt.Sprintf("there is no rule %q", list.Rule)})
		}
		for i := range list.Entries {
			if e := &list.Entries[i]; e.Rule != "" && !known(e.Rule) {
				problems = append(problems, Problem{list.File, e.Line, 0, fmt.Sprintf("%q: there is no rule %q", e.Word, e.Rule)})
			}
		}
	}
	return problems
}

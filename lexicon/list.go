// Package lexicon holds word lists as data: loading them, linting them, and
// the lists that the library carries. A list is a TSV file; see Parse for its
// form. A new list needs no code.
package lexicon

import "strings"

// List is one word list: what is said about all its words, and the words.
type List struct {
	// Name is the file's name without folder and extension; File the path it
	// was read from.
	Name, File string
	// Check is the slug of the check that its findings carry, Rule the number
	// of the rule in the first edition of the operating rules (2026/5.24: of a rule that
	// only later editions have).
	Check, Rule string
	// Fields are the JSON names of the fields that it is matched on.
	Fields []string
	// Severity and ByField are those of every word which does not say otherwise.
	Severity Severity
	ByField  map[string]Severity
	// Match is how a word must stand in the text.
	Match Match
	// Near names the likenesses that count besides the words themselves.
	Near Near
	// Title and TitleEN name in Chinese and English what the words have in
	// common, where a check reads several lists: 赌博, gambling.
	Title, TitleEN string
	// Owner names who owns the marks of the list, forms parted by |: findings
	// are not for them.
	Owner []string
	// Role tells a check that reads several lists what this one is for.
	Role string
	// Source says where the words are from.
	Source  string
	Entries []Entry
}

// Match is how a word must stand in the text for it to count.
type Match string

// The ways to stand in a text.
const (
	// Contains: anywhere, but never inside a Latin word or a number: NO.1 is
	// not in CASINO.15.
	Contains Match = "contains"
	// Within: anywhere, inside Latin words too: wechat is in mywechatbot.
	Within Match = "within"
	// Token: with a border or a change of script on both sides.
	Token Match = "token"
	// Whole: the field is the word and nothing else.
	Whole Match = "whole"
	// NamePart: the word is a part that names are put together from; the check
	// of generic names reads such lists, nothing else does.
	NamePart Match = "name-part"
)

// Near is a kind of likeness that a list asks for.
type Near string

// The kinds of likeness.
const (
	// Exact: only the words themselves, after folding.
	Exact Near = ""
	// Sound: words that are read like one of the list, too.
	Sound Near = "sound"
	// All: whatever is made to look or sound like one of the list, too.
	All Near = "all"
)

// Entry is one word of a list.
type Entry struct {
	// Word as the list writes it.
	Word string
	// Severity is the default, ByField what differs in certain fields. None
	// makes the word an innocent one that beats shorter words inside it.
	Severity Severity
	ByField  map[string]Severity
	// Except are contexts in which the word is innocent, Only those outside of
	// which it is. Each holds the word; a leading ^ and a trailing $ stand for
	// the border of a clause.
	Except, Only []string
	// Rule overrides the list's where it is not empty: a word may break another rule
	// than those beside it.
	Rule string
	// Match overrides the list's where it is not empty.
	Match Match
	// For is the word or mark that this one is a variant of.
	For string
	// Title and TitleEN name in Chinese and English what the words have in
	// common, where a check reads several lists: 赌博, gambling.
	Title, TitleEN string
	// Owner names who owns the mark, where it is not the list's.
	Owner []string
	// Suggestion says in Chinese what to write instead; Note is for the
	// readers of the list.
	Suggestion, Note string
	// Line is the line of the file, from 1.
	Line int
}

// SeverityIn gives the severity of the entry in a field, by its JSON name.
// Short names and tags are judged as names unless the entry names them.
// A nil entry has none.
func (e *Entry) SeverityIn(field string) Severity {
	if e == nil {
		return None
	}
	if s, ok := e.ByField[field]; ok {
		return s
	}
	if field == "short_name" || field == "tags" || field == "icon_text" {
		if s, ok := e.ByField["name"]; ok {
			return s
		}
	}
	return e.Severity
}

// RuleOf gives the number of the rule that an entry of the list breaks: its own, else the
// list's.
func (l *List) RuleOf(e *Entry) string {
	if e != nil && e.Rule != "" {
		return e.Rule
	}
	return l.Rule
}

// Meaning is what the entry stands for: For, or the word itself; "" of a nil entry.
func (e *Entry) Meaning() string {
	if e == nil {
		return ""
	}
	if e.For != "" {
		return e.For
	}
	return e.Word
}

// Context is an Except or Only of an entry taken apart.
type Context struct {
	// Text without the border signs.
	Text string
	// Opens and Closes say that a clause begins before, ends after the text.
	Opens, Closes bool
}

// ParseContext takes a context as lists write it apart.
func ParseContext(s string) Context {
	var c Context
	s, c.Opens = strings.CutPrefix(s, "^")
	c.Text, c.Closes = strings.CutSuffix(s, "$")
	return c
}

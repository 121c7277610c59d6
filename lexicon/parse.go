package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// ParseError is a fault in a list and its place. Line counts from 1, Column is
// the number of the tab-separated column from 1 (0: the whole line).
type ParseError struct {
	File         string
	Line, Column int
	Reason       string
}

// Error gives file:line:column: reason.
func (e *ParseError) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Reason)
}

// Load reads every *.tsv file of fsys that is a list, in the order of their paths; those
// of classes and frames are for LoadFrames. The error joins a ParseError for each fault in all files. A nil fsys is an error.
func Load(fsys fs.FS) ([]*List, error) {
	if fsys == nil {
		return nil, errors.New("lexicon: Load of a nil file system: expected one with *.tsv files, such as os.DirFS gives")
	}
	var lists []*List
	var faults []error
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".tsv" {
			return err
		}
		if kind, _ := frameFile(name); kind != "" {
			return nil
		}
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		list, err := Parse(name, f)
		if err != nil {
			faults = append(faults, err)
			return nil
		}
		lists = append(lists, list)
		return nil
	})
	return lists, errors.Join(append(faults, err)...)
}

// Parse reads one list. It is UTF-8 text with tab-separated columns:
//
//	# check: superlative
//	# rule: 2.5
//	# fields: name intro description
//	# severity: reject
//	# match: contains
//	# source: where the words are from
//	word	severity	except	suggestion	note
//	最佳	name=reject intro=reject description=review	最佳赏味期|最佳食用	…	art. 9(3)
//
// Header lines are "# key: value"; other lines that start with # are comments.
// The line of column names may be left out: then the columns are those five.
// Further columns are only, match, rule, for and owner. Trailing columns may be missing.
// The error joins a ParseError for each fault. A nil r is an error.
func Parse(name string, r io.Reader) (*List, error) {
	if r == nil {
		return nil, fmt.Errorf("lexicon: Parse of %q from a nil io.Reader: expected the text of a list", name)
	}
	p := &parser{
		list: &List{
			Name: strings.TrimSuffix(path.Base(name), ".tsv"), File: name,
			Severity: Review, Match: Contains,
		},
		columns: []string{"word", "severity", "except", "suggestion", "note"},
		seen:    map[string]int{},
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		p.line++
		p.parseLine(lines.Text())
	}
	if err := lines.Err(); err != nil {
		p.line++
		p.fail(0, "cannot read on: %v", err)
	}
	if p.list.Check == "" {
		p.line = 1
		p.fail(0, `no "# check: slug" line before the words: which check are they for?`)
	}
	return p.list, errors.Join(p.faults...)
}

type parser struct {
	list    *List
	columns []string
	line    int
	begun   bool // a word or the line of column names was seen
	seen    map[string]int
	faults  []error
}

func (p *parser) fail(column int, format string, args ...any) {
	p.faults = append(p.faults, &ParseError{p.list.File, p.line, column, fmt.Sprintf(format, args...)})
}

func (p *parser) parseLine(line string) {
	line = strings.TrimSuffix(line, "\r")
	if p.line == 1 {
		line = strings.TrimPrefix(line, "\ufeff")
	}
	switch {
	case !utf8.ValidString(line):
		p.fail(0, "not valid UTF-8: save the list as UTF-8")
	case strings.TrimSpace(line) == "":
	case strings.HasPrefix(line, "#"):
		p.parseHeader(line[1:])
	case !p.begun && (line == "word" || strings.HasPrefix(line, "word\t")):
		p.begun = true
		p.parseColumns(line)
	default:
		p.begun = true
		p.parseEntry(line)
	}
}

func (p *parser) parseHeader(line string) {
	key, value, ok := strings.Cut(line, ":")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !ok || strings.ContainsAny(key, " \t") || key == "" || key != strings.ToLower(key) {
		return // a comment
	}
	if p.begun {
		p.fail(0, "header %q after the first word: move it to the top", key)
		return
	}
	var err error
	switch l := p.list; key {
	case "check":
		l.Check = value
	case "rule":
		l.Rule = value
	case "fields":
		l.Fields = strings.Fields(value)
	case "severity":
		l.Severity, l.ByField, err = parseSeverities(value, l.Severity)
	case "match":
		l.Match, err = parseMatch(value)
	case "near":
		if l.Near = Near(value); l.Near != Sound && l.Near != All {
			err = fmt.Errorf("unknown likeness %q: expected sound or all", value)
		}
	case "title":
		l.Title, l.TitleEN, _ = strings.Cut(value, "|")
	case "owner":
		l.Owner = splitContexts(value)
	case "role":
		l.Role = value
	case "source":
		l.Source = value
	default:
		err = fmt.Errorf("unknown header %q: expected check, rule, fields, severity, match, near, owner, role, title or source", key)
	}
	if err != nil {
		p.fail(0, "%v", err)
	}
}

func parseMatch(s string) (Match, error) {
	m := Match(s)
	if slices.Contains([]Match{Contains, Within, Token, Whole, NamePart}, m) {
		return m, nil
	}
	return Contains, fmt.Errorf("unknown match %q: expected contains, within, token, whole or name-part", s)
}

func (p *parser) parseColumns(line string) {
	p.columns = strings.Split(line, "\t")
	known := []string{"word", "severity", "except", "only", "match", "rule", "for", "owner", "suggestion", "note"}
	for i, c := range p.columns {
		if !slices.Contains(known, c) {
			p.fail(i+1, "unknown column %q: expected %s", c, strings.Join(known, ", "))
		} else if slices.Index(p.columns, c) != i {
			p.fail(i+1, "column %q stands twice", c)
		}
	}
}

func (p *parser) parseEntry(line string) {
	e := Entry{Line: p.line, Severity: p.list.Severity, ByField: p.list.ByField, Owner: p.list.Owner}
	cells := strings.Split(line, "\t")
	if len(cells) > len(p.columns) {
		p.fail(len(p.columns)+1, "%d columns, expected at most %d: %s", len(cells), len(p.columns), strings.Join(p.columns, ", "))
		return
	}
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		var err error
		switch p.columns[i] {
		case "word":
			e.Word = cell
			err = p.checkWord(cell)
		case "severity":
			if cell != "" {
				e.Severity, e.ByField, err = parseSeverities(cell, p.list.Severity)
			}
		case "except":
			e.Except = splitContexts(cell)
		case "only":
			e.Only = splitContexts(cell)
		case "match":
			if cell != "" {
				e.Match, err = parseMatch(cell)
			}
		case "rule":
			e.Rule = cell
		case "for":
			e.For = cell
		case "owner":
			e.Owner = splitContexts(cell)
		case "suggestion":
			e.Suggestion = cell
		case "note":
			e.Note = cell
		}
		if err != nil {
			p.fail(i+1, "%v", err)
			return
		}
	}
	p.list.Entries = append(p.list.Entries, e)
}

// checkWord refuses words that can never match, and repeated ones: after
// folding they are one pattern, of which only one entry could be reported.
func (p *parser) checkWord(word string) error {
	if word == "" {
		return errors.New("no word")
	}
	folded := fold.String(word)
	if folded == "" {
		return fmt.Errorf("%q folds to nothing: a word needs a letter, digit or Han character", word)
	}
	if first, dup := p.seen[folded]; dup {
		return fmt.Errorf("%q stands already in line %d (folded: %q)", word, first, folded)
	}
	p.seen[folded] = p.line
	return nil
}

// parseSeverities reads "review" or "review name=reject description=none": a
// default, which may be missing, and what differs by field.
func parseSeverities(cell string, otherwise Severity) (Severity, map[string]Severity, error) {
	var byField map[string]Severity
	for item := range strings.FieldsSeq(cell) {
		field, word, isField := strings.Cut(item, "=")
		if !isField {
			word = field
		}
		s, err := ParseSeverity(word)
		if err != nil {
			return None, nil, err
		}
		if !isField {
			otherwise = s
			continue
		}
		if byField == nil {
			byField = map[string]Severity{}
		}
		byField[field] = s
	}
	return otherwise, byField, nil
}

func splitContexts(cell string) []string {
	return strings.FieldsFunc(cell, func(r rune) bool { return r == '|' || r == ' ' })
}

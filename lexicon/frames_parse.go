package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// LoadFrames reads every pair of files of classes and frames (classes-FIELD.tsv,
// frames-FIELD.tsv) of fsys, in the order of their paths; see ParseClasses and
// ParseFrames for their form. The error joins a ParseError for each fault in all files.
// A nil fsys is an error.
func LoadFrames(fsys fs.FS) (*Frames, error) {
	if fsys == nil {
		return nil, errors.New("lexicon: LoadFrames of a nil file system: expected one with classes-*.tsv and frames-*.tsv, such as os.DirFS gives")
	}
	all := &Frames{}
	var faults []error
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		kind, _ := frameFile(name)
		if kind == "" {
			return nil
		}
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		var fault error
		if kind == classesFile {
			var classes []*Class
			classes, fault = ParseClasses(name, f)
			all.Classes = append(all.Classes, classes...)
		} else {
			var frames []*Frame
			frames, fault = ParseFrames(name, f)
			all.Frames = append(all.Frames, frames...)
		}
		faults = append(faults, fault)
		return nil
	})
	return all, errors.Join(append(faults, err)...)
}

// ParseClasses reads a file of classes. It is UTF-8 text with two tab-separated columns,
// the name of a class and its words with spaces between them; @other takes in the words
// of another class:
//
//	# papers that only an authority issues
//	paper	毕业证 学位证 @licence
//
// Lines that start with # are comments. A class may go on over several lines. The error
// joins a ParseError for each fault. A nil r is an error.
func ParseClasses(name string, r io.Reader) ([]*Class, error) {
	var classes []*Class
	_, field := frameFile(name)
	faults := eachRow(name, r, "ParseClasses", "class", func(line int, cells []string, fail failure) {
		if len(cells) != 2 {
			fail(0, "%d columns, expected 2: class and words", len(cells))
			return
		}
		c := &Class{Field: field, Name: strings.TrimSpace(cells[0]), File: name, Line: line}
		if home, name, ok := strings.Cut(c.Name, "/"); ok {
			c.Field, c.Name = home, name
		}
		if !isClassName(strings.TrimPrefix(c.Name, "-")) {
			fail(1, "%q is no name of a class: expected Latin letters, digits and hyphens", c.Name)
			return
		}
		c.Words = make([]string, 0, strings.Count(cells[1], " ")+1)
		for word := range strings.FieldsSeq(cells[1]) {
			if word[0] >= utf8.RuneSelf && !strings.ContainsAny(word, "@|>") { // most
				c.Words = append(c.Words, word)
				continue
			}
			term, err := parseTerm(word)
			switch {
			case err != nil:
				fail(2, "%v", err)
			case term.Kind == TermClass:
				c.Takes = append(c.Takes, term)
			case term.Kind == TermWord:
				c.Words = append(c.Words, word)
			default:
				fail(2, "%q in a class: expected words and @classes; measures and ^ $ stand in slots", word)
			}
		}
		if len(c.Words)+len(c.Takes) == 0 {
			fail(2, "class %q without words", c.Name)
			return
		}
		classes = append(classes, c)
	})
	return classes, faults
}

// frameColumns are the columns of a file of frames.
var frameColumns = []string{"check", "rule", "severity", "reach", "scope", "slots", "unless", "sample", "innocent"}

// ParseFrames reads a file of frames. It is UTF-8 text with nine tab-separated columns:
//
//	# check	rule	severity	reach	scope	slots	unless	sample	innocent
//	prohibited	6.1.11	review	8	clause	@proxy @paper	补办 遗失	代办各校毕业证	毕业证遗失补办指南
//
// Slots have spaces between them, or > where the order counts; the terms of a slot have |
// between them: a word, a @class, a #measure, ^ or $ for the start and the end of the
// field. The error joins a ParseError for each fault. A nil r is an error.
func ParseFrames(name string, r io.Reader) ([]*Frame, error) {
	var frames []*Frame
	_, field := frameFile(name)
	faults := eachRow(name, r, "ParseFrames", "check", func(line int, cells []string, fail failure) {
		if len(cells) != len(frameColumns) {
			fail(0, "%d columns, expected %d: %s", len(cells), len(frameColumns), strings.Join(frameColumns, ", "))
			return
		}
		f := &Frame{Field: field, File: name, Line: line}
		sound := true
		for i, cell := range cells {
			if err := f.set(frameColumns[i], strings.TrimSpace(cell)); err != nil {
				fail(i+1, "%v", err)
				sound = false
			}
		}
		if sound {
			frames = append(frames, f)
		}
	})
	return frames, faults
}

// set reads one cell of a frame.
func (f *Frame) set(column, cell string) (err error) {
	switch column {
	case "check":
		f.Check, err = cell, notEmpty(cell, "the slug of a check")
	case "rule":
		f.Rule, err = cell, notEmpty(cell, "the number of a rule")
	case "severity":
		f.Severity, f.ByField, err = parseSeverities(strings.ReplaceAll(cell, ",", " "), Review)
	case "reach":
		if f.Reach, err = strconv.Atoi(cell); err != nil || f.Reach < 0 || f.Reach > MostReach {
			err = fmt.Errorf("reach %q: expected a number of characters from 0 to %d", cell, MostReach)
		}
	case "scope":
		if f.Scope = Scope(cell); !slices.Contains([]Scope{Clause, Sentence, WholeField}, f.Scope) {
			err = fmt.Errorf("unknown scope %q: expected clause, sentence or field", cell)
		}
	case "slots":
		f.Slots, err = parseSlots(cell)
	case "unless":
		err = f.parseUnless(cell)
	case "sample":
		f.Samples, err = splitSamples(cell), notEmpty(cell, "a text that the frame finds")
	case "innocent":
		f.Innocent, err = splitSamples(cell), notEmpty(cell, "a text that the frame leaves in peace")
	}
	return err
}

// The bounds of frames: what finding one costs grows with both.
const (
	MostReach = 60 // symbols
	MostSlots = 6
)

func parseSlots(cell string) ([]Slot, error) {
	var slots []Slot
	after := false
	for item := range strings.FieldsSeq(cell) {
		if item == ">" {
			if len(slots) == 0 || after {
				return nil, errors.New("> stands between two slots")
			}
			after = true
			continue
		}
		slot := Slot{After: after}
		after = false
		for alternative := range strings.SplitSeq(item, "|") {
			term, err := parseTerm(alternative)
			if err != nil {
				return nil, err
			}
			slot.Terms = append(slot.Terms, term)
		}
		slots = append(slots, slot)
	}
	switch {
	case after:
		return nil, errors.New("> stands between two slots")
	case len(slots) < 2:
		return nil, fmt.Errorf("%d slot: a frame needs two or more; what one word settles belongs in a list", len(slots))
	case len(slots) > MostSlots:
		return nil, fmt.Errorf("%d slots: at most %d", len(slots), MostSlots)
	}
	return slots, nil
}

func (f *Frame) parseUnless(cell string) error {
	if cell == "-" || cell == "" {
		return nil
	}
	for item := range strings.FieldsSeq(cell) {
		if item == "!stance" {
			f.Always = true
			continue
		}
		term, err := parseTerm(item)
		if err != nil {
			return err
		}
		f.Unless = append(f.Unless, term)
	}
	return nil
}

func parseTerm(s string) (Term, error) {
	switch {
	case s == "^":
		return Term{Kind: TermStart}, nil
	case s == "$":
		return Term{Kind: TermEnd}, nil
	case s == "" || s == "@" || s == "#" || s == "-":
		return Term{}, fmt.Errorf("%q says nothing: expected a word, @class or #measure", s)
	case strings.HasPrefix(s, "@"):
		return Term{TermClass, s[1:]}, nil
	case strings.HasPrefix(s, "#"):
		return Term{TermMeasure, s[1:]}, nil
	case strings.ContainsAny(s, "@|>"):
		return Term{}, fmt.Errorf("%q: @ begins a class, | parts terms of a slot and > stands alone between slots", s)
	}
	return Term{TermWord, s}, nil
}

func isClassName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '_'
	})
}

func notEmpty(cell, what string) error {
	if cell == "" || cell == "-" {
		return fmt.Errorf("empty: expected %s", what)
	}
	return nil
}

// splitSamples parts texts that have " / " between them.
func splitSamples(cell string) (texts []string) {
	for text := range strings.SplitSeq(cell, " / ") {
		if text = strings.TrimSpace(text); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// failure adds a fault in a column, from 1; 0: of the whole line.
type failure func(column int, format string, args ...any)

// eachRow calls f for the cells of each line of a table that is no comment, empty or its
// head, which begins with the given column. The error joins the faults.
func eachRow(name string, r io.Reader, parser, head string, f func(line int, cells []string, fail failure)) error {
	if r == nil {
		return fmt.Errorf("lexicon: %s of %q from a nil io.Reader: expected the text of a table", parser, name)
	}
	var faults []error
	number := 0
	fail := func(column int, format string, args ...any) {
		faults = append(faults, &ParseError{name, number, column, fmt.Sprintf(format, args...)})
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		number++
		line := strings.TrimSuffix(lines.Text(), "\r")
		if number == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		switch {
		case !utf8.ValidString(line):
			fail(0, "not valid UTF-8: save the table as UTF-8")
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, head+"\t"):
		default:
			f(number, strings.Split(line, "\t"), fail)
		}
	}
	if err := lines.Err(); err != nil {
		number++
		fail(0, "cannot read on: %v", err)
	}
	return errors.Join(faults...)
}

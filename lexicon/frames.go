package lexicon

import (
	"path"
	"slices"
	"strings"
)

// Frames holds the classes and frames of one folder or of several: patterns that say
// what is offered, asked or claimed in whatever words. The zero value holds none.
type Frames struct {
	Classes []*Class
	Frames  []*Frame
}

// Add takes in what other holds, too. A nil other adds nothing.
func (f *Frames) Add(other *Frames) {
	if other == nil {
		return
	}
	f.Classes = slices.Concat(f.Classes, other.Classes)
	f.Frames = slices.Concat(f.Frames, other.Frames)
}

// Without gives the frames and classes whose files have none of the names (without
// folder and extension).
func (f *Frames) Without(names ...string) *Frames {
	dropped := func(file string) bool { return slices.Contains(names, listName(file)) }
	return &Frames{
		Classes: slices.DeleteFunc(slices.Clone(f.Classes), func(c *Class) bool { return dropped(c.File) }),
		Frames:  slices.DeleteFunc(slices.Clone(f.Frames), func(x *Frame) bool { return dropped(x.File) }),
	}
}

// Files gives the names (without folder and extension) of the files that hold classes
// or frames, in their order.
func (f *Frames) Files() (names []string) {
	add := func(file string) {
		if name := listName(file); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, c := range f.Classes {
		add(c.File)
	}
	for _, x := range f.Frames {
		add(x.File)
	}
	return names
}

// Class is one line of a file of classes. Lines with one name are one class.
type Class struct {
	// Field is the field of life that the file is for: money of classes-money.tsv.
	// The class belongs to it unless its name says otherwise (chance/offer).
	Field, Name string
	// Words are the words of the line as it writes them, Takes the classes whose words
	// it takes in.
	Words []string
	Takes []Term
	File  string
	Line  int
}

// Shield gives the class whose words a class takes the place of: get of -get.
func (c *Class) Shield() (of string, ok bool) { return strings.CutPrefix(c.Name, "-") }

// Frame is a pattern of word classes that stand near each other.
type Frame struct {
	// Field is the field of life that the file is for.
	Field string
	// Check is the slug of the check that its findings carry, Rule the number of the
	// rule in the first edition.
	Check, Rule string
	Severity    Severity
	ByField     map[string]Severity
	// Reach is the largest gap between neighbouring slots, in symbols of the folded
	// text.
	Reach int
	Scope Scope
	Slots []Slot
	// Unless silences the frame where one of them stands in the same scope.
	Unless []Term
	// Always says that it holds whatever the stance of who speaks.
	Always bool
	// Samples are texts that it finds, Innocent those that it must leave in peace.
	Samples, Innocent []string
	File              string
	Line              int
}

// SeverityIn gives the severity in a field, by its JSON name; see Entry.SeverityIn.
func (f *Frame) SeverityIn(field string) Severity {
	return (&Entry{Severity: f.Severity, ByField: f.ByField}).SeverityIn(field)
}

// Scope is how far a frame looks.
type Scope string

// The scopes.
const (
	// Clause: up to a comma, full stop, semicolon, line end and the like.
	Clause Scope = "clause"
	// Sentence: up to a full stop, exclamation mark or line end.
	Sentence Scope = "sentence"
	// WholeField: anywhere in the field.
	WholeField Scope = "field"
)

// Slot is one place of a frame: any of its terms fills it.
type Slot struct {
	Terms []Term
	// After says that it stands behind the slot before it; else the order is free.
	After bool
}

// Term is what can stand in a slot.
type Term struct {
	Kind TermKind
	// Text is the word, or the name of the class or measure without its sign.
	Text string
}

// String gives the term as frames write it.
func (t Term) String() string { return termSigns[t.Kind] + t.Text }

// TermKind is a kind of Term.
type TermKind uint8

// The kinds of terms.
const (
	TermWord TermKind = iota
	TermClass
	TermMeasure // #yuan
	TermStart   // ^
	TermEnd     // $
)

var termSigns = [...]string{TermWord: "", TermClass: "@", TermMeasure: "#", TermStart: "^", TermEnd: "$"}

// Names of files of classes and frames: classes-money.tsv, frames-money.tsv, or
// without a field.
const (
	classesFile = "classes"
	framesFile  = "frames"
)

// frameFile tells which of the two kinds a file is, and for which field of life.
func frameFile(file string) (kind, field string) {
	kind, field, _ = strings.Cut(listName(file), "-")
	if path.Ext(file) == ".tsv" && (kind == classesFile || kind == framesFile) {
		return kind, field
	}
	return "", ""
}

// listName is a file's name without folder and extension.
func listName(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

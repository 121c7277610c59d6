package validate

import (
	"github.com/mingcha-go/mingcha/internal/coherence"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/internal/scan"
	"github.com/mingcha-go/mingcha/internal/topic"
)

// textFields are the fields that words are looked for in, in the order of
// findings; the index of a field in it is what package match knows it by.
var textFields = []string{
	string(FieldName), string(FieldShortName), string(FieldIntro), string(FieldDescription),
	string(FieldTags), string(FieldIconText),
}

// Indexes into textFields.
const (
	nameIndex = iota
	shortNameIndex
	introIndex
	descriptionIndex
	tagsIndex
	iconTextIndex
)

// subject is a submission while it is checked: its texts folded once and
// scanned once. It is reused, so that a clean submission costs no memory but
// its Report.
type subject struct {
	v          *Validator
	submission *Submission
	texts      []text
	used       int // how many of texts belong to this submission
	found      []found
	match      match.Buffer
	scan       scan.Buffer
	parts      partsBuffer
	pair       coherence.Pair
	rights     rights           // see isOwner and authorization
	stated     []statedCategory // see categories
	formValue  formValue        // see formValueOf
	formDone   bool             // validateForm has run
	formBroken uint             // fields with a broken form rule, a bit each by index in textFields
	silent     bool             // see aside: no messages are written, no rewrites tried

	icon      *icon.Icon // see decodedIcon
	iconFault *icon.Fault
	iconAsked bool
	iconWords []string // what the TextReader read, but for what is stated
	unread    error    // why it could not
}

// text is one text field, folded, with the words found in it.
type text struct {
	base   Field // the field, or the list that it is a member of
	index  int   // place in a list, or -1
	kind   int   // index in textFields
	order  int   // place among the findings
	folded fold.Text
	traits traits
	words  []match.Occurrence
	about  topic.Reading // what it speaks of, once isRead
	isRead bool
	// rewrites counts those tried; faults are what the first of them found in
	// the text as it is.
	rewrites int
	faults   map[fault]int
}

// topics gives what the text speaks of. It is read when it is first asked for:
// most submissions state nothing that it could be held against.
func (t *text) topics() *topic.Reading {
	if !t.isRead {
		kind := topic.Prose
		if t.isName() {
			kind = topic.Name
		}
		t.about.Read(&t.folded, kind)
		t.isRead = true
	}
	return &t.about
}

// field is the name of the text's field, with the index for members of lists.
func (t *text) field() Field {
	if t.index < 0 {
		return t.base
	}
	return memberField(t.base, t.index)
}

// isName tells whether the text is judged as a name.
func (t *text) isName() bool { return t.kind != introIndex && t.kind != descriptionIndex }

// found is a finding with its place in the report.
type found struct {
	finding Finding
	order   int
}

func (s *subject) begin(v *Validator, sub *Submission) {
	s.v, s.submission, s.used, s.found = v, sub, 0, s.found[:0]
	s.addText(nameIndex, -1, sub.Name)
	s.addText(shortNameIndex, -1, sub.ShortName)
	s.addText(introIndex, -1, sub.Intro)
	s.addText(descriptionIndex, -1, sub.Description)
	for i, tag := range sub.Tags {
		s.addText(tagsIndex, i, tag)
	}
	for i, word := range sub.IconText {
		s.addText(iconTextIndex, i, word)
	}
	if v.reader != nil {
		if picture := s.iconPicture(); picture != nil {
			s.addIconWords(picture)
		}
	}
}

// addText folds and scans a text; index is its place in a list field, or -1.
func (s *subject) addText(kind, index int, source string) {
	if source == "" {
		return
	}
	if s.used == len(s.texts) {
		s.texts = append(s.texts, text{})
	}
	t := &s.texts[s.used]
	s.used++
	t.base, t.index = Field(textFields[kind]), index
	t.kind, t.order, t.isRead = kind, kind<<16+max(index, 0), false
	t.rewrites, t.faults = 0, nil
	t.folded.Fold(source)
	t.traits = traitsOf(source)
	t.words = append(t.words[:0], s.v.words.Find(&s.match, kind, &t.folded)...)
}

// end forgets the submission and gives back memory that an unusually long text
// took, so that one of ten megabytes is not paid for ever after.
func (s *subject) end() {
	const keep = 1 << 14 // symbols
	for i := range s.texts[:s.used] {
		t := &s.texts[i]
		t.folded.Source = ""
		if cap(t.folded.Symbols) > keep || cap(t.words) > keep {
			t.folded, t.words = fold.Text{}, nil
		}
	}
	clear(s.stated)
	s.stated = s.stated[:0]
	clear(s.found)
	if cap(s.found) > keep {
		s.found = nil
	}
	s.rights.forget()
	s.formValue = formValue{}
	s.v, s.submission, s.silent, s.formDone, s.formBroken = nil, nil, false, false, 0
	s.icon, s.iconFault, s.iconAsked, s.iconWords, s.unread = nil, nil, false, nil, nil
}

// fields are the texts of this submission.
func (s *subject) fields() []text { return s.texts[:s.used] }

// field gives the text of a field that is no list, nil where it is absent.
func (s *subject) field(kind int) *text {
	for i := range s.fields() {
		if s.texts[i].kind == kind {
			return &s.texts[i]
		}
	}
	return nil
}

// add takes a finding, fills in what the check and the options say, and drops
// what is no finding by then.
func (s *subject) add(c *Check, t *text, f Finding) {
	if f.Severity == 0 {
		return
	}
	f.Check = c.Slug
	if f.Rule == "" {
		f.Rule = c.Rules[0]
	}
	if sev, ok := s.v.severity[c.Slug]; ok {
		f.Severity = sev
	}
	f.Field = t.field()
	if f.End > f.Start {
		f.Text = t.folded.Source[f.Start:f.End]
	}
	s.found = append(s.found, found{f, t.order})
}

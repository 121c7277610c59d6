package validate

import (
	"github.com/mingcha-go/mingcha/internal/coherence"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/frame"
	"github.com/mingcha-go/mingcha/internal/halt"
	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/internal/scan"
	"github.com/mingcha-go/mingcha/internal/service"
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
	submission *Submission // as far as it is read
	given      *Submission // as a whole; see readable
	texts      []text
	used       int                    // how many of texts belong to this submission
	first      [iconTextIndex + 1]int // where in texts the first of each kind is, plus one; 0: there is none
	found      door
	match      match.Buffer
	scan       scan.Buffer
	frames     frame.Buffer
	hasWords   bool // some text has words
	parts      partsBuffer
	pair       coherence.Pair
	rights     rights           // see isOwner and authorization
	vocabulary vocabulary       // see sharesWithService and belongs
	spoken     spokenTopics     // see topicsOfAll
	stated     []statedCategory // see categories
	services   service.Reader
	offered    []offer // see offers
	offersRead bool
	tenor      tenor       // see warns
	formValue  formValue   // see formValueOf
	formDone   bool        // validateForm has run
	formBroken uint        // fields with a broken form rule, a bit each by index in textFields
	silent     bool        // see aside: no messages are written, no rewrites tried
	running    *Check      // nil while the texts are read
	beside     *subject    // that of aside, while it is at work
	watch      *halt.Watch // of the context; aside shares it
	ownWatch   halt.Watch

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
	// toldFunction is what namesFunction said, once it was asked.
	toldFunction tellsFunction
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

// begin reads the texts of a submission; watch ends the work when its context does.
func (s *subject) begin(v *Validator, given *Submission, watch *halt.Watch) {
	s.watch, s.match.Watch = watch, watch
	sub := readable(given)
	s.v, s.given, s.submission, s.used = v, given, sub, 0
	s.first, s.hasWords = [len(s.first)]int{}, false
	s.found.reset()
	s.tenor = tenor{}
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
	if s.first[kind] == 0 {
		s.first[kind] = s.used
	}
	t.base, t.index = Field(textFields[kind]), index
	t.kind, t.order, t.isRead = kind, kind<<16+max(index, 0), false
	t.rewrites, t.faults, t.toldFunction = 0, nil, notAsked
	t.folded.Watch = s.watch
	t.folded.Fold(source)
	t.traits = traitsWatched(source, s.watch)
	t.words = append(t.words[:0], s.v.words.Find(&s.match, kind, &t.folded)...)
	if places := s.match.Places(); len(places) > 1 {
		s.addFrames(t, places)
	}
	s.hasWords = s.hasWords || len(t.words) > 0
}

// end forgets the submission and gives back memory that an unusually long text
// took, so that one of ten megabytes is not paid for ever after.
func (s *subject) end() {
	const keep = 1 << 14 // symbols
	for i := range s.texts[:s.used] {
		t := &s.texts[i]
		t.folded.Source, t.folded.Watch = "", nil
		t.about.Forget()
		if cap(t.folded.Symbols) > keep || cap(t.words) > keep {
			t.folded, t.words = fold.Text{}, nil
		}
	}
	clear(s.stated)
	s.stated = s.stated[:0]
	clear(s.offered)
	s.offered, s.offersRead = s.offered[:0], false
	s.found.reset()
	s.rights.forget()
	s.vocabulary.forget()
	s.spoken = spokenTopics{}
	s.formValue = formValue{}
	s.ownWatch.End()
	s.watch, s.match.Watch, s.running = nil, nil, nil
	s.v, s.submission, s.given, s.silent, s.formDone, s.formBroken = nil, nil, nil, false, false, 0
	s.icon, s.iconFault, s.iconAsked, s.iconWords, s.unread = nil, nil, false, nil, nil
}

// fields are the texts of this submission.
func (s *subject) fields() []text { return s.texts[:s.used] }

// field gives the text of a field that is no list, nil where it is absent.
func (s *subject) field(kind int) *text {
	if s.first[kind] == 0 {
		return nil
	}
	return &s.texts[s.first[kind]-1]
}

// stepsPerFinding is how many steps of halt.Watch a finding costs: its message is
// written, and it may have a rewrite.
const stepsPerFinding = 32

// add takes a finding about a text.
func (s *subject) add(c *Check, t *text, f Finding) {
	f.Field = t.field()
	if f.End > f.Start {
		f.Text = t.folded.Source[f.Start:f.End]
	}
	s.take(c, t.order, f)
}

// take fills in what the check and the options say of a finding and hands it to
// the door, unless it is none by then: it has no severity, or its text is allowed.
func (s *subject) take(c *Check, order int, f Finding) {
	s.watch.Step(stepsPerFinding)
	if f.Severity == 0 {
		return
	}
	f.Check = c.Slug
	if f.Rule == "" {
		f.Rule = c.Rules[0]
	}
	if !isIn(s.v.edition, f.Rule) {
		return // a word of a rule that the edition lacks
	}
	f.Severity = s.v.severityOf(c.Slug, f.Severity)
	if _, allowed := s.v.isAllowed(&f); allowed {
		s.tellLeftOut(&f)
		return
	}
	s.found.take(f, order)
}

// wants tells whether a finding of a check in a text would be listed. A finding
// that would not is counted all the same.
func (s *subject) wants(c *Check, t *text, severity Severity) bool {
	return s.found.wants(groupKey{c.Slug, t.base}, s.v.severityOf(c.Slug, severity))
}

// tellLeftOut tells the logger of a finding whose text is allowed.
func (s *subject) tellLeftOut(f *Finding) {
	if !s.silent {
		s.v.tellLeftOut(s.submission.ID, f)
	}
}

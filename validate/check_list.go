package validate

import (
	"math"

	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/internal/stance"
)

// listWording is what a check that reads lists says about a word. Functions
// that are nil stand for the plain case.
type listWording struct {
	// reject, review and advice: %[1]s is the word as found, %[2]s the title of
	// its list.
	reject, review, advice Text
	// suggestion where the list has none; advised stands for it where a finding is
	// advice only, if it says something.
	suggestion, advised Text
	// hearing says what it takes for a word to be no finding, or a lesser one, where
	// the text speaks against it or about it; nil: it always is one. Of frames that is
	// asked in any case.
	hearing func(stance.Reading, Severity) Severity
	// offers says that the words are of things that are offered: who warns of them all
	// along is heard in sentences that do not say so as well; see subject.warns.
	offers bool
	// judge gives the severity of a place, zero for none; else the list's.
	judge func(s *subject, t *text, o *match.Occurrence) Severity
	// rule gives the number of the rule that a word breaks in a text; else the list's.
	rule func(t *text) string
	// via says how the word was recognised; else by the folds it took.
	via func(t *text, o *match.Occurrence) []string
	// strict says that no authorisation lifts it.
	strict bool
	// explain gives what is added to the message.
	explain func(s *subject, f *Finding, source string) string
	// code gives the platform's error code.
	code func(kind int, s Severity) int
	// rewrite gives the field without the word, or "".
	rewrite func(t *text, o *match.Occurrence) string
}

// runList makes the run function of a check whose findings are words of lists.
func runList(w listWording) func(*subject, *Check) {
	return func(s *subject, c *Check) {
		s.eachWord(c, &w)
	}
}

// eachWord turns the words found for a check into findings.
func (s *subject) eachWord(c *Check, w *listWording) {
	if !s.hasWords { // most submissions, asked by some forty checks
		return
	}
	for i := range s.fields() {
		t := &s.texts[i]
		s.watch.Step(len(t.words))
		for k := range t.words {
			o := &t.words[k]
			if o.List.Check != c.Slug || s.isOwner(o.Entry) {
				continue
			}
			s.add(c, t, w.finding(s, c, t, o))
		}
	}
}

func (w *listWording) finding(s *subject, c *Check, t *text, o *match.Occurrence) Finding {
	f := Finding{Rule: o.List.RuleOf(o.Entry), Severity: o.Severity, Entry: o.Entry.Meaning(), Score: rounded(o.Score)}
	if isFrame(o) {
		if f.Severity = w.heard(s, t, o, f.Severity); f.Severity == 0 {
			return f
		}
		return s.framed(w, c, t, o, f)
	}
	if w.judge != nil {
		if f.Severity = w.judge(s, t, o); f.Severity == 0 {
			return f
		}
	}
	if f.Severity = w.heard(s, t, o, f.Severity); f.Severity == 0 {
		return f
	}
	if w.rule != nil {
		f.Rule = w.rule(t)
	}
	f.Start, f.End = t.folded.Span(o.From, o.To)
	may := s.rightTo(o.Entry)
	may.authorized = may.authorized && !w.strict
	message := w.message(f.Severity)
	switch {
	case may.authorized:
		f.Severity, message = Advice, authorizedMark
	case may.claimed && f.Severity == Reject:
		f.Severity, message = Review, w.review
	}
	if s.silent || !s.wants(c, t, f.Severity) {
		return f // only counted: nobody reads what it says
	}
	if w.via != nil {
		f.Via = w.via(t, o)
	} else {
		f.Via = t.via(o)
	}
	source := t.folded.Source[f.Start:f.End]
	f.Message = message.format(s.v.language, s.quote(source, f.Entry, f.Via), Text{o.List.Title, o.List.TitleEN}.In(s.v.language))
	if may.claimed && !may.authorized && f.Severity == Review {
		f.Message += s.verifyOwner()
	}
	if w.explain != nil {
		f.Message += w.explain(s, &f, source)
	}
	f.Suggestion = w.suggestion.In(s.v.language)
	if f.Severity == Advice && !w.advised.empty() {
		f.Suggestion = w.advised.In(s.v.language)
	}
	if o.Entry.Suggestion != "" && s.v.language == Chinese {
		f.Suggestion = o.Entry.Suggestion
	}
	if may.authorized {
		f.Suggestion = attachDocument.format(s.v.language, may.document)
	}
	if w.code != nil {
		f.PlatformCode = w.code(t.kind, f.Severity)
	}
	if w.rewrite != nil {
		f.Rewrite = s.judged(t, w.rewrite(t, o))
	}
	return f
}

// framed fills in the finding of a frame: what its words are read as. What a check says
// of single words, and rewrites that take one out, do not concern it.
func (s *subject) framed(w *listWording, c *Check, t *text, o *match.Occurrence, f Finding) Finding {
	f.Start, f.End = t.folded.Span(o.From, o.To)
	f.Entry = t.partsOf(o)
	if s.silent || !s.wants(c, t, f.Severity) {
		return f
	}
	f.Via = t.viaParts(o)
	message, suggestion := w.framedWording(f.Rule, f.Severity)
	f.Message = message.format(s.v.language, s.quoteParts(t.folded.Source[f.Start:f.End], f.Entry), Text{o.List.Title, o.List.TitleEN}.In(s.v.language))
	f.Suggestion = suggestion.In(s.v.language)
	if w.code != nil {
		f.PlatformCode = w.code(t.kind, f.Severity)
	}
	return f
}

// What is said of a mark that an authorisation is declared for.
var (
	authorizedMark = Text{"%[1]s是他人的商标，已声明授权", "%[1]s is a mark of somebody else, for which an authorisation is declared"}
	attachDocument = Text{"已声明授权，提交时附上文件：%[1]s", "an authorization is declared: attach the document: %[1]s"}
)

// rounded gives a score in hundredths: more would be no knowledge.
func rounded(score float64) float64 { return math.Round(score*100) / 100 }

func (w *listWording) message(s Severity) Text {
	switch s {
	case Reject:
		return w.reject
	case Review:
		return w.review
	}
	return w.advice
}

// blacklistCode is the platform's code for a forbidden word: 53012 in a name,
// 53201 in an intro.
func blacklistCode(kind int, s Severity) int {
	switch {
	case s != Reject:
	case kind == nameIndex || kind == shortNameIndex:
		return 53012
	case kind == introIndex:
		return 53201
	}
	return 0
}

// ownListCheck answers for lists of the caller whose slug no check of the
// library has.
func ownListCheck(slug string) *Check {
	return &Check{
		Slug: slug, Rules: []string{""},
		run: runList(listWording{
			reject: Text{"%[1]s在自定义词表里，不能使用", "%[1]s is on a list of forbidden words"},
			review: Text{"%[1]s在自定义词表里，需要人工确认", "%[1]s is on a list of words for a person to look at"},
			advice: Text{"%[1]s在自定义词表里，建议留意", "%[1]s is on a list of words to mind"},
		}),
	}
}

package validate

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/frame"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/internal/stance"
	"github.com/mingcha-go/mingcha/lexicon"
)

// embeddedFrames reads the embedded frames: each time anew, as all that keep them are
// those who add or drop some, and their words alone take two megabytes.
func embeddedFrames() *lexicon.Frames {
	frames, err := lexicon.LoadFrames(lexicon.EmbeddedFrames())
	if err != nil {
		panic(err) // a test loads and lints them
	}
	return frames
}

// embeddedFrameFiles are the names of their files without extension.
var embeddedFrameFiles = sync.OnceValue(func() (names []string) {
	files, err := fs.Glob(lexicon.EmbeddedFrames(), "*.tsv")
	if err != nil {
		panic(err) // the pattern is well formed
	}
	for _, file := range files {
		names = append(names, strings.TrimSuffix(file, ".tsv"))
	}
	return names
})

// embeddedFrameSet compiles the embedded frames once, for all that add and drop none.
var embeddedFrameSet = sync.OnceValue(func() *frame.Set {
	frames := make(chan *lexicon.Frames)
	go func() { frames <- embeddedFrames() }()
	lists := embeddedLists() // the first New reads them: beside the frames
	set, err := compileFrames(<-frames, lists)
	if err != nil {
		panic(err) // a test compiles them
	}
	return set
})

// frameSet compiles the frames in force.
func (c *config) frameSet(lists []*lexicon.List) (*frame.Set, error) {
	dropped := slices.ContainsFunc(embeddedFrameFiles(), func(name string) bool { return slices.Contains(c.dropped, name) })
	if !c.hasFrames() && !dropped {
		return embeddedFrameSet(), nil
	}
	return compileFrames(c.activeFrames(), lists)
}

// hasFrames tells whether the caller has frames or classes of its own.
func (c *config) hasFrames() bool { return len(c.frames.Classes)+len(c.frames.Frames) > 0 }

// activeFrames gives the frames and classes in force: the embedded ones whose files are
// not dropped or replaced, then the caller's.
func (c *config) activeFrames() *lexicon.Frames {
	all := embeddedFrames().Without(c.dropped...)
	all.Add(&c.frames)
	return all
}

// compileFrames makes the frames ready and gives those of one check and rule a title.
func compileFrames(all *lexicon.Frames, lists []*lexicon.List) (*frame.Set, error) {
	titles := listTitles(lists)
	return frame.Compile(all, textFields, func(check, rule string) (zh, en string) {
		t := frameTitle(titles, check, rule)
		return t.ZH, t.EN
	})
}

// listTitles gives what the words of lists of a check and rule are called where all are
// called the same; empty where they are not.
func listTitles(lists []*lexicon.List) map[[2]string]Text {
	titles := map[[2]string]Text{}
	add := func(l *lexicon.List, rule string) {
		told := Text{l.Title, l.TitleEN}
		if title, known := titles[[2]string{l.Check, rule}]; known && title != told {
			told = Text{}
		}
		titles[[2]string{l.Check, rule}] = told
	}
	for _, l := range lists {
		add(l, l.Rule)
		for i := range l.Entries {
			if rule := l.Entries[i].Rule; rule != "" && rule != l.Rule {
				add(l, rule)
			}
		}
	}
	return titles
}

// frameTitle names what the findings of a check under a rule have in common: as
// frame_rules.tsv calls it; else the lists; else the rule's title; else the check's.
func frameTitle(titles map[[2]string]Text, check, rule string) Text {
	if own, ok := frameRules()[rule]; ok {
		return own.title
	}
	if title := titles[[2]string{check, rule}]; !title.empty() {
		return title
	}
	if r := ruleByNumber()[rule]; r != nil {
		return r.Title
	}
	for _, c := range registry {
		if c.Slug == check {
			return c.Title
		}
	}
	return Text{check, check}
}

// addFrames adds the frames in a text to the words found in it, where places are those
// of the words of classes.
func (s *subject) addFrames(t *text, places []match.Place) {
	hits := s.v.frameTable.Find(&s.frames, t.kind, &t.folded, places, false)
	if len(hits) == 0 {
		return
	}
	for i := range hits { // one that is only spoken of must not take the place of others
		if o := s.v.frameTable.Occurrence(&hits[i]); !t.refuses(&o) {
			t.words = append(t.words, o)
		}
	}
	t.words = s.settle(t.words, len(t.folded.Symbols))
}

// settle keeps one occurrence of a check at a place where frames are among them: the
// gravest; of equal ones the word of a list, which says more plainly what is wrong; of
// words the longest, of frames the shortest, which reaches for nothing further. Words of
// lists that overlap each other stay as they are.
func (s *subject) settle(words []match.Occurrence, symbols int) []match.Occurrence {
	slices.SortStableFunc(words, func(a, b match.Occurrence) int {
		s.watch.Step(1)
		return cmp.Or(cmp.Compare(a.List.Check, b.List.Check), cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(min(len(a.Parts), 1), min(len(b.Parts), 1)), cmp.Compare(extent(&a), extent(&b)))
	})
	const free, byWord, byFrame = 0, 1, 2
	taken := make([]uint8, symbols)
	kept := words[:0]
	for i := 0; i < len(words); {
		check, first := words[i].List.Check, len(kept)
		for ; i < len(words) && words[i].List.Check == check; i++ {
			o := words[i]
			by := uint8(byWord)
			if isFrame(&o) {
				by = byFrame
			}
			place := taken[o.From:o.To]
			if slices.ContainsFunc(place, func(t uint8) bool { return t > free && max(t, by) == byFrame }) {
				continue
			}
			for k := range place {
				place[k] = by
			}
			s.watch.Step(len(place))
			kept = append(kept, o)
		}
		for _, o := range kept[first:] {
			clear(taken[o.From:o.To])
		}
	}
	slices.SortStableFunc(kept, func(a, b match.Occurrence) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
	})
	return kept
}

// extent orders words of lists by length, the longest first, frames the shortest first.
func extent(o *match.Occurrence) int {
	if isFrame(o) {
		return o.To - o.From
	}
	return o.From - o.To
}

// isFrame tells whether an occurrence is a frame, no word of a list.
func isFrame(o *match.Occurrence) bool { return len(o.Parts) > 0 }

// refuses tells whether a text speaks against what stands at a place so plainly that it
// is none for any check, by words beside it or inside of it (挂号反黄牛).
func (t *text) refuses(o *match.Occurrence) bool {
	if o.Always {
		return false
	}
	for i := 1; i < len(o.Parts); i++ {
		if from := o.Parts[i].From; from > o.Parts[i-1].To && stance.Turned(&t.folded, from) {
			return true
		}
	}
	r := stance.Read(&t.folded, o.From, o.To)
	return r.Innocent() && r.Refuses()
}

// heard gives the severity that is left of an occurrence by how the text speaks of it.
func (w *listWording) heard(s *subject, t *text, o *match.Occurrence, severity Severity) Severity {
	hearing := w.hearing
	if hearing == nil && isFrame(o) {
		hearing = stance.Reading.Most
	}
	if hearing == nil || o.Always {
		return severity
	}
	r := stance.Read(&t.folded, o.From, o.To)
	severity = hearing(r, severity)
	if severity >= Review && w.offers && !t.isName() && r.Weight >= -leastTrade && s.warns() {
		return Advice
	}
	return severity
}

// partsOf gives the words of a frame as they stand in the text.
func (t *text) partsOf(o *match.Occurrence) string {
	var words []string
	for _, p := range o.Parts {
		start, end := t.folded.Span(p.From, p.To)
		words = append(words, excerpt(t.folded.Source[start:end]))
	}
	return strings.Join(words, " + ")
}

// viaParts says how the words of a frame were recognised.
func (t *text) viaParts(o *match.Occurrence) []string {
	var kinds fold.Kind
	for _, p := range o.Parts {
		if !p.Measure {
			kinds |= t.folded.KindsOf(p.From, p.To)
		}
	}
	return kinds.AppendNames([]string{"frame"})
}

// quoteParts shows the text found, and what was read as what.
func (s *subject) quoteParts(source, parts string) string {
	return Text{"「%[1]s」（读作：%[2]s）", "“%[1]s” (read as: %[2]s)"}.format(s.v.language, excerpt(source), parts)
}

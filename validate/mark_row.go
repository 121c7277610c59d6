package validate

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
)

//go:embed mark_row.tsv
var markRowTSV string

// markRowWords are the words of mark_row.tsv by their roles.
var markRowWords = sync.OnceValue(func() map[string][]string { return wordsByRole(markRowTSV) })

// What makes several marks a row.
const (
	fewestInRow   = 2 // owners whose marks stand side by side
	fewestInWords = 3 // owners whose marks each have a word behind them
	wordInRow     = 4 // symbols of such a word
	likeReach     = 6 // symbols between a mark and what compares with it
)

// markRow is marks of others that are named one after the other.
type markRow struct {
	from, to int // symbols
	owners   int
	wordy    bool // words stand between the marks
}

// addMarkRows finds marks of several owners that are named in a row, and others that
// the program is compared with: names borrowed for searches (rule 2.5), whatever each of
// them is by itself. Named for a function they are left in peace.
func (s *subject) addMarkRows(c *Check) {
	for i := range s.fields() {
		t := &s.texts[i]
		if t.kind != introIndex && !t.isName() {
			continue
		}
		marks := s.marksOfOthers(t)
		for len(marks) > 0 {
			row, n := rowOf(t, marks)
			marks = marks[n:]
			switch {
			case row.isStuffing(t):
				s.addMarkRow(c, t, row.from, row.to, Text{"连着列了几个别家的热门名称（%[1]s），像是借它们引流，请人工确认", "names of several others in a row (%[1]s) look borrowed for searches: a person should look"})
			case row.isCompared(t):
				s.addMarkRow(c, t, row.from, row.to, Text{"拿别家的热门名称（%[1]s）作比，像是借它引流，请人工确认", "the comparison with %[1]s looks borrowed for searches: a person should look"})
			}
		}
	}
}

func (s *subject) addMarkRow(c *Check, t *text, from, to int, message Text) {
	f := Finding{Severity: Review, Via: []string{"exact"}, Score: 1}
	f.Start, f.End = t.folded.Span(from, to)
	f.Entry = excerpt(t.folded.Source[f.Start:f.End])
	f.Message = message.format(s.v.language, f.Entry)
	f.Suggestion = Text{"去掉别家的名称；功能确实要用到的，写清楚用来做什么（例如：支持导入哪些平台的订单）",
		"drop the names of others; where a function needs them, say what it does with them"}.In(s.v.language)
	s.add(c, t, f)
}

// marksOfOthers gives the marks that stand in a text plainly and are not the
// submission's own, in its order.
func (s *subject) marksOfOthers(t *text) (marks []*match.Occurrence) {
	for k := range t.words {
		o := &t.words[k]
		switch o.List.Check {
		case "brand-mark", "hot-name", "tencent-mark":
		default:
			continue
		}
		if o.Likeness != 0 || s.isOwner(o.Entry) || s.rightTo(o.Entry).authorized ||
			border.Around(&t.folded, o.From, o.To).Inside {
			continue
		}
		if n := len(marks); n == 0 || o.From >= marks[n-1].To {
			marks = append(marks, o)
		}
	}
	return marks
}

// rowOf gives the row that the first of some marks begins, and how many of them are in
// it.
func rowOf(t *text, marks []*match.Occurrence) (row markRow, n int) {
	row = markRow{from: marks[0].From, to: marks[0].To, owners: 1}
	known := []string{holderOf(marks[0])}
	for n = 1; n < len(marks); n++ {
		m := marks[n]
		wordy, near := isNext(t, row.to, m.From)
		if !near {
			break
		}
		row.to, row.wordy = m.To, row.wordy || wordy
		if holder := holderOf(m); !slices.Contains(known, holder) && len(known) < wordInRow {
			known = append(known, holder)
			row.owners++
		}
	}
	return row, n
}

// holderOf names whose mark a word is: two marks of one owner make no row.
func holderOf(o *match.Occurrence) string {
	if len(o.Entry.Owner) > 0 {
		return o.Entry.Owner[0]
	}
	return o.Entry.Meaning()
}

// isNext tells whether a mark that begins at symbol to follows one that ends at symbol
// from in a list; wordy, with a word in between that belongs to the one before.
func isNext(t *text, from, to int) (wordy, near bool) {
	switch between := folded(&t.folded, from, to); {
	case to-from > wordInRow || endsSentence(t, from) || from < to && endsSentence(t, to):
		return false, false
	case between == "", between == "和", between == "与", between == "及", between == "或", between == "跟":
		return false, true
	}
	return true, t.folded.BorderAt(to) != fold.Tight
}

// isStuffing tells whether a row is there for its names, as nothing says what is done with
// them.
func (r markRow) isStuffing(t *text) bool {
	if r.owners < fewestInRow {
		return false
	}
	if r.wordy && (r.owners < fewestInWords || strings.ContainsAny(r.source(t), "、，,")) {
		return false
	}
	from, to := sentenceAround(t, r.from, r.to)
	work := markRowWords()["work"]
	if holdsAny(folded(&t.folded, from, r.from), work) || holdsAny(folded(&t.folded, r.to, to), work) {
		return false
	}
	return r.wordy || t.isName() || r.standsAlone(t)
}

// source is the row as written.
func (r markRow) source(t *text) string {
	start, end := t.folded.Span(r.from, r.to)
	return t.folded.Source[start:end]
}

// standsAlone tells whether no word is written together with a row, but for hollow ones.
func (r markRow) standsAlone(t *text) bool {
	if isJoined(t, r.from) {
		return false
	}
	end := r.to
	for isJoined(t, end) {
		end++
	}
	return end == r.to || slices.Contains(markRowWords()["hollow"], folded(&t.folded, r.to, end))
}

// isJoined tells whether a symbol is written together with the one before it: without
// anything between, or with a space between Han and Latin characters.
func isJoined(t *text, at int) bool {
	if at == 0 || at >= len(t.folded.Symbols) {
		return false
	}
	switch t.folded.BorderAt(at) {
	case fold.Tight:
		return true
	case fold.Soft:
		return (t.folded.Symbols[at-1].Rune < 0x80) != (t.folded.Symbols[at].Rune < 0x80)
	}
	return false
}

// isCompared tells whether a program is praised at the cost of the marks of a row.
func (r markRow) isCompared(t *text) bool {
	if t.isName() {
		return false
	}
	before := folded(&t.folded, max(0, r.from-likeReach), r.from)
	if endsWithAny(before, markRowWords()["like"]) {
		return true
	}
	behind := folded(&t.folded, r.to, min(len(t.folded.Symbols), r.to+likeReach))
	return endsWithAny(before, markRowWords()["more"]) && slices.ContainsFunc(markRowWords()["alike"], func(word string) bool { return strings.HasPrefix(behind, word) })
}

// sentenceAround gives the symbols of the sentence that holds a place.
func sentenceAround(t *text, from, to int) (start, end int) {
	const reach = 60 // symbols: what is further off tells nothing of the place
	start, end = from, to
	for start > max(0, from-reach) && !endsSentence(t, start) {
		start--
	}
	for end < min(len(t.folded.Symbols), to+reach) && !endsSentence(t, end) {
		end++
	}
	return start, end
}

// endsSentence tells whether a sentence ends before a symbol.
func endsSentence(t *text, at int) bool {
	if at == 0 || at >= len(t.folded.Symbols) {
		return true
	}
	_, end := t.folded.Span(at-1, at)
	start, _ := t.folded.Span(at, at+1)
	return strings.ContainsAny(t.folded.Source[min(end, start):start], "。！？!?；;\n")
}

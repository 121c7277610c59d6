package stance

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// window is how many symbols to either side of a place are looked at: most sentences
// are shorter, and a text full of places stays linear.
const window = 40

// view is a place of a text with the clause and the sentence around it, as far as the
// window goes. All are symbols.
type view struct {
	f                        *fold.Text
	from, to                 int
	clauseFrom, clauseTo     int
	sentenceFrom, sentenceTo int
	quoted                   [2]uint64 // a bit for each symbol of the sentence; see findQuotes
}

// part is how strongly the signs between two symbols part what they stand between.
type part uint8

const (
	joined   part = iota // nothing, a space, a bracket, a quotation mark, a 、 between the members of a list
	clause               // , :
	sentence             // 。！？; and the end of a line
)

const (
	sentenceSigns = "。．！!？?；;\n\r\v\f\u0085\u2028\u2029…｡؟‼⁉"
	listSigns     = "、"
	openQuotes    = "“‘「『"
	closeQuotes   = "”’」』"
	commas        = "，,"
	// joinedSigns part nothing: 警惕“刷单”“跑分”.
	joinedSigns = listSigns + " \"" + openQuotes + closeQuotes
)

// partAt gives how the text is parted before symbol i.
func partAt(f *fold.Text, i int) part {
	if i <= 0 || i >= len(f.Symbols) {
		return sentence
	}
	if f.Symbols[i].Before != fold.Hard {
		return joined
	}
	// Disguise may put any number of signs there: what the first few say is enough.
	const most = 16
	start, end := int(f.Symbols[i-1].End), int(f.Symbols[i].Start)
	between := f.Source[min(start, end):min(end, start+most)]
	switch {
	case strings.ContainsAny(between, sentenceSigns):
		return sentence
	case strings.Trim(between, joinedSigns) == "",
		f.Symbols[i-1].Rune == '的' && strings.Trim(between, joinedSigns+commas) == "":
		return joined // 先交钱再拉人的，就是传销: the comma only parts who is meant from what is said
	}
	return clause
}

// findQuotes finds which symbols of the sentence stand in quotation marks, where the
// thing does: none otherwise.
func (v *view) findQuotes() {
	quoted, isThing := false, false
	for i := v.sentenceFrom; i < v.sentenceTo; i++ {
		if quoted = v.quotedAt(i, quoted); !quoted {
			continue
		}
		if k := i - v.sentenceFrom; k/64 < len(v.quoted) { // a long thing makes a long sentence
			v.quoted[k/64] |= 1 << (k % 64)
		}
		isThing = isThing || i == v.from
	}
	if !isThing {
		v.quoted = [len(v.quoted)]uint64{}
	}
}

// isQuoted tells whether symbol i of the sentence is quoted, as the thing is.
func (v *view) isQuoted(i int) bool {
	i -= v.sentenceFrom
	return i/64 < len(v.quoted) && v.quoted[i/64]&(1<<(i%64)) != 0
}

// quotedAt tells whether symbol i is quoted, by what the one before it is and by the
// signs between.
func (v *view) quotedAt(i int, before bool) bool {
	if v.f.Symbols[i].Before < fold.Medium {
		return before
	}
	const most = 16 // disguise may put any number of signs there
	start, end := 0, int(v.f.Symbols[i].Start)
	if i > 0 {
		start = int(v.f.Symbols[i-1].End)
	}
	between := v.f.Source[max(min(start, end), end-most):end]
	opens, closes := strings.LastIndexAny(between, openQuotes), strings.LastIndexAny(between, closeQuotes)
	if opens == closes { // neither
		return before
	}
	return opens > closes
}

// bound finds where clause and sentence begin and end.
func (v *view) bound() {
	least := max(0, v.from-window)
	v.clauseFrom, v.sentenceFrom = -1, least
	for i := v.from; i >= least; i-- {
		p := partAt(v.f, i)
		if p >= clause && v.clauseFrom < 0 {
			v.clauseFrom = i
		}
		if p == sentence {
			v.sentenceFrom = i
			break
		}
	}
	v.clauseFrom = max(v.clauseFrom, v.sentenceFrom)
	most := min(len(v.f.Symbols), v.to+window)
	v.clauseTo, v.sentenceTo = most, most
	for i := v.to; i < most; i++ {
		p := partAt(v.f, i)
		if p >= clause {
			v.clauseTo = min(v.clauseTo, i)
		}
		if p == sentence {
			v.sentenceTo = i
			break
		}
	}
}

// best gives the use of most weight that a word at symbols at..end counts for, an offer
// before others of its weight, nil where it counts for none. Each row counts once.
func (v *view) best(uses []use, at, end int, seen uint64) (best *use) {
	for k := range uses {
		u := &uses[k]
		if seen&(1<<u.row) != 0 || !v.counts(u, at, end) {
			continue
		}
		if best == nil || u.weight > best.weight || u.weight == best.weight && u.kind == Offers {
			best = u
		}
	}
	return best
}

// counts tells whether a word at symbols at..end stands where its use asks for.
func (v *view) counts(u *use, at, end int) bool {
	if inside := at >= v.from && end <= v.to; inside || u.side == sideInside {
		return inside && u.side == sideInside
	}
	before := end <= v.from
	gap := at - v.to
	if before {
		gap = v.from - end
	}
	if u.scope == clause && (at < v.clauseFrom || end > v.clauseTo) || u.reach > 0 && gap > u.reach {
		return false
	}
	switch u.side {
	case sideTouches:
		return before && gap == 0 && v.f.BorderAt(v.from) == fold.Tight
	case sideBefore:
		return before
	case sideAfter:
		return !before
	case sideFollows:
		return !before && at >= v.clauseFrom && end <= v.clauseTo
	}
	return true
}

package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/internal/near"
)

// markWorld are words of the world of the marks: beside one of them, a word
// that only sounds like a mark is meant as it.
var markWorld = wordSet("mark-world")

// What chance takes off a likeness, and what is left for a reject and a review.
const (
	wordLoss    = 0.30 // the place is an ordinary word, or cuts one
	foreignLoss = 0.10 // no character of the mark is left
	rejectScore = 0.80
	reviewScore = 0.64
)

// judgeMark gives the severity of a mark found. A mark that is written out has
// that of its list. A likeness is judged by what is left when chance is taken
// off: ordinary words sound like marks, and two characters of some sound meet in
// thousands of honest company names.
func judgeMark(_ *subject, t *text, o *match.Occurrence) Severity {
	cut := border.Around(&t.folded, o.From, o.To)
	if o.Likeness == 0 {
		if o.Severity == Reject && o.Entry.For == "" && cut.Inside {
			return Review
		}
		return o.Severity
	}
	score := o.Score
	if meant := besideMarkWorld(t, o); !meant {
		if cut.Start || cut.End || cut.Inside || border.IsWord(&t.folded, o.From, o.To) {
			score -= wordLoss
		}
		if !o.Kept {
			score -= foreignLoss
		}
	}
	bySound := o.Likeness&^(near.Homophone|near.FuzzySound) == 0
	length := len([]rune(o.Entry.Word))
	switch {
	case bySound && !t.isName():
		return soundInSentence(t, o, score, length)
	case score < reviewScore, bySound && length == 2 && score < rejectScore:
		return 0
	case score < rejectScore, bySound && length == 2 && !strongSound(t, o):
		return min(Review, likenessSeverity(t, o))
	}
	return likenessSeverity(t, o)
}

// judgeBrand gives the severity of a mark of others. Their likenesses are those
// of sound, which is never more than a reason to look, and never outside names.
func judgeBrand(_ *subject, t *text, o *match.Occurrence) Severity {
	cut := border.Around(&t.folded, o.From, o.To)
	switch {
	case cut.Inside:
		return 0
	case o.Likeness == 0 && dealsIn(t, o):
		return min(Review, o.Severity)
	case o.Likeness == 0:
		return o.Severity
	case !t.isName(), cut.Start, cut.End, !o.Kept, border.IsWord(&t.folded, o.From, o.To),
		len([]rune(o.Entry.Word)) < 3, o.Score < rejectScore:
		return 0
	}
	return min(Review, o.Severity)
}

// tending are words of who tends or trades the goods of a mark and has to name them
// (华为手机维修); posing is who goes further.
var (
	tending = wordSet("goods-tending")
	posing  = wordSet("goods-posing")
)

// dealsIn tells whether the goods of a mark are named in a name for what is done to
// them, a few characters behind it. A person then has to look.
func dealsIn(t *text, o *match.Occurrence) bool {
	const reach = 5    // symbols: 华为平板电脑维修
	const longest = 64 // symbols: what is longer is no name, and every mark in it asks
	if !t.isName() || len(t.folded.Symbols) > longest || holdsAny(t.folded.Source, posing) {
		return false
	}
	end := min(o.To+reach+1, len(t.folded.Symbols))
	return holdsAny(folded(&t.folded, o.To, end), tending)
}

// strongSound tells whether a name of two characters that only sounds like a
// mark is meant as it: it stands first and in front of the mark's own world.
func strongSound(t *text, o *match.Occurrence) bool { return o.From == 0 && besideMarkWorld(t, o) }

// soundInSentence judges a likeness by sound alone outside of names: in running
// text nearly every one is chance.
func soundInSentence(t *text, o *match.Occurrence, score float64, length int) Severity {
	if t.kind == introIndex && length >= 3 && score >= rejectScore {
		return o.Severity
	}
	return 0
}

// likenessSeverity is that of a text made to look like a mark: a mark may be
// named in a sentence, but a disguise of it has no honest use. Pinyin and
// misspellings are no disguise.
func likenessSeverity(t *text, o *match.Occurrence) Severity {
	const open = near.Pinyin | near.Edit
	switch {
	case t.isName() || o.Likeness&^open == 0:
		return o.Severity
	case t.kind == introIndex:
		return Reject
	}
	return Review
}

func besideMarkWorld(t *text, o *match.Occurrence) bool {
	_, end := t.folded.Span(o.From, o.To)
	for _, word := range markWorld {
		if strings.HasPrefix(t.folded.Source[end:], word) {
			return true
		}
	}
	return false
}

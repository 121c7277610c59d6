package validate

import (
	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/match"
)

// MatchExplanation says how a name was read and which marks it was held against.
type MatchExplanation struct {
	// Characters are those of the name that count, in order.
	Characters []CharacterExplanation `json:"characters"`
	// Candidates are the words and marks that a part of the name is or is like,
	// those that are no finding in the end as well.
	Candidates []CandidateExplanation `json:"candidates,omitempty"`
	// Report is the answer to the name.
	Report *Report `json:"report"`
}

// CharacterExplanation is one character as it was written and as it is read.
type CharacterExplanation struct {
	Text   string   `json:"text"`
	Folded string   `json:"folded"`
	Via    []string `json:"via,omitempty"`
	// Pinyin is the reading with tone marks, of Han characters only.
	Pinyin string `json:"pinyin,omitempty"`
}

// CandidateExplanation is a part of the name and what it is held against.
type CandidateExplanation struct {
	Text  string   `json:"text"`
	Entry string   `json:"entry"`
	Via   []string `json:"via"`
	// Score is the likeness before guards.
	Score float64 `json:"score"`
	// Guards are the reasons against: ordinary-word, word-before, word-after,
	// between-words, inside-word, nothing-kept; in-favour: beside-mark-world.
	Guards []string `json:"guards,omitempty"`
	// Severity is what the candidate alone would come to: none where the guards
	// win or the list says that it is innocent.
	Severity Severity `json:"severity"`
}

// ExplainMatch tells how a name is folded and why it is, or is not, near the
// words and marks of the lists: for those who are asked why. It panics as Check
// does.
func (v *Validator) ExplainMatch(name string) MatchExplanation {
	v.mustBeMade("ExplainMatch")
	submission := Submission{Name: name}
	e := MatchExplanation{Report: v.Check(&submission)}
	sub := v.subjects.Get().(*subject)
	defer sub.panicOn()
	sub.begin(v, &submission, nil)
	sub.explain(name, &e)
	sub.end()
	v.subjects.Put(sub) // not where it panics: it may be half done
	return e
}

// explain tells of the characters and candidates of a name.
func (sub *subject) explain(name string, e *MatchExplanation) {
	t := sub.field(nameIndex)
	if t == nil {
		return
	}
	for _, s := range t.folded.Symbols {
		c := CharacterExplanation{Text: name[s.Start:s.End], Folded: string(s.Rune), Via: s.Kinds.AppendNames(nil)}
		if s.Rune >= 0x3400 {
			c.Pinyin = toned(string(s.Rune))
		}
		e.Characters = append(e.Characters, c)
	}
	for _, o := range sub.v.words.Candidates(&sub.match, nameIndex, &t.folded) {
		e.Candidates = append(e.Candidates, sub.explainCandidate(t, &o))
	}
}

func (s *subject) explainCandidate(t *text, o *match.Occurrence) CandidateExplanation {
	start, end := t.folded.Span(o.From, o.To)
	c := CandidateExplanation{
		Text: t.folded.Source[start:end], Entry: o.Entry.Meaning(), Via: markVia(t, o), Score: rounded(o.Score),
		Guards: guards(t, o), Severity: o.Severity,
	}
	if border.Meet(&t.folded, o.From, o.To) {
		c.Severity = 0
	} else if c.Severity != 0 && len(o.Entry.Owner) > 0 {
		c.Severity = judgeMark(s, t, o)
	}
	return c
}

// guards names what speaks against a likeness, and for it.
func guards(t *text, o *match.Occurrence) (names []string) {
	cut := border.Around(&t.folded, o.From, o.To)
	for _, guard := range []struct {
		name  string
		holds bool
	}{
		{"ordinary-word", o.Likeness != 0 && border.IsWord(&t.folded, o.From, o.To)},
		{"between-words", border.Meet(&t.folded, o.From, o.To)},
		{"word-before", cut.Start && !cut.Both},
		{"word-after", cut.End && !cut.Both},
		{"inside-word", cut.Inside},
		{"nothing-kept", !o.Kept},
		{"beside-mark-world", besideMarkWorld(t, o)},
	} {
		if guard.holds {
			names = append(names, guard.name)
		}
	}
	return names
}

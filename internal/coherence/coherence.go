// Package coherence weighs whether two texts of a program speak of the same
// thing: the name, cut into words, against the intro.
package coherence

import (
	"math"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
)

// Pair weighs one name against one text at a time. The zero value is ready; its
// memory is used again.
type Pair struct {
	units []unit
	words []topic.Word
	text  []byte
	seen  map[rune]bool
}

// Unlikely is the score below which two texts hardly belong together: of real
// pairs not one in a hundred comes out so low, of shuffled ones nearly half.
const Unlikely = 0.03

// weights are the logarithms of how much more often an outcome befalls the units
// of a kind in real pairs than in shuffled ones.
// Measured on some thousand names of programs with their own and with others'
// descriptions, and rounded; internal/eval --measure coherence repeats it.
var weights = [kinds][outcomes]float64{
	strongWord:     {absent: -2.2, inPart: -0.8, byBroadTopic: -2, byTopic: 0, inRarePart: 0.4, bySense: 0.5, verbatim: 3.6},
	weakWord:       {absent: -1.7, inPart: 0, byBroadTopic: -0.9, byTopic: 0, inRarePart: 0.1, bySense: 0.4, verbatim: 3},
	dictionaryWord: {absent: -0.9, inPart: 0.3, inRarePart: 1.2, verbatim: 4.1},
	latinWord:      {absent: -0.8, inRarePart: 2, verbatim: 5},
	rareChar:       {absent: -0.5, verbatim: 3.1},
	usualChar:      {absent: -0.6, verbatim: 2.1},
	commonChar:     {absent: -0.8, verbatim: 1.6},
}

// Weigh tells how likely a name and a text of one program have what they have in
// common, 0 to 1. Both must have been read as what they are.
func (p *Pair) Weigh(name *fold.Text, nameRead *topic.Reading, other *fold.Text, otherRead *topic.Reading) float64 {
	p.split(name, nameRead)
	if p.seen == nil {
		p.seen = map[rune]bool{}
	}
	clear(p.seen)
	for i := range other.Symbols {
		p.seen[other.Symbols[i].Rune] = true
	}
	sum := 0.0
	for i := range p.units {
		u := &p.units[i]
		p.look(u, name, other, otherRead)
		sum += weights[u.kind][u.outcome]
	}
	if contrast(nameRead, otherRead) {
		sum += contrastWeight
	}
	return 1 / (1 + math.Exp(-sum))
}

// What it takes to speak clearly of a topic: the weight of two words that name
// it. contrastWeight is like weights, for a text that clearly speaks of
// something else than the name.
const (
	clearly        = 6
	contrastWeight = -0.7
)

// contrast tells whether the name names a topic and the text clearly speaks of
// another one, which programs do not mix with it.
func contrast(name, other *topic.Reading) bool {
	of, about := name.Topics(), other.Topics()
	if len(of) == 0 || !of[0].Strong || len(about) == 0 || about[0].Sum < clearly || about[0].Words < 2 {
		return false
	}
	for _, w := range of {
		if other.On(w.Topic).Sum > 0 || w.Topic.Kin(about[0].Topic) {
			return false
		}
	}
	return true
}

// Unheard gives the words of the name last weighed, as they are written, that
// found no echo in the text: words of the lexicon and the dictionary only.
func (p *Pair) Unheard(name *fold.Text) (words []string) {
	for _, u := range p.units {
		if u.kind <= dictionaryWord && u.outcome <= byBroadTopic {
			start, end := name.Span(u.from, u.to)
			words = append(words, name.Source[start:end])
		}
	}
	return words
}

// look finds out what became of a unit in the other text.
func (p *Pair) look(u *unit, name, other *fold.Text, read *topic.Reading) {
	symbols := name.Symbols[u.from:u.to]
	switch u.kind {
	case strongWord:
		p.lookWord(u, symbols, other, read)
	case dictionaryWord, latinWord:
		switch {
		case holds(other.Symbols, symbols):
			u.outcome = verbatim
		case u.kind == dictionaryWord:
			u.outcome = p.shared(symbols, len(other.Symbols))
		case holdsBeginning(other.Symbols, symbols):
			u.outcome = inRarePart
		}
	default:
		c := chance(symbols[0].Rune, len(other.Symbols))
		switch {
		case c < 0.02:
			u.kind = rareChar
		case c < 0.1:
			u.kind = usualChar
		}
		if p.seen[symbols[0].Rune] {
			u.outcome = verbatim
		}
	}
}

func (p *Pair) lookWord(u *unit, symbols []fold.Symbol, other *fold.Text, read *topic.Reading) {
	kinship, weight := read.Kinship(u.id)
	if weight < topic.Strong {
		u.kind = weakWord
	}
	switch {
	case holds(other.Symbols, symbols):
		u.outcome = verbatim
	case kinship == topic.SameSense:
		u.outcome = bySense
	default:
		u.outcome = p.shared(symbols, len(other.Symbols))
		switch kinship {
		case topic.SameTopic:
			u.outcome = max(u.outcome, byTopic)
		case topic.SameBroadTopic:
			u.outcome = max(u.outcome, byBroadTopic)
		}
	}
}

// shared tells what is left of a word that a text of n symbols does not hold:
// the rarest of its characters that is there, unless any text would hold it.
func (p *Pair) shared(word []fold.Symbol, n int) outcome {
	best := absent
	for _, sym := range word {
		if !p.seen[sym.Rune] || isLetterOrDigit(sym.Rune) {
			continue
		}
		switch c := chance(sym.Rune, n); {
		case c < 0.02:
			return inRarePart
		case c < 0.1:
			best = inPart
		}
	}
	return best
}

// holds tells whether text holds the symbols of word in a row.
func holds(text, word []fold.Symbol) bool {
	for i := 0; i+len(word) <= len(text); i++ {
		j := 0
		for j < len(word) && text[i+j].Rune == word[j].Rune {
			j++
		}
		if j == len(word) && (!isLetterOrDigit(word[0].Rune) || standsAlone(text, i, i+j)) {
			return true
		}
	}
	return false
}

// holdsBeginning tells whether a run of letters in text and the word begin with
// the same three letters or more: viml and vim, primuse and prime.
func holdsBeginning(text, word []fold.Symbol) bool {
	for i := range text {
		if i > 0 && isLetterOrDigit(text[i-1].Rune) && text[i].Before == fold.Tight {
			continue
		}
		n := 0
		for n < len(word) && i+n < len(text) && text[i+n].Rune == word[n].Rune && word[n].Rune > '9' {
			n++
		}
		if n >= 3 && isLetterOrDigit(word[0].Rune) {
			return true
		}
	}
	return false
}

// standsAlone tells whether a run of letters is not part of a longer one.
func standsAlone(text []fold.Symbol, from, to int) bool {
	before := from > 0 && isLetterOrDigit(text[from-1].Rune) && text[from].Before == fold.Tight
	after := to < len(text) && isLetterOrDigit(text[to].Rune) && text[to].Before == fold.Tight
	return !before && !after
}

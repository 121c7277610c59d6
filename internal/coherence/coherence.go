// Package coherence weighs whether two texts of a program speak of the same
// thing: the name, cut into words, against the intro.
package coherence

import (
	"math"
	"slices"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/rarity"
	"github.com/mingcha-go/mingcha/internal/topic"
)

// Pair weighs one name against one text at a time. The zero value is ready; its
// memory is used again.
type Pair struct {
	units []unit
	words []topic.Word
	text  []byte
	other *fold.Text           // while it is weighed
	seen  [1 << 16 / 64]uint64 // a bit for each character up to U+FFFF of other
	// chances are those that other holds a character of each level anyway; 0: not
	// asked for yet.
	chances [rarity.Levels]float64
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
	p.read(other)
	sum := 0.0
	for i := range p.units {
		u := &p.units[i]
		p.look(u, name, other, otherRead)
		sum += weights[u.kind][u.outcome]
	}
	p.forget()
	if contrast(nameRead, otherRead) {
		sum += contrastWeight
	}
	return 1 / (1 + math.Exp(-sum))
}

// read notes the characters of a text, forget drops them.
func (p *Pair) read(t *fold.Text) {
	p.other = t
	for i := range t.Symbols {
		if r := uint32(t.Symbols[i].Rune); r <= 0xffff {
			p.seen[r/64] |= 1 << (r % 64)
		}
	}
	clear(p.chances[:])
}

func (p *Pair) forget() {
	for i := range p.other.Symbols {
		if r := uint32(p.other.Symbols[i].Rune); r <= 0xffff {
			p.seen[r/64] = 0
		}
	}
	p.other = nil
}

// sees tells whether the other text holds a character.
func (p *Pair) sees(r rune) bool {
	if uint32(r) <= 0xffff {
		return p.seen[r/64]>>(r%64)&1 != 0
	}
	return slices.ContainsFunc(p.other.Symbols, func(s fold.Symbol) bool { return s.Rune == r })
}

// chance gives how likely a text of that length holds a character anyway.
func (p *Pair) chance(r rune) float64 {
	c := &p.chances[rarity.LevelOf(r)]
	if *c == 0 {
		*c = 1 - math.Pow(1-rarity.Share(r), float64(len(p.other.Symbols)))
	}
	return *c
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
			u.outcome = p.shared(symbols)
		case holdsBeginning(other.Symbols, symbols):
			u.outcome = inRarePart
		}
	default:
		c := p.chance(symbols[0].Rune)
		switch {
		case c < 0.02:
			u.kind = rareChar
		case c < 0.1:
			u.kind = usualChar
		}
		if p.sees(symbols[0].Rune) {
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
		u.outcome = p.shared(symbols)
		switch kinship {
		case topic.SameTopic:
			u.outcome = max(u.outcome, byTopic)
		case topic.SameBroadTopic:
			u.outcome = max(u.outcome, byBroadTopic)
		}
	}
}

// shared tells what is left of a word that the other text does not hold:
// the rarest of its characters that is there, unless any text would hold it.
func (p *Pair) shared(word []fold.Symbol) outcome {
	best := absent
	for _, sym := range word {
		if !p.sees(sym.Rune) || isLetterOrDigit(sym.Rune) {
			continue
		}
		switch c := p.chance(sym.Rune); {
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

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
	ahead int // the first of words that does not begin before the unit at hand
	text  []byte
	other *fold.Text           // while it is weighed
	seen  [1 << 16 / 64]uint64 // a bit for each character up to U+FFFF of other
	latin bool                 // other holds a Latin letter
	// chances are those that other holds a character of each level anyway; 0: not
	// asked for yet.
	chances [rarity.Levels]float64
}

// Unlikely is the score below which two texts hardly belong together: of real
// pairs not one in a hundred comes out so low, of shuffled ones more than half.
const Unlikely = 0.082

// weights are what an outcome adds to the logarithm of the odds that two texts
// belong together, by the kind of the unit that it befalls.
// They and those below were fitted (logistic regression) on one half of some
// thousand names of programs with their own and with others' descriptions, rounded,
// and a few moved by hand (docs/design.md); internal/eval --measure coherence
// tells how they do on either half.
var weights = [kinds][outcomes]float64{
	strongWord:     {absent: -1.8, inPart: -0.5, byBroadTopic: -1.4, byTopic: -0.5, inRarePart: -0.5, scattered: 0.1, bySense: 0.1, verbatim: 2.3},
	weakWord:       {absent: -1.7, inPart: -0.5, byBroadTopic: -0.9, byTopic: -0.5, inRarePart: -0.5, scattered: -0.4, bySense: -0.4, verbatim: 1.6},
	topicChar:      {absent: -1.3, inPart: -1.3, byBroadTopic: -1.3, byTopic: 0.3, inRarePart: 0.3, bySense: 0.3, verbatim: 1},
	dictionaryWord: {absent: -0.7, inPart: -0.3, inRarePart: 0.4, scattered: 0.4, verbatim: 2.2},
	latinWord:      {absent: -0.9, inRarePart: 1, verbatim: 2.5},
	rareChar:       {absent: -0.2, verbatim: 1},
	usualChar:      {absent: -0.4, verbatim: 0.3},
	commonChar:     {},
	hollowWord:     {absent: -0.4, verbatim: 1.3},
}

// What else there is to weigh.
const (
	// evenWeight is where the odds stand before anything is looked at.
	evenWeight = 1.5
	// silenceWeight is for a text that takes up nothing at all, which says more
	// than that it leaves out each.
	silenceWeight = -1.7
	// lengthWeight is for each word left out by a text e times as long as usualLength;
	// a short one has no room for all, so its silence says less.
	lengthWeight = -0.32
	usualLength  = 30 // symbols
	leastLength  = 8
	mostLength   = 120
	// manyWeight is for three words or more left out, which hardly happens to real pairs.
	manyWeight = -0.6
	// vagueWeight is for a text that leaves words out but says of nothing
	// clearly that it is about it.
	vagueWeight = 0.4
	// contrastWeight is for a text that clearly speaks of something else.
	contrastWeight = -1.2
	// speltWeight is for a text that leaves words out but holds the pinyin of Han
	// of the name.
	speltWeight = 2.5
)

// Weigh tells how likely a name and a text belong together, 0 to 1, if half of
// all did. Both must have been read as what they are.
func (p *Pair) Weigh(name *fold.Text, nameRead *topic.Reading, other *fold.Text, otherRead *topic.Reading) float64 {
	p.split(name, nameRead)
	p.read(other)
	sum, silent, unheard := evenWeight, true, 0
	for i := range p.units {
		u := &p.units[i]
		p.look(u, name, other, otherRead)
		sum += weights[u.kind][u.outcome]
		silent = silent && (u.kind == hollowWord || u.outcome <= byBroadTopic)
		if u.unheard() {
			unheard++
		}
	}
	p.forget()
	if silent {
		sum += silenceWeight
	}
	if unheard > 0 {
		length := float64(min(max(len(other.Symbols), leastLength), mostLength))
		sum += float64(unheard) * lengthWeight * math.Log(length/usualLength)
		if unheard >= 3 {
			sum += manyWeight
		}
		if vague(otherRead) {
			sum += vagueWeight
		}
	}
	if p.latin && (silent || unheard > 0) && spelt(other.Symbols, name.Symbols) {
		sum += speltWeight
	}
	if contrast(nameRead, otherRead) {
		sum += contrastWeight
	}
	return 1 / (1 + math.Exp(-sum))
}

// vague tells whether a text names no topic, neither by one word nor by many.
func vague(read *topic.Reading) bool {
	about := read.Topics()
	return len(about) == 0 || about[0].Sum < topic.Strong
}

// read notes the characters of a text, forget drops them.
func (p *Pair) read(t *fold.Text) {
	p.other, p.latin = t, false
	for i := range t.Symbols {
		r := uint32(t.Symbols[i].Rune)
		if r <= 0xffff {
			p.seen[r/64] |= 1 << (r % 64)
		}
		p.latin = p.latin || r-'a' < 26
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
	level := rarity.LevelOf(r)
	c := &p.chances[level]
	if *c == 0 {
		*c = 1 - math.Exp(missing[level]*float64(len(p.other.Symbols)))
	}
	return *c
}

// missing holds the logarithm of how likely one character of a text is none of
// a level's.
var missing = func() (logs [rarity.Levels]float64) {
	for i := range logs {
		logs[i] = math.Log1p(-rarity.Level(i).Share())
	}
	return logs
}()

// clearly is what it takes to speak clearly of a topic: the weight of two words
// that name it.
const clearly = 6

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
// found no echo in the text: words of the lexicon and the dictionary only, and
// single characters only where there is nothing else, as coined names are made
// of such (歌 in 云歌账本).
func (p *Pair) Unheard(name *fold.Text) []string {
	var words, chars []string
	for i := range p.units {
		u := &p.units[i]
		if !u.unheard() {
			continue
		}
		start, end := name.Span(u.from, u.to)
		if u.kind == topicChar {
			chars = append(chars, name.Source[start:end])
		} else {
			words = append(words, name.Source[start:end])
		}
	}
	if len(words) == 0 {
		return chars
	}
	return words
}

// look finds out what became of a unit in the other text.
func (p *Pair) look(u *unit, name, other *fold.Text, read *topic.Reading) {
	symbols := name.Symbols[u.from:u.to]
	switch u.kind {
	case strongWord:
		p.lookWord(u, symbols, other, read)
	case hollowWord:
		if holds(other.Symbols, symbols) {
			u.outcome = verbatim
		}
	case dictionaryWord, latinWord:
		switch {
		case holds(other.Symbols, symbols):
			u.outcome = verbatim
		case p.scatters(symbols):
			u.outcome = scattered
		case u.kind == dictionaryWord:
			u.outcome = p.shared(symbols)
		case holdsBeginning(other.Symbols, symbols), spelt(symbols, other.Symbols):
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
	switch {
	case len(symbols) == 1:
		u.kind = topicChar
	case weight < topic.Strong:
		u.kind = weakWord
	}
	switch {
	case holds(other.Symbols, symbols):
		u.outcome = verbatim
	case kinship == topic.SameSense:
		u.outcome = bySense
	case p.scatters(symbols):
		u.outcome = scattered
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

// nearness is how many other symbols may stand between the characters of a word
// that a text takes apart: 起名 in 起一个英文名字.
const nearness = 5

// scatters tells whether the other text holds the characters of a word of Han in
// order and near each other.
func (p *Pair) scatters(word []fold.Symbol) bool {
	for _, sym := range word {
		if isLetterOrDigit(sym.Rune) || !p.sees(sym.Rune) {
			return false
		}
	}
	text := p.other.Symbols
	for i := range text {
		if text[i].Rune != word[0].Rune {
			continue
		}
		last, matched := i, 1
		for j := i + 1; j < len(text) && j-last <= nearness+1 && matched < len(word); j++ {
			if text[j].Rune == word[matched].Rune {
				last, matched = j, matched+1
			}
		}
		if matched == len(word) {
			return true
		}
	}
	return false
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

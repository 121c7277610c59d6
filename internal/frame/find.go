package frame

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// Buffer is the memory of one search at a time; the zero value is ready.
type Buffer struct {
	text   *fold.Text
	places []match.Place
	order  []int32 // the indexes of places in the order of the text
	// present has a bit for each class of slots of which a word is in the text, touched are those.
	present []uint64
	touched []class
	// asked has a bit for each frame that was looked at.
	asked    []uint64
	askedFor []int32
	// byClass are the places of the words of each class, as indexes in the order of the
	// text; made when a frame may be there.
	byClass [][]int32
	listed  []class // those of which it has some
	// cut says of each place whether two other words meet there, once it was asked.
	cut []verdict
	// clauses and sentences number the symbols by the clause and sentence they are in.
	clauses, sentences []int32
	measured           [measureKinds][]span
	isMeasured         [measureKinds]bool
	elements           []element
	hits               []Hit
}

type verdict uint8

const (
	unasked verdict = iota
	stands
	meets
)

// element is something in a text that fills a slot of the frame that is looked for.
type element struct {
	from, to int32
	unit     int32 // number of its clause or sentence
	slots    uint8 // those that it fills, a bit each
	// sets has a bit for each set of slots that is filled by elements up to this one in
	// reach of each other, this one among them.
	sets  uint64
	class class
	kind  measure
}

// Find gives the frames that stand in a text of the field with that index, where places
// are those of the words of the set. What is silenced is left out unless silenced is
// true. The result is in no particular order and valid until the next Find with b.
func (s *Set) Find(b *Buffer, field int, t *fold.Text, places []match.Place, silenced bool) []Hit {
	b.hits = b.hits[:0]
	if !slices.ContainsFunc(places, func(p match.Place) bool { return s.isKey[p.Word] }) {
		return nil
	}
	b.mark(s, places)
	for _, k := range b.touched {
		for _, i := range s.byKey[k] {
			if b.asked[i>>6]>>(i&63)&1 != 0 {
				continue
			}
			b.asked[i>>6] |= 1 << (i & 63)
			b.askedFor = append(b.askedFor, i)
			if c := &s.frames[i]; c.severity[field] != lexicon.None && b.mayHold(c) {
				b.prepare(s, t, places)
				b.look(s, int(i), field, silenced)
			}
		}
	}
	b.clear()
	return b.hits
}

// mark notes the classes of slots that are in the text.
func (b *Buffer) mark(s *Set, places []match.Place) {
	if len(b.present) == 0 {
		b.present = make([]uint64, len(s.classes)/64+1)
		b.asked = make([]uint64, len(s.frames)/64+1)
	}
	for i := range places {
		w := places[i].Word
		for _, k := range s.marks[s.marksFrom[w]:s.marksFrom[w+1]] {
			if b.present[k>>6]>>(k&63)&1 == 0 {
				b.present[k>>6] |= 1 << (k & 63)
				b.touched = append(b.touched, k)
			}
		}
	}
}

func (b *Buffer) clear() {
	for _, k := range b.listed {
		b.byClass[k] = b.byClass[k][:0]
	}
	b.listed = b.listed[:0]
	for _, k := range b.touched {
		b.present[k>>6] = 0
	}
	for _, i := range b.askedFor {
		b.asked[i>>6] = 0
	}
	b.touched, b.askedFor = b.touched[:0], b.askedFor[:0]
	b.text, b.places = nil, nil
}

// mayHold tells whether something is in the text for every slot of words.
func (b *Buffer) mayHold(c *compiled) bool {
	for i := range c.slots {
		if c.slots[i].ofWords() && !b.holds(&c.slots[i]) {
			return false
		}
	}
	return true
}

func (b *Buffer) holds(s *slot) bool {
	for _, k := range s.classes {
		if b.present[k>>6]>>(k&63)&1 != 0 {
			return true
		}
	}
	return false
}

// prepare makes what only texts need in which a frame may be.
func (b *Buffer) prepare(s *Set, t *fold.Text, places []match.Place) {
	if b.text == t {
		return
	}
	b.text, b.places = t, places
	if len(b.byClass) == 0 {
		b.byClass = make([][]int32, len(s.classes))
	}
	b.cut = append(b.cut[:0], make([]verdict, len(places))...)
	for _, i := range b.inOrder() {
		w := places[i].Word
		for _, k := range s.classesOf[s.starts[w]:s.starts[w+1]] {
			if len(b.byClass[k]) == 0 {
				b.listed = append(b.listed, k)
			}
			b.byClass[k] = append(b.byClass[k], i)
		}
	}
	b.number()
	b.isMeasured = [measureKinds]bool{}
}

// inOrder gives the indexes of the places in the order of the text: words of one
// character are found after the others.
func (b *Buffer) inOrder() []int32 {
	b.order = b.order[:0]
	for i := range b.places {
		b.order = append(b.order, int32(i))
	}
	slices.SortFunc(b.order, func(x, y int32) int { return cmp.Compare(b.places[x].From, b.places[y].From) })
	b.text.Watch.Step(len(b.order))
	return b.order
}

// number numbers the clauses and sentences.
func (b *Buffer) number() {
	b.clauses, b.sentences = b.clauses[:0], b.sentences[:0]
	var clause, sentence int32
	for i := range b.text.Symbols {
		if i > 0 && b.text.Symbols[i].Before == fold.Hard {
			clause++
			if endsSentence(b.text.Source[b.text.Symbols[i-1].End:b.text.Symbols[i].Start]) {
				sentence++
			}
		}
		b.clauses, b.sentences = append(b.clauses, clause), append(b.sentences, sentence)
	}
	b.text.Watch.Step(len(b.text.Symbols))
}

// endsSentence tells whether a sentence ends in what stands between two symbols. A
// question is answered by what follows it, so its mark ends a clause only.
func endsSentence(between string) bool {
	for i := 0; i < len(between); {
		r, size := utf8.DecodeRuneInString(between[i:])
		switch r {
		case '。', '！', '!', '\n', '\r', '．':
			return true
		}
		i += size
	}
	return false
}

// unitOf gives the number of the clause or sentence that a symbol is in.
func (b *Buffer) unitOf(scope lexicon.Scope, symbol int32) int32 {
	symbol = min(symbol, int32(len(b.clauses))-1)
	switch scope {
	case lexicon.Clause:
		return b.clauses[symbol]
	case lexicon.Sentence:
		return b.sentences[symbol]
	}
	return 0
}

// look finds a frame in the text.
func (b *Buffer) look(s *Set, index, field int, silenced bool) {
	c := &s.frames[index]
	b.gather(s, c)
	b.text.Watch.Step(len(b.elements))
	reached := int32(0) // what stands before it belongs to a hit
	for i := range b.elements {
		if e := &b.elements[i]; e.from < reached || !b.join(c, i, reached) {
			continue
		}
		hit := Hit{Frame: c.frame, Severity: c.severity[field], index: index}
		hit.Parts = b.trace(s, c, i, reached)
		hit.From, hit.To = extent(hit.Parts)
		hit.Silenced = b.silences(s, c, hit.From)
		reached = int32(hit.To)
		if hit.Silenced == nil || silenced {
			b.hits = append(b.hits, hit)
		}
	}
}

// extent gives the symbols from the first to the last part; the start and the end of the
// field are none.
func extent(parts []Part) (from, to int) {
	from = -1
	for _, p := range parts {
		if p.To == p.From {
			continue
		}
		if from < 0 {
			from = p.From
		}
		to = p.To
	}
	return from, to
}

// silences gives what silences a frame that begins at a symbol, nil for nothing. A word
// of which other words have a share is none: 租车 in 出租车.
func (b *Buffer) silences(s *Set, c *compiled, from int) *Part {
	scope := c.frame.Scope
	unit := b.unitOf(scope, int32(from))
	for _, k := range c.unless.classes {
		of := b.byClass[k] // in the order of the text, so of its units
		first, _ := slices.BinarySearchFunc(of, unit, func(p, unit int32) int {
			return cmp.Compare(b.unitOf(scope, b.places[p].From), unit)
		})
		const most = 32 // looked at: a unit without end is full of hits, too
		for _, p := range of[first:min(first+most, len(of))] {
			place := &b.places[p]
			if b.unitOf(scope, place.From) != unit {
				break
			}
			if b.stands(p) {
				return &Part{From: int(place.From), To: int(place.To), Slot: -1, Name: s.classes[k].name}
			}
		}
	}
	for _, m := range c.unless.measures {
		of := b.measure(s, m)
		first, _ := slices.BinarySearchFunc(of, unit, func(p span, unit int32) int {
			return cmp.Compare(b.unitOf(scope, p.from), unit)
		})
		if first < len(of) && b.unitOf(scope, of[first].from) == unit {
			return &Part{From: int(of[first].from), To: int(of[first].to), Slot: -1, Name: m.String()}
		}
	}
	return nil
}

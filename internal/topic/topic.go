// Package topic tells what a text speaks of, by the words of some forty topics.
package topic

import (
	"cmp"
	"slices"
	"sync"

	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/scan"
)

// Strong is the weight of a word that names its topic; others have less.
const Strong = 3

// Weight says how much a text speaks of a topic.
type Weight struct {
	Topic *Topic
	// Sum is that of the weights of the topic's words in the text; a word that
	// comes again counts little more. Words is how many different ones there are.
	Sum   float64
	Words int
	// Strong tells that one of them names the topic.
	Strong bool
}

// Kind is a kind of text.
type Kind uint8

// The kinds of texts: names are short and cut words to single characters
// (图 for 图片), which say nothing in prose.
const (
	Prose Kind = iota
	Name
)

const (
	// repeated is what a word counts each time that it comes again.
	repeated = 0.25
	// opening is the symbols at the beginning of a long text in which words count
	// openingShare times: it says first what it is, and then what is new.
	opening      = 60
	openingShare = 2
)

// Reading is what was read in a text: the words of topics in it. The zero value
// is ready for Read; its memory is used again. It takes some hundred bytes and
// those of the words found: a submission has one for each of its tags.
type Reading struct {
	hits    []scan.Hit // places of words, in order
	found   []int32    // the words, each once
	weights []Weight   // of the topics that occur, the most first
	senses  []uint64   // a bit for each sense that a word of the text has
}

// scratch is the memory of one Read at a time.
type scratch struct {
	scan   scan.Buffer
	times  []uint8  // by word; all are 0 between two readings
	early  []bool   // by word: it stands in the opening of a longer text
	topics []Weight // by index; all are zero between two readings
	spoken []int16  // indexes of the topics that occur
}

var scratches = sync.Pool{New: func() any {
	l := load()
	return &scratch{times: make([]uint8, len(l.words)), early: make([]bool, len(l.words)), topics: make([]Weight, len(l.topics))}
}}

// Read finds the words of the topics in a text. The Watch of the text ends it.
func (r *Reading) Read(t *fold.Text, kind Kind) {
	l := load()
	c := scratches.Get().(*scratch)
	c.scan.Watch = t.Watch
	r.found, r.hits = r.found[:0], r.hits[:0]
	for _, h := range l.set.Find(&c.scan, t.Symbols) {
		if l.stands(t, h, kind) {
			r.hits = append(r.hits, h)
		}
	}
	r.hits = outermost(r.hits)
	t.Watch.Step(len(r.hits))
	for _, h := range r.hits {
		if c.times[h.Pattern] == 0 {
			r.found = append(r.found, int32(h.Pattern))
		}
		c.times[h.Pattern] = min(c.times[h.Pattern]+1, 200)
		c.early[h.Pattern] = c.early[h.Pattern] || h.Start < opening && len(t.Symbols) > 2*opening
	}
	r.weigh(l, c)
	for _, w := range r.found {
		c.times[w], c.early[w] = 0, false
	}
	c.scan.Watch = nil
	c.scan.Release()
	scratches.Put(c) // not where it panics: it may be half done
}

// Forget drops the memory if it grew past what an ordinary text needs.
func (r *Reading) Forget() {
	const keep = 1 << 10
	if cap(r.hits) > keep {
		*r = Reading{}
	}
}

// outermost drops the words inside longer ones: 扫码点餐 is no 扫码.
func outermost(hits []scan.Hit) []scan.Hit {
	slices.SortFunc(hits, func(a, b scan.Hit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Pattern, b.Pattern))
	})
	kept, reached := hits[:0], 0
	for _, h := range hits {
		if h.End > reached {
			kept = append(kept, h)
			reached = h.End
		}
	}
	return kept
}

// weigh sums the weights of the topics.
func (r *Reading) weigh(l *lexicon, c *scratch) {
	if r.senses == nil {
		r.senses = make([]uint64, l.senses/64+1)
	}
	clear(r.senses)
	c.spoken = c.spoken[:0]
	for _, word := range r.found {
		times := 1 + repeated*float64(min(c.times[word], 6)-1)
		if c.early[word] {
			times *= openingShare
		}
		for _, u := range l.words[word].uses {
			r.senses[u.sense>>6] |= 1 << (u.sense & 63)
			w := &c.topics[u.topic]
			if w.Topic == nil {
				w.Topic = l.topics[u.topic]
				c.spoken = append(c.spoken, u.topic)
			}
			w.Sum += float64(u.weight) * times
			w.Words++
			w.Strong = w.Strong || u.weight >= Strong
		}
	}
	slices.SortFunc(c.spoken, func(x, y int16) int { return cmp.Or(cmp.Compare(c.topics[y].Sum, c.topics[x].Sum), cmp.Compare(x, y)) })
	r.weights = r.weights[:0]
	for _, i := range c.spoken {
		r.weights = append(r.weights, c.topics[i])
		c.topics[i] = Weight{}
	}
}

// Topics gives the topics that the text speaks of, the most first, until the
// next Read.
func (r *Reading) Topics() []Weight { return r.weights }

// On gives how much the text speaks of a topic.
func (r *Reading) On(t *Topic) Weight {
	for i := range r.weights { // some forty at most
		if r.weights[i].Topic == t {
			return r.weights[i]
		}
	}
	return Weight{}
}

// WordsOf gives the words of a topic in the text, as the topic lists them.
func (r *Reading) WordsOf(t *Topic) (words []string) {
	l := load()
	found := slices.Clone(r.found)
	slices.Sort(found)
	for _, w := range found {
		if slices.ContainsFunc(l.words[w].uses, func(u use) bool { return int(u.topic) == t.index }) {
			words = append(words, l.words[w].text)
		}
	}
	return words
}

// stands tells whether a candidate is its word, no piece of a Latin word, and
// not two words that meet. One character is a word only where no longer word
// holds it.
func (l *lexicon) stands(t *fold.Text, h scan.Hit, kind Kind) bool {
	w := &l.words[h.Pattern]
	if w.namesOnly && kind != Name {
		return false
	}
	for i, r := range w.folded {
		if t.Symbols[h.Start+i].Rune != r || i > 0 && t.Symbols[h.Start+i].Before > fold.Soft {
			return false
		}
	}
	if cuts(t, h.Start) || cuts(t, h.End) {
		return false
	}
	if len(w.folded) == 1 {
		return !border.Around(t, h.Start, h.End).Inside
	}
	return !border.MeetCommonly(t, h.Start, h.End)
}

func cuts(t *fold.Text, i int) bool {
	return i > 0 && i < len(t.Symbols) && t.BorderAt(i) == fold.Tight && isLatin(t.Symbols[i-1].Rune) && isLatin(t.Symbols[i].Rune)
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' }

// Word is a word of the lexicon in a text: where it stands, as symbols, and
// what the lexicon knows it by.
type Word struct{ Start, End, ID int }

// Words appends the words found, in the order of the text; none holds another.
func (r *Reading) Words(dst []Word) []Word {
	for _, h := range r.hits {
		dst = append(dst, Word{h.Start, h.End, h.Pattern})
	}
	return dst
}

// Kinship is how near a word is to what a text says.
type Kinship uint8

// The kinships from farthest to nearest: no word of its topics is in the text,
// one of a topic that is broad, or is not, one that stands for the word itself.
const (
	Stranger Kinship = iota
	SameBroadTopic
	SameTopic
	SameSense
)

// Kinship tells how near a word of another text is to this one, and how strongly
// the word names its topic.
func (r *Reading) Kinship(id int) (k Kinship, weight float64) {
	l := load()
	for _, u := range l.words[id].uses {
		weight = max(weight, float64(u.weight))
		if r.senses[u.sense>>6]>>(u.sense&63)&1 != 0 {
			k = SameSense
		} else if r.On(l.topics[u.topic]).Sum >= 2 {
			k = max(k, SameBroadTopic)
			if !l.topics[u.topic].broad {
				k = max(k, SameTopic)
			}
		}
	}
	return k, weight
}

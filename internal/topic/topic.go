// Package topic tells what a text speaks of, by the words of some forty topics.
package topic

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/automaton"
	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/scan"
)

//go:embed topics.tsv
var topicsTSV string

// Topic is something that programs are about.
type Topic struct {
	// Slug is its stable name; ZH and EN are its names in Chinese and English.
	Slug   string `json:"slug"`
	ZH, EN string `json:"-"`
}

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

// use is a word's part in a topic.
type use struct {
	topic  int
	weight float64
}

type lexicon struct {
	topics []*Topic
	words  []string
	folded [][]rune
	uses   [][]use
	set    *scan.Set
}

// load reads the embedded topics once; a test holds them to their form.
var load = sync.OnceValue(func() *lexicon {
	l, err := parse(topicsTSV)
	if err != nil {
		panic(err) // a test loads them
	}
	return l
})

func parse(tsv string) (*lexicon, error) {
	l := &lexicon{}
	index := map[string]int{}
	for line := range strings.Lines(tsv) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "slug" || len(cells) != 4 {
			continue
		}
		l.topics = append(l.topics, &Topic{cells[0], cells[1], cells[2]})
		for item := range strings.FieldsSeq(cells[3]) {
			word, number, _ := strings.Cut(item, ":")
			weight := 2.0
			if number != "" {
				var err error
				if weight, err = strconv.ParseFloat(number, 64); err != nil {
					return nil, fmt.Errorf("topic %s: %q: %w", cells[0], item, err)
				}
			}
			key := fold.String(word)
			i, known := index[key]
			if !known {
				i = len(l.words)
				index[key] = i
				l.words, l.folded, l.uses = append(l.words, word), append(l.folded, []rune(key)), append(l.uses, nil)
			}
			l.uses[i] = append(l.uses[i], use{len(l.topics) - 1, weight})
		}
	}
	var err error
	l.set, err = scan.Compile(l.folded, scan.Identity, automaton.Compact) // nearly every text holds some
	return l, err
}

// Topics gives all topics.
func Topics() []*Topic { return slices.Clone(load().topics) }

const (
	// repeated is what a word counts each time that it comes again.
	repeated = 0.25
	// opening is the symbols at the beginning of a long text in which words count
	// openingShare times: it says first what it is, and then what is new.
	opening      = 60
	openingShare = 2
)

// Buffer is the memory of one weighing at a time; the zero value is ready.
type Buffer struct {
	scan    scan.Buffer
	times   []uint8 // by word
	early   []bool  // by word: it stands in the opening of a longer text
	found   []int32 // words with times
	topics  []Weight
	weights []Weight
}

// Of gives the topics that a text speaks of, the most first. The result is valid
// until the next call with b.
func Of(b *Buffer, t *fold.Text) []Weight {
	l := load()
	l.count(b, t)
	if b.topics == nil {
		b.topics = make([]Weight, len(l.topics))
	}
	clear(b.topics)
	b.weights = b.weights[:0]
	for _, word := range b.found {
		for _, u := range l.uses[word] {
			w := &b.topics[u.topic]
			w.Topic = l.topics[u.topic]
			sum := u.weight * (1 + repeated*float64(min(b.times[word], 6)-1))
			if b.early[word] {
				sum *= openingShare
			}
			w.Sum += sum
			w.Words++
			w.Strong = w.Strong || u.weight >= Strong
		}
	}
	for i := range b.topics {
		if b.topics[i].Topic != nil {
			b.weights = append(b.weights, b.topics[i])
		}
	}
	slices.SortStableFunc(b.weights, func(x, y Weight) int { return cmp.Compare(y.Sum, x.Sum) })
	return b.weights
}

// count finds the words of a text and how often each stands in it.
func (l *lexicon) count(b *Buffer, t *fold.Text) {
	if b.times == nil {
		b.times, b.early = make([]uint8, len(l.words)), make([]bool, len(l.words))
	}
	for _, word := range b.found {
		b.times[word], b.early[word] = 0, false
	}
	b.found = b.found[:0]
	for _, h := range l.set.Find(&b.scan, t.Symbols) {
		if !l.stands(t, h) {
			continue
		}
		if b.times[h.Pattern] == 0 {
			b.found = append(b.found, int32(h.Pattern))
		}
		b.times[h.Pattern] = min(b.times[h.Pattern]+1, 200)
		b.early[h.Pattern] = b.early[h.Pattern] || h.Start < opening && len(t.Symbols) > 2*opening
	}
	b.scan.Release()
}

// WordsOf gives the words of a topic in a text, as the topic lists them.
func WordsOf(topic *Topic, t *fold.Text) (words []string) {
	l := load()
	var b Buffer
	l.count(&b, t)
	slices.Sort(b.found)
	for _, word := range b.found {
		if slices.ContainsFunc(l.uses[word], func(u use) bool { return l.topics[u.topic] == topic }) {
			words = append(words, l.words[word])
		}
	}
	return words
}

// stands tells whether a candidate is its word, no piece of a Latin word, and
// not two words that meet.
func (l *lexicon) stands(t *fold.Text, h scan.Hit) bool {
	for i, r := range l.folded[h.Pattern] {
		if t.Symbols[h.Start+i].Rune != r || i > 0 && t.Symbols[h.Start+i].Before > fold.Soft {
			return false
		}
	}
	return !cuts(t, h.Start) && !cuts(t, h.End) && !border.Around(t, h.Start, h.End).Both
}

func cuts(t *fold.Text, i int) bool {
	return t.BorderAt(i) == fold.Tight && isLetter(t.Symbols[i-1].Rune) && isLetter(t.Symbols[i].Rune)
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }

package topic

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/automaton"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/scan"
)

//go:embed topics.tsv
var topicsTSV string

//go:embed words.tsv
var wordsTSV string

// Topic is something that programs are about.
type Topic struct {
	// Slug is its stable name; ZH and EN are its names in Chinese and English.
	Slug   string `json:"slug"`
	ZH, EN string `json:"-"`
	// broad: texts about anything hold words of it.
	broad bool
	kin   uint64 // topics that programs mix with it, a bit each by index
	index int
}

// Kin tells whether one program honestly mixes the two topics; each is its own
// kin.
func (t *Topic) Kin(other *Topic) bool { return t == other || t.kin>>other.index&1 != 0 }

// Set is a set of topics.
type Set uint64

// Add adds a topic, AddKin all that programs mix with it, itself included.
func (s *Set) Add(t *Topic)    { *s |= 1 << t.index }
func (s *Set) AddKin(t *Topic) { *s |= Set(t.kin) | 1<<t.index }

// Has tells whether a topic is in the set.
func (s Set) Has(t *Topic) bool { return s>>t.index&1 != 0 }

// use is a word's part in a topic.
type use struct {
	topic  int16
	sense  int16 // line of words.tsv: words that stand for one another
	weight float32
}

type lexicon struct {
	topics []*Topic
	bySlug map[string]*Topic
	words  []word
	senses int
	set    *scan.Set
}

type word struct {
	text      string
	folded    []rune
	uses      []use
	namesOnly bool
}

// load reads the embedded topics once; a test holds them to their form.
var load = sync.OnceValue(func() *lexicon {
	l, err := parse(topicsTSV, wordsTSV)
	if err != nil {
		panic(err) // a test loads them
	}
	return l
})

func parse(topics, words string) (*lexicon, error) {
	l := &lexicon{bySlug: map[string]*Topic{}}
	if err := l.parseTopics(topics); err != nil {
		return nil, err
	}
	if err := l.parseWords(words); err != nil {
		return nil, err
	}
	folded := make([][]rune, len(l.words))
	for i := range l.words {
		folded[i] = l.words[i].folded
	}
	var err error
	l.set, err = scan.Compile(folded, scan.Identity, automaton.Compact) // nearly every text holds some
	return l, err
}

// rows calls f for the cells of each line of a table, comments and the header
// left out, with its number from 1.
func rows(tsv string, f func(number int, cells []string) error) error {
	header, number := true, 0
	for line := range strings.Lines(tsv) {
		number++
		if strings.HasPrefix(line, "#") {
			continue
		}
		if header {
			header = false
			continue
		}
		if err := f(number, strings.Split(strings.TrimSuffix(line, "\n"), "\t")); err != nil {
			return err
		}
	}
	return nil
}

func (l *lexicon) parseTopics(tsv string) error {
	kin := map[string][]string{}
	err := rows(tsv, func(number int, cells []string) error {
		if len(cells) != 5 || l.bySlug[cells[0]] != nil {
			return fmt.Errorf("topics.tsv:%d: %q: want slug, zh, en, kin, breadth, each slug once", number, cells)
		}
		t := &Topic{Slug: cells[0], ZH: cells[1], EN: cells[2], broad: cells[4] == "broad", index: len(l.topics)}
		l.topics = append(l.topics, t)
		l.bySlug[t.Slug] = t
		kin[t.Slug] = strings.Fields(cells[3])
		return nil
	})
	for slug, others := range kin {
		for _, other := range others {
			a, b := l.bySlug[slug], l.bySlug[other]
			if b == nil {
				return fmt.Errorf("topics.tsv: %s: no topic %q", slug, other)
			}
			a.kin |= 1 << b.index
			b.kin |= 1 << a.index
		}
	}
	return err
}

func (l *lexicon) parseWords(tsv string) error {
	index := map[string]int{}
	return rows(tsv, func(number int, cells []string) error {
		if len(cells) != 2 || l.bySlug[cells[0]] == nil {
			return fmt.Errorf("words.tsv:%d: want a topic and its words, got %q", number, cells[0])
		}
		topic := l.bySlug[cells[0]].index
		for item := range strings.FieldsSeq(cells[1]) {
			w, weight, err := parseItem(item)
			if err != nil {
				return fmt.Errorf("words.tsv:%d: %q: %w", number, item, err)
			}
			key := string(w.folded)
			i, known := index[key]
			if !known {
				i = len(l.words)
				index[key] = i
				l.words = append(l.words, w)
			}
			l.words[i].namesOnly = l.words[i].namesOnly && w.namesOnly
			if slices.ContainsFunc(l.words[i].uses, func(u use) bool { return int(u.topic) == topic }) {
				return fmt.Errorf("words.tsv:%d: %q stands twice under %s", number, item, cells[0])
			}
			l.words[i].uses = append(l.words[i].uses, use{int16(topic), int16(l.senses), weight})
		}
		l.senses++
		return nil
	})
}

// parseItem reads 歌曲:3 or {歌}.
func parseItem(item string) (word, float32, error) {
	text, number, weighted := strings.Cut(item, ":")
	inner := strings.TrimSuffix(strings.TrimPrefix(text, "{"), "}")
	w := word{text: inner, folded: []rune(fold.String(inner)), namesOnly: inner != text}
	if len(w.folded) == 0 {
		return w, 0, fmt.Errorf("nothing is left of it after folding")
	}
	if !weighted {
		return w, 2, nil
	}
	weight, err := strconv.ParseFloat(number, 32)
	return w, float32(weight), err
}

// Topics gives all topics.
func Topics() []*Topic { return slices.Clone(load().topics) }

// BySlug gives the topic of a slug, nil where there is none.
func BySlug(slug string) *Topic { return load().bySlug[slug] }

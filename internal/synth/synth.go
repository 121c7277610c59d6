// Package synth makes synthetic catalogs with known truth: honest programs of the
// same trades that share words and not sentences, copies with small edits, swapped
// fields, templates filled in by other shops, chain stores, and planted faults. The
// same seed gives the same catalog. Everything is invented from word lists of its
// own, so it measures speed and the search for duplicates, not how well the rules
// fit real names.
package synth

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/validate"
)

// Options say what a catalog holds. Shares are of all records, from 0 to 1; what
// is left over is honest.
type Options struct {
	Seed    uint64
	Records int
	// Edited, Swapped, Template and Branch are the shares of records that repeat an
	// earlier one: one or two characters changed; name and intro swapped; its
	// sentences under another shop's name; another branch of a chain store.
	Edited, Swapped, Template, Branch float64
	// Faulty is the share of the honest that carry a planted fault.
	Faulty float64
	// Broken is the share of records that cannot be read. Only WriteJSONL breaks
	// them; Generate marks them.
	Broken float64
}

// Usual gives the options of the benchmarks: a fifth of the records repeat others.
func Usual(seed uint64, records int) Options {
	return Options{Seed: seed, Records: records, Edited: .04, Swapped: .01, Template: .05, Branch: .10, Faulty: .05, Broken: .0005}
}

// The ways of making a record.
const (
	Honest   = "honest"
	Edited   = "edited"
	Swapped  = "swapped"
	Template = "template"
	Branch   = "branch"
)

// Truth is what is known of a record.
type Truth struct {
	ID string `json:"id"`
	// Kind is how it was made.
	Kind string `json:"kind"`
	// Group is the ID of the first record of those that repeat each other; records
	// that nothing repeats are groups of their own.
	Group string `json:"group"`
	// Of is the ID of the record that it was made from.
	Of string `json:"of,omitempty"`
	// Fault is the check that has to find the planted fault.
	Fault string `json:"fault,omitempty"`
	// Broken says that the record cannot be read.
	Broken bool `json:"broken,omitempty"`
}

// Record is a submission with its truth.
type Record struct {
	validate.Submission
	Truth Truth
}

// source is a record that later ones may be made from. The text is split at the
// places of the shop's name.
type source struct {
	Record
	trade *trade
	parts []string
}

// What a generator remembers: copies are made of some of the records before,
// never of the very last ones alone, so that they lie far apart.
const (
	remembered = 4096
	openChains = 64
)

type generator struct {
	Options
	r       *rand.Rand
	sources []source
	chains  []chain
	number  int
}

// Generate yields the records of a catalog. IDs are "s" and the number from 1.
func Generate(o Options) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		g := &generator{Options: o, r: rand.New(rand.NewPCG(o.Seed, 0x6d696e67))}
		for g.number < o.Records {
			g.number++
			record := g.next()
			record.Truth.Broken = g.r.Float64() < o.Broken
			if !yield(record) {
				return
			}
		}
	}
}

// next makes a record of a kind drawn by the shares. The first ones are honest:
// there is nothing to copy.
func (g *generator) next() Record {
	x := g.r.Float64()
	if len(g.sources) < 16 {
		x = 1
	}
	kinds := []struct {
		share float64
		make  func() Record
	}{{g.Edited, g.edited}, {g.Swapped, g.swapped}, {g.Template, g.template}, {g.Branch, g.branch}}
	for _, k := range kinds {
		if x < k.share {
			return k.make()
		}
		x -= k.share
	}
	return g.honest()
}

func (g *generator) id() string { return fmt.Sprint("s", g.number) }

// begin makes the record of a shop without its texts.
func (g *generator) begin(t *trade, kind, name string) Record {
	owner := validate.Owner{Name: g.owner(t, name), Kind: validate.OwnerEnterprise, Licences: t.words["licence"]}
	return Record{
		Submission: validate.Submission{ID: g.id(), Name: name, Categories: []string{t.category}, Owner: owner},
		Truth:      Truth{ID: g.id(), Kind: kind, Group: g.id()},
	}
}

func (g *generator) honest() Record {
	all := words().trades
	t := &all[g.r.IntN(len(all))]
	s := source{Record: g.begin(t, Honest, g.name(t)), trade: t, parts: g.intro(t)}
	s.Intro = strings.Join(s.parts, s.Name)
	if g.r.Float64() < g.Faulty {
		g.plant(&s)
		return s.Record // what is made from it would have to inherit the fault
	}
	g.remember(s)
	return s.Record
}

// remember keeps a source in the place of another one.
func (g *generator) remember(s source) {
	if len(g.sources) < remembered {
		g.sources = append(g.sources, s)
		return
	}
	g.sources[g.r.IntN(remembered)] = s
}

// name makes the name of a shop: a coined word, a noun of the trade, sometimes
// the city before.
func (g *generator) name(t *trade) string {
	name := t.pick(g.r, "first") + t.pick(g.r, "second")
	if g.r.IntN(3) == 0 {
		name += t.pick(g.r, "second")
	}
	return name + t.pick(g.r, "noun")
}

func (g *generator) owner(t *trade, name string) string {
	forms := []string{"有限公司", "有限责任公司", "服务部", "商贸有限公司", "文化传播有限公司", "科技有限公司", "经营部"}
	return t.pick(g.r, "city") + name + forms[g.r.IntN(len(forms))]
}

// intro makes the text of an intro in parts; between them stands the name.
func (g *generator) intro(t *trade) []string {
	const shortest, longest = 24, 104 // characters; a name fits in beside
	marks := []string{"，", "，", "，", "。", "；", " "}
	mark := marks[g.r.IntN(len(marks))]
	var clauses []string
	if g.r.IntN(3) == 0 {
		clauses = append(clauses, t.pick(g.r, "open"))
	}
	for range 3 + g.r.IntN(4) {
		clauses = append(clauses, t.pick(g.r, "clause"))
	}
	text := strings.Join(clauses, mark)
	for utf8.RuneCountInString(text) < shortest {
		text += mark + t.pick(g.r, "clause")
	}
	for n := len(clauses); utf8.RuneCountInString(text) > longest; n-- {
		text = strings.Join(clauses[:n-1], mark)
	}
	if g.r.IntN(2) == 0 {
		text += "。"
	}
	switch g.r.IntN(4) {
	case 0:
		return []string{"", mark + text}
	case 1:
		return []string{"在", "，" + text}
	}
	return []string{text}
}

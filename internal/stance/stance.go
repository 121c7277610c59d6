// Package stance tells who speaks of a forbidden thing, and how: 警惕刷单 warns of it,
// 警方捣毁赌博窝点 reports, 刑辩律师解答毒品犯罪 teaches, 本店不刷单 denies, 这是传销吗 asks,
// 刷单日结 offers. It looks over the clause and the sentence around a place for the
// words of words.tsv. What speaks against a thing or about it adds weight, what
// offers it takes weight away, so that an offer stays one whatever warning is hung
// on it: 刷单日结，谨防诈骗.
package stance

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

// Kind is how a text speaks of what stands at a place of it.
type Kind uint8

// The kinds. None: nothing around the place tells.
const (
	None Kind = iota
	Offers
	Warns
	Reports
	Teaches
	Asks
	Denies
	kinds
)

var kindNames = [kinds]string{"none", "offers", "warns", "reports", "teaches", "asks", "denies"}

// String gives the name that words.tsv has for the kind.
func (k Kind) String() string {
	if k < kinds {
		return kindNames[k]
	}
	return "unknown"
}

// Reading is what the words around a place come to.
type Reading struct {
	// Kind is that of most weight; Offers where offers weigh more than all the rest.
	Kind Kind
	// Weight is what speaks against the thing or about it, less what offers it.
	Weight int
	// Close tells that a word of some weight stands by the place itself, in its clause:
	// 拒绝, 谨防 before it, 骗局, 知识 behind it.
	Close bool
	// From and To are the symbols of the word that weighs most, both 0 if there is none.
	From, To int
}

// From which weights on a text surely offers nothing, hardly, or is in doubt.
const (
	sure   = 4
	likely = 3
	doubt  = 2
)

// Most gives the highest severity that a finding of severity s keeps: none where the
// text surely offers nothing, advice where it hardly does, review where that is in
// doubt, and where it only asks.
func (r Reading) Most(s lexicon.Severity) lexicon.Severity {
	switch {
	case r.Kind == None || r.Kind == Offers:
		return s
	case r.Kind == Asks:
		return min(s, lexicon.Review)
	case r.Weight >= sure:
		return lexicon.None
	case r.Weight >= likely:
		return min(s, lexicon.Advice)
	case r.Weight >= doubt:
		return min(s, lexicon.Review)
	}
	return s
}

// Innocent tells whether the text surely offers nothing.
func (r Reading) Innocent() bool { return r.Most(lexicon.Reject) == lexicon.None }

// Refuses tells whether the text speaks against what stands there, or about it, by the
// words beside it alone: 严禁转发领红包, 付费添加的都是骗局, 国徽知识. What the rest of the
// sentence is about does not count: that says nothing of claims and demands.
func (r Reading) Refuses() bool { return r.Close && r.Weight >= likely }

// Of gives how a text speaks of its symbols from..to: a kind other than None, Offers
// and Asks where it surely offers nothing. Of doubtful ones Read tells more.
func Of(f *fold.Text, from, to int) Kind {
	r := Read(f, from, to)
	if r.Innocent() || r.Kind == Offers || r.Kind == Asks {
		return r.Kind
	}
	return None
}

// Turned tells whether the character right before symbol i speaks against what begins
// there: 反|黄牛, 防|偷拍. It is for the words inside of a thing (挂号反黄牛), where Read
// does not look for that.
func Turned(f *fold.Text, i int) bool {
	if i == 0 || f.BorderAt(i) != fold.Tight {
		return false
	}
	p := words().longest(f, i-1, i)
	return p != nil && slices.ContainsFunc(p.uses, func(u use) bool { return u.kind == Warns && u.side == sideTouches })
}

// Read weighs the words around the symbols from..to of a text. It looks at most
// window symbols to either side, and allocates nothing.
func Read(f *fold.Text, from, to int) Reading {
	v := view{f: f, from: from, to: to}
	v.bound()
	w := words()
	var b balance
	v.findQuotes()
	for i := v.sentenceFrom; i < v.sentenceTo; {
		limit := v.sentenceTo
		switch {
		case i < from:
			limit = from
		case i < to:
			limit = to
		}
		p := w.longest(f, i, limit)
		if p == nil {
			i++
			continue
		}
		end := i + len(p.runes)
		if u := v.best(p.uses, i, end, b.seen); u != nil && !(u.kind == Offers && v.isQuoted(i)) {
			b.take(&v, u, i, end)
		}
		if p.denies {
			b.denied = end
		}
		i = end
	}
	return b.reading()
}

// balance weighs the words found. Each row of the table counts once.
type balance struct {
	seen  uint64
	kinds [kinds]int
	// governed is where what a governing word speaks against begins; 0: there is none.
	governed int
	// denied is where the last word that denies ends: 不收佣金 offers nothing.
	denied   int
	close    bool
	heaviest int
	from, to int
}

// take adds a word of symbols at..end. Where a word of full weight governs the clause,
// or stands right behind the thing, the words of trade after it say what it speaks
// against or who does: 打击出售银行卡, 走私举报平台.
func (b *balance) take(v *view, u *use, at, end int) {
	if u.kind == Offers && b.denied > 0 && at-b.denied <= deniedReach && partAt(v.f, b.denied) == joined {
		return
	}
	governs := u.kind != Offers && u.weight >= sure && (end <= v.from && at >= v.clauseFrom || u.side == sideFollows)
	if u.kind == Offers && u.weight <= trade && b.governed > 0 && at >= b.governed && at < v.clauseTo {
		return
	}
	if governs && b.governed == 0 {
		b.governed = end
	}
	b.seen |= 1 << u.row
	b.kinds[u.kind] += u.weight
	b.close = b.close || u.close()
	if u.weight > b.heaviest {
		b.heaviest, b.from, b.to = u.weight, at, end
	}
}

// deniedReach is how many symbols may stand between a word that denies and the offer
// that it denies.
const deniedReach = 1

// trade is the weight of words of trade, which honest people have as well.
const trade = 2

func (b *balance) reading() Reading {
	r := Reading{From: b.from, To: b.to, Weight: -b.kinds[Offers], Close: b.close}
	most := 0
	for k := Warns; k < kinds; k++ {
		r.Weight += b.kinds[k]
		if b.kinds[k] > most {
			most, r.Kind = b.kinds[k], k
		}
	}
	if r.Weight < 0 || r.Kind == None && b.kinds[Offers] > 0 {
		r.Kind = Offers
	}
	return r
}

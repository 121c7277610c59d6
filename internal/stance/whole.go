package stance

import "github.com/mingcha-go/mingcha/internal/fold"

// Tally is what whole texts hold of words that speak against things or about them, and
// of words that offer, wherever they stand. Of each row of the table the heaviest counts,
// once. The zero value has read nothing.
type Tally struct {
	seen uint64
	// Against is the weight of what warns, teaches and reports; Offers of what nobody says
	// who warns: words of trade, which honest people have as well, are not in it.
	Against, Offers int
}

// Add reads a text. What only denies counts for nothing: every shop denies something. Nor
// does what has to stand right beside a thing.
func (t *Tally) Add(f *fold.Text) {
	w := words()
	denied := 0 // where the last word that denies ends
	for i := 0; i < len(f.Symbols); {
		p := w.longest(f, i, len(f.Symbols))
		if p == nil {
			i++
			continue
		}
		end := i + len(p.runes)
		if u := p.heaviest(t.seen); u != nil {
			isDenied := u.kind == Offers && denied > 0 && i-denied <= deniedReach && partAt(f, denied) == joined
			if !isDenied {
				t.take(u)
			}
		}
		if p.denies {
			denied = end
		}
		i = end
	}
}

func (t *Tally) take(u *use) {
	t.seen |= 1 << u.row
	if u.kind == Offers {
		t.Offers += u.weight
	} else {
		t.Against += min(u.weight, sure)
	}
}

// heaviest gives the use of a word that says most of a whole text, an offer before others,
// nil where it says nothing or its rows are seen.
func (p *pattern) heaviest(seen uint64) (best *use) {
	for k := range p.uses {
		u := &p.uses[k]
		switch {
		case seen&(1<<u.row) != 0 || u.side == sideTouches || u.side == sideInside:
		case u.kind == Offers && u.weight >= sure:
			return u
		case u.kind == Warns || u.kind == Teaches || u.kind == Reports:
			if u.weight >= doubt && (best == nil || u.weight > best.weight) {
				best = u
			}
		}
	}
	return best
}

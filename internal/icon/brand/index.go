package brand

import (
	"cmp"
	"image"
	"math"
	mathbits "math/bits"
	"slices"
	"sync"
)

// Index holds the fingerprints that pictures are held against. Build it with Add;
// after that it is safe for concurrent use.
type Index struct {
	prints []print
}

// print is the fingerprint of one figure of a mark, made ready.
type print struct {
	mark   int // noMark for a plain shape
	bits   bits
	ink    int // pixels set in bits
	slopes *slopes
}

const noMark = -1

// Match is a mark that a picture is like.
type Match struct {
	// Mark is the number that the mark was added by.
	Mark int
	// Score is the likeness, 0 to 1: how well the edges of both figures lie on
	// each other (the correlation of their gradients).
	Score float64
}

// plainPrints are those of the plain shapes.
var plainPrints = sync.OnceValue(func() (prints []print) {
	for _, covers := range plainShapes {
		m := drawn(covers)
		f, _ := frameOf(m)
		var p picture
		m.draw(f, pose{scale: 1}, &p)
		prints = append(prints, ready(noMark, &p))
	}
	return prints
})

// NewIndex makes an index of nothing but the plain shapes.
func NewIndex() *Index { return &Index{slices.Clone(plainPrints())} }

// Clone gives an index that can be added to without changing x.
func (x *Index) Clone() *Index { return &Index{slices.Clone(x.prints)} }

func ready(mark int, p *picture) print {
	b, s := p.bits(), &slopes{}
	s.fill(p)
	return print{mark, b, b.count(), s}
}

func (b *bits) count() (n int) {
	for _, w := range b {
		n += mathbits.OnesCount64(w)
	}
	return n
}

// Add adds a fingerprint of a mark, a number from 0 of the caller's.
func (x *Index) Add(mark int, p Print) {
	x.prints = append(x.prints, ready(mark, p.picture()))
}

const degree = math.Pi / 180

const (
	// turns to each side, turn apart, are what figures are looked at in.
	turns = 5
	turn  = 3 * degree
	// kept candidates by rough likeness are looked at closer, refined of them
	// moved until they fit best.
	kept, refined = 24, 4
	// leastRough is the rough likeness from which on that is worth it, refinement
	// the most that a score gains by being refined.
	leastRough, refinement = 0.3, 0.25
	// hopeless is how far below a candidate may be after a step of refinement.
	hopeless = 0.1
	// plainScore is the likeness from which on a figure is a plain shape.
	plainScore = 0.95
)

// Find gives the marks that a picture is like, each with the best score of its
// figures, best first; scores below least are left out.
func (x *Index) Find(m *image.RGBA, least float64) (matches []Match) {
	r := shrink(m)
	defer r.release()
	for _, f := range figures(r) {
		at, ok := frameOf(f)
		if !ok {
			continue
		}
		for _, got := range x.match(f, at, least) {
			if got.Score < least {
				continue
			}
			i := slices.IndexFunc(matches, func(m Match) bool { return m.Mark == got.Mark })
			if i < 0 {
				matches = append(matches, got)
			} else {
				matches[i].Score = max(matches[i].Score, got.Score)
			}
		}
	}
	slices.SortFunc(matches, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	return matches
}

// candidate is a print that a figure may be, in a pose.
type candidate struct {
	print *print
	pose  pose
	score float64
}

func byScore(a, b candidate) int { return cmp.Compare(b.score, a.score) }

// match holds one figure against the index; nothing, if it is a plain shape.
func (x *Index) match(f *mask, at frame, least float64) (matches []Match) {
	if plainAsItIs(f, at) {
		return nil
	}
	close := x.rough(f, at, kept)
	for i := range close {
		c := &close[i]
		c.score = c.print.score(f, at, c.pose)
	}
	slices.SortFunc(close, byScore)
	for i := range close {
		c := &close[i]
		if i < refined && c.score >= least-refinement {
			c.refine(f, at, least, 1, 1, 0.5, 0.25)
		}
	}
	for _, c := range close {
		if c.print.mark == noMark && c.score >= plainScore {
			return nil
		}
	}
	for _, c := range close {
		if c.print.mark != noMark {
			matches = append(matches, Match{c.print.mark, c.score})
		}
	}
	return matches
}

// plainAsItIs tells of a figure that is plainly a plate, without turning it: nearly
// every icon has one.
func plainAsItIs(f *mask, at frame) bool {
	var p picture
	f.draw(at, pose{scale: 1}, &p)
	var s slopes
	s.fill(&p)
	for i := range plainPrints() {
		if s.dot(plainPrints()[i].slopes) >= plainScore {
			return true
		}
	}
	return false
}

// rough gives the best candidates by what their pictures in black and white share.
func (x *Index) rough(f *mask, at frame, most int) []candidate {
	best := make([]candidate, len(x.prints))
	var p picture
	var b bits
	for t := range 2 * (2*turns + 1) {
		view := pose{angle: float64(t/2-turns) * turn, mirror: t%2 == 1, scale: 1}
		if view.mirror {
			b = b.mirrored() // of the one before
		} else {
			f.draw(at, view, &p)
			b = p.bits()
		}
		n := b.count()
		for i := range x.prints {
			pr := &x.prints[i]
			both := 0
			for k := range b {
				both += mathbits.OnesCount64(b[k] & pr.bits[k])
			}
			if share := float64(both) / float64(n+pr.ink-both+1); share > best[i].score {
				best[i] = candidate{pr, view, share}
			}
		}
	}
	best = slices.DeleteFunc(best, func(c candidate) bool { return c.score < leastRough })
	slices.SortFunc(best, byScore)
	return best[:min(most, len(best))]
}

// score is the likeness of a figure in a pose.
func (pr *print) score(f *mask, at frame, view pose) float64 {
	var p picture
	f.draw(at, view, &p)
	var s slopes
	s.fill(&p)
	return s.dot(pr.slopes)
}

// refine moves, turns and stretches a candidate by some steps as long as it fits
// better, and gives up on one that stays far below least.
func (c *candidate) refine(f *mask, at frame, least float64, steps ...float64) {
	for _, step := range steps {
		for axis := range 4 {
			if !c.try(f, at, axis, step) {
				c.try(f, at, axis, -step)
			}
		}
		if c.score < least-hopeless {
			return
		}
	}
}

// try takes a pose that is a step off along an axis, if it fits better.
func (c *candidate) try(f *mask, at frame, axis int, step float64) bool {
	view := c.pose
	switch axis {
	case 0:
		view.scale *= 1 + 0.03*step
	case 1:
		view.dx += 0.05 * step
	case 2:
		view.dy += 0.05 * step
	case 3:
		view.angle += 2 * degree * step
	}
	score := c.print.score(f, at, view)
	if score <= c.score {
		return false
	}
	c.pose, c.score = view, score
	return true
}

// Len is the number of fingerprints, those of the plain shapes included.
func (x *Index) Len() int { return len(x.prints) }

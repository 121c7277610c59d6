package catalog

// What counts as nearly the same. The figures were chosen by reasoning from the
// edits that should be found and are not measured on real programs yet.
const (
	// nearWhole is the least similarity of name and intro together.
	nearWhole = .70
	// nearBody is the least similarity of the longer text alone, whatever the
	// name is: a template.
	nearBody = .80
	// sameIcon is taken off both where the icons are the same.
	sameIcon = .08
	// fewShingles: below, texts are too short to be near by chance or not, and
	// have to be equal.
	fewShingles = 12
)

// Similarity gives how much of their shingles two records share, from 0 to 1:
// the Dice coefficient of name and intro together or, where both have a body of
// some length, of the body alone, whichever is higher. A nil sketch panics.
func Similarity(a, b *Sketch) float64 {
	expect(a != nil && b != nil, "Similarity of a nil *Sketch: expected two that SketchOf gave")
	whole, body := likeness(a, b)
	if min(len(a.Body), len(b.Body)) >= fewShingles {
		return max(whole, body)
	}
	return whole
}

// Near tells whether two records are nearly the same. A nil sketch panics.
func Near(a, b *Sketch) bool {
	expect(a != nil && b != nil, "Near of a nil *Sketch: expected two that SketchOf gave")
	la, lb := len(a.Body), len(b.Body)
	if 4*min(la, lb) < max(la, lb) { // far from both bounds
		return false
	}
	whole, body := likeness(a, b)
	if min(len(a.Title)+la, len(b.Title)+lb) < fewShingles {
		return whole == 1
	}
	less := 0.
	if a.Icon != 0 && a.Icon == b.Icon {
		less = sameIcon
	}
	return whole >= nearWhole-less || body >= nearBody-less && min(la, lb) >= fewShingles
}

// likeness gives the Dice coefficients of title and body together and of the
// body alone. Two records without text are not alike.
func likeness(a, b *Sketch) (whole, body float64) {
	titles, bodies := len(a.Title)+len(b.Title), len(a.Body)+len(b.Body)
	if bodies == 0 {
		return 0, 0
	}
	shared := common(a.Body, b.Body)
	body = 2 * float64(shared) / float64(bodies)
	whole = 2 * float64(shared+common(a.Title, b.Title)) / float64(titles+bodies)
	return whole, body
}

// common counts what two sorted lists share.
func common(a, b []uint16) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch x, y := a[0], b[0]; {
		case x < y:
			a = a[1:]
		case x > y:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}

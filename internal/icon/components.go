package icon

import (
	"encoding/binary"
	"image"
	"sync"
)

// component is an area of one colour in a small picture, joined edge to edge.
type component struct {
	box     image.Rectangle
	area    int
	r, g, b int // sums, then means
}

// componentsSide is the side of the picture that is taken apart for badges.
const componentsSide = 128

// parted is a picture taken apart. Its memory is used again after release.
type parted struct {
	w, h int
	// labels is the number of each pixel's component.
	labels []int32
	parts  []component
	// parents joins the numbers that pixels were first given: each is at least as
	// large as its parent's.
	parents []int32
}

var partedPool = sync.Pool{New: func() any { return new(parted) }}

func (p *parted) release() { partedPool.Put(p) }

// components takes a picture apart. Neighbours belong together where no channel
// differs by more than tolerance. Components are numbered by their first pixels.
func components(img *image.RGBA, tolerance uint64) *parted {
	p := partedPool.Get().(*parted)
	p.w, p.h = img.Rect.Dx(), img.Rect.Dy()
	if n := p.w * p.h; cap(p.labels) < n {
		p.labels = make([]int32, n)
	} else {
		p.labels = p.labels[:n]
	}
	p.parents, p.parts = p.parents[:0], p.parts[:0]
	for y := range p.h {
		p.join(img, y, tolerance)
	}
	// Parents come before their children: one pass makes numbers of them.
	n := int32(0)
	for i, parent := range p.parents {
		if int(parent) == i {
			p.parents[i] = n
			n++
		} else {
			p.parents[i] = p.parents[parent]
		}
	}
	for range n {
		p.parts = append(p.parts, component{box: image.Rectangle{Min: image.Pt(p.w, p.h)}}) // image.Rect would swap them
	}
	for y := range p.h {
		p.sum(img, y)
	}
	for i := range p.parts {
		c := &p.parts[i]
		c.r, c.g, c.b = c.r/c.area, c.g/c.area, c.b/c.area
	}
	return p
}

// join gives the pixels of a row the numbers of alike ones to the left and above,
// and notes which numbers mean the same.
func (p *parted) join(img *image.RGBA, y int, tolerance uint64) {
	const none = -1
	row := img.Pix[y*img.Stride:][:4*p.w]
	above, up := row, p.labels[y*p.w:][:p.w] // of the first row: not looked at
	if y > 0 {
		above, up = img.Pix[(y-1)*img.Stride:][:4*p.w], p.labels[(y-1)*p.w:][:p.w]
	}
	labels := p.labels[y*p.w:][:p.w]
	label, joined := int32(none), int32(none) // joined: a number above, known to mean the same
	var left uint32
	for x := 0; x < p.w; x++ {
		// Where neither row changes, the next two pixels are as the last.
		for x > 0 && x+2 <= p.w && unchanged(row[4*x-4:]) && unchanged(above[4*x-4:]) {
			labels[x], labels[x+1] = label, label
			x += 2
		}
		if x == p.w {
			break
		}
		px := binary.LittleEndian.Uint32(row[4*x:])
		if x == 0 || !alike(px, left, tolerance) {
			label, joined = none, none
		}
		left = px
		if y > 0 && alike(px, binary.LittleEndian.Uint32(above[4*x:]), tolerance) {
			over := up[x]
			if label == none {
				label = over
			} else if over != label && over != joined {
				p.unite(label, over)
			}
			joined = over
		}
		if label == none {
			label = int32(len(p.parents))
			p.parents = append(p.parents, label)
		}
		labels[x] = label
	}
}

// unchanged tells whether three pixels are the same.
func unchanged(p []uint8) bool {
	return binary.LittleEndian.Uint64(p) == binary.LittleEndian.Uint64(p[4:])
}

// unite notes that two numbers mean the same component.
func (p *parted) unite(a, b int32) {
	a, b = p.root(a), p.root(b)
	if a < b {
		p.parents[b] = a
	} else {
		p.parents[a] = b
	}
}

func (p *parted) root(a int32) int32 {
	for p.parents[a] != a {
		p.parents[a] = p.parents[p.parents[a]]
		a = p.parents[a]
	}
	return a
}

// sum gives the pixels of a row their last numbers and adds them, run by run, to
// their components.
func (p *parted) sum(img *image.RGBA, y int) {
	row := img.Pix[y*img.Stride:][:4*p.w]
	labels := p.labels[y*p.w:][:p.w]
	for from := 0; from < p.w; {
		first, to := labels[from], from
		n := p.parents[first]
		var even, odd uint64 // red and blue in 32 bits each, green
		for to < p.w && labels[to] == first {
			labels[to] = n
			px := uint64(binary.LittleEndian.Uint32(row[4*to:]))
			even += px&0xff | px&0xff0000<<16
			odd += px >> 8 & 0xff
			to++
		}
		c := &p.parts[n]
		c.area += to - from
		c.r, c.g, c.b = c.r+int(even&0xffffffff), c.g+int(odd), c.b+int(even>>32)
		c.box.Min.X, c.box.Min.Y = min(c.box.Min.X, from), min(c.box.Min.Y, y)
		c.box.Max.X, c.box.Max.Y = max(c.box.Max.X, to), y+1
		from = to
	}
}

// alike tells whether no channel of two pixels differs by more than tolerance.
func alike(a, b uint32, tolerance uint64) bool {
	if a == b {
		return true // most neighbours
	}
	// Each channel has 16 bits; where x - y + tolerance is not below 0, adding 256
	// sets one of the two bits past the channel.
	const ones = 0x0001000100010001
	x, y, more := spread(a), spread(b), (256+tolerance)*ones
	up, down := x+more-y, y+more-x
	return (up|up>>1)&(down|down>>1)&(256*ones) == 256*ones
}

// spread gives each channel of a pixel 16 bits.
func spread(p uint32) uint64 { return uint64(p&0x00ff00ff) | uint64(p>>8&0x00ff00ff)<<32 }

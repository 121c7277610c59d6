package icon

import (
	"encoding/binary"
	"math"
)

// Clarity says how well the picture can be seen.
type Clarity struct {
	// EdgeWidth is how far the sharper edges are spread: the standard deviation in
	// pixels of a Gaussian that would blur a hard edge as much. A fifth of all
	// edges, weighed by contrast, are sharper. 0 where there is no edge.
	//
	// Source: P. Marziliano, F. Dufaux, S. Winkler, T. Ebrahimi: A no-reference
	// perceptual blur metric, ICIP 2002; width is taken as contrast by slope.
	EdgeWidth float64
	// Enlarged is the whole factor by which pixels were repeated, 1 if they were not.
	Enlarged int
	// Detail is the number of edges met, as a share of the rows and columns
	// looked at.
	Detail float64
	// Contrast is the difference in luminance, in levels of 255, across the
	// stronger edges: nine in ten are weaker.
	Contrast float64
}

// The limits; docs/icon.md has the evidence.
const (
	MostEdgeWidth = 1.0
	MostEnlarged  = 2
	LeastDetail   = 0.12
	LeastContrast = 14
)

// Blurred tells that no good part of the edges is sharp.
func (c *Clarity) Blurred() bool { return c.EdgeWidth > MostEdgeWidth || c.Enlarged > MostEnlarged }

// Empty tells that there is next to nothing to see.
func (c *Clarity) Empty() bool { return c.Detail < LeastDetail }

// Faint tells that what there is hardly stands out.
func (c *Clarity) Faint() bool { return !c.Empty() && c.Contrast < LeastContrast }

// edges gathers what rows and columns show.
type edges struct {
	widths   [257]float64 // by width in 1/16 pixels: the sum of contrasts
	contrast [256]int     // by contrast: how many
	count    int
}

// Clarity measures the working picture.
func (c *Icon) Clarity() Clarity { return c.clarity.get(c.measureClarity) }

func (c *Icon) measureClarity() Clarity {
	w, h := c.Size()
	var e edges
	every := 1 + min(w, h)/256 // of a large picture half the lines tell as much
	lines := 0
	for y := 0; y < h; y += every {
		e.scan(c.Luma[y*w : (y+1)*w])
		lines++
	}
	lines += e.scanColumns(c.Luma, w, h, every)
	m := Clarity{Enlarged: repeated(c.Luma, w, h), Detail: float64(e.count) / float64(lines)}
	m.Contrast = float64(e.contrastAt(0.9))
	m.EdgeWidth = e.widthAt(0.2)
	return m
}

const (
	leastStep = 3  // levels between neighbours where an edge may begin
	mostReach = 40 // pixels that an edge may be wide
)

// scan finds the edges of one line: runs in which the level only rises or only
// falls.
func (e *edges) scan(line []uint8) {
	for from := 0; from+1 < len(line); {
		for from+9 <= len(line) && binary.LittleEndian.Uint64(line[from:]) == binary.LittleEndian.Uint64(line[from+1:]) {
			from += 8 // level
		}
		if from+1 >= len(line) {
			return
		}
		first := int(line[from+1]) - int(line[from])
		if first == 0 {
			from++
			continue
		}
		rest := line[from:min(from+mostReach+1, len(line))]
		to, last, steepest := 0, int(rest[0]), 0
		if first > 0 {
			for to+1 < len(rest) && int(rest[to+1]) > last {
				steepest = max(steepest, int(rest[to+1])-last)
				to, last = to+1, int(rest[to+1])
			}
		} else {
			for to+1 < len(rest) && int(rest[to+1]) < last {
				steepest = max(steepest, last-int(rest[to+1]))
				to, last = to+1, int(rest[to+1])
			}
		}
		if total := abs(last - int(rest[0])); steepest >= leastStep && total >= 4 {
			e.add(total, steepest)
		}
		from += to
	}
}

// scanColumns scans each column of some and gives their number. Columns are
// gathered a few at a time: one by one each would go through all of the memory.
func (e *edges) scanColumns(luma []uint8, w, h, every int) (columns int) {
	const together = 16
	var lines [together * Side]uint8
	for x := 0; x < w; x += every * together {
		n := min((w-x+every-1)/every, together)
		for y := range h {
			row := luma[y*w+x : (y+1)*w]
			for k := range n {
				lines[k*Side+y] = row[k*every]
			}
		}
		for k := range n {
			e.scan(lines[k*Side:][:h])
		}
		columns += n
	}
	return columns
}

// add counts an edge; contrast by steepest slope is the width of the ramp, which
// for a Gaussian is its deviation times the root of two pi.
func (e *edges) add(contrast, steepest int) {
	sigma := float64(contrast) / float64(steepest) / math.Sqrt(2*math.Pi)
	e.count++
	e.contrast[min(contrast, 255)]++
	if contrast >= 16 {
		e.widths[min(int(sigma*16), 256)] += float64(contrast)
	}
}

func (e *edges) contrastAt(share float64) int {
	seen := 0
	for i, n := range e.contrast {
		if seen += n; float64(seen) >= share*float64(e.count) {
			return i
		}
	}
	return 255
}

func (e *edges) widthAt(share float64) float64 {
	all, seen := 0.0, 0.0
	for _, n := range e.widths {
		all += n
	}
	if all == 0 {
		return 0
	}
	for i, n := range e.widths {
		if seen += n; seen >= share*all {
			return (float64(i) + 0.5) / 16
		}
	}
	return 16
}

// repeated gives the factor by which each pixel of a smaller picture was repeated:
// the largest from 2 to 8 for which levels change along rows at its multiples only.
// A picture of few levels, or of large blocks, is drawn so on purpose.
func repeated(luma []uint8, w, h int) int {
	const fewest = 12 // levels: a picture of fewer is pixel art, or flat
	var levels [256]bool
	common, different, changes := 0, 0, 0
	for y := range h {
		row := luma[y*w : (y+1)*w]
		for x := 1; x < w; x++ {
			if row[x] == row[x-1] {
				continue
			}
			if common = divisor(common, x); common == 1 {
				return 1
			}
			changes++
			if !levels[row[x]] {
				levels[row[x]] = true
				different++
			}
		}
	}
	if different < fewest || changes <= h {
		return 1
	}
	for factor := 8; factor > 1; factor-- {
		if common%factor == 0 && w%factor == 0 && h%factor == 0 && w/factor >= 24 {
			return factor
		}
	}
	return 1
}

// divisor is the greatest one that two numbers share.
func divisor(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func hypot(x, y float64) float64 { return math.Sqrt(x*x + y*y) }

// LeastQuality is the quality of a JPEG file below which blocks are plainly seen.
const LeastQuality = 20

// Compressed tells whether a JPEG file was compressed too much.
func (c *Icon) Compressed() bool { return c.Quality > 0 && c.Quality < LeastQuality }

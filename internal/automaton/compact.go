package automaton

import (
	"bytes"
	"cmp"
	"math/bits"
	"slices"
)

// compact is an Aho-Corasick automaton in flat tables. States are numbered in
// breadth-first order, so the root and its children come first: these, where a
// scan spends nearly all its time, tell by one look whether a byte leads on.
// Deeper states hold only their own edges and fall back along their failure links.
// A processor's cache holds all that a scan usually touches.
type compact struct {
	root  [256]uint32 // the state that a byte leads to from the root
	forks []fork      // of the states 1 to len(forks), which fail to the root
	// nodes are all states and one more. Edge e leads to state e+1, as both are
	// numbered alike; those of state s are from nodes[s].edges to nodes[s+1].edges.
	nodes   []node
	labels  []byte // of edges, sorted within a state
	lengths []int32
	// openings spares texts in which no pattern begins; nil where one does in most.
	openings *openings
}

// fewPatterns is up to how many patterns most texts hold the beginning of none.
const fewPatterns = 1 << 10

// fork is the edges of a state as a set of bytes, 64 a word.
type fork struct {
	labels [4]uint64
	first  [4]uint32 // the state that the first byte of each word leads to
}

type node struct {
	edges   uint32
	fail    uint32
	pattern int32  // that ends in the state, or -1
	output  uint32 // nearest state on the failure path, itself included, with a pattern; 0: none
}

// newCompact builds the automaton from what sorted gives.
func newCompact(patterns [][]byte, order []int32, states int) *compact {
	c := &compact{lengths: make([]int32, len(patterns))}
	for i, p := range patterns {
		c.lengths[i] = int32(len(p))
	}
	if len(patterns) <= fewPatterns {
		o := openingsOf(patterns)
		c.openings = &o
	}
	c.layOut(patterns, order, states)
	c.fork()
	c.link()
	return c
}

// sorted gives the numbers of the patterns in their order as bytes, and how many states
// they need: one for each of their beginnings. Of two that are the same it gives the
// numbers instead, the first one first.
func sorted(patterns [][]byte) (order []int32, states int, same []int32) {
	order = make([]int32, len(patterns))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(bytes.Compare(patterns[a], patterns[b]), cmp.Compare(a, b))
	})
	states = 1
	var before []byte
	for i, n := range order {
		p, shared := patterns[n], 0
		for shared < min(len(p), len(before)) && p[shared] == before[shared] {
			shared++
		}
		if i > 0 && shared == len(p) {
			return nil, 0, []int32{order[i-1], n}
		}
		states += len(p) - shared
		before = p
	}
	return order, states, nil
}

// layOut numbers the states breadth first and writes their edges. A state is the range
// of sorted patterns that begin with its bytes; its edges part the range by the next.
func (c *compact) layOut(patterns [][]byte, order []int32, states int) {
	c.nodes = make([]node, states+1)
	c.labels = make([]byte, 0, states-1)
	type span struct{ from, to int32 }
	level, next := []span{{0, int32(len(order))}}, []span(nil)
	s := 0
	for depth := 0; len(level) > 0; depth++ {
		for _, r := range level {
			n := node{edges: uint32(len(c.labels)), pattern: -1}
			if r.from < r.to && len(patterns[order[r.from]]) == depth {
				n.pattern = order[r.from]
				r.from++
			}
			for i := r.from; i < r.to; {
				label, from := patterns[order[i]][depth], i
				for i < r.to && patterns[order[i]][depth] == label {
					i++
				}
				c.labels = append(c.labels, label)
				next = append(next, span{from, i})
			}
			c.nodes[s] = n
			s++
		}
		level, next = next, level[:0]
	}
	c.nodes[s].edges = uint32(len(c.labels))
}

// fork writes the edges of the root and its children once more, for looking them up.
func (c *compact) fork() {
	for e := range c.nodes[1].edges {
		c.root[c.labels[e]] = e + 1
	}
	c.forks = make([]fork, c.nodes[1].edges)
	for i := range c.forks {
		f := &c.forks[i]
		for e := c.nodes[i+1].edges; e < c.nodes[i+2].edges; e++ {
			word, bit := c.labels[e]>>6, c.labels[e]&63
			if f.labels[word] == 0 {
				f.first[word] = e + 1
			}
			f.labels[word] |= 1 << bit
		}
	}
}

// link sets failure links and outputs.
func (c *compact) link() {
	for s := range uint32(len(c.nodes) - 1) {
		node := &c.nodes[s]
		if node.pattern >= 0 {
			node.output = s
		} else {
			node.output = c.nodes[node.fail].output
		}
		if s == 0 {
			continue // its children fail to the root
		}
		for e := node.edges; e < c.nodes[s+1].edges; e++ {
			c.nodes[e+1].fail = c.step(node.fail, c.labels[e])
		}
	}
}

func (c *compact) step(s uint32, b byte) uint32 {
	for int(s) > len(c.forks) {
		for e, end := c.nodes[s].edges, c.nodes[s+1].edges; e < end; e++ {
			if c.labels[e] == b {
				return e + 1
			}
		}
		s = c.nodes[s].fail
	}
	if s != 0 {
		if next := c.forks[s-1].next(b); next != 0 {
			return next
		}
	}
	return c.root[b]
}

// next gives the state that a byte leads to, 0 where it leads nowhere.
func (f *fork) next(b byte) uint32 {
	word, bit := f.labels[b>>6], uint64(1)<<(b&63)
	if word&bit == 0 {
		return 0
	}
	return f.first[b>>6] + uint32(bits.OnesCount64(word&(bit-1)))
}

func (c *compact) appendHits(dst []Hit, text []byte) []Hit {
	if c.openings != nil && !c.openings.in(text) {
		return dst
	}
	var s uint32
	for i, b := range text {
		switch { // what step does, for the states in which texts nearly always are
		case s == 0:
			s = c.root[b]
		case int(s) <= len(c.forks):
			if s = c.forks[s-1].next(b); s == 0 {
				s = c.root[b]
			}
		default:
			s = c.step(s, b)
		}
		for o := c.nodes[s].output; o != 0; o = c.nodes[c.nodes[o].fail].output {
			p := c.nodes[o].pattern
			dst = append(dst, Hit{Pattern: int(p), Start: i + 1 - int(c.lengths[p]), End: i + 1})
		}
	}
	return dst
}

package automaton

import (
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
}

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

func newCompact(patterns [][]byte, t *trie) *compact {
	c := &compact{}
	c.lengths = make([]int32, len(patterns))
	for i, p := range patterns {
		c.lengths[i] = int32(len(p))
	}
	c.layOut(t)
	c.link()
	return c
}

// trie is the pattern set while it is built: children as sibling lists, and all edges in
// a hash table, as states near the root have hundreds.
type trie struct {
	child, sibling []uint32
	label          []byte
	pattern        []int32
	edges          []uint32 // states, by the state above and the label; 0: free
	above          []uint32 // of each state
	dup            []int    // two patterns that are the same, if any are
}

func newTrie(patterns [][]byte, total int) *trie {
	t := &trie{
		child: make([]uint32, 1, total+1), sibling: make([]uint32, 1, total+1), above: make([]uint32, 1, total+1),
		label: make([]byte, 1, total+1), pattern: make([]int32, 1, total+1),
		edges: make([]uint32, 2<<bits.Len(uint(total))),
	}
	t.pattern[0] = -1
	for i, p := range patterns {
		var s uint32
		for _, b := range p {
			s = t.descend(s, b)
		}
		if first := t.pattern[s]; first >= 0 {
			t.dup = []int{int(first), i}
			return t
		}
		t.pattern[s] = int32(i)
	}
	return t
}

// descend gives the state that a label leads to from state s; it makes it where there is
// none.
func (t *trie) descend(s uint32, b byte) uint32 {
	mask := uint32(len(t.edges) - 1)
	at := (s<<8 | uint32(b)) * 0x9e3779b1 >> 7 & mask
	for t.edges[at] != 0 {
		if k := t.edges[at]; t.above[k] == s && t.label[k] == b {
			return k
		}
		at = (at + 1) & mask
	}
	k := uint32(len(t.child))
	t.edges[at] = k
	t.child = append(t.child, 0)
	t.sibling = append(t.sibling, t.child[s])
	t.above = append(t.above, s)
	t.label = append(t.label, b)
	t.pattern = append(t.pattern, -1)
	t.child[s] = k
	return k
}

// layOut numbers the trie's states breadth first and writes their edges.
func (c *compact) layOut(t *trie) {
	n := len(t.child)
	c.nodes = make([]node, n+1)
	c.labels = make([]byte, 0, n)
	order := make([]uint32, 1, n) // new number -> trie state
	for s := 0; s < len(order); s++ {
		old := order[s]
		c.nodes[s] = node{edges: uint32(len(c.labels)), pattern: t.pattern[old]}
		from := len(order)
		for k := t.child[old]; k != 0; k = t.sibling[k] {
			order = append(order, k)
		}
		slices.SortFunc(order[from:], func(a, b uint32) int { return int(t.label[a]) - int(t.label[b]) })
		for _, k := range order[from:] {
			c.labels = append(c.labels, t.label[k])
		}
	}
	c.nodes[n].edges = uint32(len(c.labels))
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
	var s uint32
	for i, b := range text {
		s = c.step(s, b)
		for o := c.nodes[s].output; o != 0; o = c.nodes[c.nodes[o].fail].output {
			p := c.nodes[o].pattern
			dst = append(dst, Hit{Pattern: int(p), Start: i + 1 - int(c.lengths[p]), End: i + 1})
		}
	}
	return dst
}

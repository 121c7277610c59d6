package automaton

// compact is an Aho-Corasick automaton in flat tables. States are numbered in
// breadth-first order, so the root and its children come first: these, where a
// scan spends nearly all its time, have a full row of transitions each. Deeper
// states hold only their own edges and fall back along their failure links.
type compact struct {
	rows    [][256]uint32 // states 0 to len(rows)-1: the complete transition
	fail    []uint32
	edges   []uint32 // edges of state s: edges[s] to edges[s+1]
	edgeOf  []byte
	edgeTo  []uint32
	pattern []int32  // pattern that ends in the state, or -1
	output  []uint32 // nearest state on the failure path, itself included, with a pattern; 0: none
	lengths []int32
}

func newCompact(patterns [][]byte, total int) *compact {
	c := &compact{}
	c.lengths = make([]int32, len(patterns))
	for i, p := range patterns {
		c.lengths[i] = int32(len(p))
	}
	c.layOut(newTrie(patterns, total))
	c.link()
	return c
}

// trie is the pattern set while it is built: children as sibling lists.
type trie struct {
	child, sibling []uint32
	label          []byte
	pattern        []int32
}

func newTrie(patterns [][]byte, total int) *trie {
	t := &trie{
		child: make([]uint32, 1, total+1), sibling: make([]uint32, 1, total+1),
		label: make([]byte, 1, total+1), pattern: make([]int32, 1, total+1),
	}
	t.pattern[0] = -1
	for i, p := range patterns {
		var s uint32
		for _, b := range p {
			s = t.descend(s, b)
		}
		t.pattern[s] = int32(i)
	}
	return t
}

func (t *trie) descend(s uint32, b byte) uint32 {
	for k := t.child[s]; k != 0; k = t.sibling[k] {
		if t.label[k] == b {
			return k
		}
	}
	k := uint32(len(t.child))
	t.child = append(t.child, 0)
	t.sibling = append(t.sibling, t.child[s])
	t.label = append(t.label, b)
	t.pattern = append(t.pattern, -1)
	t.child[s] = k
	return k
}

// layOut numbers the trie's states breadth first and writes their edges.
func (c *compact) layOut(t *trie) {
	n := len(t.child)
	c.pattern = make([]int32, n)
	c.edges = make([]uint32, n+1)
	c.edgeOf = make([]byte, 0, n)
	c.edgeTo = make([]uint32, 0, n)
	order := make([]uint32, 1, n) // new number -> trie state
	for s := 0; s < len(order); s++ {
		old := order[s]
		c.pattern[s] = t.pattern[old]
		c.edges[s] = uint32(len(c.edgeTo))
		for k := t.child[old]; k != 0; k = t.sibling[k] {
			c.edgeOf = append(c.edgeOf, t.label[k])
			c.edgeTo = append(c.edgeTo, uint32(len(order)))
			order = append(order, k)
		}
	}
	c.edges[n] = uint32(len(c.edgeTo))
	c.rows = make([][256]uint32, 1+c.edges[1])
}

// link sets failure links, outputs and the rows of the first states.
func (c *compact) link() {
	n := len(c.pattern)
	c.fail = make([]uint32, n)
	c.output = make([]uint32, n)
	for s := range uint32(n) {
		if c.pattern[s] >= 0 {
			c.output[s] = s
		} else {
			c.output[s] = c.output[c.fail[s]]
		}
		if int(s) < len(c.rows) {
			c.rows[s] = c.rows[0] // depth 1 fails to the root; the root's row is still zero here
		}
		for e := c.edges[s]; e < c.edges[s+1]; e++ {
			b, to := c.edgeOf[e], c.edgeTo[e]
			if s != 0 {
				c.fail[to] = c.step(c.fail[s], b)
			}
			if int(s) < len(c.rows) {
				c.rows[s][b] = to
			}
		}
	}
}

func (c *compact) step(s uint32, b byte) uint32 {
	for int(s) >= len(c.rows) {
		for e, end := c.edges[s], c.edges[s+1]; e < end; e++ {
			if c.edgeOf[e] == b {
				return c.edgeTo[e]
			}
		}
		s = c.fail[s]
	}
	return c.rows[s][b]
}

func (c *compact) appendHits(dst []Hit, text []byte) []Hit {
	var s uint32
	for i, b := range text {
		s = c.step(s, b)
		for o := c.output[s]; o != 0; o = c.output[c.fail[o]] {
			p := c.pattern[o]
			dst = append(dst, Hit{Pattern: int(p), Start: i + 1 - int(c.lengths[p]), End: i + 1})
		}
	}
	return dst
}

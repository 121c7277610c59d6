package match

// charTable maps characters to indexes, in pages of 256. The zero value has none.
type charTable struct {
	pages []*[256]int32 // indexes plus one
}

func (c *charTable) set(r rune, index int32) {
	page := int(r >> 8)
	for len(c.pages) <= page {
		c.pages = append(c.pages, nil)
	}
	if c.pages[page] == nil {
		c.pages[page] = new([256]int32)
	}
	c.pages[page][r&0xff] = index + 1
}

// at gives the index of a character, -1 where it has none.
func (c *charTable) at(r rune) int32 {
	page := uint32(r) >> 8
	if page >= uint32(len(c.pages)) || c.pages[page] == nil {
		return -1
	}
	return c.pages[page][r&0xff] - 1
}

package icon

// Fact is one thing measured on an icon, with its limit.
type Fact struct {
	// Name is the measure's: edge-width, detail, contrast, ...
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	// Limit is the value past which the picture is pointed at.
	Limit float64 `json:"limit"`
	// Bad tells whether it is.
	Bad bool `json:"bad"`
}

// Facts measures everything, for those who are asked why.
func (c *Icon) Facts() []Fact {
	clarity, mark, ground, badge := c.Clarity(), c.Watermark(), c.Background(), c.Badge()
	facts := []Fact{
		{"edge-width", clarity.EdgeWidth, MostEdgeWidth, clarity.EdgeWidth > MostEdgeWidth},
		{"enlarged", float64(clarity.Enlarged), MostEnlarged, clarity.Enlarged > MostEnlarged},
		{"detail", clarity.Detail, LeastDetail, clarity.Empty()},
		{"contrast", clarity.Contrast, LeastContrast, clarity.Faint()},
		{"watermark", float64(mark.Parts) * mark.Spread, LeastMarked, mark.Found()},
		{"badge", 0, 0.5, badge.Kind != NoBadge},
		{"white-ground", ground.White, LeastWhite, ground.Plain()},
		{"clear-ground", ground.Clear, LeastClear, ground.Clear >= LeastClear},
	}
	if badge.Kind != NoBadge {
		facts[5].Value = 1
	}
	if c.Format == JPEG {
		facts = append(facts, Fact{"jpeg-quality", float64(c.Quality), LeastQuality, c.Compressed()})
	}
	return facts
}

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

// titles name the measures in Chinese and English.
var titles = map[string][2]string{
	"edge-width":   {"边缘宽度（像素）", "edge width (pixels)"},
	"enlarged":     {"放大倍数", "enlarged by"},
	"detail":       {"细节", "detail"},
	"contrast":     {"反差（0–255）", "contrast (0-255)"},
	"watermark":    {"水印", "watermark"},
	"badge":        {"角标", "badge"},
	"white-ground": {"白底比例", "white ground"},
	"clear-ground": {"透明底比例", "transparent ground"},
	"jpeg-quality": {"JPEG 质量", "JPEG quality"},
}

// Title names the measure in Chinese and English.
func (f *Fact) Title() (zh, en string) { return titles[f.Name][0], titles[f.Name][1] }

package validate

import (
	"fmt"
	"image/color"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

var _ = register(&Check{
	Slug:   "icon-background",
	Rules:  []string{"13.4"},
	Fields: []Field{FieldIcon},
	Title:  Text{"图标底色", "Ground of the icon"},
	Doc: Text{
		"建议用有色背景；白底要有边框，否则在白色页面上看不出边界。透明底也只作提醒。圆形或圆角的彩色底板算有色背景。",
		"A coloured ground is advised; a white one wants a border, for nothing parts it from a white page. A transparent one is told of as well. A coloured plate, round or with round corners, counts as a coloured ground.",
	},
	Icons: []IconSample{
		{Title: Text{"白底没有边框", "white without a border"}, Found: true, Severity: Advice, Draw: func() []byte { return sample.PNG(sample.Leaf(144, 144, sample.White, sample.Green)) }},
		{Title: Text{"透明底", "transparent"}, Found: true, Severity: Advice, Draw: func() []byte { return sample.PNG(sample.Leaf(144, 144, sample.Clear, sample.Green)) }},
		{Title: Text{"绿底", "green"}, Draw: func() []byte { return sample.PNG(sample.Leaf(144, 144, sample.Green, sample.White)) }},
		{Title: Text{"白底有绿边", "white with a green border"}, Draw: func() []byte {
			return sample.PNG(sample.Framed(sample.Leaf(144, 144, sample.White, sample.Green), sample.Green, 3))
		}},
	},
	run: runIconBackground,
})

func runIconBackground(s *subject, c *Check) {
	picture, _ := s.decodedIcon()
	if picture == nil {
		return
	}
	suggestion := Text{"换成有色背景，或给白底加一圈有色边框", "use a coloured ground, or put a coloured border around the white one"}
	switch b := picture.Background(); {
	case b.Clear >= icon.LeastClear:
		s.addIcon(c, Finding{Severity: Advice, Suggestion: suggestion.In(s.v.language),
			Message: Text{"图标背景透明（边缘 %.0[1]f%%），建议用有色背景", "the icon's ground is transparent (%.0[1]f %% of its rim); a coloured one is advised"}.format(s.v.language, 100*b.Clear)})
	case b.Plain():
		s.addIcon(c, Finding{Severity: Advice, Suggestion: suggestion.In(s.v.language),
			Message: Text{"图标是白底（%[1]s）而没有边框，建议用有色背景", "the icon's ground is white (%[1]s) without a border; a coloured one is advised"}.format(s.v.language, hexColor(b.Color))})
	}
}

func hexColor(c color.RGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

package validate

import (
	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

var _ = register(&Check{
	Slug:   "icon-clarity",
	Rules:  []string{"2.2"},
	Fields: []Field{FieldIcon},
	Title:  Text{"图标是否清晰", "Is the icon clear"},
	Doc: Text{
		"图标要清晰：边缘普遍模糊的、由小图放大的、几乎空白的、图形与底色难以分辨的、压缩过度的，交给人工。只要有相当一部分边缘锐利，柔和的渐变和阴影不算模糊。",
		"The icon has to be clear: one whose edges are all soft, that was enlarged from a small one, is nearly empty, hardly stands out from its ground, or was compressed too much goes to a person. Where a good part of the edges is sharp, soft gradients and shadows are no blur.",
	},
	Icons: []IconSample{
		{Title: Text{"整体模糊", "blurred all over"}, Found: true, Severity: Review, Draw: func() []byte {
			return sample.PNG(sample.Soft(sample.Leaf(256, 256, sample.Green, sample.White), 4))
		}},
		{Title: Text{"只有底色", "nothing but its ground"}, Found: true, Severity: Review, Draw: func() []byte { return sample.PNG(sample.Plain(256, 256, sample.Green)) }},
		{Title: Text{"与底色几乎同色的图形", "a figure of nearly the colour of its ground"}, Found: true, Severity: Review, Draw: func() []byte {
			faint := sample.Green
			faint.G += 10
			return sample.PNG(sample.Leaf(256, 256, sample.Green, faint))
		}},
		{Title: Text{"质量为 5 的 JPEG", "a JPEG of quality 5"}, Found: true, Severity: Review, Draw: func() []byte { return sample.JPEG(sample.Leaf(256, 256, sample.Green, sample.White), 5) }},
		{Title: Text{"锐利的图形", "a sharp figure"}, Draw: func() []byte { return sample.PNG(sample.Leaf(256, 256, sample.Green, sample.White)) }},
		{Title: Text{"质量为 75 的 JPEG", "a JPEG of quality 75"}, Draw: func() []byte { return sample.JPEG(sample.Leaf(256, 256, sample.Green, sample.White), 75) }},
	},
	run: runIconClarity,
})

func runIconClarity(s *subject, c *Check) {
	picture, _ := s.decodedIcon()
	if picture == nil {
		return
	}
	m := picture.Clarity()
	say := func(message, suggestion Text, args ...any) {
		s.addIcon(c, Finding{Severity: Review, Message: message.format(s.v.language, args...), Suggestion: suggestion.In(s.v.language)})
	}
	original := Text{"从原稿重新导出清晰的图标", "export a sharp icon from the original"}
	switch {
	case m.Empty():
		say(Text{"图标几乎是空白，看不出图形或文字", "the icon is nearly empty: no figure or text can be made out"},
			Text{"放上能代表小程序的图形", "give a figure that stands for the program"})
		return
	case m.Faint():
		say(Text{"图形与底色太接近（亮度只差 %.0[1]f 级，共 255 级），难以看清", "the figure hardly stands out from its ground (%.0[1]f of 255 levels of luminance)"},
			Text{"加大图形与底色的反差", "give figure and ground more contrast"}, m.Contrast)
		return
	case m.Enlarged > icon.MostEnlarged:
		say(Text{"图标由小图放大 %[1]d 倍而来，像素成块", "the icon was enlarged %[1]d times by repeating pixels"}, original, m.Enlarged)
	case m.Blurred():
		say(Text{"图标模糊：最锐利的边缘也要过渡 %.1[1]f 像素", "the icon is blurred: even the sharper edges spread over %.1[1]f pixels"}, original, 2.5*m.EdgeWidth)
	}
	if picture.Compressed() {
		say(Text{"图标压缩过度（JPEG 质量约 %[1]d），有明显的块和噪点", "the icon is compressed too much (JPEG quality about %[1]d)"}, original, picture.Quality)
	}
}

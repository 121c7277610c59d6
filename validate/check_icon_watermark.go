package validate

import "github.com/mingcha-go/mingcha/internal/icon/sample"

var _ = register(&Check{
	Slug:   "icon-watermark",
	Rules:  []string{"2.2"},
	Fields: []Field{FieldIcon, FieldIconText},
	Title:  Text{"图标水印", "Watermark on the icon"},
	Doc: Text{
		"图标不能有水印：平铺或单独一行的半透明文字，交给人工。判断依据是底色和图形上有同一强度的白、黑或灰色薄层。已知图标上的文字（icon_text）里有图库名称时也会指出。",
		"An icon cannot bear a watermark: translucent lettering, tiled or once, goes to a person. It is told by a veil of white, black or grey of one strength over ground and figure. Names of picture libraries among the words known to be on the icon (icon_text) are pointed at as well.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{IconText: []string{"shutterstock"}}, Severity: Reject, Field: "icon_text[0]"},
		{Found: true, Submission: Submission{IconText: []string{"千图网 58pic"}}, Severity: Reject, Field: "icon_text[0]"},
		{Submission: Submission{IconText: []string{"青禾"}}},
	},
	Icons: []IconSample{
		{Title: Text{"平铺的半透明文字", "tiled translucent lettering"}, Found: true, Severity: Review, Draw: func() []byte {
			return sample.PNG(sample.Lettered(sample.Leaf(256, 256, sample.Green, sample.White), .3))
		}},
		{Title: Text{"模糊的边缘不是水印", "soft edges are no watermark"}, Draw: func() []byte {
			return sample.JPEG(sample.Soft(sample.Leaf(256, 256, sample.Green, sample.White), 4), 90)
		}},
		{Title: Text{"没有水印", "no watermark"}, Draw: func() []byte { return sample.PNG(sample.Leaf(256, 256, sample.Green, sample.White)) }},
	},
	run: runIconWatermark,
})

var iconSuggestion = Text{"换成有使用权、没有水印的图标", "use an icon that you have the right to, without a watermark"}

// stockWording speaks of names of picture libraries that stand on their previews.
var stockWording = listWording{
	reject:     Text{"图标上的%[1]s是图库的水印", "%[1]s on the icon is the watermark of a picture library"},
	review:     Text{"图标上的%[1]s可能是图库的水印，请人工确认", "%[1]s on the icon may be the watermark of a picture library: a person should look"},
	advice:     Text{"图标上的%[1]s像图库的水印", "%[1]s on the icon looks like the watermark of a picture library"},
	suggestion: iconSuggestion,
}

func runIconWatermark(s *subject, c *Check) {
	s.eachWord(c, &stockWording)
	picture, _ := s.decodedIcon()
	if picture == nil {
		return
	}
	if m := picture.Watermark(); m.Found() {
		s.addIcon(c, Finding{Severity: Review, Suggestion: iconSuggestion.In(s.v.language),
			Message: Text{"图标上像是有半透明的水印文字（不透明度约 %.0[1]f%%），请人工确认", "the icon seems to bear translucent lettering (opacity about %.0[1]f %%): a person should look"}.format(s.v.language, 100*m.Strength)})
	}
}

package validate

import (
	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

var _ = register(&Check{
	Slug:   "icon-format",
	Rules:  []string{"form.icon", "2.2"},
	Fields: []Field{FieldIcon},
	Title:  Text{"图标格式", "Form of the icon"},
	Doc: Text{
		"图标要是 PNG、JPEG、GIF 或 BMP，不超过 2 MB，能完整打开，正方形；建议边长至少 144 像素。格式按内容判断：WebP、SVG、HEIC 等会指明；文件名与内容不符也会指出。不是正方形的平台会裁切，交给人工。",
		"The icon is a PNG, JPEG, GIF or BMP file of at most 2 MB that can be read to its end, and square; at least 144 pixels a side are advised. The type is told by the content: WebP, SVG, HEIC and the like are named, as is a file of another type than its name. One that is not square is cropped by the platform: a person should look.",
	},
	Icons: []IconSample{
		{Title: Text{"网页，不是图片", "a web page instead of a picture"}, Found: true, Severity: Reject, Draw: func() []byte { return []byte("<!doctype html><html></html>") }},
		{Title: Text{"WebP 文件", "a WebP file"}, Found: true, Severity: Reject, Draw: func() []byte { return []byte("RIFF\x10\x00\x00\x00WEBPVP8 ") }},
		{Title: Text{"没有传完的 PNG", "a PNG file cut off"}, Found: true, Severity: Reject, Draw: func() []byte {
			whole := sample.PNG(sample.Leaf(144, 144, sample.Green, sample.White))
			return whole[:len(whole)/2]
		}},
		{Title: Text{"长方形", "not square"}, Found: true, Severity: Review, Draw: func() []byte { return sample.PNG(sample.Leaf(200, 144, sample.Green, sample.White)) }},
		{Title: Text{"64 像素", "64 pixels"}, Found: true, Severity: Advice, Draw: func() []byte { return sample.PNG(sample.Leaf(64, 64, sample.Green, sample.White)) }},
		{Title: Text{"名为 PNG 的 JPEG", "a JPEG file named PNG"}, Found: true, Severity: Advice, Name: "logo.png", Draw: func() []byte { return sample.JPEG(sample.Leaf(144, 144, sample.Green, sample.White), 90) }},
		{Title: Text{"144 像素的 PNG", "a PNG of 144 pixels"}, Name: "logo.png", Draw: func() []byte { return sample.PNG(sample.Leaf(144, 144, sample.Green, sample.White)) }},
		{Title: Text{"512 像素的 JPEG", "a JPEG of 512 pixels"}, Name: "image/jpeg", Draw: func() []byte { return sample.JPEG(sample.Leaf(512, 512, sample.Green, sample.White), 90) }},
	},
	run: runIconFormat,
})

// leastIconSide is the side in pixels that the platform advises.
const leastIconSide = 144

func runIconFormat(s *subject, c *Check) {
	picture, fault := s.decodedIcon()
	if fault != nil {
		s.addIcon(c, s.iconFaultFinding(fault))
		return
	}
	if picture == nil {
		return
	}
	if claimed := icon.NamedFormat(s.submission.IconName); claimed != icon.Unknown && claimed != picture.Format {
		s.addIcon(c, Finding{Severity: Advice,
			Message:    Text{"文件名写的是 %[1]s，内容是 %[2]s", "the name says %[1]s, the content is %[2]s"}.format(s.v.language, claimed, picture.Format),
			Suggestion: Text{"改成与内容相符的扩展名", "name it after its content"}.In(s.v.language)})
	}
	if w, h := picture.Width, picture.Height; w != h {
		s.addIcon(c, Finding{Severity: Review,
			Message:    Text{"图标是 %[1]d×%[2]d 像素，不是正方形，平台会裁切", "the icon is %[1]d x %[2]d pixels, not square: the platform crops it"}.format(s.v.language, w, h),
			Suggestion: Text{"换成正方形的图标", "give a square icon"}.In(s.v.language)})
	}
	if side := min(picture.Width, picture.Height); side < leastIconSide {
		s.addIcon(c, Finding{Severity: Advice,
			Message:    Text{"图标边长只有 %[1]d 像素，建议至少 %[2]d", "a side of the icon has %[1]d pixels; at least %[2]d are advised"}.format(s.v.language, side, leastIconSide),
			Suggestion: Text{"从原稿重新导出更大的图标，不要放大", "export a larger one from the original; do not enlarge this one"}.In(s.v.language)})
	}
}

// iconFaultFinding words why there is no picture to look at.
func (s *subject) iconFaultFinding(fault *icon.Fault) Finding {
	f := Finding{Severity: Reject}
	say := func(message, suggestion Text, args ...any) Finding {
		f.Message, f.Suggestion = message.format(s.v.language, args...), suggestion.In(s.v.language)
		return f
	}
	export := Text{"重新导出为 PNG", "export it again as PNG"}
	switch fault.Kind {
	case icon.TooLarge:
		return say(Text{"图标文件超过 2 MB", "the icon file is larger than 2 MB"},
			Text{"缩小到边长 512 像素左右再导出", "scale it down to about 512 pixels a side"})
	case icon.Refused:
		if fault.Format == icon.Unknown {
			return say(Text{"图标不是能识别的图片文件", "the icon is no picture of a known type"}, Text{"导出为 PNG、JPEG、GIF 或 BMP", "export it as PNG, JPEG, GIF or BMP"})
		}
		return say(Text{"图标是 %[1]s 文件，只接受 PNG、JPEG、GIF、BMP", "the icon is a %[1]s file; only PNG, JPEG, GIF and BMP are taken"}, export, fault.Format)
	case icon.TooManyPixels:
		f.Severity = Review
		return say(Text{"图标是 %[1]d×%[2]d 像素，太大，没有查看", "the icon is %[1]d x %[2]d pixels: too many to look at"},
			Text{"缩小到边长 512 像素左右", "scale it down to about 512 pixels a side"}, fault.Width, fault.Height)
	case icon.Truncated:
		return say(Text{"%[1]s 文件不完整，后面的部分缺失", "the %[1]s file ends in the middle"}, Text{"重新上传完整的文件", "upload the whole file"}, fault.Format)
	}
	return say(Text{"%[1]s 文件已损坏，打不开", "the %[1]s file is broken and cannot be read"}, export, fault.Format)
}

package validate

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

var _ = register(&Check{
	Slug:   "icon-format",
	Rules:  []string{"form.icon", "2.2"},
	Fields: []Field{FieldIcon},
	Title:  Text{"图标格式", "Form of the icon"},
	Doc: Text{
		"图标要是 PNG、JPEG、GIF 或 BMP，不超过 2 MB，能完整打开，正方形；建议边长至少 144 像素。格式按内容判断：WebP、SVG、HEIC 等会指明，浏览器打不开的变种（如 Xcode 优化过的 PNG）也会说明是什么；文件名与内容不符也会指出。无害的瑕疵（校验和不对、缺结束标记）只提醒。动画只看第一帧，交给人工。不是正方形的平台会裁切，交给人工。",
		"The icon is a PNG, JPEG, GIF or BMP file of at most 2 MB that can be read to its end, and square; at least 144 pixels a side are advised. The type is told by the content: WebP, SVG, HEIC and the like are named, and so are variants that browsers do not show (a PNG file optimised by Xcode), and a file of another type than its name. Harmless faults (a wrong checksum, no end mark) are advised on only. Of an icon that moves only the first picture is looked at: a person should look at the others. One that is not square is cropped by the platform: a person should look.",
	},
	Icons: []IconSample{
		{Title: Text{"网页，不是图片", "a web page instead of a picture"}, Found: true, Severity: Reject, Draw: func() []byte { return []byte("<!doctype html><html></html>") }},
		{Title: Text{"WebP 文件", "a WebP file"}, Found: true, Severity: Reject, Draw: func() []byte { return []byte("RIFF\x10\x00\x00\x00WEBPVP8 ") }},
		{Title: Text{"没有传完的 PNG", "a PNG file cut off"}, Found: true, Severity: Reject, Draw: func() []byte {
			whole := sample.PNG(sample.Leaf(144, 144, sample.Green, sample.White))
			return whole[:len(whole)/2]
		}},
		{Title: Text{"Xcode 优化过的 PNG", "a PNG file optimised by Xcode"}, Found: true, Severity: Reject, Draw: func() []byte {
			return []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x04CgBI\x50\x00\x20\x02\x2b\xd5\xb3\x7f")
		}},
		{Title: Text{"动画", "a picture that moves"}, Found: true, Severity: Review, Draw: func() []byte {
			return sample.GIF(sample.Leaf(144, 144, sample.Green, sample.White), sample.Leaf(144, 144, sample.White, sample.Green))
		}},
		{Title: Text{"校验和不对的 PNG", "a PNG file with a wrong checksum"}, Found: true, Severity: Advice, Draw: func() []byte {
			const header = 8 + 25 // bytes of the signature and IHDR
			return slices.Insert(sample.PNG(sample.Leaf(144, 144, sample.Green, sample.White)), header, []byte("\x00\x00\x00\x01tEXta\x00\x00\x00\x00")...)
		}},
		{Title: Text{"长方形", "not square"}, Found: true, Severity: Review, Draw: func() []byte { return sample.PNG(sample.Leaf(200, 144, sample.Green, sample.White)) }},
		{Title: Text{"64 像素", "64 pixels"}, Found: true, Severity: Advice, Draw: func() []byte { return sample.PNG(sample.Leaf(64, 64, sample.Green, sample.White)) }},
		{Title: Text{"名为 PNG 的 JPEG", "a JPEG file named PNG"}, Found: true, Severity: Advice, Name: "logo.png", Draw: func() []byte { return sample.JPEG(sample.Leaf(144, 144, sample.Green, sample.White), 90) }},
		{Title: Text{"144 像素的 PNG", "a PNG of 144 pixels"}, Name: "logo.png", Draw: func() []byte { return sample.PNG(sample.Leaf(144, 144, sample.Green, sample.White)) }},
		{Title: Text{"不动的 GIF", "a GIF that does not move"}, Name: "logo.gif", Draw: func() []byte { return sample.GIF(sample.Leaf(144, 144, sample.Green, sample.White)) }},
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
	if len(picture.Flaws) > 0 {
		s.addIcon(c, s.iconFlawFinding(picture))
	}
	if picture.Frames > 1 {
		s.addIcon(c, s.movingIconFinding(picture))
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

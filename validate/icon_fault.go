package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon"
)

// exportPNG is what helps with most files.
var exportPNG = Text{"重新导出为 PNG", "export it again as PNG"}

// iconVariants word the files of accepted formats that are not read, and what to do.
var iconVariants = map[icon.Variant]struct{ message, suggestion Text }{
	icon.AppleCgBI: {Text{"是 Xcode 优化过的 PNG（CgBI），只有苹果设备能打开", "is a PNG file optimised by Xcode (CgBI), which only Apple's devices read"},
		Text{"不要从安装包里取图标；用原稿导出，不做 Xcode 优化", "do not take the icon out of an app; export the original without Xcode's optimisation"}},
	icon.Mangled: {Text{"被当作文本改过（换行、编码或开头多了字符），打不开", "was changed as if it were text (line ends, letters, or characters before it) and cannot be read"},
		Text{"用二进制方式重新上传原文件", "transfer the original file again as binary"}},
	icon.JPEGDeep:         {Text{"每色超过 8 位，浏览器打不开", "has more than 8 bits a colour, which browsers do not show"}, exportBaseline},
	icon.JPEGArithmetic:   {Text{"用了算术编码，许多程序打不开", "uses arithmetic coding, which many programs do not read"}, exportBaseline},
	icon.JPEGLossless:     {Text{"是无损 JPEG，浏览器打不开", "is a lossless JPEG file, which browsers do not show"}, exportBaseline},
	icon.JPEGHierarchical: {Text{"是分层 JPEG，浏览器打不开", "is a hierarchical JPEG file, which browsers do not show"}, exportBaseline},
	icon.JPEGUnusual:      {Text{"用了少见的编码方式，没有查看", "uses a rare kind of coding and was not looked at"}, exportBaseline},
	icon.BMPWithPNG:       {Text{"里面装的是 PNG，浏览器打不开", "holds a PNG file, which browsers do not show"}, Text{"直接用 PNG 文件", "give the PNG file itself"}},
	icon.BMPWithJPEG:      {Text{"里面装的是 JPEG，浏览器打不开", "holds a JPEG file, which browsers do not show"}, Text{"直接用 JPEG 文件", "give the JPEG file itself"}},
	icon.BMPHuffman:       {Text{"用了 OS/2 的霍夫曼编码，浏览器打不开", "uses Huffman coding of OS/2, which browsers do not show"}, exportPNG},
	icon.BMPCMYK:          {Text{"是 CMYK 颜色，浏览器打不开", "has CMYK colours, which browsers do not show"}, exportPNG},
	icon.BMPDeep:          {Text{"每像素 64 位，浏览器打不开", "has 64 bits a pixel, which browsers do not show"}, exportPNG},
	icon.BMPArray:         {Text{"是 OS/2 的位图集，浏览器打不开", "is an array of OS/2 bitmaps, which browsers do not show"}, exportPNG},
}

var exportBaseline = Text{"导出为普通的 8 位 JPEG 或 PNG", "export it as a plain JPEG file of 8 bits, or as PNG"}

// iconFlaws word what was overlooked.
var iconFlaws = map[icon.Flaw]Text{
	icon.WrongChecksum: {"校验和不对", "a wrong checksum"},
	icon.SurplusPixels: {"像素数据比画面多", "more pixel data than pixels"},
	icon.MissingEnd:    {"缺少结束标记", "no end mark"},
	icon.BadChunk:      {"有不合规的数据块", "a chunk that does not fit"},
	icon.FrameOutside:  {"帧比画面大", "a frame larger than the picture"},
	icon.NoSuchColour:  {"用了调色板里没有的颜色", "colours that the palette does not have"},
}

// iconFlawFinding tells of faults that most programs overlook.
func (s *subject) iconFlawFinding(picture *icon.Icon) Finding {
	language := s.v.language
	named := make([]string, len(picture.Flaws))
	for i, flaw := range picture.Flaws {
		named[i] = iconFlaws[flaw].In(language)
	}
	return Finding{Severity: Advice,
		Message: Text{"%[1]s 文件有瑕疵（%[2]s），有的程序能打开，有的打不开", "the %[1]s file has faults (%[2]s): some programs show it, others do not"}.
			format(language, picture.Format, strings.Join(named, Text{"、", ", "}.In(language))),
		Suggestion: exportPNG.In(language)}
}

// movingIconFinding tells that only one picture of several was looked at.
func (s *subject) movingIconFinding(picture *icon.Icon) Finding {
	return Finding{Severity: Review,
		Message: Text{"图标是动画，有 %[1]d 帧，只查看了第一帧", "the icon moves: of %[1]d pictures the first was looked at"}.
			format(s.v.language, picture.Frames),
		Suggestion: Text{"换成静态图片", "give a picture that does not move"}.In(s.v.language)}
}

// iconFaultFinding words why there is no picture to look at.
func (s *subject) iconFaultFinding(fault *icon.Fault) Finding {
	f := Finding{Severity: Reject}
	say := func(message, suggestion Text, args ...any) Finding {
		f.Message, f.Suggestion = message.format(s.v.language, args...), suggestion.In(s.v.language)
		return f
	}
	switch fault.Kind {
	case icon.Empty:
		return say(Text{"图标文件是空的", "the icon file is empty"}, Text{"重新上传", "upload it again"})
	case icon.TooLarge:
		return say(Text{"图标文件超过 2 MB", "the icon file is larger than 2 MB"},
			Text{"缩小到边长 512 像素左右再导出", "scale it down to about 512 pixels a side"})
	case icon.Refused:
		return s.refusedIcon(fault.Format, say)
	case icon.TooManyPixels:
		f.Severity = Review
		return say(Text{"图标是 %[1]d×%[2]d 像素，太大，没有查看", "the icon is %[1]d x %[2]d pixels: too many to look at"},
			Text{"缩小到边长 512 像素左右", "scale it down to about 512 pixels a side"}, fault.Width, fault.Height)
	case icon.Truncated:
		return say(Text{"%[1]s 文件不完整，后面的部分缺失", "the %[1]s file ends in the middle"}, Text{"重新上传完整的文件", "upload the whole file"}, fault.Format)
	case icon.Unread:
		if fault.Variant == icon.JPEGUnusual { // browsers may well show it
			f.Severity = Review
		}
		variant := iconVariants[fault.Variant]
		return say(Text{"%[1]s 文件%[2]s", "the %[1]s file %[2]s"}, variant.suggestion, fault.Format, variant.message.In(s.v.language))
	}
	return say(Text{"%[1]s 文件已损坏，打不开", "the %[1]s file is broken and cannot be read"}, exportPNG, fault.Format)
}

// refusedIcon words a file of a format that the form does not take.
func (s *subject) refusedIcon(format icon.Format, say func(message, suggestion Text, args ...any) Finding) Finding {
	message := Text{"图标是 %[1]s 文件，只接受 PNG、JPEG、GIF、BMP", "the icon is a %[1]s file; only PNG, JPEG, GIF and BMP are taken"}
	switch format {
	case icon.Unknown:
		return say(Text{"图标不是能识别的图片文件", "the icon is no picture of a known type"}, Text{"导出为 PNG、JPEG、GIF 或 BMP", "export it as PNG, JPEG, GIF or BMP"})
	case icon.HTML, icon.XML:
		return say(message, Text{"图片地址可能已失效，服务器返回的是网页或报错；上传图片文件", "the address of the picture may be dead, so that a server answered with a page; give the picture file"}, format)
	case icon.Base64:
		return say(message, Text{"先把 Base64 文本解码成图片文件", "decode the Base64 text to a picture file first"}, format)
	case icon.AppleDouble:
		return say(message, Text{"这是 macOS 的附属文件，请选名称不以“._”开头的同名文件", "macOS keeps it beside the picture: take the file whose name does not begin with ._"}, format)
	case icon.ZIP, icon.GZIP, icon.RAR, icon.SevenZip:
		return say(message, Text{"先解压，取其中的图片", "unpack it and give the picture"}, format)
	}
	return say(message, exportPNG, format)
}

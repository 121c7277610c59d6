package validate

import (
	"github.com/mingcha-go/mingcha/internal/icon/brand"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
	"github.com/mingcha-go/mingcha/lexicon"
)

var _ = register(&Check{
	Slug:   "icon-brand",
	Rules:  []string{"2.1", "8.3", "8.2"},
	Fields: []Field{FieldIcon},
	Title:  Text{"图标与知名标志相似", "An icon like a well-known mark"},
	Doc: Text{
		"图标的图形与受保护的标志相似：腾讯的（微信、QQ 等）和国内外知名品牌的。只看图形，不看颜色：换色、换底板、加边距、略微旋转、镜像、缩放、压缩都认得出。相似的交给人工，与腾讯标志几乎一样的直接指出。圆、方、环、单个字母这样简单的图形不算标志。提交里写明主人的名字（owner.name）就不再提示；声明了授权（authorizations）只提醒附上文件。自己的图标用 WithProtectedIcon 加入。图形的指纹由 simple-icons（CC0）生成，标志归各自的权利人所有。",
		"The figure of the icon is like a protected mark: one of Tencent's (WeChat, QQ ...) or of a well-known brand. Only the figure counts: other colours, another plate, padding, a slight turn, a mirror image, scaling and compression do not hide it. Likeness goes to a person; an icon that is nearly the same as a mark of Tencent's is rejected. A disc, a square, a ring or a letter is no mark. A submission of the owner (owner.name) is left in peace, one that declares an authorisation is told to attach the document. WithProtectedIcon adds icons of your own. Fingerprints of figures come from simple-icons (CC0); the marks belong to their owners.",
	},
	Icons: []IconSample{
		{Title: Text{"本项目的标志，换了颜色并镜像", "this project's own mark, recoloured and mirrored"}, Found: true, Severity: Review,
			Draw: func() []byte { return sample.PNG(sample.Lantern(256, sample.White, sample.Green, true)) }},
		{Title: Text{"叶子", "a leaf"}, Draw: func() []byte { return sample.PNG(sample.Leaf(256, 256, sample.Green, sample.White)) }},
		{Title: Text{"没有图形", "no figure"}, Draw: func() []byte { return sample.PNG(sample.Plain(256, 256, sample.Green)) }},
	},
	run: runIconBrand,
})

// Scores from which on an icon is like a mark, and nearly the same; docs/icon-brand.md
// tells how often icons reach them.
const (
	likeMarkScore = 0.955
	sameMarkScore = 0.985
)

func runIconBrand(s *subject, c *Check) {
	picture, _ := s.decodedIcon()
	if picture == nil {
		return
	}
	matches := s.v.protection().figures.Find(picture.Small, likeMarkScore)
	if len(matches) == 0 {
		return
	}
	best := matches[0] // further marks are like this one
	mark := &s.v.protection().marks[best.Mark]
	entry := lexicon.Entry{Word: mark.Name, Owner: mark.Owners}
	if !s.isOwner(&entry) {
		s.addIcon(c, s.markFinding(mark, &entry, best.Score))
	}
}

func (s *subject) markFinding(mark *brand.Mark, entry *lexicon.Entry, score float64) Finding {
	f := Finding{
		Severity: Review, Entry: mark.Name, Via: []string{"shape"}, Score: rounded(score),
		Message: Text{"图标的图形与%[1]s的标志相似（相似度 %[2]d%%），请人工确认有没有授权",
			"the figure on the icon is like the mark of %[1]s (likeness %[2]d%%): a person should look for an authorisation"}.
			format(s.v.language, mark.Name, int(100*score)),
		Suggestion: Text{"换成自己设计的图形，或声明授权并附上文件", "draw a figure of your own, or declare the authorisation and attach it"}.In(s.v.language),
	}
	if mark.Tencent {
		f.Rule = "8.3"
		if score >= sameMarkScore {
			f.Severity = Reject
			f.Message = Text{"图标的图形与%[1]s的标志几乎一样（相似度 %[2]d%%），非腾讯官方帐号不能使用",
				"the figure on the icon is nearly the same as the mark of %[1]s (likeness %[2]d%%); only Tencent's own accounts may carry it"}.
				format(s.v.language, mark.Name, int(100*score))
		}
	}
	may := s.rightTo(entry)
	switch {
	case may.authorized && !mark.Tencent:
		f.Severity = Advice
		f.Message = Text{"图标的图形与%[1]s的标志相似（相似度 %[2]d%%），已声明授权", "the figure on the icon is like the mark of %[1]s (likeness %[2]d%%), for which an authorisation is declared"}.
			format(s.v.language, mark.Name, int(100*score))
		f.Suggestion = attachDocument.format(s.v.language, may.document)
	case may.claimed:
		f.Severity = Review
		f.Message += s.verifyOwner()
	}
	return f
}

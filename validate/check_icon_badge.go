package validate

import (
	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

var _ = register(&Check{
	Slug:   "icon-badge",
	Rules:  []string{"2.1", "13.6"},
	Fields: []Field{FieldIcon},
	Title:  Text{"图标上的特殊角标", "Badges on the icon"},
	Doc: Text{
		"图标不得带特殊角标或模仿系统提示：角上的红点、数字、NEW 或 HOT 标签、斜角带，以及盖在图上的播放按钮，交给人工。图标其他部分也用同一颜色的，不当作角标；底色同样是红、但有一圈隔开的红点除外。",
		"An icon cannot bear special badges or imitate the system: a red dot or number in a corner, a NEW or HOT label, a ribbon across a corner, or a play button over the picture go to a person. A mark whose colour the rest of the icon has as well is no badge, but for a dot that a ring parts from a ground of the same red.",
	},
	Icons: []IconSample{
		{Title: Text{"右上角红点", "a red dot at the top right"}, Found: true, Severity: Review, Rule: "13.6", Draw: func() []byte {
			return sample.PNG(sample.Dotted(sample.Leaf(256, 256, sample.Green, sample.White), sample.Red, .86, .14, .11))
		}},
		{Title: Text{"红底上的红点", "a red dot on a red ground"}, Found: true, Severity: Review, Rule: "13.6", Draw: func() []byte {
			return sample.PNG(sample.Dotted(sample.Leaf(256, 256, sample.DarkRed, sample.White), sample.Red, .86, .14, .11))
		}},
		{Title: Text{"红底上带白圈的同色红点", "a dot of the ground's own red in a white ring"}, Found: true, Severity: Review, Rule: "13.6", Draw: func() []byte {
			ring := sample.Dotted(sample.Leaf(256, 256, sample.Red, sample.White), sample.White, .86, .14, .13)
			return sample.PNG(sample.Dotted(ring, sample.Red, .86, .14, .11))
		}},
		{Title: Text{"盖在图上的播放按钮", "a play button over the picture"}, Found: true, Severity: Review, Draw: func() []byte {
			return sample.PNG(sample.Playable(sample.Leaf(256, 256, sample.Green, sample.White)))
		}},
		{Title: Text{"中间的红色圆点是图形本身", "a red disc in the middle is the figure itself"}, Draw: func() []byte {
			return sample.PNG(sample.Dotted(sample.Plain(256, 256, sample.White), sample.Red, .5, .5, .25))
		}},
		{Title: Text{"红底白环是图形本身", "a white ring on red is the figure itself"}, Draw: func() []byte {
			ring := sample.Dotted(sample.Plain(256, 256, sample.Red), sample.White, .5, .5, .45)
			return sample.PNG(sample.Dotted(ring, sample.Red, .5, .5, .3))
		}},
		{Title: Text{"散布的红点是花纹", "red dots all over are a pattern"}, Draw: func() []byte {
			img := sample.Plain(256, 256, sample.White)
			for i := range 9 {
				img = sample.Dotted(img, sample.Red, .16+.34*float32(i%3), .16+.34*float32(i/3), .11)
			}
			return sample.PNG(img)
		}},
		{Title: Text{"红色图形", "a red figure"}, Draw: func() []byte { return sample.PNG(sample.Leaf(256, 256, sample.White, sample.Red)) }},
	},
	run: runIconBadge,
})

// badgeTexts name the kinds of badges.
var badgeTexts = map[icon.BadgeKind]Text{
	icon.BadgeDot:    {"红点或数字角标", "an unread dot or number"},
	icon.BadgeLabel:  {"NEW、HOT 一类的标签", "a label like NEW or HOT"},
	icon.BadgeRibbon: {"斜角带", "a ribbon across a corner"},
	icon.BadgePlay:   {"播放按钮", "a play button"},
}

func runIconBadge(s *subject, c *Check) {
	picture, _ := s.decodedIcon()
	if picture == nil {
		return
	}
	b := picture.Badge()
	if b.Kind == icon.NoBadge {
		return
	}
	rule := "2.1"
	if b.Kind == icon.BadgeDot { // as the system tells of something unread
		rule = "13.6"
	}
	s.addIcon(c, Finding{Rule: rule, Severity: Review,
		Region:     []int{b.Box.Min.X, b.Box.Min.Y, b.Box.Max.X, b.Box.Max.Y},
		Message:    Text{"图标上像是有%[1]s（左上角起 %[2]d,%[3]d），请人工确认", "the icon seems to bear %[1]s (at %[2]d,%[3]d from the top left): a person should look"}.format(s.v.language, badgeTexts[b.Kind].In(s.v.language), b.Box.Min.X, b.Box.Min.Y),
		Suggestion: Text{"去掉角标和叠加的按钮，只留图形", "take badges and overlays off, leave the figure"}.In(s.v.language)})
}

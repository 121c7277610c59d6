package coherence_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/coherence"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
)

// weigh gives the score of a name and an intro, and the words not taken up.
func weigh(name, intro string) (float64, string) {
	var n, i fold.Text
	var nr, ir topic.Reading
	n.Fold(name)
	nr.Read(&n, topic.Name)
	i.Fold(intro)
	ir.Read(&i, topic.Prose)
	var p coherence.Pair
	score := p.Weigh(&n, &nr, &i, &ir)
	return score, strings.Join(p.Unheard(&n), " ")
}

func TestNamesThatTheIntroTakesUp(t *testing.T) {
	for name, intro := range map[string]string{
		"青禾天气":      "看空气质量和降雨，出行早准备",  // another word for it
		"墨迹天气":      "天气预报，精确到每条街道",    // the word itself
		"微图":        "批量压缩图片的工具",       // the word that one character is cut from
		"猫眼":        "买电影票、看影评",        // coined: says nothing against it
		"三只羊面馆":     "外卖点餐，到店自取",       // another word of the topic
		"Pixel 相册":  "整理 pixel 手机里的照片", // a Latin word
		"":          "记录每天的收支",
		"青禾\xff记账":  "按月统计收支，多人共享账本",
		"🍀":         "记录每天的收支",
		"青禾" + "记账": strings.Repeat("收支", 5000),
	} {
		if score, unheard := weigh(name, intro); score < coherence.Unlikely {
			t.Errorf("%s | %.40s: %.3f, unheard %s", name, intro, score, unheard)
		}
	}
}

func TestNamesThatTheIntroLeavesAlone(t *testing.T) {
	for name, c := range map[string]struct{ intro, unheard string }{
		"青禾天气":        {"扫码点餐、排号和外卖下单，门店优惠早知道", "天气"},
		"拾光背单词":       {"查看附近房源，租房买房一站完成", "背单词"},
		"云歌账本":        {"查看附近房源，租房买房一站完成", "账本"},
		"枫雨宠物乐园·人民路店": {"股票行情与基金定投，开户理财", "宠物 乐园"},
		"老王宠物医院":      {"股票行情与基金定投，开户理财", "老王 宠物 医院"},
	} {
		score, unheard := weigh(name, c.intro)
		if score >= coherence.Unlikely || unheard != c.unheard {
			t.Errorf("%s | %s: %.3f, unheard %q, want %q", name, c.intro, score, unheard, c.unheard)
		}
	}
}

func TestMoreInCommonScoresHigher(t *testing.T) {
	const name = "橘子旅行相册"
	last := -1.0
	for _, intro := range []string{"股票行情与基金定投，开户理财", "记录和朋友出游的点滴", "旅途中的照片", "旅行相册"} {
		score, _ := weigh(name, intro)
		if score <= last {
			t.Errorf("%s: %.3f, no more than %.3f", intro, score, last)
		}
		last = score
	}
}

// The intros of a row differ in one thing, which has to count.
func TestWhatCountsForAndAgainst(t *testing.T) {
	for title, c := range map[string]struct{ name, more, less string }{
		"a word that is taken apart":     {"青禾记账", "记下每一笔账，全家一起看", "账上每一笔都记，全家一起看"},
		"pinyin of the name":             {"青禾记账", "qinghe 小组的作品，欢迎反馈和建议", "qinghua 小组的作品，欢迎反馈和建议"},
		"initials of the whole name":     {"青禾记账", "qhjz 小组的作品，欢迎反馈和建议", "qhj 小组的作品，欢迎反馈和建议"},
		"a hollow word that both hold":   {"青禾地铁工具", "猫咪狗狗疫苗提醒的工具", "猫咪狗狗疫苗提醒的妙招"},
		"a short text leaves words out":  {"青禾地铁", "猫咪狗狗疫苗提醒", "猫咪狗狗疫苗提醒，宠物医生在线问诊，附近宠物店预约洗澡和寄养"},
		"a text that says of no subject": {"青禾地铁", "针对移动端，滑动和点按都很顺手", "宠物医生端，猫咪和狗狗都很喜欢"},
	} {
		t.Run(title, func(t *testing.T) {
			more, _ := weigh(c.name, c.more)
			less, _ := weigh(c.name, c.less)
			if more <= less {
				t.Errorf("%s: %.3f for %s, no more than %.3f for %s", c.name, more, c.more, less, c.less)
			}
		})
	}
}

func TestWhatANameSaysTwiceCountsOnce(t *testing.T) {
	const intro = "扫码点餐、排号和外卖下单，门店优惠早知道"
	for name, again := range map[string]string{"地铁图": "地铁图地铁", "余薪": "余薪 Yuxin", "青禾记账": "青禾记账 QHJZ"} {
		once, _ := weigh(name, intro)
		twice, _ := weigh(again, intro)
		if once != twice {
			t.Errorf("%s: %.4f, %s: %.4f", name, once, again, twice)
		}
	}
}

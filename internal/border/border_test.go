package border_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/fold"
)

// around tells how a word is cut in a text where | marks nothing.
func around(text, word string) border.Cut {
	var t fold.Text
	t.Fold(text)
	var w fold.Text
	w.Fold(word)
	var runes []rune
	for _, s := range t.Symbols {
		runes = append(runes, s.Rune)
	}
	at := strings.Index(string(runes), word)
	from := len([]rune(string(runes)[:at]))
	return border.Around(&t, from, from+len(w.Symbols))
}

func TestCharactersThatOnlyMeetAreCut(t *testing.T) {
	for _, test := range []struct{ text, word string }{
		{"浦江小微信贷", "微信"}, {"稍微信任对方", "微信"}, {"奔腾讯息台", "腾讯"}, {"路口交通", "口交"},
		{"避免费用纠纷", "免费"}, {"闪电话剧社", "电话"}, {"今天气色", "天气"}, {"南京东路", "京东"}, {"輕微信號", "微信"},
		{"昔日历史馆", "日历"}, {"小微 信贷", "微信"},
	} {
		if c := around(test.text, test.word); !c.Both {
			t.Errorf("%s in %s: %+v", test.word, test.text, c)
		}
	}
}

func TestAWordInsideALongerOneIsTold(t *testing.T) {
	for _, test := range []struct{ text, word string }{{"京东方科技", "京东"}, {"去苹果园站", "苹果"}, {"美团圆饭店", "美团"}} {
		if c := around(test.text, test.word); !c.Inside {
			t.Errorf("%s in %s: %+v", test.word, test.text, c)
		}
	}
}

func TestAWordThatStandsFreelyIsNotCut(t *testing.T) {
	for _, test := range []struct{ text, word string }{
		{"微信好物", "微信"}, {"加微信", "微信"}, {"腾讯课堂", "腾讯"}, {"免费停车", "免费"}, {"微信", "微信"}, {"全国最好的课堂", "最好"},
	} {
		if c := around(test.text, test.word); c.Both || c.Inside {
			t.Errorf("%s in %s: %+v", test.word, test.text, c)
		}
	}
}

// doubtful tells whether a word may be none in a text that holds it once.
func doubtful(text, word string) bool {
	var t fold.Text
	t.Fold(text)
	from := len([]rune(text[:strings.Index(text, word)]))
	return border.Doubtful(&t, from, from+len([]rune(word)))
}

func TestAPlaceThatAWordCrossesIsDoubtful(t *testing.T) {
	for _, test := range []struct{ text, word string }{
		{"刷单词打卡", "刷单"}, {"军火锅", "军火"}, {"粉刷量房", "刷量"}, {"百家乐园", "百家乐"}, {"走私家菜", "走私"}, {"现代孕婴店", "代孕"},
	} {
		if !doubtful(test.text, test.word) {
			t.Errorf("%s in %s is thought a word for sure", test.word, test.text)
		}
	}
}

func TestAPlaceIsNotDoubtfulWhereWhatIsLeftOutsideIsAWord(t *testing.T) {
	for _, test := range []struct{ text, word string }{
		{"最佳作品集", "最佳"}, {"免费用餐", "免费"}, {"刷单返利", "刷单"}, {"走私香烟", "走私"}, {"代孕", "代孕"}, {"找代孕机构", "代孕"}, {"微信用户", "微信"},
		{"最好的店", "最好"}, {"刷单 词典", "刷单"},
	} {
		if doubtful(test.text, test.word) {
			t.Errorf("%s in %s is in doubt", test.word, test.text)
		}
	}
}

// meet tells whether words meet inside a word of a text that holds it once.
func meet(text, word string) bool {
	var t fold.Text
	t.Fold(text)
	from := len([]rune(text[:strings.Index(text, word)]))
	return border.Meet(&t, from, from+len([]rune(word)))
}

func TestRareWordsMeet(t *testing.T) {
	for _, test := range []struct{ text, word string }{
		{"台风水情速报", "风水"}, {"焊枪支架图纸", "枪支"}, {"今天猫咪吃什么", "天猫"}, {"招募捐书人", "募捐"}, {"四维信达科技", "维信"},
		{"舞台独白朗诵", "台独"}, {"宝藏独立书店", "藏独"}, {"小区停车场", "区停"},
	} {
		if !meet(test.text, test.word) {
			t.Errorf("%s in %s is thought a word", test.word, test.text)
		}
	}
}

func TestWordsThatAreMeantDoNotMeet(t *testing.T) {
	for _, test := range []struct{ text, word string }{
		{"家居风水布局", "风水"}, {"枪支弹药", "枪支"}, {"公开募捐书", "公开募捐"}, {"走私香烟", "走私"}, {"网上刷单返利", "刷单"}, {"加维信了解", "维信"},
		{"支持台独言论", "台独"}, {"大额现金贷口子", "现金贷"}, {"正品高仿手表", "高仿"}, {"代开发票服务", "代开发票"},
	} {
		if meet(test.text, test.word) {
			t.Errorf("%s in %s is thought none", test.word, test.text)
		}
	}
}

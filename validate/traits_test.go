package validate

import (
	"strings"
	"testing"
)

func TestTraitsAreThoseOfTheCharactersOneByOne(t *testing.T) {
	for _, text := range []string{
		"", "青禾记账", "记录每天的收支，按月统计。", "QQ音乐 +1", "  空 格\u3000", "逐浪/点餐、外卖|自取;", "五颗★好评！！！？～~", "😀👨\u200d👩\u200d👧 家",
		"𠮷野家〇々", "零\u200b宽\u00a0\u2028", "换\n行\r", "坏\xff的\xe5\xbe字节", "ﾠㅤ①②㊗", "한글Ａ％", strings.Repeat("长", 5000),
	} {
		var want traits
		for _, r := range text {
			want.runes++
			want.columns++
			s := judgeSign(r)
			want.columns += count(s, wide)
			want.han += count(s, hanLetter)
			want.shouts += count(s, shouting)
			want.parts += count(s, parting)
			if !isCommonHan(r) {
				want.signs |= s
			} else if s != wide|hanLetter {
				t.Errorf("%c is no plain Han character: %b", r, s)
			}
		}
		if got := traitsOf(text); got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
	for r := rune(0x4e00); r < 0xa000; r++ {
		if s := judgeSign(r); s != wide|hanLetter {
			t.Errorf("%c: %b", r, s)
		}
	}
}

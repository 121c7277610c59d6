package stance_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/stance"
	"github.com/mingcha-go/mingcha/lexicon"
)

// folded gives a text and the place of a word that it holds.
func folded(t testing.TB, text, word string) (f *fold.Text, from, to int) {
	t.Helper()
	f = new(fold.Text)
	f.Fold(text)
	all := f.String()
	at := strings.Index(all, word)
	if at < 0 {
		t.Fatalf("%q does not hold %q", all, word)
	}
	from = len([]rune(all[:at]))
	return f, from, from + len([]rune(word))
}

func TestWhoSpeaksIsTold(t *testing.T) {
	for _, test := range []struct {
		text, word string
		want       stance.Kind
	}{
		{"警惕刷单骗局", "刷单", stance.Warns},
		{"讲解刷单、杀猪盘的骗局", "刷单", stance.Warns},
		{"警方捣毁网络赌博窝点", "赌博", stance.Reports},
		{"法院宣判一起贩卖人口案", "贩卖人口", stance.Reports},
		{"刑辩律师解答毒品犯罪的辩护", "毒品", stance.Teaches},
		{"毒品的药理与量刑", "毒品", stance.Teaches},
		{"本店从不刷单", "刷单", stance.Denies},
		{"我们没有赌博", "赌博", stance.Denies},
		{"这是不是传销", "传销", stance.Asks},
		{"可以刷单吗", "刷单", stance.Asks},
		{"高薪刷单，当天结", "刷单", stance.Offers},
		{"记账", "记账", stance.None},
		{"刷单平台", "刷单", stance.Offers},
	} {
		f, from, to := folded(t, test.text, test.word)
		if got := stance.Of(f, from, to); got != test.want {
			t.Errorf("%s: %v, want %v (%+v)", test.text, got, test.want, stance.Read(f, from, to))
		}
	}
}

func TestWhatMayStayOfAFindingFollowsHowSureTheStanceIs(t *testing.T) {
	for _, test := range []struct {
		text, word string
		want       lexicon.Severity
	}{
		{"刷单", "刷单", lexicon.Reject},
		{"刷单日结，谨防诈骗", "刷单", lexicon.Reject},
		{"介绍刷单平台，案例丰富", "刷单", lexicon.Reject},
		{"防赌博平台注册送彩金", "赌博", lexicon.Reject},
		{"绝非诈骗的赌博", "赌博", lexicon.Reject},
		{"赌博课堂", "赌博", lexicon.Review},
		{"可以赌博吗", "赌博", lexicon.Review},
		{"赌博案例", "赌博", lexicon.Advice},
		{"拒绝赌博", "赌博", lexicon.None},
		{"拒绝出售银行卡、买卖身份证", "买卖身份证", lexicon.None},
		{"不赌博，不包过", "赌博", lexicon.None},
	} {
		f, from, to := folded(t, test.text, test.word)
		if got := stance.Read(f, from, to).Most(lexicon.Reject); got != test.want {
			t.Errorf("%s: %v, want %v (%+v)", test.text, got, test.want, stance.Read(f, from, to))
		}
	}
}

func TestAFindingIsNeverMadeWorse(t *testing.T) {
	f, from, to := folded(t, "赌博课堂", "赌博")
	for s := lexicon.None; s <= lexicon.Reject; s++ {
		if got := stance.Read(f, from, to).Most(s); got > s {
			t.Errorf("%v became %v", s, got)
		}
	}
}

func TestAWarningElsewhereSaysNothingOfThePlace(t *testing.T) {
	for _, text := range []string{"谨防假冒。刷单", "谨防假冒，刷单", "拒绝中介\n刷单", "打击高价；刷单"} {
		f, from, to := folded(t, text, "刷单")
		if r := stance.Read(f, from, to); r.Innocent() || r.Refuses() {
			t.Errorf("%q: %+v", text, r)
		}
	}
}

func TestOnlyWordsBesideAClaimSpeakAgainstIt(t *testing.T) {
	for text, want := range map[string]bool{
		"严禁分享领红包": true, "分享领红包都是骗局": true, "志愿者讲座，分享领红包": false, "市民课堂分享领红包": false,
	} {
		f, from, to := folded(t, text, "分享领红包")
		if r := stance.Read(f, from, to); r.Refuses() != want {
			t.Errorf("%s: %+v", text, r)
		}
	}
}

func TestTheWordThatDecidesIsNamed(t *testing.T) {
	f, from, to := folded(t, "本站警惕刷单", "刷单")
	if r := stance.Read(f, from, to); r.From != 2 || r.To != 4 {
		t.Errorf("%+v", r)
	}
}

func TestAnyPlaceOfAnyTextCanBeAsked(t *testing.T) {
	for _, text := range []string{"", "赌", "，", "，赌博，", strings.Repeat("反赌博、", 300), strings.Repeat("。!?", 50) + "赌博" + strings.Repeat("、", 200), "𠀀赌博𠀀"} {
		var f fold.Text
		f.Fold(text)
		for from := range f.Symbols {
			for to := from + 1; to <= min(from+3, len(f.Symbols)); to++ {
				stance.Read(&f, from, to)
			}
		}
	}
}

func TestReadingAllocatesNothing(t *testing.T) {
	f, from, to := folded(t, "讲解刷单、杀猪盘，提供报警指引", "刷单")
	stance.Read(f, from, to) // reads the table
	if n := testing.AllocsPerRun(100, func() { stance.Read(f, from, to) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkRead(b *testing.B) {
	f, from, to := folded(b, "社区反诈志愿服务队的小程序。志愿者上门讲解刷单返利、冒充客服、虚假投资等手法，发放宣传单。", "冒充客服")
	b.ReportAllocs()
	for b.Loop() {
		stance.Read(f, from, to)
	}
}

func TestACharacterTurnsTheWordRightBehindIt(t *testing.T) {
	for text, want := range map[string]bool{"挂号反黄牛": true, "宾馆防偷拍": true, "挂号黄牛": false, "挂号反，黄牛": false, "挂号不黄牛": false, "反": false} {
		var f fold.Text
		f.Fold(text)
		if got := stance.Turned(&f, min(3, len(f.Symbols)-1)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	var f fold.Text
	f.Fold("反黄牛")
	if stance.Turned(&f, 0) {
		t.Error("nothing stands before the first symbol")
	}
}

func TestWholeTextsAreTalliedWhereverTheirWordsStand(t *testing.T) {
	for _, c := range []struct {
		text            string
		warning, offers bool
	}{
		{"识破骗局的讲座，民警来讲", true, false},
		{"不用押金，零风险刷单", false, true},
		{"防水手机壳", false, false},
		{"不收佣金", false, false},
	} {
		f := new(fold.Text)
		f.Fold(c.text)
		var all stance.Tally
		all.Add(f)
		if all.Against > 0 != c.warning || all.Offers > 0 != c.offers {
			t.Errorf("%s: %+v", c.text, all)
		}
	}
}

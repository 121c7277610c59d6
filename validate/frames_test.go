package validate_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

func TestTheEmbeddedFramesFindTheirSamplesAndLeaveTheInnocentInPeace(t *testing.T) {
	frames, err := lexicon.LoadFrames(lexicon.EmbeddedFrames())
	if err != nil {
		t.Fatal(err)
	}
	if len(frames.Frames) == 0 || len(frames.Classes) == 0 {
		t.Fatal("no frames are embedded")
	}
	for _, p := range newValidator(t).LintFrames(frames) {
		t.Error(p)
	}
}

// ofFrame gives the finding of a check that a frame made.
func ofFrame(r *validate.Report, check string) *validate.Finding {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Check == check && slices.Contains(f.Via, "frame") {
			return f
		}
	}
	return nil
}

// frameIn gives what an explanation says of a frame, nil for nothing.
func frameIn(e *validate.TextExplanation, frame string) *validate.TextFrame {
	for i := range e.Frames {
		if e.Frames[i].Frame == frame {
			return &e.Frames[i]
		}
	}
	return nil
}

func TestAnOfferInOtherWordsIsFoundAndToldWhatItWasReadAs(t *testing.T) {
	for text, want := range map[string]struct {
		check, rule, place, entry string
		severity                  validate.Severity
	}{
		"代办各校毕业证，可在网上查到":        {"prohibited", "6.1.11", "代办各校毕业证", "代办 + 毕业证", validate.Review},
		"学位证我们这里包办":             {"prohibited", "6.1.11", "学位证我们这里包办", "学位证 + 包办", validate.Review},
		"代开各行业增值税发票，点数面议":       {"prohibited", "6.1.11", "各行业增值税发票", "各行业 + 增值税发票", validate.Review},
		"替人收款转账，按笔提成":           {"prohibited", "6.1.11", "替人收款", "替人 + 收款", validate.Review},
		"支付9.9元后才可添加":           {"paid-adding", "3.6", "9.9元后才可添加", "9.9元 + 才可添加", validate.Review},
		"转发给三个好友就能领一箱橙子":        {"inducement", "5.1", "发给三个好友就能领一箱", "发给三个 + 领 + 一箱", validate.Review},
		"转發给三個好友就能領 红.包":        {"inducement", "5.1", "發给三個好友就能領 红.包", "發给三個 + 領 + 红.包", validate.Review},
		"年息15%到期还本":             {"illegal-finance", "11.4", "年息15", "年息 + 15", validate.Review},
		"实时调度货车，全程看位置":          {"location-control", "10.4.2", "实时调度货车", "实时调度 + 货车", validate.Review},
		"零门槛加盟名额有限":             {"commercial-phrase", "6.2.1", "零门槛加盟", "零门槛 + 加盟", validate.Review},
		"苹果手机请先越狱再安装插件":         {"device-security", "10.3.3", "请先越狱", "请先 + 越狱", validate.Review},
		"花一元参与抽奖，每天开奖":          {"prohibited", "6.1.6", "一元参与抽奖", "一元 + 抽奖", validate.Review},
		"保证提分，不过退费":             {"superlative", "2.5", "保证提分，不过退费", "保证提分 + 不过退费", validate.Review},
		"本地中药馆，治愈率95%，欢迎预约到店问诊": {"superlative", "2.5", "治愈率95", "治愈率 + 95", validate.Review},
	} {
		r := newValidator(t).CheckText(validate.FieldIntro, text)
		f := ofFrame(r, want.check)
		if f == nil {
			t.Errorf("%s: no finding of a frame: %+v", text, r.Findings)
			continue
		}
		if f.Rule != want.rule || f.Text != want.place || f.Entry != want.entry || f.Severity != want.severity || text[f.Start:f.End] != f.Text {
			t.Errorf("%s: got %s %q %q %s at %d", text, f.Rule, f.Text, f.Entry, f.Severity, f.Start)
		}
		if !strings.Contains(f.Message, "读作："+f.Entry) || f.Rewrite != "" {
			t.Errorf("%s: message %q, rewrite %q", text, f.Message, f.Rewrite)
		}
		if plain := fold.String(f.Text) == f.Text; f.Via[0] != "frame" || plain && len(f.Via) > 1 {
			t.Errorf("%s: via %v", text, f.Via)
		}
	}
}

func TestWhatIsOnlySpokenOfIsNoOffer(t *testing.T) {
	v := newValidator(t)
	for _, text := range []string{
		"抵制代办毕业证的中介", "举报代办毕业证", "代办毕业证案例", "打击虚开增值税发票",
		"谨防替人收款转账", "毕业证遗失补办指南", "分享学习心得，会员可以收藏", "邀请函模板，可导出图片",
	} {
		for _, f := range v.CheckText(validate.FieldIntro, text).Findings {
			if slices.Contains(f.Via, "frame") && f.Severity >= validate.Review {
				t.Errorf("%s: %s %s", text, f.Check, f.Message)
			}
		}
	}
}

func TestAPlaceHasOneFindingOfACheck(t *testing.T) {
	v := newValidator(t)
	for _, text := range []string{
		"转发三个群得优惠券，下单立减", "邀请好友分享领红包得现金", "代办毕业证学位证，网上可查", "代开发票，点数面议",
		"分享领红包，邀请三位好友得8元", "黑户也能下款贷款，不看征信，花呗套现秒到",
	} {
		findings := v.CheckText(validate.FieldIntro, text).Findings
		for i, f := range findings {
			for _, g := range findings[:i] {
				framed := slices.Contains(f.Via, "frame") || slices.Contains(g.Via, "frame")
				if framed && f.Check == g.Check && f.Start < g.End && g.Start < f.End {
					t.Errorf("%s: %s finds %q and %q", text, f.Check, g.Text, f.Text)
				}
			}
		}
	}
}

// A frame that is only spoken of must not hide another one that is not.
func TestAFrameThatIsSpokenOfHidesNoOther(t *testing.T) {
	own := fstest.MapFS{
		"classes-x.tsv": {Data: []byte("act\t分享 转发 邀请 拉人\ngate\t看不到 看不了 打不开 用不了\nwhat\t结果 答案 全文 剧情\n")},
		"frames-x.tsv":  {Data: []byte("inducement\t5.1\treview\t9\tclause\t@act > @gate > @what\t-\t分享看不到结果\t分享\n")},
	}
	if f := ofFrame(newValidator(t, validate.WithLists(own)).CheckText(validate.FieldIntro, "不分享看不到结果"), "inducement"); f == nil || f.Text != "不分享看不到" {
		t.Errorf("got %+v", f)
	}
}

const (
	ownClasses = "catdo\t寄养 上门喂 遛狗 托管\ncats\t猫咪 小猫 布偶 橘猫\n"
	ownFrames  = "prohibited\t6.1.11\tadvice name=reject\t4\tclause\t@catdo @cats\t医院\t上门喂布偶三次\t猫咪医院寄养\n"
)

func TestFramesOfOnesOwnAreRead(t *testing.T) {
	own := fstest.MapFS{
		"classes-cats.tsv": {Data: []byte(ownClasses + "base/fakepaper\t猫证\n")},
		"frames-cats.tsv":  {Data: []byte(ownFrames)},
	}
	v := newValidator(t, validate.WithLists(own), validate.WithLanguage(validate.English))
	r := v.Check(&validate.Submission{Name: "上门喂猫咪", Intro: "布偶寄养，代办猫证"})
	got := map[validate.Field][]string{}
	for _, f := range r.Findings {
		if slices.Contains(f.Via, "frame") {
			got[f.Field] = append(got[f.Field], f.Severity.String()+" "+f.Entry)
			if !strings.Contains(f.Message, "read as: "+f.Entry) {
				t.Errorf("message %q", f.Message)
			}
		}
	}
	if !slices.Equal(got["name"], []string{"reject 上门喂 + 猫咪"}) || !slices.Equal(got["intro"], []string{"advice 布偶 + 寄养", "review 代办 + 猫证"}) {
		t.Errorf("got %q", got)
	}
	frames, err := lexicon.LoadFrames(own)
	if err != nil {
		t.Fatal(err)
	}
	if problems := v.LintFrames(frames); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestAFileOfTheSameNameReplacesTheEmbeddedFrames(t *testing.T) {
	const text = "假证制作，包邮" // of a frame of base alone
	for name, opt := range map[string]validate.Option{
		"replaced": validate.WithLists(fstest.MapFS{"frames-base.tsv": {Data: []byte("prohibited\t6.1.11\treview\t8\tclause\t@proxy @fakepaper\t-\t代办毕业证\t毕业证\n")}}),
		"dropped":  validate.WithoutLists("frames-base"),
		"off":      validate.WithoutChecks("prohibited"),
		"allowed":  validate.WithAllow("假证制作", "its entry"),
	} {
		if f := ofFrame(newValidator(t, opt).CheckText(validate.FieldIntro, text), "prohibited"); f != nil {
			t.Errorf("%s: %+v", name, f)
		}
	}
	if ofFrame(newValidator(t).CheckText(validate.FieldIntro, text), "prohibited") == nil {
		t.Error("not found without options")
	}
}

func TestLintFramesTellsWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ old, with, want string }{
		"unknown check":      {"prohibited", "nonsense", `frames-cats.tsv:1:1: there is no check "nonsense"`},
		"unknown rule":       {"6.1.11", "99.9", `frames-cats.tsv:1:2: there is no rule "99.9"`},
		"no severity":        {"advice name=reject", "none", "frames-cats.tsv:1:3: severity none in every field"},
		"shadowed word":      {"@cats\t", "@cats|橘猫\t", "frames-cats.tsv:1:6: all words of 橘猫 are words of other terms of slot 2"},
		"shadowed class":     {"@cats\t", "@cats|@kittens\t", "frames-cats.tsv:1:6: all words of @kittens are"},
		"sample not found":   {"上门喂布偶三次", "上门喂小狗", `frames-cats.tsv:1:8: sample "上门喂小狗" is not found: in it are 上门喂 @cats/catdo`},
		"the second one not": {"上门喂布偶三次", "上门喂布偶 / 喂鱼", `frames-cats.tsv:1:8: sample "喂鱼" is not found`},
		"sample silenced":    {"上门喂布偶三次", "医院上门喂布偶", "is silenced by 医院"},
		"sample against":     {"上门喂布偶三次", "举报上门喂布偶", `read as "warns"`},
		"innocent found":     {"猫咪医院寄养", "猫咪寄养", `frames-cats.tsv:1:9: innocent text "猫咪寄养" is found`},
		"a deaf check":       {"prohibited", "name-format", "is found, but"},
	} {
		own := fstest.MapFS{
			"classes-cats.tsv": {Data: []byte(ownClasses + "kittens\t小猫 橘猫\n")},
			"frames-cats.tsv":  {Data: []byte(strings.Replace(ownFrames, c.old, c.with, 1))},
		}
		frames, err := lexicon.LoadFrames(own)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var said []string
		for _, p := range newValidator(t, validate.WithLists(own)).LintFrames(frames) {
			said = append(said, p.String())
		}
		if !strings.Contains(strings.Join(said, "\n"), c.want) {
			t.Errorf("%s: got %q, want %q", name, said, c.want)
		}
	}
}

func TestFaultsOfFramesFailNewWithTheirPlace(t *testing.T) {
	for name, c := range map[string]struct{ classes, frames, want string }{
		"one slot":      {ownClasses, strings.Replace(ownFrames, "@catdo @cats", "@catdo", 1), "frames-cats.tsv:1:6: 1 slot"},
		"unknown class": {ownClasses, strings.Replace(ownFrames, "@catdo @cats", "@catdo @dogs", 1), "frames-cats.tsv:1:6: there is no class @dogs"},
		"circle":        {ownClasses + "cats\t@catdo\ncatdo\t@cats\n", ownFrames, "takes itself in"},
		"not a field":   {ownClasses, strings.Replace(ownFrames, "name=", "title=", 1), `frames-cats.tsv:1:3: unknown field "title"`},
	} {
		_, err := validate.New(validate.WithLists(fstest.MapFS{
			"classes-cats.tsv": {Data: []byte(c.classes)}, "frames-cats.tsv": {Data: []byte(c.frames)},
		}))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

func TestExplainTextTellsWhatWasFoundAndWhatSilencesIt(t *testing.T) {
	v := newValidator(t)
	const frame = "frames-base.tsv:3" // one of those that find the texts
	e := v.ExplainText(validate.FieldIntro, "代办毕业证遗失补办，3天")
	if f := frameIn(&e, frame); f == nil || f.Silenced == nil || !slices.Equal(f.Parts[0].Is, []string{"@base/proxy"}) {
		t.Errorf("frames: %+v", e.Frames)
	}
	if !slices.ContainsFunc(e.Measures, func(w validate.TextWord) bool { return w.Text == "3天" && w.Is[0] == "#time" }) {
		t.Errorf("measures: %+v", e.Measures)
	}
	if e := v.ExplainText(validate.FieldIntro, "举报代办毕业证的人"); frameIn(&e, frame) == nil || frameIn(&e, frame).Stance != "warns" || frameIn(&e, frame).Finding {
		t.Errorf("against: %+v", e.Frames)
	}
	if e := v.ExplainText(validate.FieldName, "代办毕业证书店"); frameIn(&e, frame) == nil || !frameIn(&e, frame).Finding || e.Report.Verdict == validate.Pass {
		t.Errorf("found: %+v", e)
	}
	if e := v.ExplainText(validate.FieldIntro, ""); e.Report == nil || e.Words != nil {
		t.Errorf("empty: %+v", e)
	}
}

// A check that gives the number of another kind of rule does not speak as of its own.
func TestFramesSpeakOfTheRuleTheyAreOf(t *testing.T) {
	for _, lang := range []validate.Language{validate.Chinese, validate.English} {
		f := ofFrame(newValidator(t, validate.WithLanguage(lang)).CheckText(validate.FieldIntro, "代办各校毕业证"), "prohibited")
		want := map[validate.Language][2]string{
			validate.Chinese: {"可能属于其他违法的商品或服务", "去掉这项商品或服务"},
			validate.English: {"other unlawful goods or services", "drop the goods or service"},
		}[lang]
		if f == nil || !strings.Contains(f.Message, want[0]) || !strings.Contains(f.Suggestion, want[1]) {
			t.Errorf("%s: %+v", lang, f)
		}
	}
}

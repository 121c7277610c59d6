package validate_test

import (
	"encoding/json"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

func TestAnEmptySubmissionPasses(t *testing.T) {
	r := newValidator(t).Check(&validate.Submission{ID: "7"})
	if r.Verdict != validate.Pass || len(r.Findings) > 0 || r.ID != "7" {
		t.Errorf("got %+v", r)
	}
	if len(r.Manual) == 0 {
		t.Error("the rules that only a person can settle are not listed")
	}
}

func TestACompleteSubmissionNeedsWhatTheFormAsksFor(t *testing.T) {
	r := newValidator(t, validate.WithComplete()).Check(&validate.Submission{})
	var fields []string
	for _, f := range r.Findings {
		fields = append(fields, string(f.Field))
	}
	if got := strings.Join(fields, " "); r.Verdict != validate.Rejected || got != "name intro admin_wechat complaint_channel contact icon categories owner.name owner.kind" {
		t.Errorf("got %s: %+v", got, r)
	}
}

func TestFindingsAreSortedAndPointIntoTheField(t *testing.T) {
	s := &validate.Submission{
		Name:  "腾迅课堂",
		Intro: "全国最好的在线课堂，国家级名师授课",
		Tags:  []string{"数学", "微信"},
	}
	r := newValidator(t).Check(s)
	var got []string
	for _, f := range r.Findings {
		got = append(got, string(f.Field)+":"+f.Text+":"+f.Check)
	}
	want := "name:腾迅:tencent-mark intro:最好:superlative intro:国家级:superlative tags[1]:微信:tencent-mark"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
	if via := r.Findings[0].Via; len(via) != 1 || via[0] != "homophone" {
		t.Errorf("腾迅 via %v", via)
	}
	if !strings.Contains(r.Findings[0].Message, "téng xùn") {
		t.Errorf("no pinyin in %q", r.Findings[0].Message)
	}
}

func TestRewritesAreOfferedWhereTheyAreSafe(t *testing.T) {
	v := newValidator(t)
	for intro, want := range map[string]string{
		"国家级名师在线授课，按课表提醒": "名师在线授课，按课表提醒",
		"课程评价里我们做到了最好":    "",
	} {
		got := ""
		for _, f := range v.CheckText(validate.FieldIntro, intro).Findings {
			got += f.Rewrite
		}
		if got != want {
			t.Errorf("%s: rewrite %q, want %q", intro, got, want)
		}
	}
}

func TestAnIntroIsRewrittenStepByStep(t *testing.T) {
	v := newValidator(t)
	for intro, want := range map[string]string{
		"全国最好的在线课堂，国家级名师授课":        "在线课堂，名师授课",
		"记录每天的收支，全国最好用，支持多人共享。":    "记录每天的收支，支持多人共享。",
		"本店水果销量第一。支持在线下单，次日送达。":    "支持在线下单，次日送达。",
		"整理照片和视频，加我微信领取教程":         "整理照片和视频",
		"整理照片和视频，预约请打13800138000。": "整理照片和视频。",
		"记录每天的收支，支持多人共享。":          "记录每天的收支，支持多人共享。",
		"我们做到了最好":                  "我们做到了最好",
	} {
		if got, _ := v.Rewrite(validate.FieldIntro, intro); got != want {
			t.Errorf("%s: %q, want %q", intro, got, want)
		}
	}
}

func TestRuleNumbersFollowTheEdition(t *testing.T) {
	for edition, want := range map[validate.Edition]string{validate.EditionFirst: "8.3", validate.Edition2018: "12.3", validate.Edition2026: "9.3"} {
		r := newValidator(t, validate.WithEdition(edition)).CheckText(validate.FieldName, "腾迅课堂")
		if len(r.Findings) != 1 || r.Findings[0].Rule != want {
			t.Errorf("%s: %+v", edition, r.Findings)
		}
	}
	if _, err := validate.New(validate.WithEdition("2019")); err == nil {
		t.Error("an unknown edition is taken")
	}
}

// Texts that would keep a check busy for hours if it looked back for every
// character.
func TestLongTextsOfOneKindAreCheckedInOnePass(t *testing.T) {
	v := newValidator(t)
	for _, piece := range []string{"1", "@", "a@", "wei", "一", "微", "腾讯", "最好", "！", "分享", "Q ", "\xff", "\u200b"} {
		text := strings.Repeat(piece, 300_000/len(piece))
		v.Check(&validate.Submission{Name: text, Intro: text, Description: text})
	}
}

func TestMessagesComeInEnglishToo(t *testing.T) {
	r := newValidator(t, validate.WithLanguage(validate.English)).CheckText(validate.FieldName, "腾迅课堂")
	if len(r.Findings) != 1 || !strings.Contains(r.Findings[0].Message, "Tencent") {
		t.Errorf("got %+v", r.Findings)
	}
}

func TestAnyTextIsCheckedLikeADescription(t *testing.T) {
	r := newValidator(t).CheckText("comment", "加薇信领资料")
	if !slices.ContainsFunc(r.Findings, func(f validate.Finding) bool { return f.Field == "comment" && f.Text == "薇信" }) {
		t.Errorf("got %+v", r.Findings)
	}
}

func TestListsAreAddedReplacedAndDropped(t *testing.T) {
	own := fstest.MapFS{
		"house.tsv":             {Data: []byte("# check: house-rules\n# rule: 9\n# fields: name\n# severity: reject\n蓝莓\n")},
		"commercial-phrase.tsv": {Data: []byte("# check: commercial-phrase\n# rule: 2.5\n# fields: name\n# severity: reject\n大促\n")},
	}
	v := newValidator(t, validate.WithLists(own), validate.WithoutLists("superlative"))
	for name, want := range map[string]string{"蓝莓果园": "house-rules", "大促果园": "commercial-phrase", "免费果园": "", "全网第一果园": ""} {
		got := ""
		for _, f := range v.CheckText(validate.FieldName, name).Findings {
			got += f.Check
		}
		if got != want {
			t.Errorf("%s: found by %q, want %q", name, got, want)
		}
	}
}

func TestAFaultyListIsNamedWithFileAndLine(t *testing.T) {
	bad := fstest.MapFS{"bad.tsv": {Data: []byte("# check: house\nword\tseverity\n蓝莓\tharsh\n蓝莓\treject\n")}}
	_, err := validate.New(validate.WithLists(bad))
	var fault *lexicon.ParseError
	if !errors.As(err, &fault) || !strings.Contains(err.Error(), "bad.tsv:3:2: unknown severity") {
		t.Errorf("got %v", err)
	}
}

func TestOptionsThatNameNothingAreRefused(t *testing.T) {
	for name, opt := range map[string]validate.Option{
		"check off":      validate.WithoutChecks("superlativ"),
		"check severity": validate.WithSeverity("nope", validate.Review),
		"severity none":  validate.WithSeverity("superlative", 0),
		"list":           validate.WithoutLists("nope"),
		"language":       validate.WithLanguage("fr"),
		"no reason":      validate.WithAllow("微信", " "),
		"no letters":     validate.WithAllow("--", "reason"),
	} {
		if _, err := validate.New(opt); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestAllowedTextsPassAndAreLogged(t *testing.T) {
	var log strings.Builder
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	v := newValidator(t, validate.WithAllow("腾讯", "our own mark, licence 17"), validate.WithLogger(logger))
	if r := v.CheckText(validate.FieldName, "騰訊笔记"); r.Verdict != validate.Pass {
		t.Errorf("got %+v", r)
	}
	if !strings.Contains(log.String(), "licence 17") {
		t.Errorf("log: %q", log.String())
	}
}

func TestSeverityAndChecksCanBeChanged(t *testing.T) {
	v := newValidator(t, validate.WithSeverity("superlative", validate.Advice), validate.WithoutChecks("tencent-mark"))
	r := v.Check(&validate.Submission{Name: "腾讯笔记", Intro: "国家级名师在线授课"})
	if r.Verdict != validate.Pass || len(r.Findings) != 1 || r.Findings[0].Severity != validate.Advice {
		t.Errorf("got %+v", r)
	}
}

func TestBadTextIsAnsweredByFindings(t *testing.T) {
	v := newValidator(t)
	for name, sub := range map[string]*validate.Submission{
		"invalid UTF-8":     {Name: "青禾\xff记账"},
		"control character": {Name: "青禾\x00记账"},
		"zero width":        {Intro: "记录每天\u200b的收支情况"},
		"direction mark":    {Name: "青禾\u202e记账"},
		"spaces only":       {Name: "   "},
		"too long":          {Name: strings.Repeat("青", 3_000_000)},
		"long clean intro":  {Intro: strings.Repeat("记录收支。", 2_000_000)},
	} {
		r := v.Check(sub)
		if r.Verdict != validate.Rejected {
			t.Errorf("%s: %s", name, r.Verdict)
		}
		checkPlaces(t, sub, r)
	}
}

func TestATextFullOfWordsGivesABoundedReport(t *testing.T) {
	r := newValidator(t).CheckText(validate.FieldDescription, strings.Repeat("销量第一，", 700_000))
	if n := len(r.Findings); n == 0 || n > 200 {
		t.Fatalf("%d findings", n)
	}
	if last := r.Findings[len(r.Findings)-1]; !strings.Contains(last.Message, "未逐一列出") {
		t.Errorf("the last one does not tell of the rest: %s", last.Message)
	}
}

func TestAValidatorServesManyGoroutines(t *testing.T) {
	v := newValidator(t)
	subs := []*validate.Submission{{Name: "腾迅课堂"}, {Name: "成都火锅"}, {Name: "青禾记账", Intro: "全网第一的记账本"}}
	var want []string
	for _, s := range subs {
		want = append(want, toJSON(t, v.Check(s)))
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 300 {
				if got := toJSON(t, v.Check(subs[i%3])); got != want[i%3] {
					t.Errorf("got %s, want %s", got, want[i%3])
					return
				}
			}
		})
	}
	wg.Wait()
}

func toJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// checkPlaces holds every finding to what Finding promises of its place.
func checkPlaces(t testing.TB, s *validate.Submission, r *validate.Report) {
	t.Helper()
	fields := map[validate.Field]string{
		"name": s.Name, "short_name": s.ShortName, "intro": s.Intro, "description": s.Description,
	}
	for _, f := range r.Findings {
		text, known := fields[f.Field]
		if !known {
			t.Errorf("finding for %s", f.Field)
			continue
		}
		if f.Start < 0 || f.End < f.Start || f.End > len(text) || f.Text != text[f.Start:f.End] {
			t.Errorf("%s: text %q at %d:%d", f.Field, f.Text, f.Start, f.End)
			continue
		}
		if onBorder := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text) }; !onBorder(f.Start) || !onBorder(f.End) {
			t.Errorf("%s: %d:%d cuts a character", f.Field, f.Start, f.End)
		}
		if f.Score < 0 || f.Score > 1 || f.Message == "" || f.Severity == 0 {
			t.Errorf("%s: %+v", f.Field, f)
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, c := range validate.Checks() {
		for _, s := range append(c.Found, c.Innocent...) {
			f.Add(s.Text, s.Name)
		}
	}
	f.Add("微\u200b信\xff🍀", "\U00020000\u0301")
	v := newValidator(f)
	f.Fuzz(func(t *testing.T, text, other string) {
		s := &validate.Submission{Name: text, ShortName: other, Intro: text, Description: other}
		checkPlaces(t, s, v.Check(s))
	})
}

func TestOnlyTheFirstFaultsOfALongTextAreRewritten(t *testing.T) {
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		clauses, atLeast, atMost int
	}{{2, 2, 2}, {100, 1, 8}, {2000, 0, 0}} {
		report := v.Check(&validate.Submission{Description: strings.Repeat("国家级名师授课，", test.clauses)})
		rewrites, found := 0, 0
		for _, f := range report.Findings {
			if f.Check == "superlative" {
				found++
			}
			if f.Rewrite != "" {
				rewrites++
			}
		}
		if rewrites < test.atLeast || rewrites > test.atMost || found == 0 {
			t.Errorf("%d clauses: %d findings, %d rewrites", test.clauses, found, rewrites)
		}
	}
}

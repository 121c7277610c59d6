package validate_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-playground/validator/v10"

	"github.com/mingcha-go/mingcha/validate"
)

// tally counts the findings of a report by check and field, those that it leaves
// out as well, and holds it to the bounds that are documented.
func tally(t *testing.T, r *validate.Report) map[string]int {
	t.Helper()
	all, listed, last := map[string]int{}, map[string]int{}, map[string]bool{}
	worst := validate.Severity(0)
	for i := len(r.Findings) - 1; i >= 0; i-- {
		f := &r.Findings[i]
		field, _, _ := strings.Cut(string(f.Field), "[")
		key := f.Check + " " + field
		all[key] += 1 + f.More
		listed[key]++
		worst = max(worst, f.Severity)
		if told := strings.Contains(f.Message, "未逐一列出") || strings.Contains(f.Message, "not listed"); told != (f.More > 0) || told && last[key] {
			t.Errorf("%s at %d: %d more are not listed, but it says %q", key, i, f.More, f.Message)
		}
		if f.More > 0 && !strings.Contains(f.Message, fmt.Sprint(f.More)) {
			t.Errorf("%q does not tell of %d more", f.Message, f.More)
		}
		last[key] = true
	}
	for key, n := range listed {
		if n > validate.MostFindingsOfField {
			t.Errorf("%d findings of %s are listed", n, key)
		}
	}
	if len(r.Findings) > max(validate.MostFindings, len(listed)) {
		t.Errorf("%d findings of %d checks and fields are listed", len(r.Findings), len(listed))
	}
	if want := map[validate.Severity]validate.Verdict{validate.Reject: validate.Rejected, validate.Review: validate.NeedReview}[worst]; want != r.Verdict && (want != "" || r.Verdict != validate.Pass) {
		t.Errorf("the verdict is %s, the worst finding listed %v", r.Verdict, worst)
	}
	return all
}

func TestWordsThatAreNoFindingsAreNotCounted(t *testing.T) {
	allow := validate.WithAllow("赌博", "a film of that name")
	for name, test := range map[string]struct {
		text string
		opts []validate.Option
		want map[string]int
	}{
		"against, 101 times":           {strings.Repeat("反赌博", 101), nil, nil},
		"refused, 101 times":           {strings.Repeat("拒绝赌博。", 101), nil, nil},
		"forbidden, 101 times":         {strings.Repeat("禁止色情，", 101), nil, nil},
		"spoken of, 101 times":         {strings.Repeat("赌博的危害，", 101), nil, nil},
		"allowed, 5000 times":          {strings.Repeat("欢迎赌博。", 5000), []validate.Option{allow}, nil},
		"against, then one that is":    {strings.Repeat("反赌博。", 100) + "欢迎参加在线赌博", nil, map[string]int{"prohibited description": 1}},
		"allowed, then one that isn't": {strings.Repeat("欢迎赌博。", 300) + "欢迎卖淫", []validate.Option{allow}, map[string]int{"prohibited description": 1}},
		"one, then those against":      {"欢迎参加在线赌博。" + strings.Repeat("反赌博。", 300), nil, map[string]int{"prohibited description": 1}},
		"150 among 300 against":        {strings.Repeat("反赌博。反赌博。欢迎赌博。", 150), nil, map[string]int{"prohibited description": 150}},
	} {
		t.Run(name, func(t *testing.T) {
			s := validate.Submission{Name: "支付宝记账", Description: test.text}
			r := newValidator(t, append(test.opts, validate.WithoutChecks("brand-mark"))...).Check(&s)
			r.Findings = slices.DeleteFunc(r.Findings, func(f validate.Finding) bool { return f.Field == validate.FieldName })
			r.Verdict = validate.Pass
			for _, f := range r.Findings {
				if f.Severity == validate.Review {
					r.Verdict = validate.NeedReview
				}
			}
			if got := tally(t, r); fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestTheNoteStandsOnAFindingOfItsOwnField(t *testing.T) {
	s := validate.Submission{Name: "支付宝记账", Description: strings.Repeat("欢迎赌博，", 140), Intro: strings.Repeat("支付宝，", 130)}
	for _, l := range []validate.Language{validate.Chinese, validate.English} {
		got := tally(t, newValidator(t, validate.WithLanguage(l)).Check(&s))
		if got["brand-mark name"] != 1 || got["brand-mark intro"] != 130 || got["prohibited description"] != 140 {
			t.Errorf("%s: %v", l, got)
		}
	}
}

// Each way into a report, by a submission that has 5000 of one thing.
func TestEveryWayIntoAReportIsBoundedAndCountsExactly(t *testing.T) {
	const n = 5000
	for name, test := range map[string]struct {
		s    validate.Submission
		want map[string]int
	}{
		"words of a list":   {validate.Submission{Description: strings.Repeat("欢迎赌博。", n)}, map[string]int{"prohibited description": n}},
		"phone numbers":     {validate.Submission{Description: strings.Repeat("电话13800138000，", n)}, map[string]int{"personal-data-exposed description": n}},
		"private addresses": {validate.Submission{Description: strings.Repeat("信箱a@qq.com，", n)}, map[string]int{"personal-data-exposed description": n}},
		"bargains":          {validate.Submission{Description: strings.Repeat("转发三个群得优惠券。", n)}, map[string]int{"inducement description": n}},
		"likenesses":        {validate.Submission{Description: strings.Repeat("徽信支付。", n)}, map[string]int{"tencent-mark description": n}},
	} {
		t.Run(name, func(t *testing.T) {
			got := tally(t, newValidator(t).Check(&test.s))
			for key, want := range test.want {
				if got[key] != want {
					t.Errorf("%s: %d, want %d (%v)", key, got[key], want, got)
				}
			}
		})
	}
}

func TestAListIsOneField(t *testing.T) {
	s := validate.Submission{Name: "青禾记账"}
	for range 120 {
		s.Tags = append(s.Tags, "微信")
	}
	v := newValidator(t)
	r := v.Check(&s)
	if got := findings(r, "tencent-mark"); tally(t, r)["tencent-mark tags"] != len(got)+got[len(got)-1].More {
		t.Errorf("%d listed, %d more", len(got), got[len(got)-1].More)
	}
}

// ownWord gives a word of its own for a number under a hundred.
func ownWord(kind string, i int) string {
	const letters = "山水火木石田土日月目"
	return "青" + kind + letters[i/10*3:i/10*3+3] + letters[i%10*3:i%10*3+3]
}

// ownLists are lists of the caller: a check for each, with a mild and a grave word.
func ownLists(n int) fstest.MapFS {
	lists := fstest.MapFS{}
	for i := range n {
		lists[fmt.Sprintf("own%d.tsv", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"# check: own-%d\n# rule: 9\n# fields: name short_name intro description tags\n# source: test\nword\tseverity\n%s\tadvice\n%s\treject\n", i, ownWord("甲", i), ownWord("乙", i))}
	}
	return lists
}

func TestTheWorstIsListedHoweverManyMilderOnesStandBeforeIt(t *testing.T) {
	v := newValidator(t, validate.WithLists(ownLists(1)))
	for _, mild := range []int{99, 100, 101, 3000} {
		r := v.Check(&validate.Submission{Description: strings.Repeat(ownWord("甲", 0)+"。", mild) + ownWord("乙", 0)})
		got := findings(r, "own-0")
		if tally(t, r)["own-0 description"] != mild+1 || r.Verdict != validate.Rejected || got[len(got)-1].Severity != validate.Reject {
			t.Errorf("%d: %v, %s", mild, tally(t, r), r.Verdict)
		}
	}
}

func TestManyChecksAndFieldsShareTheBoundOfAReport(t *testing.T) {
	const lists, words = 60, 130
	v := newValidator(t, validate.WithLists(ownLists(lists)))
	var b strings.Builder
	for i := range lists {
		b.WriteString(strings.Repeat(ownWord("甲", i)+"。", words))
	}
	grave := ownWord("乙", lists-1)
	s := validate.Submission{Intro: b.String(), Description: b.String() + grave, Tags: []string{b.String()}}
	r := v.Check(&s)
	got := tally(t, r)
	for i := range lists {
		for _, field := range []string{"intro", "description", "tags"} {
			want := words
			if i == lists-1 && field == "description" {
				want++
			}
			if key := fmt.Sprintf("own-%d %s", i, field); got[key] != want {
				t.Errorf("%s: %d, want %d", key, got[key], want)
			}
		}
	}
	if !slices.ContainsFunc(r.Findings, func(f validate.Finding) bool { return f.Text == grave }) || r.Verdict != validate.Rejected {
		t.Error("the worst finding is not listed")
	}
}

func TestAmendKeepsTheBoundsAndCountsOn(t *testing.T) {
	for _, l := range []validate.Language{validate.Chinese, validate.English} {
		v := newValidator(t, validate.WithLanguage(l))
		r := v.Check(&validate.Submission{Description: strings.Repeat("欢迎赌博。", 150)})
		more := validate.Finding{Check: "prohibited", Rule: "6.1.6", Severity: validate.Review, Field: validate.FieldDescription, Message: "and this"}
		for range 3 {
			v.Amend(r, more, more)
		}
		if got := tally(t, r)["prohibited description"]; got != 156 {
			t.Errorf("%d findings, want 156", got)
		}
		more.Severity = validate.Reject
		v.Amend(r, more)
		if got := tally(t, r)["prohibited description"]; got != 157 || r.Verdict != validate.Rejected {
			t.Errorf("%d findings, %s", got, r.Verdict)
		}
	}
	v := newValidator(t)
	r := v.Check(&clean)
	for i := range 700 {
		v.Amend(r, validate.Finding{Check: "own", Severity: validate.Review, Field: validate.Field(fmt.Sprintf("tags[%d]", i))})
	}
	if got := tally(t, r)["own tags"]; got != 700 {
		t.Errorf("%d findings, want 700", got)
	}
}

func TestAmendNeverMakesAVerdictMilder(t *testing.T) {
	r := &validate.Report{Verdict: validate.Rejected}
	newValidator(t).Amend(r, validate.Finding{Check: "own", Severity: validate.Advice, Field: validate.FieldName})
	if r.Verdict != validate.Rejected {
		t.Error(r.Verdict)
	}
}

func TestACollectorKeepsTheBoundsOfAReport(t *testing.T) {
	type form struct {
		Tags  []string `validate:"dive,mp_tag"`
		Intro string   `validate:"mp_intro"`
	}
	v, pv := newValidator(t), validator.New()
	if err := v.RegisterTags(pv); err != nil {
		t.Fatal(err)
	}
	pv.RegisterStructValidationCtx(v.StructRule(validate.Reject), form{})
	f := form{Intro: strings.Repeat("欢迎赌博。", 150)}
	for range 120 {
		f.Tags = append(f.Tags, "微信")
	}
	ctx, collected := validate.Collect(context.Background(), validate.English)
	if err := pv.StructCtx(ctx, f); err == nil {
		t.Error("no error")
	}
	got := tally(t, collected.Report())
	if got["prohibited intro"] != 150 || got["tencent-mark tags"] < 120 {
		t.Errorf("%v", got)
	}
}

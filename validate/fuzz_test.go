package validate_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"

	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

// hostile is a submission as the fuzzer writes it, with an icon of any bytes.
type hostile struct {
	validate.Submission
	Picture []byte `json:"picture,omitempty"`
}

// fieldText gives the text that a finding of a field is about; ok is false where
// the field has none, or is of no submission.
func fieldText(s *validate.Submission, r *validate.Report, f validate.Field) (text string, ok bool) {
	list, index, isMember := strings.Cut(strings.TrimSuffix(string(f), "]"), "[")
	single := map[string]string{
		"name": s.Name, "short_name": s.ShortName, "intro": s.Intro, "description": s.Description,
		"contact.email": s.Contact.Email, "contact.url": s.Contact.URL, "contact.phone": s.Contact.Phone, "admin_wechat": s.AdminWeChat,
		"owner.name": s.Owner.Name, "owner.kind": s.Owner.Kind,
	}
	if !isMember {
		text, ok = single[list]
		return text, ok
	}
	var features []string
	for _, feature := range s.Features {
		features = append(features, string(feature))
	}
	members := map[string][]string{
		"tags": s.Tags, "icon_text": slices.Concat(s.IconText, r.IconText), "categories": s.Categories, "features": features,
	}[list]
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= len(members) {
		return "", false
	}
	return members[i], true
}

// checkFindings holds the findings of a report to what Report and Finding promise.
func checkFindings(t *testing.T, s *validate.Submission, r *validate.Report) {
	t.Helper()
	tally(t, r)
	for i := range r.Findings {
		f := &r.Findings[i]
		text, known := fieldText(s, r, f.Field)
		switch {
		case f.Message == "" || f.Severity < validate.Advice || f.Severity > validate.Reject || f.Score < 0 || f.Score > 1:
			t.Errorf("%+v", f)
		case !utf8.ValidString(f.Message + f.Suggestion):
			t.Errorf("%s: the message is no UTF-8: %q %q", f.Check, f.Message, f.Suggestion)
		case f.Start < 0 || f.End < f.Start || f.End-f.Start != len(f.Text):
			t.Errorf("%s of %s: %q at %d:%d", f.Check, f.Field, f.Text, f.Start, f.End)
		case f.Start == f.End:
		case !known || f.End > len(text) || text[f.Start:f.End] != f.Text:
			t.Errorf("%s of %s: %q at %d:%d of %q", f.Check, f.Field, f.Text, f.Start, f.End, text)
		case !onBorder(text, f.Start) || !onBorder(text, f.End):
			t.Errorf("%s of %s: %d:%d cuts a character of %q", f.Check, f.Field, f.Start, f.End, text)
		}
	}
}

// onBorder tells whether a character begins or the text ends at a byte. Each byte
// that is part of none is a character.
func onBorder(text string, at int) bool {
	for i := range text {
		if i >= at {
			return i == at
		}
	}
	return at == len(text)
}

// hostileSeeds are submissions with every dimension at once, each made of over a
// kilobyte of the words of one embedded list.
func hostileSeeds(tb testing.TB) (seeds [][]byte) {
	lists, err := lexicon.Load(lexicon.Embedded())
	if err != nil {
		tb.Fatal(err)
	}
	for _, list := range lists {
		var words []string
		for i, size := 0, 0; size <= 1<<10; i++ {
			word := list.Entries[i%len(list.Entries)].Word
			words, size = append(words, word), size+len(word)
		}
		var s hostile
		s.ID, s.Name, s.ShortName = list.Name, words[0], words[len(words)-1]
		s.Intro, s.Description = strings.Join(words, ""), strings.Join(words, "，")
		s.Tags, s.IconText, s.Categories = words, words, words[:min(4, len(words))]
		s.Owner = validate.Owner{Name: strings.Join(words, " "), Kind: validate.OwnerEnterprise, Licences: words[:1]}
		s.Features = []validate.Feature{validate.FeaturePayment, validate.FeatureUGC, "字"}
		s.Contact = validate.Contact{Email: "a@qq.com", URL: "http://" + words[0] + ".example", Phone: "13800138000"}
		s.AdminWeChat, s.Picture = words[0], []byte("\x89PNG\r\n\x1a\n")
		for _, word := range words[:min(8, len(words))] {
			s.Authorizations = append(s.Authorizations, validate.Authorization{Mark: word, Document: word})
		}
		seed, err := json.Marshal(s)
		if err != nil {
			tb.Fatal(err)
		}
		seeds = append(seeds, seed)
	}
	return seeds
}

// setIn gives Validators of different options.
func setIn(tb testing.TB) []*validate.Validator {
	noon := validate.WithNow(func() time.Time { return time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC) })
	return []*validate.Validator{
		newValidator(tb, noon),
		newValidator(tb, noon, validate.WithComplete(), validate.WithLanguage(validate.English), validate.WithEdition(validate.Edition2026),
			validate.WithAllow("微信", "a test"), validate.WithSeverity("superlative", validate.Advice), validate.WithSeverity("keyword-stuffing", validate.Reject),
			validate.WithLists(fstest.MapFS{"own.tsv": {Data: []byte("# check: own\n# rule: 9\n# fields: name intro description tags icon_text\n# source: test\nword\tseverity\n的\tadvice\n青\treject\n")}})),
	}
}

func FuzzSubmission(f *testing.F) {
	for i, seed := range hostileSeeds(f) {
		f.Add(seed, byte(i))
	}
	for _, c := range validate.Checks() {
		for _, d := range c.Declared {
			seed, _ := json.Marshal(d.Submission)
			f.Add(seed, byte(3))
		}
	}
	f.Add([]byte(`{"description":"反赌博欢迎参加在线赌博电话13800138000转发三个群得优惠券\ufeff\u200b","tags":["微信","\u0301"]}`), byte(255))
	validators := setIn(f)
	f.Fuzz(func(t *testing.T, data []byte, times byte) {
		var h hostile
		if len(data) > 1<<15 || json.Unmarshal(data, &h) != nil {
			return
		}
		s := &h.Submission
		s.Icon = h.Picture
		if more := 1 + int(times>>1)%16; len(data) < 1<<10 { // 127 findings and more
			s.Description = strings.Repeat(s.Description, more)
			s.Tags = slices.Repeat(s.Tags, more)
		}
		before := toJSON(t, h)
		v := validators[times%2]
		r := v.Check(s)
		checkFindings(t, s, r)
		again, err := v.CheckContext(context.Background(), s)
		if err != nil || !reflect.DeepEqual(r, again) {
			t.Errorf("Check gives %+v, CheckContext %+v, %v", r, again, err)
		}
		if toJSON(t, h) != before {
			t.Error("the submission is changed")
		}
	})
}

// weight is what a text is judged by: how many findings of at least each severity.
func weight(r *validate.Report) (n [validate.Reject + 1]int) {
	for i := range r.Findings {
		for s := validate.Advice; s <= r.Findings[i].Severity; s++ {
			n[s] += 1 + r.Findings[i].More
		}
	}
	return n
}

func FuzzRewrite(f *testing.F) {
	fields := []validate.Field{validate.FieldIntro, validate.FieldName, validate.FieldShortName, validate.FieldDescription, validate.FieldTags, "comment"}
	for _, c := range validate.Checks() {
		for _, s := range c.Found {
			f.Add(s.Text, byte(max(0, slices.Index(fields, s.Field))))
			f.Add(s.Text+"，"+s.Text+"。记录每天的收支，"+s.Text, byte(0))
		}
	}
	f.Add(strings.Repeat("国家级名师授课，", 40), byte(3))
	f.Add(strings.Repeat("免费领，", 14)+"记录收支", byte(0))
	v := newValidator(f)
	f.Fuzz(func(t *testing.T, text string, which byte) {
		if len(text) > 1<<11 {
			return
		}
		field := fields[int(which)%len(fields)]
		rewritten, ok := v.Rewrite(field, text)
		before, after := v.CheckText(field, text), v.CheckText(field, rewritten)
		was, is := weight(before), weight(after)
		for s := validate.Advice; s <= validate.Reject; s++ {
			if is[s] > was[s] {
				t.Errorf("%s %q has %d findings of at least %v, rewritten as %q %d:\n%s", field, text, was[s], s, rewritten, is[s], toJSON(t, after.Findings))
			}
		}
		if ok != (after.Verdict != validate.Rejected) {
			t.Errorf("%s %q: ok is %v, the verdict %s", field, rewritten, ok, after.Verdict)
		}
		if twice, _ := v.Rewrite(field, rewritten); twice != rewritten {
			t.Errorf("%s %q becomes %q, and that %q", field, text, rewritten, twice)
		}
	})
}

// entryForm is a form whose tags judge nothing, so that the rule of the struct does.
type entryForm struct {
	Name   string    `validate:"mp_name=none"`
	Short  *string   `validate:"mp_short_name=none"`
	Intro  string    `validate:"mp_intro=none"`
	Long   []string  `validate:"omitempty,dive,mp_text=none"`
	Tags   []string  `validate:"omitempty,dive,mp_tag=none"`
	Cats   [2]string `validate:"dive,mp_category=none"`
	Wechat any       `validate:"omitempty,mp_wechat_id=none"`
}

func (e *entryForm) submission() *validate.Submission {
	s := &validate.Submission{Name: e.Name, Intro: e.Intro}
	if e.Short != nil {
		s.ShortName = *e.Short
	}
	s.AdminWeChat, _ = e.Wechat.(string)
	s.Tags = append(s.Tags, e.Tags...)
	s.Categories = append(s.Categories, e.Cats[:]...)
	return s
}

func FuzzStructRule(f *testing.F) {
	for _, c := range validate.Checks() {
		for _, s := range c.Found {
			f.Add(s.Text, s.Name, s.Text, "微信|"+s.Text, "餐饮服务/点餐平台|工具/记账", "qinghe_2026", byte(1))
		}
	}
	f.Add("腾迅课堂", "课堂", strings.Repeat("欢迎赌博。", 120), strings.Repeat("微信|", 120), "x", "\xff", byte(2))
	type rule struct {
		least validate.Severity
		pv    *validator.Validate
		tell  func(validator.ValidationErrors) string
	}
	v := newValidator(f)
	var rules []rule
	for least := validate.Advice; least <= validate.Reject; least++ {
		pv, chinese, english := tagged(f, v)
		pv.RegisterStructValidationCtx(v.StructRule(least), entryForm{})
		tell := func(errs validator.ValidationErrors) string {
			return fmt.Sprint(errs.Translate(chinese), errs.Translate(english))
		}
		rules = append(rules, rule{least, pv, tell})
	}
	f.Fuzz(func(t *testing.T, name, short, intro, tags, categories, wechat string, which byte) {
		if len(name)+len(short)+len(intro)+len(tags)+len(categories)+len(wechat) > 1<<11 {
			return
		}
		form := &entryForm{Name: name, Short: &short, Intro: intro, Tags: strings.Split(tags, "|"), Wechat: wechat}
		copy(form.Cats[:], strings.Split(categories, "|"))
		rule := rules[int(which)%len(rules)]
		ctx, collected := validate.Collect(context.Background(), validate.Chinese)
		err := rule.pv.StructCtx(ctx, form)
		report := v.Check(form.submission())
		worst := validate.Severity(0)
		for i := range report.Findings {
			worst = max(worst, report.Findings[i].Severity)
		}
		errs, _ := err.(validator.ValidationErrors)
		if fails := len(errs) > 0; fails != (worst >= rule.least) {
			t.Errorf("%+v: the rule says %v, Check %s", form, err, toJSON(t, report.Findings))
		}
		if told := rule.tell(errs); !utf8.ValidString(told) {
			t.Errorf("%q is no UTF-8", told)
		}
		got, want := tally(t, collected.Report()), tally(t, report)
		for key, n := range want {
			if got[key] < n {
				t.Errorf("%s: %d collected, %d found", key, got[key], n)
			}
		}
	})
}

// The seeds stand for what they say.
func TestHostileSeedsAreOverAKilobyteOfEachList(t *testing.T) {
	names, err := fs.Glob(lexicon.Embedded(), "*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	seeds := hostileSeeds(t)
	if len(seeds) < len(names) || len(seeds) == 0 {
		t.Errorf("%d seeds for %d lists", len(seeds), len(names))
	}
	for _, seed := range seeds {
		if len(seed) <= 1<<10 || !json.Valid(seed) {
			t.Errorf("%d bytes: %.60s", len(seed), seed)
		}
	}
}

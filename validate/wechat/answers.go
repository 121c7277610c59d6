package wechat

import (
	"cmp"
	"slices"

	"github.com/mingcha-go/mingcha/validate"
)

// CheckNicknameAnswer has the shape of the platform's answer to checkNickName.
type CheckNicknameAnswer struct {
	ErrCode int    `json:"errcode"`
	ErrMsg  string `json:"errmsg"`
	// HitCondition says that materials have to be supplied and Wording which.
	HitCondition bool   `json:"hit_condition"`
	Wording      string `json:"wording"`
}

// Codes of checkNickName for a name that breaks its form, and one that is not allowed.
const (
	invalidForm   = 53010
	forbiddenName = 53012
)

// NicknameAnswer says of a report what the platform's checkNickName would say of the
// name, as far as this library can know: whether a name is taken only the platform
// knows. A name that is rejected has the platform's code for the reason (53010 for its
// form, 53012 else), one that a person should look at has HitCondition and no error.
// Findings on other fields do not count.
func NicknameAnswer(r *validate.Report) CheckNicknameAnswer {
	a := CheckNicknameAnswer{ErrMsg: "ok"}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Field != validate.FieldName {
			continue
		}
		switch {
		case f.Severity == validate.Reject:
			// the platform looks at the form before it looks at words
			if code := cmp.Or(f.PlatformCode, forbiddenName); a.ErrCode == 0 || code == invalidForm && a.ErrCode != invalidForm {
				a.ErrCode, a.ErrMsg = code, f.Message
			}
		case f.Severity == validate.Review && !a.HitCondition:
			a.HitCondition, a.Wording = true, f.Message
		}
	}
	if a.ErrCode != 0 {
		a.HitCondition, a.Wording = false, ""
	}
	return a
}

// What msgSecCheck suggests.
const (
	SuggestPass   = "pass"
	SuggestReview = "review"
	SuggestRisky  = "risky"
)

// The labels of msgSecCheck.
const (
	LabelNormal     = 100
	LabelAd         = 10001
	LabelPolitics   = 20001
	LabelPorn       = 20002
	LabelInsult     = 20003
	LabelCrime      = 20006
	LabelFraud      = 20008
	LabelVulgar     = 20012
	LabelCopyright  = 20013
	LabelOtherRisks = 21000
)

// MsgSecCheckAnswer has the shape of the platform's answer to msgSecCheck, version 2.
type MsgSecCheckAnswer struct {
	ErrCode int                 `json:"errcode"`
	ErrMsg  string              `json:"errmsg"`
	Result  MsgSecCheckResult   `json:"result"`
	Detail  []MsgSecCheckDetail `json:"detail"`
	TraceID string              `json:"trace_id"`
}

// MsgSecCheckResult sums the answer up.
type MsgSecCheckResult struct {
	Suggest string `json:"suggest"`
	Label   int    `json:"label"`
}

// MsgSecCheckDetail is one reason. Strategy is keyword for a word of a list, and
// content_model for all else; Keyword is the text found, Prob the likeness in percent.
type MsgSecCheckDetail struct {
	Strategy string `json:"strategy"`
	ErrCode  int    `json:"errcode"`
	Suggest  string `json:"suggest"`
	Label    int    `json:"label"`
	Keyword  string `json:"keyword,omitempty"`
	Level    int    `json:"level,omitempty"`
	Prob     int    `json:"prob,omitempty"`
}

// TextAnswer gives a report, as of Validator.CheckText, in the shape of msgSecCheck's
// answer, so that it can stand before that call in a service made for it. TraceID is
// that of the report. Advice is no reason. The edition is that of the Validator, whose
// numbers the findings carry; empty: the first. It does not replace the platform's own
// check.
func TextAnswer(r *validate.Report, e validate.Edition) MsgSecCheckAnswer {
	e = cmp.Or(e, validate.EditionFirst)
	a := MsgSecCheckAnswer{ErrMsg: "ok", Result: MsgSecCheckResult{SuggestPass, LabelNormal}, TraceID: r.ID, Detail: []MsgSecCheckDetail{}}
	worst := validate.Advice
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Severity < validate.Review {
			continue
		}
		d := MsgSecCheckDetail{Strategy: "content_model", Suggest: suggestionOf(f.Severity), Label: labelOf(f, e), Prob: int(100*f.Score + .5)}
		if f.Entry != "" {
			d.Strategy, d.Keyword = "keyword", f.Text
		}
		a.Detail = append(a.Detail, d)
		if f.Severity > worst {
			worst, a.Result = f.Severity, MsgSecCheckResult{d.Suggest, d.Label}
		}
	}
	return a
}

func suggestionOf(s validate.Severity) string {
	if s == validate.Reject {
		return SuggestRisky
	}
	return SuggestReview
}

// labels are those of rules, by their numbers in the first edition.
var labels = map[string]int{
	"4.3": LabelCrime, "5.3": LabelCrime, "5.7": LabelFraud,
	"6.1.1": LabelPolitics, "6.1.2": LabelPolitics, "6.1.3": LabelPolitics, "6.1.4": LabelCrime, "6.1.5": LabelPorn, "6.1.6": LabelCrime,
	"6.1.7": LabelFraud, "6.1.8": LabelInsult, "6.1.9": LabelCopyright, "6.1.10": LabelCrime, "6.1.11": LabelCrime,
	"8.1": LabelCopyright, "8.2": LabelCopyright, "8.3": LabelCopyright, "8.4": LabelFraud, "11.4": LabelFraud,
	"2.5": LabelAd, "3.8": LabelAd, "5.1": LabelAd, "5.2": LabelAd, "6.2.1": LabelAd, "6.2.4": LabelAd, "10.2.1": LabelAd,
	"2026/3.12": LabelVulgar, "2026/5.3.3": LabelAd, "2026/6.3.2": LabelVulgar, "2026/6.3.4": LabelVulgar,
}

// labelOf gives the label of a finding: that of its rule, but for marks and symbols of
// the state, whose rule (2.1) holds much else.
func labelOf(f *validate.Finding, e validate.Edition) int {
	switch f.Check {
	case "brand-mark", "icon-brand":
		return LabelCopyright
	case "state-symbol":
		return LabelPolitics
	}
	for _, r := range validate.RulesIn(e) {
		if slices.Contains(r.Checks, f.Check) && slices.Contains(r.Numbers(e), f.Rule) {
			return cmp.Or(labels[r.Number], LabelOtherRisks)
		}
	}
	return LabelOtherRisks
}

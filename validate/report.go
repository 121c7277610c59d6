package validate

import "github.com/mingcha-go/mingcha/lexicon"

// Field names a part of a submission as the JSON input does: "name",
// "tags[1]", "contact.email".
type Field string

// The text fields of a submission. Members of a list carry their index after
// the name, as in tags[0].
const (
	FieldName        Field = "name"
	FieldShortName   Field = "short_name"
	FieldIntro       Field = "intro"
	FieldDescription Field = "description"
	FieldTags        Field = "tags"
	FieldIconText    Field = "icon_text"
)

// FieldIcon is the picture; findings about it carry no range.
const FieldIcon Field = "icon"

// Severity says how grave a finding is; the zero value is none.
type Severity = lexicon.Severity

// The severities, from a hint to a black-letter breach.
const (
	// Advice: nothing is broken, something could be better.
	Advice = lexicon.Advice
	// Review: likely a breach, or it depends on context: a person should look.
	Review = lexicon.Review
	// Reject: a black-letter breach.
	Reject = lexicon.Reject
)

// Verdict sums a report up: the worst severity found.
type Verdict string

// The verdicts. A report with nothing worse than advice passes.
const (
	Pass       Verdict = "pass"
	NeedReview Verdict = "review"
	Rejected   Verdict = "reject"
)

// verdictOf sums up findings of which one is the worst.
func verdictOf(worst Severity) Verdict {
	switch worst {
	case Reject:
		return Rejected
	case Review:
		return NeedReview
	}
	return Pass
}

// worstOf gives the gravest severity among findings, zero where there are none.
func worstOf(findings []Finding) (worst Severity) {
	for i := range findings {
		worst = max(worst, findings[i].Severity)
	}
	return worst
}

// Report is the answer to one submission.
type Report struct {
	ID      string  `json:"id,omitempty"`
	Verdict Verdict `json:"verdict"`
	// Findings are sorted by field (in the order of Submission), start, check. They
	// are bounded by MostFindingsOfField and MostFindings.
	Findings []Finding `json:"findings,omitempty"`
	// IconText is what the TextReader read on the icon, but for words that the
	// submission states itself. Findings about its members are of the fields
	// icon_text[n], n counting on from those of the submission.
	IconText []string `json:"icon_text,omitempty"`
	// Manual lists the numbers of the rules that nothing submitted can decide, and a
	// person has to look at; see Validator.Manual. It is shared between reports: do not
	// change it.
	Manual []string `json:"manual,omitempty"`
	// NotChecked lists the numbers of the rules of which nothing was checked: their
	// checks are off, or all that these read is absent (no icon: 2.2). It is shared as
	// well. Rules for a person, and those that only a catalog shows, are not in it.
	NotChecked []string `json:"not_checked,omitempty"`
}

// Finding is one thing that a reviewer would point at.
type Finding struct {
	// Check is the slug of the check, Rule the number of the rule it serves.
	Check    string   `json:"check"`
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Field    Field    `json:"field"`
	// Start and End are a half-open range of byte offsets in the field as it
	// was given, on rune borders; both are zero for a finding about an absence.
	Start int `json:"start"`
	End   int `json:"end"`
	// Text is the field's text from Start to End.
	Text string `json:"text,omitempty"`
	// Region is the place in the picture of a finding about the icon, where there
	// is one: x0, y0, x1, y1 in pixels of the picture as it is shown, half-open.
	Region []int `json:"region,omitempty"`
	// Entry is the list entry or mark that Text stands for, or the words that a frame
	// was read from (代办 + 毕业证).
	Entry string `json:"entry,omitempty"`
	// Via says how Entry was recognised in Text: exact, or the folds and
	// likenesses that it took (width, case, traditional, gap, homophone, ...); frame
	// first where Text was read as several words that stand near each other.
	Via []string `json:"via,omitempty"`
	// Score is 1 for an exact match and falls with every likeness needed.
	Score float64 `json:"score,omitempty"`
	// Message says what is wrong and why, Suggestion what to change, in the
	// language of the Validator.
	Message    string `json:"message"`
	Suggestion string `json:"suggestion,omitempty"`
	// More is how many findings of the same check in the same field (or list of
	// them) the report leaves out, for there are too many: the last one that it
	// lists tells. See MostFindings. They are no worse than those listed.
	More int `json:"more,omitempty"`
	// Rewrite is the whole field without the fault, where that is safe.
	Rewrite string `json:"rewrite,omitempty"`
	// PlatformCode is the error code of the platform's API for this, if known.
	PlatformCode int `json:"platform_code,omitempty"`
}

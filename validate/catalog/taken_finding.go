package catalog

import (
	"fmt"

	"github.com/mingcha-go/mingcha/validate"
)

// TakenSlug is the check that findings of taken names carry.
const TakenSlug = "name-taken"

// Finding says what is wrong with the name of a record; s is its submission. Give it
// to Validator.Amend, which applies the options and moves the verdict.
//
// It covers the whole name. Entry is the record that has the name: its ID or, without
// one, # and its number. Via is how the names are alike. A nil t or s panics.
func (t *Taken) Finding(s *validate.Submission, l validate.Language) validate.Finding {
	expect(t != nil, "Finding of a nil *Taken: expected one of Duplicates.Taken or TakenIn")
	expect(s != nil, "Finding with a nil *validate.Submission: expected the one whose name is taken")
	w := t.wording()
	f := validate.Finding{
		Check: TakenSlug, Rule: "1.6", Severity: t.Severity, Field: validate.FieldName, Text: s.Name, End: len(s.Name),
		Entry: t.By.String(), Via: []string{via[t.Likeness]}, Score: t.Score, PlatformCode: t.Code,
		Message: fmt.Sprintf(w.message.In(l), t.Self, t.By.quoted(l)), Suggestion: w.suggestion.In(l),
	}
	if t.Relation == UnknownOwners {
		f.Message += validate.Text{
			ZH: "；两条记录没有都填主体，请核对是不是同一主体", EN: "; not both records state an owner: look whether it is the same one",
		}.In(l)
	}
	return f
}

// takenWording is what is said of a taken name: %[1]s is the record, %[2]s the one that
// has the name before.
type takenWording struct{ message, suggestion validate.Text }

var wordingOfTaken = [...]takenWording{
	SameName: {
		validate.Text{ZH: "%[1]s 的名称和%[2]s的名称相同，不同主体的小程序不能重名", EN: "the name of %[1]s is that of %[2]s: programs of different owners cannot share a name"},
		validate.Text{ZH: "换一个名称；名称确属自己的，准备好商标注册证或同一主体的证明", EN: "choose another name; if it is yours, have the registration of the mark or a proof of the same owner at hand"},
	},
	EmptyWords: {
		validate.Text{ZH: "%[1]s 的名称和%[2]s的名称只差没有实际意义的字词或字母，容易混淆", EN: "the name of %[1]s differs from that of %[2]s in words or letters that say nothing: it can be taken for it"},
		validate.Text{ZH: "换成能和对方区分开的名称，不要只加「官方」「小程序」或字母、数字", EN: "choose a name that can be told from the other, not one with 官方, 小程序, a letter or a digit added"},
	},
	LooksAlike: {
		validate.Text{ZH: "%[1]s 的名称和%[2]s的名称只差形近字，容易混淆", EN: "the name of %[1]s differs from that of %[2]s in characters that are drawn alike: it can be taken for it"},
		validate.Text{ZH: "换成能和对方区分开的名称，不要只换形近字", EN: "choose a name that can be told from the other by more than characters drawn alike"},
	},
	SoundsAlike: {
		validate.Text{ZH: "%[1]s 的名称和%[2]s的名称读音相同，容易混淆", EN: "the name of %[1]s is read like that of %[2]s: it can be taken for it"},
		validate.Text{ZH: "换成读音也能和对方区分开的名称", EN: "choose a name that can be told from the other by ear, too"},
	},
}

func (t *Taken) wording() takenWording { return wordingOfTaken[t.Likeness] }

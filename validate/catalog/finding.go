package catalog

import (
	"fmt"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/validate"
)

// Slug is the check that findings of repeats carry.
const Slug = "duplicate"

// Finding says what is wrong with a repeat; s is its submission. Give it to
// Validator.Amend, which applies the options and moves the verdict.
//
// It is of the name where the names are nearly the same, else of the intro, and
// covers the whole field. Entry is the group's first record: its ID or, without
// one, # and its number. Score is the similarity with Like, Via the Kind. A nil r or
// s panics.
func (r *Repeat) Finding(s *validate.Submission, l validate.Language) validate.Finding {
	expect(r != nil, "Finding of a nil *Repeat: expected one of Duplicates.Repeats or Judge")
	expect(s != nil, "Finding with a nil *validate.Submission: expected the one that repeats another")
	f := validate.Finding{
		Check: Slug, Rule: "1.6", Severity: validate.Review,
		Entry: r.First.String(), Via: []string{string(r.Kind)}, Score: r.Score,
	}
	if r.Kind == Template && r.Relation != SameOwner {
		f.Rule = "3.5" // one function in many shops' names
	}
	if r.Relation == SameOwner {
		f.Rule = "1.5"
		if r.Kind == Branch {
			f.Severity = validate.Advice
		}
	}
	f.Field = r.field(s)
	f.Text = s.Text(f.Field)
	f.End = len(f.Text)
	w := r.wording()
	f.Message = fmt.Sprintf(w.message.In(l), r.Like.quoted(l), int(100*r.Score+.5))
	if r.Size > 2 {
		f.Message += fmt.Sprintf(validate.Text{ZH: "；这样的共 %d 个", EN: "; there are %d of the kind"}.In(l), r.Size)
	}
	f.Suggestion = w.suggestion.In(l)
	return f
}

// field chooses the field of the finding.
func (r *Repeat) field(s *validate.Submission) validate.Field {
	long := validate.FieldIntro
	if s.Intro == "" {
		long = validate.FieldDescription
	}
	if r.Kind == Template && s.Text(long) != "" || fold.String(s.Name) == "" {
		return long
	}
	return validate.FieldName
}

// repeatWording is what is said of a repeat: %s is the record it is like, %d the
// similarity in percent.
type repeatWording struct{ message, suggestion validate.Text }

func (r *Repeat) wording() repeatWording {
	switch {
	case r.Relation == SameOwner && r.Kind == Branch:
		return repeatWording{
			validate.Text{ZH: "和同一主体的%s只差门店或地区，相似度 %d%%，像是连锁店各店一个小程序", EN: "differs from %s of the same owner in a branch or place only (similarity %d%%): a chain with a program for each shop"},
			validate.Text{ZH: "连锁店用一个小程序加门店列表，不必逐店提交", EN: "let one program with a list of shops serve the chain"},
		}
	case r.Relation == SameOwner:
		return repeatWording{
			validate.Text{ZH: "和同一主体的%s几乎相同，相似度 %d%%，属于成批提交近似小程序", EN: "nearly the same as %s of the same owner (similarity %d%%): similar programs submitted in numbers"},
			validate.Text{ZH: "合并成一个小程序，或者写清楚各自不同的功能", EN: "merge them into one program, or say what each does that the others do not"},
		}
	case r.Kind == Branch:
		return repeatWording{
			validate.Text{ZH: "和%s只差门店或地区，相似度 %d%%，主体却不是同一个，像是加盟店", EN: "differs from %s in a branch or place only (similarity %d%%), but is not known to be of the same owner: perhaps a franchise"},
			validate.Text{ZH: "加盟店请附品牌方授权，或由品牌方提交一个带门店列表的小程序", EN: "attach the brand's authorisation, or let the brand submit one program with a list of shops"},
		}
	case r.Relation == OtherOwner:
		return repeatWording{
			validate.Text{ZH: "和另一主体的%s几乎相同，相似度 %d%%，属于雷同小程序", EN: "nearly the same as %s of another owner (similarity %d%%): an identical program submitted again"},
			validate.Text{ZH: "不要套用现成的文案，按自己的服务重写名称和简介", EN: "do not fill in a template: write name and intro for the service itself"},
		}
	}
	return repeatWording{
		validate.Text{ZH: "和%s几乎相同，相似度 %d%%，未填主体，按雷同小程序提示", EN: "nearly the same as %s (similarity %d%%); the owners are not given, so it counts as an identical program submitted again"},
		validate.Text{ZH: "填上主体再检查；不要套用现成的文案", EN: "give the owners and check again; do not fill in a template"},
	}
}

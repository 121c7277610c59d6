package validate

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/internal/stance"
)

// runForbidden makes the run function of a check whose lists hold things that
// programs cannot offer. Who speaks against a thing or about it is no finding. No
// rewrite is offered: an unlawful offer is not mended by other words.
func runForbidden(suggestion Text) func(*subject, *Check) { return runList(forbidden(suggestion)) }

func forbidden(suggestion Text) listWording {
	return listWording{
		reject:     Text{"%[1]s属于%[2]s，规则不允许", "%[1]s is of a kind that the rules do not allow: %[2]s"},
		review:     Text{"%[1]s可能属于%[2]s，请人工确认", "%[1]s may be of a kind that the rules do not allow (%[2]s): a person should look"},
		advice:     Text{"%[1]s接近%[2]s，审核时可能被问到", "%[1]s comes near what the rules do not allow (%[2]s); a reviewer may ask"},
		suggestion: suggestion,
		hearing:    stance.Reading.Most,
		offers:     true,
		code:       blacklistCode,
	}
}

// runClaim is runForbidden for what a program says or asks of its users. Nobody warns
// of that or teaches it: only who denies or forbids it is heard.
func runClaim(suggestion Text) func(*subject, *Check) { return runList(claim(suggestion)) }

func claim(suggestion Text) listWording {
	wording := forbidden(suggestion)
	wording.hearing, wording.offers = unlessRefused, false
	return wording
}

func unlessRefused(r stance.Reading, s Severity) Severity {
	if r.Refuses() {
		return 0
	}
	return s
}

// runWording is runForbidden for what is wrong in the words only, and can be left out:
// contacts, placeholders, shouting, claims of endorsement.
func runWording(w listWording) func(*subject, *Check) {
	w.rewrite = withoutClause
	return runList(w)
}

// runStateSymbol leaves government owners in peace, unless they bear another organ's name:
// the symbols are theirs.
func runStateSymbol(suggestion Text) func(*subject, *Check) {
	wording := forbidden(suggestion)
	wording.judge, wording.hearing = judgeState, nil // judgeState asks
	run := runList(wording)
	other := listWording{review: Text{"%[1]s是另一机关的名称，和主体不是同一机关，请人工确认", "%[1]s is the name of another organ than the owner: a person should look"},
		suggestion: Text{"写主体自己的机关名称；受委托办的，附上委托文件", "write the owner's own name; where it acts for the other organ, attach the mandate"}, judge: judgeOwnOrgan}
	runOther := runList(other)
	return func(s *subject, c *Check) {
		switch {
		case s.trustedKind() != OwnerGovernment:
			run(s, c)
		case s.submission.Owner.Name != "":
			runOther(s, c)
		}
	}
}

// unlawful are the checks of offers that are forbidden whatever the words: where one of
// them has found something, a rewrite of what else is wrong would only make the offer
// pass.
var unlawful = []string{"prohibited", "illegal-finance", "multi-level-sales", "fake-traffic", "cheating-tool", "fundraising", "personal-data-required", "paid-adding", "inducement"}

// offersUnlawful tells whether a text holds words of such an offer.
func (t *text) offersUnlawful() bool {
	for i := range t.words {
		o := &t.words[i]
		if o.Severity >= Review && slices.Contains(unlawful, o.List.Check) && (o.Always || !stance.Read(&t.folded, o.From, o.To).Innocent()) {
			return true
		}
	}
	return false
}

// organRole is the role of the list of the names of organs.
const organRole = "organ"

// posesAsOrgan are words behind the name of an organ of who speaks as it, or in its
// name, in running text: all others may write of it.
var posesAsOrgan = wordSet("organ-pose")

// judgeState gives the severity of a symbol or an organ of the state. An individual
// cannot be an organ; who else may be one is for a person.
func judgeState(s *subject, t *text, o *match.Occurrence) Severity {
	const reach = 4 // symbols
	switch isOrgan := namesOrgan(o); {
	case !(isOrgan && t.isName()) && stance.Read(&t.folded, o.From, o.To).Refuses(): // 网信办举报 is of who takes the reports
		return 0
	case o.List.Role != organRole:
		return o.Severity
	case !t.isName() && o.To-o.From < len(t.folded.Symbols) && // it is all that the text says
		!holdsAny(folded(&t.folded, o.To, min(o.To+reach, len(t.folded.Symbols))), posesAsOrgan):
		return 0
	case t.isName() && s.trustedKind() == OwnerIndividual:
		return Reject
	}
	return o.Severity
}

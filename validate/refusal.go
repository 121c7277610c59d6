package validate

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
)

//go:embed refusal.tsv
var refusalTSV string

// refusal are the words of refusal.tsv by their roles.
var refusal = sync.OnceValue(func() map[string][]string { return wordsByRole(refusalTSV) })

// judgeRefused gives the severity of a thing that is asked for or given, none where the
// text says that it is not taken: 不收捐款, 不面向公众募款, but not 不收手续费，捐款直达.
func judgeRefused(_ *subject, t *text, o *match.Occurrence) Severity {
	const reach = 14 // symbols
	from := o.From
	for from > 0 && o.From-from < reach && t.folded.BorderAt(from) < fold.Hard {
		from--
	}
	before := folded(&t.folded, from, o.From)
	for {
		if endsWithAny(before, refusal()["refuse"]) {
			return 0
		}
		shorter := before
		for _, word := range refusal()["fill"] {
			if rest, ok := strings.CutSuffix(before, word); ok && len(rest) < len(shorter) {
				shorter = rest
			}
		}
		if shorter == before {
			return o.Severity
		}
		before = shorter
	}
}

package stance

import (
	"os"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/fold"
)

func TestDebug(t *testing.T) {
	text, word, ok := strings.Cut(os.Getenv("DBG"), "|")
	if !ok {
		t.Skip()
	}
	var f fold.Text
	f.Fold(text)
	s := f.String()
	i := strings.Index(s, word)
	from := len([]rune(s[:i]))
	to := from + len([]rune(word))
	v := view{f: &f, from: from, to: to}
	v.bound()
	w := words()
	for i := v.sentenceFrom; i < v.sentenceTo; i++ {
		limit := v.sentenceTo
		if i < from {
			limit = from
		} else if i < to {
			limit = to
		}
		if p := w.longest(&f, i, limit); p != nil {
			for _, u := range p.uses {
				t.Logf("%s %v row %d w %d counts %v", string(p.runes), u.kind, u.row, u.weight, v.counts(&u, i, i+len(p.runes)))
			}
			i += len(p.runes) - 1
		}
	}
	t.Logf("%+v", Read(&f, from, to))
}

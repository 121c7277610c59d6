package owner

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/fold"
)

//go:embed same.tsv
var sameTSV string

var same = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for line := range strings.Lines(sameTSV) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		forms := strings.Split(line, "|")
		for _, form := range forms {
			names[fold.String(form)] = forms
		}
	}
	return names
})

// SameMark gives the names that one mark has in two scripts, among them the one
// given: 淘宝 and Taobao. It is nil where only one is known.
func SameMark(name string) []string { return append([]string(nil), same()[fold.String(name)]...) }

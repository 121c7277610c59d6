package record

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/choice"
)

// inputDoc is the page that tells users of all names.
const inputDoc = "../../docs/input.md"

// keyTable makes the table of keys of the page.
func keyTable() string {
	var b strings.Builder
	b.WriteString("| key | value | also called |\n|---|---|---|\n")
	for _, k := range columns {
		others := otherNames[k.name]
		if k.members == nil {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", k.name, k.expected(), strings.Join(others, "、"))
		}
	}
	for _, k := range inList {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", k.name, k.expected(), strings.Join(memberNames[k.name], "、"))
	}
	return b.String()
}

func TestThePageListsAllNamesAndWords(t *testing.T) {
	page, err := os.ReadFile(inputDoc)
	if err != nil {
		t.Fatal(err)
	}
	text := string(page)
	if !strings.Contains(text, keyTable()) {
		t.Errorf("%s has another table of keys than\n%s", inputDoc, keyTable())
	}
	for _, weak := range weakNames {
		for name := range weak {
			if !strings.Contains(text, name) {
				t.Errorf("%s does not tell of %s", inputDoc, name)
			}
		}
	}
	for _, set := range []*choice.Set{choice.Kinds, choice.Features, choice.Truths} {
		for _, value := range strings.Split(set.String(), ", ") {
			if words := set.Words(value); !strings.Contains(text, "| `"+value+"` | "+words+" |") {
				t.Errorf("%s lacks: | `%s` | %s |", inputDoc, value, words)
			}
		}
	}
}

package topic

import (
	"strings"
	"testing"
)

const header = "slug\tzh\ten\tkin\tbreadth\n"

func TestAFaultyLexiconIsRefusedWithItsLine(t *testing.T) {
	topics := header + "a\t甲\tA\tb\t\nb\t乙\tB\t\tbroad\n"
	for name, c := range map[string]struct{ topics, words, want string }{
		"a topic without name":      {header + "a\t甲\n", "", "topics.tsv:2"},
		"a topic twice":             {header + "a\t甲\tA\t\t\na\t甲\tA\t\t\n", "", "topics.tsv:3"},
		"kin that does not exist":   {header + "a\t甲\tA\tc\t\n", "", `no topic "c"`},
		"words of an unknown topic": {topics, "topic\twords\nc\t字\n", "words.tsv:2"},
		"a weight that is none":     {topics, "topic\twords\na\t字词:x\n", "words.tsv:2"},
		"a word that folds away":    {topics, "topic\twords\na\t·\n", "words.tsv:2"},
		"a word twice in a topic":   {topics, "topic\twords\na\t字词 字詞\n", "stands twice"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := parse(c.topics, c.words); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

package stance

import "testing"

func TestTheTableIsWellFormed(t *testing.T) {
	if _, err := parse("words.tsv", wordsTSV); err != nil {
		t.Error(err)
	}
}

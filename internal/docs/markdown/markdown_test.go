package markdown_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/docs/markdown"
)

func TestEscape(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain Chinese stays":             {"青禾记账", "青禾记账"},
		"a single space stays":            {"KFC Plus", "KFC Plus"},
		"markup is taken literally":       {"a|b*c`d_e", "a\\|b\\*c\\`d\\_e"},
		"links and tags are no markup":    {"[x](y)<b>", `\[x\](y)\<b\>`},
		"a zero-width space is seen":      {"微\u200b信", "微⟨U+200B⟩信"},
		"a control character is seen":     {"a\u0007b", "a⟨U+0007⟩b"},
		"a line end does not end the row": {"a\nb", "a⟨U+000A⟩b"},
		"an ideographic space is seen":    {"青　禾", "青⟨U+3000⟩禾"},
		"bytes that are no UTF-8 are":     {"a\xff", "a⟨0xFF⟩"},
		"spaces in a row are seen":        {"青禾   记账", "青禾␣␣␣记账"},
		"nothing but a space is seen":     {" ", "␣"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := markdown.Escape(c.in); got != c.want {
				t.Errorf("Escape(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestMarkPutsThePartInBold(t *testing.T) {
	if got, want := markdown.Mark("青禾（记账", 6, 9), "青禾<b>（</b>记账"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTableIsPlainForFilesAndPaddedForTerminals(t *testing.T) {
	table := markdown.NewTable("check", "cases:")
	table.Add("superlative", "7")
	plain := "| check | cases |\n| --- | --: |\n| superlative | 7 |\n"
	if got := table.String(); got != plain {
		t.Errorf("got\n%swant\n%s", got, plain)
	}
	padded := "| check       | cases |\n| ----------- | ----: |\n| superlative |     7 |\n"
	if got := table.Padded(); got != padded {
		t.Errorf("got\n%swant\n%s", got, padded)
	}
}

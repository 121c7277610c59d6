package pagetest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/chromedp/chromedp"
)

// Bytes become units of UTF-16 on the page as they do in Go, for texts of all widths.
func TestOffsetsOfBytesBecomeThoseOfThePage(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	random := rand.New(rand.NewPCG(6, 6))
	alphabet := []rune("a微é\u0301𠮷🍀\u200d\n<ￏ")
	type text struct {
		Text string `json:"text"`
		At   []int  `json:"at"` // bytes at which its characters begin, and its end
	}
	var texts []text
	var want [][]int
	for n := range 60 {
		var s []rune
		for range n {
			s = append(s, alphabet[random.IntN(len(alphabet))])
		}
		one, units := text{Text: string(s)}, []int{}
		for at := range one.Text + "." {
			one.At = append(one.At, at)
			units = append(units, len(utf16.Encode([]rune(one.Text[:at]))))
		}
		texts, want = append(texts, one), append(want, units)
	}
	given, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	got := eval[[][]int](p, fmt.Sprintf(`import("/text.js").then(m => %s.map(t => t.at.map(m.fromBytes(t.text))))`, given), chromedp.EvalAwaitPromise)
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("%q at %d: got %d, want %d", texts[i].Text, texts[i].At, got[i], want[i])
		}
	}
}

// What JavaScript calls a text may hold half a character; the server reads U+FFFD.
func TestHalfACharacterMovesNoMark(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.run(`(() => {
		const field = document.getElementById("f-intro");
		field.value = "\ud83c在线课堂，国家级名师";
		field.dispatchEvent(new Event("input", {bubbles: true}));
	})()`)
	p.until(`[...document.querySelectorAll('[data-key="intro"] mark')].some(m => m.textContent === "国家级")`)
}

func TestTextsAreTakenApartAndMeasured(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	for _, test := range []struct{ expression, want string }{
		{`m.members("数学、 微信 ，,英语\n")`, `[{"text":"数学","start":0},{"text":"微信","start":4},{"text":"英语","start":9}]`},
		{`m.members(" 、")`, `[]`},
		{`m.columns("青禾Ab1")`, `7`},
		{`m.characters("𠮷a")`, `2`},
		{`m.pieces("abcd", [{start: 0, end: 3, severity: "advice"}, {start: 1, end: 2, severity: "reject"}])`, `[["a","advice"],["b","reject"],["c","advice"],["d",""]]`},
		{`m.moved([{start: 0, end: 1}, {start: 3, end: 4}, {start: 5, end: 6}], "abcdef", "abXXdef")`, `[{"start":0,"end":1},{"start":4,"end":5},{"start":6,"end":7}]`},
		{`m.moved([{start: 1, end: 3}], "abcdef", "abXcdef")`, `[]`},
		{`m.changed("a\ud83c\udf40", "a\ud83c\udf41")`, `{"start":1,"oldEnd":3,"newEnd":3}`},
	} {
		got := eval[string](p, `import("/text.js").then(m => JSON.stringify(`+test.expression+`))`, chromedp.EvalAwaitPromise)
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.expression, got, test.want)
		}
	}
}

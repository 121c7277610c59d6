package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mingcha runs the command line and gives what it printed.
func mingcha(t *testing.T, stdin string, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(&shell{strings.NewReader(stdin), &o, &e}, args)
	return code, o.String(), e.String()
}

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// answer is what tests read of a line of output.
type answer struct {
	ID, Verdict string
	Error       *struct {
		File, Message string
		Line          int
	}
	Findings []struct{ Check, Severity, Field, Text string }
	Manual   []string
}

func answers(t *testing.T, out string) (all []answer) {
	t.Helper()
	for line := range strings.Lines(out) {
		var a answer
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		all = append(all, a)
	}
	return all
}

func TestAnswersComeInTheOrderOfTheInput(t *testing.T) {
	var in strings.Builder
	const n = 500
	for i := range n {
		name := "青禾记账"
		if i%3 == 0 {
			name = "腾迅课堂"
		}
		json.NewEncoder(&in).Encode(map[string]any{"id": string(rune('a'+i%26)) + strings.Repeat("x", i%7), "name": name, "intro": strings.Repeat("记录每天的收支", i%40+1)})
	}
	code, out, _ := mingcha(t, in.String(), "check", "-", "--jobs", "8", "--without-check", "intro-format", "--without-check", "keyword-stuffing")
	got := answers(t, out)
	if code != exitFound || len(got) != n {
		t.Fatalf("exit %d, %d answers", code, len(got))
	}
	for i, a := range got {
		want := "pass"
		if i%3 == 0 {
			want = "reject"
		}
		if a.Verdict != want || a.ID != string(rune('a'+i%26))+strings.Repeat("x", i%7) {
			t.Fatalf("answer %d: %+v, want %s", i, a, want)
		}
	}
}

func TestABrokenRecordIsAnsweredAndTheRunGoesOn(t *testing.T) {
	path := file(t, "c.jsonl", "{\"id\":\"1\",\"name\":\"青禾记账\"}\n{\"id\":\"2\",\"name\":\n{\"id\":\"3\",\"name\":\"日历\"}\n")
	code, out, stderr := mingcha(t, "", "check", path)
	got := answers(t, out)
	if code != exitTrouble || len(got) != 3 {
		t.Fatalf("exit %d, answers %+v", code, got)
	}
	if got[1].Verdict != "error" || got[1].Error == nil || got[1].Error.Line != 2 || got[1].Error.File != path {
		t.Errorf("got %+v", got[1])
	}
	if !strings.Contains(stderr, path+":2:") || !strings.Contains(stderr, "1 could not be read") {
		t.Errorf("standard error: %s", stderr)
	}
}

func TestExitCodes(t *testing.T) {
	clean := file(t, "clean.jsonl", `{"name":"青禾记账"}`)
	advice := file(t, "advice.jsonl", `{"intro":"支持微信登录，记录跑步路线"}`)
	bad := file(t, "bad.jsonl", `{"name":"日历"}`)
	broken := file(t, "broken.jsonl", `{"name":`)
	empty := file(t, "empty.jsonl", "")
	for _, test := range []struct {
		name string
		args []string
		want int
	}{
		{"clean", []string{clean}, exitClean},
		{"a reject", []string{bad}, exitFound},
		{"a reject that may be", []string{bad, "--fail-on", "none"}, exitClean},
		{"advice", []string{advice}, exitClean},
		{"advice that may not be", []string{"--fail-on", "advice", advice}, exitFound},
		{"a missing file beside one that is read", []string{clean, clean + "x"}, exitTrouble},
		{"nothing but a missing file", []string{clean + "x"}, exitTrouble},
		{"nothing but broken records", []string{broken}, exitTrouble},
		{"a file without records", []string{empty}, exitClean},
		{"no input", nil, exitTrouble},
		{"an unknown flag", []string{"--nam", "x"}, exitTrouble},
		{"an unknown format", []string{"--format", "xml", clean}, exitTrouble},
		{"an unknown severity", []string{"--fail-on", "error", clean}, exitTrouble},
		{"an unknown check", []string{"--without-check", "superlativ", clean}, exitTrouble},
		{"an unknown list", []string{"--without-list", "superlativ", clean}, exitTrouble},
		{"flags and files", []string{"--name", "x", clean}, exitTrouble},
	} {
		if got, out, stderr := mingcha(t, "", append([]string{"check"}, test.args...)...); got != test.want {
			t.Errorf("%s: exit %d, want %d\n%s%s", test.name, got, test.want, out, stderr)
		}
	}
}

func TestTextMarksThePlaceUnderTheLine(t *testing.T) {
	_, out, _ := mingcha(t, "", "check", "--name", "腾迅课堂", "--intro", "全国最好的在线课堂，国家级名师授课", "--format", "text")
	for _, want := range []string{
		"  name: 腾迅课堂\n        ^^^^\n",
		"  intro: 全国最好的在线课堂，国家级名师授课\n             ^^^^\n",
		"\n                             ^^^^^^\n",
		"tencent-mark", "规则 8.3", "téng xùn",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	_, out, _ = mingcha(t, "", "check", "--name", "腾迅课堂", "--format=text", "--lang", "en")
	if !strings.HasPrefix(out, "reject  腾迅课堂\n") || !strings.Contains(out, "mark of Tencent") {
		t.Errorf("in English:\n%s", out)
	}
}

func TestTextShowsWhatCannotBeSeen(t *testing.T) {
	_, out, _ := mingcha(t, "", "check", "--name", "微\u200b信\x1b[2J馆", "--format", "text")
	if strings.Contains(out, "\x1b") || !strings.Contains(out, "  name: 微<U+200B>信<U+001B>[2J馆\n        ^^^^^^^^^^^^\n") {
		t.Errorf("got\n%s", out)
	}
}

func TestJSONIsOneArray(t *testing.T) {
	for in, want := range map[string]int{`[{"name":"日历"},{"name":"青禾 & <记账>"}]`: 2, `[]`: 0} {
		_, out, _ := mingcha(t, in, "check", "--format", "json", "-")
		var all []answer
		if err := json.Unmarshal([]byte(out), &all); err != nil || len(all) != want {
			t.Errorf("%s: %v, %q", in, err, out)
		}
	}
}

func TestOptionsReachTheValidator(t *testing.T) {
	lists := t.TempDir()
	list := "# check: house-words\n# rule: 2.5\n# fields: name\n# severity: review\n# source: test\nword\n青禾\n"
	if err := os.WriteFile(filepath.Join(lists, "house.tsv"), []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args []string
		want string // check/severity of the first finding, or ""
	}{
		{[]string{"--name", "青禾记账"}, ""},
		{[]string{"--name", "青禾记账", "--lists", lists}, "house-words/review"},
		{[]string{"--name", "日历"}, "generic-name/reject"},
		{[]string{"--name", "日历", "--severity", "generic-name=advice"}, "generic-name/advice"},
		{[]string{"--name", "日历", "--without-list", "generic-word"}, ""},
		{[]string{"--name", "日历", "--without-check", "generic-name"}, ""},
		{[]string{"--name", "日历", "--allow", "日历=our trademark 123"}, ""},
		{[]string{"--tag", "最好"}, "superlative/reject"},
		{[]string{"--icon-text", "微信"}, "tencent-mark/reject"},
		{[]string{"--name", "青禾记账", "--complete"}, "intro-format/reject"},
	} {
		_, out, stderr := mingcha(t, "", append([]string{"check"}, test.args...)...)
		got := ""
		if a := answers(t, out); len(a) == 1 && len(a[0].Findings) > 0 {
			got = a[0].Findings[0].Check + "/" + a[0].Findings[0].Severity
		}
		if got != test.want {
			t.Errorf("%v: got %q, want %q\n%s%s", test.args, got, test.want, out, stderr)
		}
	}
}

func TestColumnsAreMapped(t *testing.T) {
	path := file(t, "c.csv", "编号,名称,功能介绍\n7,日历,记录每天的收支\n")
	_, out, stderr := mingcha(t, "", "check", path, "--columns", "id=编号,name=名称,intro=功能介绍")
	if got := answers(t, out); len(got) != 1 || got[0].ID != "7" || got[0].Verdict != "reject" {
		t.Errorf("%+v %s", got, stderr)
	}
}

func TestRulesExplainAndVersion(t *testing.T) {
	for _, test := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"rules"}, exitClean, "\n2.6 "},
		{[]string{"rules", "2.5"}, exitClean, "superlative"},
		{[]string{"rules", "--json", "8"}, exitClean, `"number": "8.3"`},
		{[]string{"rules", "99"}, exitTrouble, ""},
		{[]string{"rules", "--edition", "2026"}, exitClean, "\n5.24 "},
		{[]string{"rules", "--edition", "2018", "12.3"}, exitClean, "tencent-mark"},
		{[]string{"rules", "--edition", "2026", "2.6"}, exitClean, "2.2 2.4 2.6"},
		{[]string{"rules", "--edition", "2019"}, exitTrouble, ""},
		{[]string{"explain"}, exitClean, "tencent-mark"},
		{[]string{"explain", "generic-name", "--lang", "en"}, exitClean, "墨迹天气"},
		{[]string{"explain", "x"}, exitTrouble, ""},
		{[]string{"explain-match", "徽信", "浦江小微信贷"}, exitClean, "横跨两个词"},
		{[]string{"explain-match", "--json", "徽信"}, exitClean, `"pinyin":"huī"`},
		{[]string{"explain-match"}, exitTrouble, ""},
		{[]string{"topics", "扫码点餐、排号"}, exitClean, "food"},
		{[]string{"topics", "--text", "扫码点餐", "--json"}, exitClean, `"words":["扫码点餐"]`},
		{[]string{"topics"}, exitTrouble, ""},
		{[]string{"version"}, exitClean, "mingcha "},
		{[]string{"help"}, exitClean, "lint-lists"},
		{[]string{"check", "--help"}, exitClean, "-fail-on"},
		{[]string{"chek"}, exitTrouble, ""},
		{nil, exitTrouble, ""},
	} {
		code, out, stderr := mingcha(t, "", test.args...)
		if code != test.code || !strings.Contains(out, test.want) {
			t.Errorf("%v: exit %d, %q %q", test.args, code, out, stderr)
		}
		if code == exitTrouble && stderr == "" {
			t.Errorf("%v: fails without a word", test.args)
		}
	}
}

func TestTheTableOfTheExitStatusIsInHelpAndInBothReadmes(t *testing.T) {
	_, help, _ := mingcha(t, "", "help")
	for _, want := range []string{"\n  0    ", "\n  1    ", "\n  2    ", "\n  128  ", "130", "143", "141"} {
		if !strings.Contains(help, want) {
			t.Errorf("help has no %q", want)
		}
	}
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"| 0 | ", "| 1 | ", "| 2 | ", "| 128 + n | ", "130", "143", "141"} {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s has no %q", name, want)
			}
		}
	}
}

func TestLintListsNamesThePlaceOfEachFault(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	header := "# check: superlative\n# rule: 2.5\n# fields: name\n# source: test\nword\tseverity\n"
	write("good.tsv", header+"最好\n")
	if code, out, _ := mingcha(t, "", "lint-lists", dir); code != exitClean || out != "" {
		t.Errorf("exit %d, %q", code, out)
	}
	write("dup.tsv", header+"第一\n第一\n")
	write("bad.tsv", header+"顶级\trejekt\n")
	write("order.tsv", header+"第一\n唯一\n")
	code, out, _ := mingcha(t, "", "lint-lists", dir)
	for _, want := range []string{"dup.tsv:7:1:", "bad.tsv:6:2:", "order.tsv:7:"} {
		if code != exitTrouble || !strings.Contains(out, want) {
			t.Errorf("exit %d, no %q in\n%s", code, want, out)
		}
	}
	if code, _, _ := mingcha(t, "", "lint-lists", t.TempDir()); code != exitTrouble {
		t.Errorf("an empty folder: exit %d", code)
	}
}

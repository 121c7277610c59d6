package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

func TestExplainTextShowsWordsMeasuresFramesAndTheVerdict(t *testing.T) {
	code, out, stderr := mingcha(t, "", "explain-text", "代办各校毕业证，3天")
	for _, want := range []string{"代办  @base/proxy", "毕业证  @base/fakepaper", "3天  #time", "frames-base.tsv:", "prohibited 6.1.11 review", "结论： review", "读作：代办 + 毕业证"} {
		if !strings.Contains(out, want) {
			t.Errorf("lacks %q:\n%s", want, out)
		}
	}
	if code != exitClean || stderr != "" {
		t.Errorf("code %d, stderr %q", code, stderr)
	}
	_, out, _ = mingcha(t, "", "explain-text", "--lang", "en", "代办毕业证遗失补办", "举报代办毕业证")
	if !strings.Contains(out, "silenced by 补办") || !strings.Contains(out, "how it is spoken of is read as warns") {
		t.Errorf("silenced:\n%s", out)
	}
}

func TestExplainTextWritesJSON(t *testing.T) {
	_, out, _ := mingcha(t, "", "explain-text", "--json", "--field", "name", "代办毕业证", "记账")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	var e validate.TextExplanation
	if len(lines) != 2 || json.Unmarshal([]byte(lines[0]), &e) != nil || len(e.Frames) == 0 || !e.Frames[0].Finding {
		t.Errorf("got %s", out)
	}
}

func TestExplainTextNeedsATextAndAFolder(t *testing.T) {
	for _, args := range [][]string{{"explain-text"}, {"explain-text", "--lists", "no-such-folder", "x"}, {"explain-text", "--lang", "fr", "x"}} {
		if code, _, stderr := mingcha(t, "", args...); code != exitTrouble || stderr == "" {
			t.Errorf("%q: code %d, stderr %q", args, code, stderr)
		}
	}
}

func TestLintListsTriesTheSamplesOfFrames(t *testing.T) {
	dir := t.TempDir()
	write := func(file, text string) {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("classes-cats.tsv", "catdo\t寄养 上门喂 遛狗 托管\ncats\t猫咪 小猫 布偶 橘猫\n")
	frame := "prohibited\t6.1.11\treview\t4\tclause\t@catdo @cats\t医院\t上门喂布偶\t猫咪医院寄养\n"
	write("frames-cats.tsv", frame)
	if code, out, stderr := mingcha(t, "", "lint-lists", dir); code != exitClean || out != "" || !strings.Contains(stderr, "8 words, 0 lists, 1 frames, 0 faults") {
		t.Errorf("code %d:\n%s%s", code, out, stderr)
	}
	write("frames-cats.tsv", strings.Replace(frame, "上门喂布偶", "上门喂狗", 1))
	if code, out, _ := mingcha(t, "", "lint-lists", dir); code != exitFound || !strings.Contains(out, `frames-cats.tsv:1:8: sample "上门喂狗" is not found`) {
		t.Errorf("code %d:\n%s", code, out)
	}
	write("frames-cats.tsv", "prohibited\n")
	if code, out, _ := mingcha(t, "", "lint-lists", dir); code != exitTrouble || !strings.Contains(out, "frames-cats.tsv:1: 1 columns, expected 9") {
		t.Errorf("code %d:\n%s", code, out)
	}
}

package lexicon_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mingcha-go/mingcha/lexicon"
)

const header = "# check: superlative\n# rule: 2.5\n# fields: name intro\n# severity: reject\n# source: the law\n"

func parse(t testing.TB, text string) (*lexicon.List, error) {
	t.Helper()
	return lexicon.Parse("lists/own.tsv", strings.NewReader(text))
}

func TestAListIsReadWithHeadersColumnsAndDefaults(t *testing.T) {
	l, err := parse(t, "\ufeff"+header+"word\tseverity\texcept\tonly\tmatch\tfor\tsuggestion\tnote\r\n"+
		"最佳\treview intro=advice\t最佳食用|最佳赏味期\t\ttoken\t最好\t改写\tart. 9\n第一\n")
	if err != nil {
		t.Fatal(err)
	}
	if l.Name != "own" || l.Check != "superlative" || l.Rule != "2.5" || len(l.Fields) != 2 || len(l.Entries) != 2 {
		t.Fatalf("got %+v", l)
	}
	e := l.Entries[0]
	if e.SeverityIn("name") != lexicon.Review || e.SeverityIn("intro") != lexicon.Advice || len(e.Except) != 2 ||
		e.Match != lexicon.Token || e.Meaning() != "最好" || e.Note != "art. 9" || e.Line != 7 {
		t.Errorf("got %+v", e)
	}
	if e := l.Entries[1]; e.SeverityIn("name") != lexicon.Reject || e.Meaning() != "第一" {
		t.Errorf("got %+v", e)
	}
}

func TestAShortNameIsJudgedAsAName(t *testing.T) {
	l, err := parse(t, header+"第一\tnone name=review\n")
	if err != nil {
		t.Fatal(err)
	}
	if e := l.Entries[0]; e.SeverityIn("short_name") != lexicon.Review || e.SeverityIn("description") != lexicon.None {
		t.Errorf("got %+v", e)
	}
}

func TestFaultsNameFileLineAndColumn(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"duplicate word":       {header + "最佳\n第一\n最 佳\n", `lists/own.tsv:8:1: "最 佳" stands already in line 6`},
		"unknown severity":     {header + "最佳\tharsh\n", `lists/own.tsv:6:2: unknown severity "harsh"`},
		"too many columns":     {header + "a\tnone\t\t\t\tx\n", "lists/own.tsv:6:6: 6 columns, expected at most 5"},
		"no word":              {header + "\treject\n", "lists/own.tsv:6:1: no word"},
		"nothing left":         {header + "！！\n", `lists/own.tsv:6:1: "！！" folds to nothing`},
		"unknown column":       {header + "word\tweight\n最佳\t1\n", `lists/own.tsv:6:2: unknown column "weight"`},
		"column twice":         {header + "word\tnote\tnote\n", `lists/own.tsv:6:3: column "note" stands twice`},
		"no check":             {"最佳\n", `lists/own.tsv:1: no "# check: slug" line`},
		"unknown header":       {"# chek: superlative\n", `lists/own.tsv:1: unknown header "chek"`},
		"header after words":   {header + "最佳\n# rule: 2.6\n", `lists/own.tsv:7: header "rule" after the first word`},
		"unknown match":        {"# check: x\n# match: fuzzy\n", `lists/own.tsv:2: unknown match "fuzzy"`},
		"unknown likeness":     {"# check: x\n# near: taste\n", `lists/own.tsv:2: unknown likeness "taste"`},
		"invalid UTF-8":        {header + "最\xff\n", "lists/own.tsv:6: not valid UTF-8"},
		"line beyond a buffer": {header + strings.Repeat("最", 1<<20) + "\n", "lists/own.tsv:6: cannot read on"},
	} {
		_, err := parse(t, c.text)
		var fault *lexicon.ParseError
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

func TestLoadGathersTheFaultsOfAllFiles(t *testing.T) {
	_, err := lexicon.Load(fstest.MapFS{
		"a.tsv":      {Data: []byte("最佳\n")},
		"sub/b.tsv":  {Data: []byte("# check: x\n最佳\tloud\n")},
		"readme.txt": {Data: []byte("no list")},
	})
	if err == nil || !strings.Contains(err.Error(), "a.tsv:1") || !strings.Contains(err.Error(), "sub/b.tsv:2:2") {
		t.Errorf("got %v", err)
	}
}

func TestLoadFramesReadsPairsAndLoadLeavesThemAlone(t *testing.T) {
	folder := fstest.MapFS{
		"a.tsv":           {Data: []byte(header + "最佳\n")},
		"classes-own.tsv": {Data: []byte("# a comment\nclass\twords\nproxy\t代办 @goods/sell\n")},
		"sub/frames.tsv":  {Data: []byte("prohibited\t6.1.11\tnone, name=review\t8\tclause\t@a > b|#yuan\t-\tx / y\tz\n")},
		"frames.txt":      {Data: []byte("no table")},
	}
	lists, err := lexicon.Load(folder)
	if err != nil || len(lists) != 1 {
		t.Errorf("lists: %v, %v", lists, err)
	}
	frames, err := lexicon.LoadFrames(folder)
	if err != nil || len(frames.Classes) != 1 || len(frames.Frames) != 1 {
		t.Fatalf("frames: %+v, %v", frames, err)
	}
	c, f := frames.Classes[0], frames.Frames[0]
	if c.Field != "own" || c.Name != "proxy" || c.Line != 3 || len(c.Words) != 1 || c.Takes[0].Text != "goods/sell" {
		t.Errorf("class %+v", c)
	}
	if f.Field != "" || f.SeverityIn("name") != lexicon.Review || f.SeverityIn("intro") != lexicon.None || len(f.Samples) != 2 || !f.Slots[1].After || f.Slots[1].Terms[1].String() != "#yuan" {
		t.Errorf("frame %+v", f)
	}
	if left := frames.Without("classes-own"); len(left.Classes) != 0 || len(left.Frames) != 1 {
		t.Errorf("left %+v", left)
	}
}

func TestLintTellsWhatMakesListsHardToKeep(t *testing.T) {
	for name, c := range map[string]struct{ a, b, want string }{
		"out of order":        {a: header + "第一\n最佳\n国宴\n", want: `own.tsv:8: "国宴" stands after "最佳"`},
		"no source":           {a: "# check: x\n# rule: 1\n# fields: name\n最佳\n", want: `own.tsv:1: no "# source:" line`},
		"no words":            {a: header, want: "own.tsv:1: no words"},
		"context without it":  {a: header + "最佳\t\t最好\n", want: `own.tsv:6: context "最好" does not hold the word "最佳"`},
		"context is it":       {a: header + "最佳\t\t最佳\n", want: "the entry could never, or always, match"},
		"not normal form C":   {a: header + "cafe\u0301\n", want: "is not in Unicode normal form C"},
		"field not the lists": {a: header + "最佳\ttags=review\n", want: `severity for "tags"`},
		"contradiction":       {a: header + "最佳\n", b: header + "最佳\treview\n", want: `"最佳" is review in name, but reject in own.tsv:6`},
	} {
		var lists []*lexicon.List
		for file, text := range map[string]string{"own.tsv": c.a, "b.tsv": c.b} {
			if text == "" {
				continue
			}
			l, err := lexicon.Parse(file, strings.NewReader(text))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if file == "own.tsv" {
				lists = append([]*lexicon.List{l}, lists...)
			} else {
				lists = append(lists, l)
			}
		}
		var got strings.Builder
		for _, p := range lexicon.Lint(lists) {
			got.WriteString(p.String() + "\n")
		}
		if !strings.Contains(got.String(), c.want) {
			t.Errorf("%s: got %q, want %q", name, got.String(), c.want)
		}
	}
}

func TestSeverityIsWrittenAsItsWord(t *testing.T) {
	for _, s := range []lexicon.Severity{lexicon.None, lexicon.Advice, lexicon.Review, lexicon.Reject} {
		text, err := s.MarshalText()
		var back lexicon.Severity
		if err != nil || back.UnmarshalText(text) != nil || back != s {
			t.Errorf("%v: %q, %v", s, text, err)
		}
	}
	if _, err := lexicon.Severity(9).MarshalText(); err == nil {
		t.Error("severity 9 was written")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(header + "word\tseverity\texcept\n最佳\treview intro=none\t最佳食用|^最佳$\n")
	f.Add("\ufeff# check: x\n\xff\t\t\n")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := lexicon.Parse("fuzz.tsv", strings.NewReader(text))
		if err == nil {
			lexicon.Lint([]*lexicon.List{l})
			return
		}
		var fault *lexicon.ParseError
		if !errors.As(err, &fault) || fault.File != "fuzz.tsv" || fault.Line < 1 {
			t.Errorf("fault without its place: %v", err)
		}
	})
}

func TestWhatIsNilIsToldOf(t *testing.T) {
	if _, err := lexicon.Load(nil); err == nil || !strings.Contains(err.Error(), "nil file system") {
		t.Errorf("Load: %v", err)
	}
	if _, err := lexicon.Parse("own.tsv", nil); err == nil || !strings.Contains(err.Error(), "own.tsv") {
		t.Errorf("Parse: %v", err)
	}
	if _, err := lexicon.LoadFrames(nil); err == nil || !strings.Contains(err.Error(), "nil file system") {
		t.Errorf("LoadFrames: %v", err)
	}
	if _, err := lexicon.ParseFrames("frames-own.tsv", nil); err == nil || !strings.Contains(err.Error(), "frames-own.tsv") {
		t.Errorf("ParseFrames: %v", err)
	}
	if _, err := lexicon.ParseClasses("classes-own.tsv", nil); err == nil || !strings.Contains(err.Error(), "classes-own.tsv") {
		t.Errorf("ParseClasses: %v", err)
	}
	var frames lexicon.Frames
	if frames.Add(nil); frames.Files() != nil || frames.Without("frames-own") == nil {
		t.Error("no frames are some")
	}
	if problems := lexicon.Lint([]*lexicon.List{nil}); len(problems) != 1 || !strings.Contains(problems[0].Message, "list 1 is nil") {
		t.Errorf("Lint: %v", problems)
	}
	if (*lexicon.Entry)(nil).SeverityIn("name") != lexicon.None || (*lexicon.Entry)(nil).Meaning() != "" {
		t.Error("a nil entry has a severity or a meaning")
	}
	if (*lexicon.Severity)(nil).UnmarshalText([]byte("reject")) == nil {
		t.Error("UnmarshalText into nil: no error")
	}
}

package main

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/faulty"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

func TestIconsOfRecordsAreLoadedAndChecked(t *testing.T) {
	dir := t.TempDir()
	soft := sample.PNG(sample.Soft(sample.Leaf(256, 256, sample.Green, sample.White), 4))
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("soft.png", soft)
	write("large.png", make([]byte, 3<<20))
	write("empty.png", nil)
	var catalog strings.Builder
	for _, test := range []struct{ id, icon string }{
		{"soft", "soft.png"}, {"uri", "data:image/png;base64," + base64.StdEncoding.EncodeToString(soft)}, {"named", "data:image/gif;base64," + base64.StdEncoding.EncodeToString(soft)},
		{"large", "large.png"}, {"missing", "none.png"}, {"empty", "empty.png"}, {"remote", "https://example.com/a.png"}, {"folder", "."}, {"broken", "data:image/png;base64,###"},
	} {
		json.NewEncoder(&catalog).Encode(map[string]string{"id": test.id, "name": "青禾记账", "icon": test.icon})
	}
	write("catalog.jsonl", []byte(catalog.String()))
	_, out, stderr := mingcha(t, "", "check", "--lang", "en", filepath.Join(dir, "catalog.jsonl"))
	found := map[string]string{}
	for _, a := range answers(t, out) {
		for _, f := range a.Findings {
			found[a.ID] += f.Check + "/" + f.Severity + " "
		}
		found[a.ID] += a.Verdict
	}
	for id, want := range map[string]string{
		"soft": "icon-clarity/review review", "uri": "icon-clarity/review review", "named": "icon-clarity/review icon-format/advice review",
		"large": "icon-format/reject reject", "missing": "pass", "empty": "pass", "remote": "pass", "folder": "pass", "broken": "pass",
	} {
		if found[id] != want {
			t.Errorf("%s: got %q, want %q", id, found[id], want)
		}
	}
	for _, want := range []string{"catalog.jsonl:5: icon: ", "none.png", "empty.png is empty", "not fetched", "is no file", "no valid base64"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("standard error does not say %q:\n%s", want, stderr)
		}
	}
}

func TestManyIconsThatAreMissingDoNotHideTheRest(t *testing.T) {
	name := filepath.Join(t.TempDir(), "catalog.jsonl")
	records := strings.Repeat("{\"name\":\"青禾记账\",\"icon\":\"none.png\"}\n", 50)
	if err := os.WriteFile(name, []byte(records), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"check", "catalog"} {
		_, out, stderr := mingcha(t, "", command, "--format", "jsonl", name)
		if n := strings.Count(stderr, "none.png"); n != 20 || strings.Count(stderr, "more icons could not be loaded") != 1 || strings.Count(out, "\n") != 50 {
			t.Errorf("%s: %d icons told of, %d answers:\n%s", command, n, strings.Count(out, "\n"), stderr)
		}
	}
}

func TestTheIconOfFlagsIsChecked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.png")
	if err := os.WriteFile(path, sample.PNG(sample.Plain(144, 144, sample.Green)), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, out, _ := mingcha(t, "", "check", "--icon", path); !strings.Contains(out, "icon-clarity") {
		t.Errorf("got %s", out)
	}
	if code, _, stderr := mingcha(t, "", "check", "--icon", path+"x"); code != exitTrouble || !strings.Contains(stderr, "a.pngx") {
		t.Errorf("code %d, %s", code, stderr)
	}
}

func TestIconExplainsWhatIsMeasured(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.png")
	badged := sample.Dotted(sample.Leaf(256, 256, sample.Green, sample.White), sample.Red, .86, .14, .11)
	if err := os.WriteFile(path, sample.PNG(badged), 0o644); err != nil {
		t.Fatal(err)
	}
	_, out, _ := mingcha(t, "", "icon", "--lang", "en", path)
	for _, want := range []string{"PNG 256×256", "edge width", "badge: 1.00 (limit 0.50)  !", "→ review", "unread dot"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	_, out, _ = mingcha(t, "", "icon", "--format", "json", path)
	var a iconAnswer
	if err := json.Unmarshal([]byte(out), &a); err != nil || a.Width != 256 || len(a.Facts) < 8 || len(a.Findings) == 0 || len(a.Findings[0].Region) != 4 {
		t.Errorf("%v: %s", err, out)
	}
	if code, _, stderr := mingcha(t, "", "icon", path+"x"); code != exitTrouble || stderr == "" {
		t.Errorf("a missing file: code %d, %q", code, stderr)
	}
}

func TestAForeignFileIsNamedForWhatItIsWithWhatToDo(t *testing.T) {
	for _, test := range []struct{ file, head, want string }{
		{"foreign: HEIC", "HEIC,", "export it again as PNG"},
		{"foreign: AppleDouble", "AppleDouble (._),", "begin with ._"},
		{"foreign: a text", "unknown format,", "export it as PNG, JPEG, GIF or BMP"},
		{"PNG: CgBI", "PNG,", "Xcode"},
		{"BMP: a bomb of runs", "BMP 30000×30000,", "too many"},
	} {
		path := filepath.Join(t.TempDir(), "logo.png")
		if err := os.WriteFile(path, faulty.Named(test.file), 0o644); err != nil {
			t.Fatal(err)
		}
		_, out, stderr := mingcha(t, "", "icon", "--lang", "en", path)
		if !strings.Contains(out, "logo.png: "+test.head) || !strings.Contains(out, test.want) || strings.Contains(out, " 0×0") {
			t.Errorf("%s: %s%s, want %s and %s", test.file, out, stderr, test.head, test.want)
		}
	}
}

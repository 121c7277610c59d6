package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// builds is the folder of the command that tests run, made when one needs it.
var builds string

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(builds)
	os.Exit(code)
}

var build = sync.OnceValues(func() (string, error) {
	var err error
	if builds, err = os.MkdirTemp("", "mingcha-test-*"); err != nil {
		return "", err
	}
	binary := filepath.Join(builds, "mingcha.exe")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return binary, nil
})

// built gives the command itself.
func built(t *testing.T) string {
	t.Helper()
	binary, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return binary
}

// inFolder prepares the command in a folder, with temporary files in one of their own.
func inFolder(t *testing.T, dir string, args ...string) (c *exec.Cmd, temporary string) {
	t.Helper()
	temporary = t.TempDir()
	c = exec.Command(built(t), args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "TMPDIR="+temporary, "TMP="+temporary, "TEMP="+temporary)
	return c, temporary
}

// outcome of a command: status and what it printed.
func outcomeOf(t *testing.T, c *exec.Cmd) (code int, out, stderr string) {
	t.Helper()
	var o, e bytes.Buffer
	if c.Stdout == nil {
		c.Stdout = &o
	}
	c.Stderr = &e
	if err := c.Run(); err != nil && c.ProcessState == nil {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), o.String(), e.String()
}

// contents gives what lies in a folder: names with contents, links with where they
// lead.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case e.Type()&os.ModeSymlink != 0:
			target, _ := os.Readlink(path)
			all[e.Name()] = "-> " + target
		case e.Type().IsRegular():
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all[e.Name()] = string(text)
		default:
			all[e.Name()] = e.Type().String()
		}
	}
	return all
}

// differences names what is not the same in two folders.
func differences(before, after map[string]string) (names []string) {
	for name, text := range before {
		if now, ok := after[name]; !ok {
			names = append(names, name+" is gone")
		} else if now != text {
			names = append(names, name+" has changed")
		}
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			names = append(names, name+" has come")
		}
	}
	slices.Sort(names)
	return names
}

// oneClean and the others are catalogs of a kind.
const (
	oneClean  = `{"id":"1","name":"青禾记账"}` + "\n"
	oneReject = `{"id":"2","name":"腾迅课堂"}` + "\n"
	oneBroken = `{"id":"3","name":` + "\n"
)

// inputs lays the files that the situations below speak of into a folder.
func inputs(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"clean.jsonl": oneClean, "reject.jsonl": oneReject, "broken.jsonl": oneBroken, "half.jsonl": oneClean + oneBroken,
		"keep.jsonl": `{"id":"1","verdict":"pass"}` + "\n", "keep.html": "the last good page", "keep.xlsx": "the last good book",
		"faulty.json": `[{"name":"青禾记账"},{"name":`, "icons.jsonl": `{"name":"青禾记账","icon":"none.png"}`, "remote.jsonl": `{"name":"青禾记账","icon":"https://example.com/a.png"}`,
		"allow.tsv": "text\treason\n腾迅\t法务已核\n", "empty": "", "torn.jsonl": `{"id":"1","verdict":"pass"}` + "\n" + `{"id":"2","verd`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// situation is a call of the command and what has to come of it.
type situation struct {
	name string
	// before lays more into the folder; nil for nothing.
	before func(t *testing.T, dir string)
	args   string // parted by spaces
	code   int
	says   string // part of standard error
	// changed are the only differences in the folder, parted by commas.
	changed string
}

func (s *situation) test(t *testing.T) {
	dir := inputs(t)
	if s.before != nil {
		s.before(t, dir)
	}
	before := contents(t, dir)
	c, temporary := inFolder(t, dir, strings.Fields(s.args)...)
	code, _, stderr := outcomeOf(t, c)
	if code != s.code || !strings.Contains(stderr, s.says) || strings.Contains(stderr, "goroutine ") {
		t.Errorf("exit %d, want %d and %q\n%s", code, s.code, s.says, stderr)
	}
	if code == exitTrouble && stderr == "" {
		t.Error("fails without a word")
	}
	if got := strings.Join(differences(before, contents(t, dir)), ", "); got != s.changed {
		t.Errorf("in the folder: %q, want %q", got, s.changed)
	}
	if left := contents(t, temporary); len(left) > 0 {
		t.Errorf("temporary files left: %v", left)
	}
}

// written lays a file into the folder before.
func written(name, text string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// linked lays a symbolic link into the folder before.
func linked(name, target string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
}

func hardLinked(name, target string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		if err := os.Link(filepath.Join(dir, target), filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
}

func folder(name string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

func listed(name, words string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		folder("lists")(t, dir)
		written("lists/"+name, "# check: superlative\n# rule: 2.5\n# fields: name\n# source: test\nword\tseverity\n"+words)(t, dir)
	}
}

func both(a, b func(*testing.T, string)) func(*testing.T, string) {
	return func(t *testing.T, dir string) { a(t, dir); b(t, dir) }
}

package main

import (
	"bytes"
	"errors"
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

// command prepares the command in a folder, with temporary files in one of their own.
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

func TestExitStatusTellsTheTruth(t *testing.T) {
	for _, s := range []situation{
		{name: "clean", args: "check clean.jsonl"},
		{name: "clean catalog", args: "catalog clean.jsonl"},
		{name: "a reject", args: "check clean.jsonl reject.jsonl", code: 1},
		{name: "a reject in a catalog", args: "catalog clean.jsonl reject.jsonl", code: 1},
		{name: "a reject that may be", args: "catalog reject.jsonl --fail-on none"},
		{name: "a missing second file", args: "check reject.jsonl none.csv", code: 2, says: "none.csv"},
		{name: "a missing second file of a catalog", args: "catalog reject.jsonl none.csv", code: 2, says: "none.csv"},
		{name: "a missing second file where nothing fails", args: "check clean.jsonl none.csv --fail-on none", code: 2, says: "none.csv"},
		{name: "one unreadable record of two", args: "check half.jsonl --fail-on none", code: 2, says: "half.jsonl:2"},
		{name: "one unreadable record of a catalog", args: "catalog half.jsonl --fail-on none", code: 2, says: "half.jsonl:2"},
		{name: "an array that is cut off", args: "check faulty.json --fail-on none", code: 2, says: "faulty.json"},
		{name: "a folder for a file", args: "check . --fail-on none", code: 2, says: "folder"},
		{name: "an icon that is missing", args: "check icons.jsonl --fail-on none", code: 2, says: "none.png"},
		{name: "an icon of a catalog that is missing", args: "catalog icons.jsonl --fail-on none", code: 2, says: "1 icons could not be read"},
		{name: "an icon that nobody fetches", args: "check remote.jsonl", says: "not fetched"},
		{name: "an icon by flag that is missing", args: "check --icon none.png", code: 2, says: "none.png"},
		{name: "the icon command and one of two missing", args: "icon none.png clean.jsonl", code: 2, says: "none.png"},
		{name: "no number of jobs", args: "check clean.jsonl --jobs 0", code: 2, says: "--jobs 0"},
		{name: "too many jobs", args: "catalog clean.jsonl --jobs 999999999", code: 2, says: "expected 1 to"},
		{name: "an unknown language of rules", args: "rules --lang fr", code: 2, says: "zh or en"},
		{name: "an unknown language of explain", args: "explain --lang fr", code: 2, says: "zh or en"},
		{name: "an unknown language of explain-match", args: "explain-match --lang fr 微信", code: 2, says: "zh or en"},
		{name: "an unknown language of icon", args: "icon --lang fr none.png", code: 2, says: "zh or en"},
		{name: "an unknown language of topics", args: "topics --lang fr 点餐", code: 2, says: "zh or en"},
		{name: "a rule that is not, beside one that is", args: "rules 2.5 99", code: 2, says: "no rule 99"},
		{name: "a check that is not, beside one that is", args: "explain generic-name x", code: 2, says: `no check "x"`},
		{name: "an argument of version", args: "version x", code: 2, says: "no argument"},
		{name: "a flag of version", args: "version --x", code: 2, says: "-x"},
		{name: "help", args: "help"},
		{name: "help of a command", args: "help catalog"},
		{name: "help of what is no command", args: "help cataloge", code: 2, says: "no command"},
		{name: "serve with an argument", args: "serve x", code: 2, says: "flags only"},
		{name: "serve on no address", args: "serve --addr x:y:z", code: 2, says: "--addr"},
		{name: "lists that are clean", before: listed("a.tsv", "最好\n"), args: "lint-lists lists"},
		{name: "lists with a fault", before: listed("a.tsv", "第一\n唯一\n"), args: "lint-lists lists", code: 1},
		{name: "a list that does not parse", before: listed("a.tsv", "第一\trejekt\n"), args: "lint-lists lists", code: 2},
		{name: "a folder of lists that is missing, beside one", before: listed("a.tsv", "最好\n"), args: "lint-lists none lists", code: 2, says: "none"},
		{name: "a folder without a list, beside one", before: both(listed("a.tsv", "最好\n"), folder("bare")), args: "lint-lists bare lists", code: 2, says: "bare"},
		{name: "a list for a folder", args: "lint-lists allow.tsv", code: 2, says: "not a folder"},
		{name: "a list that cannot be used", before: listed("a.tsv", "第一\trejekt\n"), args: "check clean.jsonl --lists lists", code: 2, says: "a.tsv"},
	} {
		t.Run(s.name, s.test)
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

func TestARunThatFailsTouchesNothing(t *testing.T) {
	for _, s := range []situation{
		{name: "a file that is missing", args: "catalog --output keep.jsonl none.csv", says: "none.csv"},
		{name: "a second file that is missing", args: "catalog --output keep.jsonl --html keep.html clean.jsonl none.csv", says: "none.csv"},
		{name: "a page alone, and a file that is missing", args: "catalog --html keep.html clean.jsonl none.csv", says: "keep.html would not be whole"},
		{name: "a file that ends in the middle", before: written("torn.xlsx", "PK\x03\x04 and no more"), args: "catalog --output keep.jsonl --html keep.html torn.xlsx clean.jsonl", says: "stays as it was"},
		{name: "no record that can be read", args: "catalog --output keep.jsonl broken.jsonl", says: "none of the 1 records"},
		{name: "misspelt columns", before: written("c.csv", "name\n青禾记账\n"), args: "catalog --output keep.jsonl --columns nmae=name c.csv", says: "nmae"},
		{name: "columns that are no pairs", args: "catalog --output keep.jsonl --columns name clean.jsonl", says: "--columns"},
		{name: "an unknown format", args: "catalog --output keep.jsonl --format docx clean.jsonl", says: "--format"},
		{name: "an unknown severity", args: "catalog --output keep.jsonl --fail-on bad clean.jsonl", says: "--fail-on"},
		{name: "an unknown check", args: "catalog --output keep.jsonl --without-check x clean.jsonl", says: `"x"`},
		{name: "an unknown flag", args: "catalog --output keep.jsonl --resum clean.jsonl", says: "-resum"},
		{name: "an extension of no format", args: "catalog --output x.docx clean.jsonl", says: ".jsonl, .ndjson, .json, .csv"},
		{name: "an extension of another format", args: "catalog --output keep.xlsx --format jsonl clean.jsonl", says: "not that of --format"},
		{name: "a workbook under another name", args: "catalog --output keep.jsonl --format xlsx clean.jsonl", says: "not that of --format"},
		{name: "an input as output", args: "catalog --output clean.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an input as page", args: "catalog --html clean.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an output past a folder that is missing", args: "catalog --output none/../x.jsonl clean.jsonl", says: "no folder"},
		{name: "an input spelt with dots", before: folder("f"), args: "catalog --output f/../clean.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an input through a link", before: linked("l.jsonl", "clean.jsonl"), args: "catalog --output l.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an output through a link to the input", before: linked("l.jsonl", "clean.jsonl"), args: "catalog --output clean.jsonl l.jsonl", says: "one of the files to check"},
		{name: "an input past a linked folder", before: both(folder("f"), both(folder("f/g"), both(linked("l", "f/g"), written("f/x.jsonl", oneClean)))), args: "catalog --output l/../x.jsonl f/x.jsonl", says: "one of the files to check"},
		{name: "an input through a hard link", before: hardLinked("h.jsonl", "clean.jsonl"), args: "catalog --output h.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an input through a linked folder", before: linked("f", "."), args: "catalog --output f/clean.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "the page as output", args: "catalog --output x.html --html x.html clean.jsonl", says: "that is --output too"},
		{name: "the page as output in another case", args: "catalog --output x.html --html X.HTML clean.jsonl", says: "that is --output too"},
		{name: "the page as output, spelt otherwise", before: linked("f", "."), args: "catalog --output x.html --html ./f/x.html clean.jsonl", says: "that is --output too"},
		{name: "the page as what lies beside the output", args: "catalog --output x.jsonl --html x.jsonl.journal clean.jsonl", says: "lie beside outputs"},
		{name: "the output as what lies beside the page", args: "catalog --output x.html --html x clean.jsonl --format html --html x.html.part", says: "lie beside outputs"},
		{name: "a name as journals have", args: "catalog --output x.JOURNAL --format jsonl clean.jsonl", says: "lie beside outputs"},
		{name: "an input named as the journal", before: written("x.jsonl.journal", oneClean), args: "catalog --output x.jsonl x.jsonl.journal", says: "one of the files to check"},
		{name: "an input named as the unfinished output", before: written("x.jsonl.part", oneClean), args: "catalog --output x.jsonl x.jsonl.part", says: "one of the files to check"},
		{name: "an input named as the lock", before: written("x.jsonl.lock", oneClean), args: "catalog --output x.jsonl x.jsonl.lock", says: "one of the files to check"},
		{name: "an input named as the unfinished page", before: written("x.html.part", oneClean), args: "catalog --html x.html x.html.part", says: "one of the files to check"},
		{name: "the allow-list as page", args: "catalog --allow allow.tsv --html allow.tsv clean.jsonl", says: "the --allow list"},
		{name: "the baseline as output", args: "catalog --baseline keep.jsonl --output keep.jsonl clean.jsonl", says: "the --baseline"},
		{name: "a word list as page", before: listed("a.tsv", "最好\n"), args: "catalog --lists lists --html lists/a.tsv clean.jsonl", says: "a word list of --lists"},
		{name: "another's file named as the journal", before: written("x.jsonl.journal", "dear diary\n"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "another's file named as the journal, to resume", before: written("x.jsonl.journal", "dear diary\n"), args: "catalog --resume --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "another's file named as the unfinished output", before: written("x.jsonl.part", "half"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.part is in the way"},
		{name: "another's file named as the lock", before: written("x.jsonl.lock", "locked"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.lock is in the way"},
		{name: "another's file named as the unfinished page", before: written("x.html.part", "half"), args: "catalog --output keep.jsonl --html x.html clean.jsonl", says: "x.html.part is in the way"},
		{name: "a link named as the journal", before: linked("x.jsonl.journal", "keep.html"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "a link to nothing named as the journal", before: linked("x.jsonl.journal", "nothing"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "a link named as the unfinished output", before: linked("x.jsonl.part", "keep.html"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.part is in the way"},
		{name: "a link to nothing named as the unfinished output", before: linked("x.jsonl.part", "nothing"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.part is in the way"},
		{name: "a link named as the lock", before: linked("x.jsonl.lock", "empty"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.lock is in the way"},
		{name: "a link to nothing named as the lock", before: linked("x.jsonl.lock", "nothing"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.lock is in the way"},
		{name: "a folder named as the journal", before: folder("x.jsonl.journal"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "a folder named as the unfinished output", before: folder("x.jsonl.part"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.part is in the way"},
		{name: "a folder named as the lock", before: folder("x.jsonl.lock"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.lock is in the way"},
		{name: "a folder as output", before: folder("x.jsonl"), args: "catalog --output x.jsonl clean.jsonl", says: "a folder"},
		{name: "a folder by its slash", args: "catalog --output x.jsonl/ clean.jsonl", says: "names a folder"},
		{name: "a link to nothing as output", before: linked("x.jsonl", "nothing"), args: "catalog --output x.jsonl clean.jsonl", says: "a link to nothing"},
		{name: "a folder that is missing", args: "catalog --output none/x.jsonl clean.jsonl", says: "no folder"},
		{name: "a name that is too long for what lies beside it", args: "catalog clean.jsonl --output " + strings.Repeat("x", 244) + ".jsonl", says: "too long"},
		{name: "a file for a folder", args: "catalog --output keep.html/x.jsonl clean.jsonl", says: "keep.html"},
		{name: "a baseline that is empty", args: "catalog --output keep.jsonl --baseline empty clean.jsonl", says: "empty: it is empty"},
		{name: "a baseline that is cut off", args: "catalog --output keep.jsonl --baseline torn.jsonl clean.jsonl", says: "torn.jsonl:2"},
		{name: "a baseline that is a folder", args: "catalog --output keep.jsonl --baseline . clean.jsonl", says: "expected a file"},
		{name: "an allow-list that is missing", args: "catalog --output keep.jsonl --allow none clean.jsonl", says: "--allow none"},
	} {
		s.code = exitTrouble
		t.Run(s.name, s.test)
	}
}

func TestARunThatSucceedsReplacesWhatWasThere(t *testing.T) {
	torn := `{"journal":2,"inp`
	dead := ` {"lock":1,"pid":1,"host":"h","since":"s","command":"c","part":true}`
	for _, s := range []situation{
		{name: "output and page", args: "catalog --output keep.jsonl --html keep.html clean.jsonl", changed: "keep.html has changed, keep.jsonl has changed"},
		{name: "a workbook", args: "catalog --output keep.xlsx clean.jsonl", changed: "keep.xlsx has changed"},
		{name: "one unreadable record has its answer", args: "catalog --output keep.jsonl half.jsonl", code: 2, changed: "keep.jsonl has changed"},
		{name: "an output without an extension", args: "catalog --output new clean.jsonl", changed: "new has come"},
		{name: "another extension for a format", args: "catalog --output new.log --format jsonl clean.jsonl", changed: "new.log has come"},
		{name: "the file that a link leads to", before: linked("latest.jsonl", "keep.jsonl"), args: "catalog --output latest.jsonl clean.jsonl", changed: "keep.jsonl has changed"},
		{name: "a torn journal", before: written("keep.jsonl.journal", torn), args: "catalog --output keep.jsonl --resume clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.journal is gone"},
		{name: "a journal of nothing", before: written("keep.jsonl.journal", ""), args: "catalog --output keep.jsonl clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.journal is gone"},
		{name: "the lock of a dead run", before: written("keep.jsonl.lock", dead), args: "catalog --output keep.jsonl clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.lock is gone"},
		{name: "the torn lock of a dead run", before: written("keep.jsonl.lock", dead[:30]), args: "catalog --output keep.jsonl clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.lock is gone"},
		{name: "what a dead run was writing", before: both(written("keep.jsonl.lock", dead), written("keep.jsonl.part", "half")), args: "catalog --output keep.jsonl clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.lock is gone, keep.jsonl.part is gone"},
	} {
		t.Run(s.name, s.test)
	}
}

func TestAReplacedOutputKeepsWhoMayReadIt(t *testing.T) {
	dir := inputs(t)
	keep := filepath.Join(dir, "keep.jsonl")
	if err := os.Chmod(keep, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := mingcha(t, "", "catalog", "--output", keep, filepath.Join(dir, "clean.jsonl")); code != exitClean {
		t.Fatal(stderr)
	}
	if info, err := os.Stat(keep); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

// failing is an output that is full after some bytes.
type failing struct{ left int }

var errFull = errors.New("it is full")

func (f *failing) Write(b []byte) (int, error) {
	if len(b) > f.left {
		n := f.left
		f.left = 0
		return n, errFull
	}
	f.left -= len(b)
	return len(b), nil
}

func TestAnErrorOfStandardOutputIsNeverClean(t *testing.T) {
	dir := inputs(t)
	clean := filepath.Join(dir, "clean.jsonl")
	for _, args := range [][]string{
		{"check", clean}, {"catalog", clean}, {"catalog", clean, "--format", "xlsx"}, {"check", "--name", "青禾记账"}, {"check", "--format", "html", clean},
		{"rules"}, {"rules", "--json"}, {"explain"}, {"explain", "generic-name"}, {"explain-match", "微信"}, {"explain-match", "--json", "微信"},
		{"topics", "扫码点餐"}, {"topics", "--json", "扫码点餐"}, {"version"}, {"help"}, {"check", "--help"},
	} {
		var stderr bytes.Buffer
		if code := run(&shell{strings.NewReader(""), &failing{5}, &stderr}, args); code != exitTrouble || !strings.Contains(stderr.String(), errFull.Error()) {
			t.Errorf("%v: exit %d, %s", args, code, &stderr)
		}
	}
}

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/mingcha-go/mingcha/internal/synth"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// odd are records that a pipeline could lose or change on the way: bytes that are
// no UTF-8, characters beyond the first plane, nothing at all, every field.
var odd = []string{
	"{\"id\":\"bytes\",\"name\":\"茶\xff馆最好\",\"intro\":\"\xc3(\"}",
	`{"id":"astral","name":"𠮷野家🍜点餐","intro":"👨‍👩‍👧 国家级面馆 <b>&amp;"}`,
	`{"id":"nothing"}`,
	`{}`,
	`{"name":"腾迅课堂","intro":"没有编号"}`,
	`{"id":"long","name":"长","description":"` + strings.Repeat("最好的面馆，", 5000) + `"}`,
	`{"id":"whole","name":"青禾点餐","short_name":"青禾","intro":"在线点餐，到店自取","description":"全国第一","icon_text":["青禾"],
	  "categories":["餐饮服务/点餐平台"],"tags":["点餐","最便宜"],"contact":{"email":"a@b","url":"http://x","phone":"1"},"admin_wechat":"wx",
	  "owner":{"name":"青禾餐饮有限公司","kind":"enterprise","licences":["食品经营许可证"]},"features":["payment","location"],
	  "test_account":true,"ugc_filter":false,"authorizations":[{"mark":"微信","document":"a.pdf"}]}`,
	`{"id":"broken","name":7}`,
	`{"id":"torn","name":"`,
}

// table is a catalog as Chinese spreadsheets save it, with two broken rows.
const table = "id,name,intro,owner_name\r\n" +
	"t1,青禾点餐,\"在线点餐，\n到店自取\",青禾餐饮有限公司\r\n" +
	"t2,青禾点歺,\"在线点餐，\n到店自取\",别家餐饮有限公司\r\n" +
	"t3,太,多,列,了\r\n" +
	",全国第一洗衣,上门收衣,\r\n"

// writeCatalog writes a catalog of several files and gives their names in order.
// The records of the last have no IDs, so findings name them by their numbers.
func writeCatalog(t *testing.T, records int) []string {
	t.Helper()
	var first, last bytes.Buffer
	for _, line := range odd {
		fmt.Fprintln(&first, strings.ReplaceAll(line, "\n", ""))
	}
	at := 0
	for r := range synth.Generate(synth.Usual(8, records)) {
		out := &first
		if at++; at > records/2 {
			out, r.ID, r.Submission.ID = &last, "", ""
		}
		if r.Truth.Broken {
			fmt.Fprintf(out, "{\"id\":%q,\"name\":[]}\n", r.ID)
			continue
		}
		text, err := json.Marshal(&r.Submission)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(text, '\n'))
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(table)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var names []string
	for _, file := range []struct{ name, content string }{
		{"1.jsonl", first.String()},
		{"2-empty.csv", ""},
		{"3.csv", gbk},
		{"4.jsonl", last.String()},
	} {
		name := filepath.Join(dir, file.name)
		if err := os.WriteFile(name, []byte(file.content), 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

// command gives what "mingcha catalog" answers: the reports, the records that it
// could not read, and the files that it could not.
func command(t *testing.T, files ...string) (reports, unread, broken []string) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "mingcha")
	build := exec.Command("go", "build", "-o", binary, "./cmd/mingcha")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(binary, append([]string{"catalog", "--format", "jsonl", "--fail-on", "none"}, files...)...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) { // unread records have a code
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		if strings.Contains(line, `"verdict":"error"`) {
			unread = append(unread, line)
		} else {
			reports = append(reports, line)
		}
	}
	for line := range strings.Lines(stderr.String()) {
		if strings.Contains(line, "empty") {
			broken = append(broken, line)
		}
	}
	return reports, unread, broken
}

// pipeline runs the pipeline and gives the lines of its answers and bad records.
func pipeline(t *testing.T, runner string, files []string) (answers, bad []string) {
	t.Helper()
	c := catalogCheck{Files: files, Output: filepath.Join(t.TempDir(), "out"), Settings: settings{Lang: "zh", Edition: "first"}}
	p, s := beam.NewPipelineWithRoot()
	c.build(s)
	if _, err := beam.Run(t.Context(), runner, p); err != nil {
		t.Fatal(err)
	}
	return linesOf(t, c.Output, "part"), linesOf(t, c.Output, "bad")
}

func linesOf(t *testing.T, dir, kind string) (lines []string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, kind+"-*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for in := bufio.NewReader(f); ; {
			line, err := in.ReadString('\n')
			if line != "" {
				lines = append(lines, line)
			}
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	return lines
}

// The size that the pipeline is held to is that of prism; the direct runner is
// slower, as it does everything one after the other.
func TestThePipelineAnswersAsTheCommandDoes(t *testing.T) {
	for _, test := range []struct {
		runner  string
		records int
	}{{"prism", 100_000}, {"direct", 10_000}} {
		t.Run(test.runner, func(t *testing.T) {
			if testing.Short() {
				test.records = 2000
			}
			files := writeCatalog(t, test.records)
			reports, unread, broken := command(t, files...)
			answers, bad := pipeline(t, test.runner, files)
			compare(t, "answers", answers, reports)
			if repeats := count(reports, `"check":"duplicate"`); repeats < test.records/10 {
				t.Errorf("the command found %d repeats only: this test shows nothing", repeats)
			}
			if len(broken) != 1 || count(bad, "2-empty.csv") != 0 { // it lacks nothing that it should hold
				t.Errorf("told of the empty file: %q; %d bad records of it", broken, count(bad, "2-empty.csv"))
			}
			compare(t, "bad records", bad, unread)
			if len(unread) < 3 {
				t.Errorf("%d bad records only: this test shows nothing", len(unread))
			}
		})
	}
}

func compare(t *testing.T, what string, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d %s, the command has %d", len(got), what, len(want))
	}
	different := 0
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			if different++; different <= 3 {
				t.Errorf("%s, line %d:\n%s, the command has\n%s", what, i+1, got[i], want[i])
			}
		}
	}
	if different > 3 {
		t.Errorf("%d %s differ", different, what)
	}
}

func count(lines []string, part string) (n int) {
	for _, line := range lines {
		if strings.Contains(line, part) {
			n++
		}
	}
	return n
}

// failing is a file system whose files break off.
type failing struct{ filesystem.Interface }

var errStorage = errors.New("the connection was reset")

func (failing) Close() error { return nil }

func (failing) OpenRead(context.Context, string) (io.ReadCloser, error) {
	return io.NopCloser(io.MultiReader(strings.NewReader("{\"id\":\"1\",\"name\":\"青禾点餐\"}\n{\"id\":"), failingReader{})), nil
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errStorage }

func TestAChineseTableIsReadByTheNamesOfItsColumns(t *testing.T) {
	dir := t.TempDir()
	table := filepath.Join(dir, "表.csv")
	if err := os.WriteFile(table, []byte("编号,名称,功能介绍\nt1,腾迅课堂,在线学习\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	c := catalogCheck{Output: filepath.Join(dir, "out"), Settings: settings{Lang: "en", Edition: "first", Complete: true}}
	if err := c.prepare(t.Context(), filepath.Join(dir, "*.csv"), "id=编号,name=名称,intro=功能介绍"); err != nil {
		t.Fatal(err)
	}
	p, s := beam.NewPipelineWithRoot()
	c.build(s)
	ptest.RunAndValidate(t, p)
	answers, bad := linesOf(t, c.Output, "part"), linesOf(t, c.Output, "bad")
	if len(answers) != 1 || len(bad) != 0 {
		t.Fatalf("answers %q, bad records %q", answers, bad)
	}
	for _, want := range []string{`"id":"t1"`, `"check":"tencent-mark"`, `"check":"contact"`} {
		if !strings.Contains(answers[0], want) {
			t.Errorf("%s lacks %s", answers[0], want)
		}
	}
}

func TestAFaultOfTheStorageIsNoBadRecord(t *testing.T) {
	filesystem.Register("failing", func(context.Context) filesystem.Interface { return failing{} })
	output := filepath.Join(t.TempDir(), "out")
	p, s := beam.NewPipelineWithRoot()
	catalogCheck{Files: []string{"failing://1.jsonl"}, Output: output, Settings: settings{Lang: "zh", Edition: "first"}}.build(s)
	_, err := beam.Run(t.Context(), "direct", p)
	if err == nil || !strings.Contains(err.Error(), errStorage.Error()) {
		t.Errorf("error %v, expected that of the storage, for which a runner tries again", err)
	}
	if bad := linesOf(t, output, "bad"); len(bad) > 0 {
		t.Errorf("bad records: %q", bad)
	}
}

func TestWhatCannotRunIsToldBeforeAnyWorkIsDone(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	full := filepath.Join(dir, "full")
	for _, err := range []error{
		os.WriteFile(in, []byte("{}\n"), 0o644), os.Mkdir(full, 0o755),
		os.WriteFile(filepath.Join(full, "part-00000-of-00001.jsonl"), nil, 0o644),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ name, input, output, lang, columns, want string }{
		{"no input", "", "out", "zh", "", "--input"},
		{"no output", in, "", "zh", "", "--output"},
		{"no such file", filepath.Join(dir, "*.csv"), "out", "zh", "", "no file matches"},
		{"an unknown language", in, "out", "fr", "", "fr"},
		{"an output of an earlier run", in, full, "zh", "", "is not empty"},
		{"a storage that is not known", "nfs9://x/*", "out", "zh", "", "nfs9"},
		{"half a column", in, "out", "zh", "name=", "--columns"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := catalogCheck{Output: test.output, Settings: settings{Lang: test.lang, Edition: "first"}}
			err := c.prepare(t.Context(), test.input, test.columns)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, expected one with %q", err, test.want)
			}
		})
	}
}

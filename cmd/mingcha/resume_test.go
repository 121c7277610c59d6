package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// manyShops is a catalog of n records with faults, repeats and broken records.
func manyShops(n int) string {
	trades := []string{"洗衣", "理发", "修车", "花店", "烘焙", "茶饮", "健身", "书屋", "摄影", "宠物"}
	places := []string{"东街", "西巷", "南门", "北桥", "河畔", "山前", "湖心", "城里"}
	random := rand.New(rand.NewPCG(8, 1))
	var b strings.Builder
	for i := range n {
		switch i % 97 {
		case 13:
			fmt.Fprintf(&b, "{\"id\":\"%d\",\"name\":\n", i)
			continue
		case 31:
			fmt.Fprintf(&b, "{\"id\":\"%d\",\"name\":\"腾迅%s\"}\n", i, trades[random.IntN(10)])
			continue
		}
		trade, place := trades[random.IntN(len(trades))], places[random.IntN(len(places))]
		fmt.Fprintf(&b, `{"id":"%d","name":"%c%c%s","intro":"%s的%s，第%d家，预约%s服务，查看%c%c进度。","owner":{"name":"公司%d"}}`+"\n", i,
			0x5000+random.IntN(2000), 0x6000+random.IntN(2000), trade, place, trade, random.IntN(40), trade, 0x7000+random.IntN(2000), 0x5500+random.IntN(2000), i%50)
	}
	return b.String()
}

// stopped runs a catalog up to the writing of the output and leaves the journal, as
// a kill does there.
func stopped(t *testing.T, input, output string) (journal []byte) {
	t.Helper()
	c := newCatalogRun(t, input, "--output", output)
	err := errors.Join(c.prepare([]string{input}), c.openJournal(), c.checkRecords(t.Context()), c.journal.Close())
	c.close()
	if err != nil {
		t.Fatal(err)
	}
	if journal, err = os.ReadFile(output + ".journal"); err != nil {
		t.Fatal(err)
	}
	return journal
}

// newCatalogRun makes a run of mingcha catalog that is not prepared yet.
func newCatalogRun(t *testing.T, args ...string) *catalogRun {
	t.Helper()
	c := &catalogRun{sh: &shell{strings.NewReader(""), io.Discard, io.Discard}, progress: newProgress(io.Discard, 0, false)}
	fs := newFlags("catalog", "")
	c.flags.register(fs)
	if _, err := parse(c.sh, fs, args); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestARunGoesOnAfterTheLastWholeLineOfItsJournal(t *testing.T) {
	input := file(t, "c.jsonl", manyShops(200))
	random := rand.New(rand.NewPCG(8, 2))
	for ext, cuts := range map[string]int{"jsonl": 8, "xlsx": 2} {
		dir := t.TempDir()
		undisturbed := filepath.Join(dir, "undisturbed."+ext)
		mingcha(t, "", "catalog", input, "--output", undisturbed)
		want, _ := os.ReadFile(undisturbed)
		output := filepath.Join(dir, "out."+ext)
		whole := stopped(t, input, output)
		for range cuts {
			cut := whole[:random.IntN(len(whole)+1)]
			if err := os.WriteFile(output+".journal", cut, 0o644); err != nil {
				t.Fatal(err)
			}
			_, _, stderr := mingcha(t, "", "catalog", input, "--output", output, "--resume")
			if done := bytes.Count(cut, []byte("\n")) - 1; done > 0 && !strings.Contains(stderr, fmt.Sprintf("going on after %d records", done)) {
				t.Errorf("%d records were done: %s", done, stderr)
			}
			if got, _ := os.ReadFile(output); len(want) == 0 || !bytes.Equal(got, want) {
				t.Fatalf("%s: cut at %d of %d: another output", ext, len(cut), len(whole))
			}
		}
	}
}

func TestWhatTheJournalHasIsNotCheckedAgain(t *testing.T) {
	input := file(t, "c.jsonl", `{"id":"1","name":"腾迅课堂"}`+"\n"+`{"id":"2","name":"腾迅课堂"}`+"\n")
	output := filepath.Join(t.TempDir(), "out.jsonl")
	whole := stopped(t, input, output)
	told := bytes.Replace(whole, []byte("腾讯的标识"), []byte("先前的回答"), 1)
	if err := os.WriteFile(output+".journal", told[:len(told)-9], 0o644); err != nil {
		t.Fatal(err)
	}
	mingcha(t, "", "catalog", input, "--output", output, "--resume")
	got, _ := os.ReadFile(output)
	if bytes.Count(got, []byte("先前的回答")) != 1 || bytes.Count(got, []byte("腾讯的标识")) != 1 {
		t.Errorf("got %s", got)
	}
}

func TestAJournalOfOtherInputOrFlagsIsNotUsed(t *testing.T) {
	for name, change := range map[string]func(input string) []string{
		"other flags": func(string) []string { return []string{"--resume", "--lang", "en"} },
		"other input": func(input string) []string {
			os.WriteFile(input, []byte(`{"id":"1","name":"薇信课堂"}`), 0o644)
			return []string{"--resume"}
		},
		"no wish to resume": func(string) []string { return nil },
	} {
		input := file(t, "c.jsonl", `{"id":"1","name":"腾迅课堂"}`)
		output := filepath.Join(t.TempDir(), "out.jsonl")
		stopped(t, input, output)
		args := append([]string{"catalog", input, "--output", output}, change(input)...)
		_, _, stderr := mingcha(t, "", args...)
		got, _ := os.ReadFile(output)
		os.Remove(output)
		_, _, _ = mingcha(t, "", args...)
		want, _ := os.ReadFile(output)
		if !strings.Contains(stderr, "begun anew") || !bytes.Equal(got, want) {
			t.Errorf("%s: %s\n%s", name, stderr, got)
		}
	}
}

// TestKilledTwentyTimesTheOutputIsTheSame kills the command itself. Where a kill
// comes depends on the machine, what has to come of it does not.
func TestKilledTwentyTimesTheOutputIsTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command")
	}
	input := file(t, "c.jsonl", manyShops(2000))
	for _, ext := range []string{".jsonl", ".xlsx"} {
		t.Run(ext, func(t *testing.T) { killTwentyTimes(t, input, ext) })
	}
}

func killTwentyTimes(t *testing.T, input, ext string) {
	dir := t.TempDir()
	start := func(name string) *exec.Cmd {
		output := filepath.Join(dir, name+ext)
		c, _ := inFolder(t, dir, "catalog", input, "--quiet", "--output", output, "--html", output+".html", "--resume")
		return c
	}
	both := func(name string) (all []byte) {
		for _, suffix := range []string{"", ".html"} {
			content, _ := os.ReadFile(filepath.Join(dir, name+ext) + suffix)
			all = append(all, content...)
		}
		return all
	}
	output := filepath.Join(dir, "out"+ext)
	finish(t, start("undisturbed"))
	want := both("undisturbed")
	whole := len(stopped(t, input, filepath.Join(dir, "probe"+ext)))
	random := rand.New(rand.NewPCG(8, 3))
	killed := 0
	for i := range 20 {
		part := output + ".part"
		if i%2 == 1 {
			part = output + ".html.part"
		}
		size := int64(float64(whole) / 14 * (float64(i) + random.Float64()))
		now := func() bool { return sizeOf(output+".journal") > size } // further on each time
		if i >= 14 {                                                   // while it is written
			size = random.Int64N(int64(len(want) / 4))
			now = func() bool { return sizeOf(part) > size }
		}
		os.Remove(output)
		killed += kill(t, start("out"), now)
		if got := both("out"); sizeOf(output) >= 0 && sizeOf(output+".html") >= 0 && !bytes.Equal(got, want) {
			t.Fatalf("kill %d: a torn output", i)
		}
	}
	t.Logf("%d of 20 kills came before the end", killed)
	finish(t, start("out"))
	if got := both("out"); len(want) == 0 || !bytes.Equal(got, want) {
		t.Fatal("another output than that of the undisturbed run")
	}
	left, _ := filepath.Glob(output + ".*")
	if len(left) != 1 { // the page
		t.Errorf("left: %q", left)
	}
}

func sizeOf(name string) int64 {
	info, err := os.Stat(name)
	if err != nil {
		return -1
	}
	return info.Size()
}

// finish runs a command to its end; some records of manyShops are broken.
func finish(t *testing.T, c *exec.Cmd) {
	t.Helper()
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitTrouble {
		t.Fatalf("%v: %s", err, out)
	}
}

// kill starts a command and kills it when now says so, or lets it end; it gives
// how many it killed.
func kill(t *testing.T, c *exec.Cmd, now func() bool) int {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { c.Wait(); close(ended) }()
	for !now() {
		select {
		case <-ended:
			return 0
		case <-time.After(200 * time.Microsecond):
		}
	}
	c.Process.Kill()
	<-ended
	if c.ProcessState.Exited() {
		return 0
	}
	return 1
}

//go:build unix

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFullDiskLeavesTheLastGoodOutputWhole(t *testing.T) {
	dir := inputs(t)
	written("many.jsonl", manyShops(3000))(t, dir)
	for _, ext := range []string{"jsonl", "xlsx", "csv", "html"} {
		keep := "keep." + ext
		if ext == "csv" {
			written(keep, "the last good table")(t, dir)
		}
		for _, blocks := range []int{1, 64, 200, 400} { // of 512 bytes or of 1,024
			before := contents(t, dir)
			c, temporary := inFolder(t, dir)
			script := exec.Command("sh", "-c", fmt.Sprintf(`ulimit -f %d; exec "$0" catalog many.jsonl --quiet --output %s --html page.html`, blocks, keep), c.Path)
			script.Dir, script.Env = c.Dir, c.Env
			code, _, stderr := outcomeOf(t, script)
			if code != exitTrouble || !strings.Contains(stderr, "file too large") || strings.Contains(stderr, "goroutine ") {
				t.Errorf("%s, %d blocks: exit %d, %s", ext, blocks, code, stderr)
			}
			os.Remove(filepath.Join(dir, keep+".journal")) // kept to go on from
			if got := differences(before, contents(t, dir)); got != nil {
				t.Errorf("%s, %d blocks: %q", ext, blocks, got)
			}
			if left := contents(t, temporary); len(left) > 0 {
				t.Errorf("%s, %d blocks: temporary: %v", ext, blocks, left)
			}
		}
	}
}

func TestARunGoesOnWhenThereIsRoomAgain(t *testing.T) {
	dir := inputs(t)
	written("many.jsonl", manyShops(3000))(t, dir)
	c, _ := inFolder(t, dir, "catalog", "many.jsonl", "--output", "want.jsonl")
	outcomeOf(t, c)
	script := exec.Command("sh", "-c", `ulimit -f 200; exec "$0" catalog many.jsonl --output keep.jsonl`, c.Path)
	script.Dir, script.Env = c.Dir, c.Env
	outcomeOf(t, script)
	c, _ = inFolder(t, dir, "catalog", "many.jsonl", "--output", "keep.jsonl", "--resume")
	_, _, stderr := outcomeOf(t, c)
	got := contents(t, dir)
	if !strings.Contains(stderr, "going on after ") || got["keep.jsonl"] != got["want.jsonl"] || got["want.jsonl"] == "" {
		t.Errorf("another output: %s", stderr)
	}
}

func TestStreamsAndPipesAreNoOutput(t *testing.T) {
	for _, path := range []string{"/dev/stdout", "/dev/stderr", "/dev/fd/1", "/dev/null", "/dev/full", "/proc/self/fd/1", "/proc/x.jsonl", "pipe"} {
		if _, err := os.Stat("/proc"); err != nil && strings.HasPrefix(path, "/proc") {
			continue
		}
		dir := inputs(t)
		pipeOf(t, filepath.Join(dir, "pipe"))
		for _, flag := range []string{"--output", "--html"} {
			before := contents(t, dir)
			c, _ := inFolder(t, dir, "catalog", "clean.jsonl", flag, path, "--format", "jsonl")
			code, out, stderr := outcomeOf(t, c)
			if code != exitTrouble || out != "" || !strings.Contains(stderr, flag+" "+path+": ") {
				t.Errorf("%s %s: exit %d, %s", flag, path, code, stderr)
			}
			if got := differences(before, contents(t, dir)); got != nil {
				t.Errorf("%s %s: %q", flag, path, got)
			}
		}
	}
}

func TestPipesInTheWayAreNotWaitedFor(t *testing.T) {
	for _, ext := range []string{".journal", ".part", ".lock"} {
		dir := inputs(t)
		pipeOf(t, filepath.Join(dir, "keep.jsonl"+ext))
		before := contents(t, dir)
		c, _ := inFolder(t, dir, "catalog", "clean.jsonl", "--output", "keep.jsonl")
		code, _, stderr := outcomeOf(t, c)
		if code != exitTrouble || !strings.Contains(stderr, "keep.jsonl"+ext+" is in the way") || differences(before, contents(t, dir)) != nil {
			t.Errorf("%s: exit %d, %s", ext, code, stderr)
		}
	}
}

func TestListsAndBaselinesWithoutAnEndAreTold(t *testing.T) {
	dir := t.TempDir()
	quiet := pipeOf(t, filepath.Join(dir, "quiet"))
	endless := func(text string) func(t *testing.T) string {
		return func(t *testing.T) string {
			name := pipeOf(t, filepath.Join(t.TempDir(), "endless"))
			yes := exec.Command("sh", "-c", `exec yes "$0" > "$1"`, text, name)
			if err := yes.Start(); err != nil {
				t.Skip(err)
			}
			t.Cleanup(func() { yes.Process.Kill(); yes.Wait() })
			return name
		}
	}
	silent := func(t *testing.T) string {
		name := pipeOf(t, filepath.Join(t.TempDir(), "silent"))
		sleep := exec.Command("sh", "-c", `exec sleep 1000 > "$0"`, name)
		if err := sleep.Start(); err != nil {
			t.Skip(err)
		}
		t.Cleanup(func() { sleep.Process.Kill(); sleep.Wait() })
		return name
	}
	at := func(name string) func(*testing.T) string { return func(*testing.T) string { return name } }
	for _, test := range []struct {
		name string
		of   func(*testing.T) string
		says map[string]string // by flag
	}{
		{"a device", at("/dev/zero"), map[string]string{"--allow": "expected a file", "--baseline": "expected a file"}},
		{"a pipe that nobody opens", at(quiet), map[string]string{"--allow": "nobody has written", "--baseline": "nobody has written"}},
		{"a pipe that stays silent", silent, map[string]string{"--allow": "nothing has come", "--baseline": "nothing has come"}},
		{"a pipe without an end", endless(`{"verdict":"pass"}`), map[string]string{"--baseline": "more than 64 MB"}},
		{"a list without an end", endless("# comment"), map[string]string{"--allow": "more than 16 MB", "--baseline": ":1: "}},
	} {
		for flag, says := range test.says {
			t.Run(test.name+" "+flag, func(t *testing.T) {
				t.Parallel()
				c, _ := inFolder(t, inputs(t), "catalog", "clean.jsonl", "--output", "keep.jsonl", flag, test.of(t))
				if code, _, stderr := outcomeOf(t, c); code != exitTrouble || !strings.Contains(stderr, says) {
					t.Errorf("exit %d, %s", code, stderr)
				}
			})
		}
	}
}

func TestAPipeAmongWordListsIsNotWaitedFor(t *testing.T) {
	for _, args := range []string{"check clean.jsonl --lists lists", "catalog clean.jsonl --output keep.jsonl --lists lists", "lint-lists lists", "serve --addr 127.0.0.1:0 --lists lists"} {
		dir := inputs(t)
		folder("lists")(t, dir)
		pipeOf(t, filepath.Join(dir, "lists", "a.tsv"))
		c, _ := inFolder(t, dir, strings.Fields(args)...)
		if code, _, stderr := outcomeOf(t, c); code != exitTrouble || !strings.Contains(stderr, "no regular file") {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
	}
}

func TestAReaderThatLeavesEndsTheRunQuietly(t *testing.T) {
	dir := inputs(t)
	written("many.jsonl", manyShops(3000))(t, dir)
	for _, args := range []string{"check many.jsonl", "catalog many.jsonl", "catalog many.jsonl --format xlsx", "rules", "explain"} {
		c, temporary := inFolder(t, dir, strings.Fields(args)...)
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		c.Stdout = write
		var stderr strings.Builder
		c.Stderr = &stderr
		if args == "rules" || args == "explain" { // they fit into the pipe
			read.Close()
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		write.Close()
		bufio.NewReaderSize(read, 16).ReadByte()
		read.Close()
		c.Wait()
		if code := c.ProcessState.ExitCode(); code != exitClosed || strings.Contains(stderr.String(), "goroutine ") || strings.Contains(stderr.String(), "broken pipe") {
			t.Errorf("%s: exit %d, %s", args, code, &stderr)
		}
		if left := contents(t, temporary); len(left) > 0 {
			t.Errorf("%s: left %v", args, left)
		}
	}
}

func TestAStandardOutputThatIsFullIsTrouble(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	dir := inputs(t)
	for _, args := range []string{"check clean.jsonl", "catalog clean.jsonl", "rules", "version", "help", "lint-lists lists"} {
		listedOnce(t, dir)
		c, _ := inFolder(t, dir, strings.Fields(args)...)
		c.Stdout = full
		if code, _, stderr := outcomeOf(t, c); code != exitTrouble || !strings.Contains(stderr, "no space left") {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
	}
}

// listedOnce lays a folder with a fault into the folder, if it is not there.
func listedOnce(t *testing.T, dir string) {
	if _, err := os.Stat(filepath.Join(dir, "lists")); err != nil {
		listed("a.tsv", "第一\n唯一\n")(t, dir)
	}
}

func TestStandardStreamsThatAreFilesOfTheRunAreRefused(t *testing.T) {
	for _, test := range []struct{ script, says string }{
		{`"$0" check clean.jsonl >> clean.jsonl`, "one of the files to check"},
		{`"$0" catalog clean.jsonl >> clean.jsonl`, "one of the files to check"},
		{`"$0" catalog - --output clean.jsonl < clean.jsonl`, "that is standard input too"},
		{`"$0" catalog clean.jsonl --html new.html > new.html`, "that is standard output too"},
	} {
		dir := inputs(t)
		c, _ := inFolder(t, dir)
		script := exec.Command("sh", "-c", test.script, c.Path)
		script.Dir, script.Env = c.Dir, c.Env
		code, _, stderr := outcomeOf(t, script)
		if code != exitTrouble || !strings.Contains(stderr, test.says) || contents(t, dir)["clean.jsonl"] != oneClean {
			t.Errorf("%s: exit %d, %s", test.script, code, stderr)
		}
	}
}

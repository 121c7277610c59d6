//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patient bounds what a test waits for that must come.
const patient = 2 * time.Minute

// waitFor waits until something is so.
func waitFor(t *testing.T, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(patient); !so(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// pipeOf makes a named pipe.
func pipeOf(t *testing.T, name string) string {
	t.Helper()
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Skip(err)
	}
	return name
}

// waiting starts a catalog that has its output and waits for the rest of its input: let
// ends that.
func waiting(t *testing.T, dir string, args ...string) (c *exec.Cmd, temporary string, let func()) {
	t.Helper()
	c, temporary = inFolder(t, dir, append([]string{"catalog", "-", "--output", "keep.jsonl"}, args...)...)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	waitFor(t, "the locks", func() bool {
		text, _ := os.ReadFile(filepath.Join(dir, "keep.jsonl.lock"))
		page, _ := os.ReadFile(filepath.Join(dir, "keep.html.lock"))
		return strings.Contains(string(text), `"part":false`) && (len(args) == 0 || strings.Contains(string(page), `"part":false`))
	})
	return c, temporary, func() {
		io.WriteString(in, oneReject)
		in.Close()
	}
}

func TestOfTwoRunsOnOneOutputOneWorksAndTheOtherSaysWho(t *testing.T) {
	dir := inputs(t)
	linked("latest.jsonl", "keep.jsonl")(t, dir)
	linked("f", ".")(t, dir)
	first, _, let := waiting(t, dir, "--html", "keep.html")
	for _, args := range []string{
		"--output keep.jsonl", "--output keep.jsonl --resume", "--output ./keep.jsonl", "--output latest.jsonl", "--output f/keep.jsonl",
		"--html keep.jsonl", "--html keep.html", "--output other.jsonl --html keep.html", "--output keep.html --html keep.jsonl",
	} {
		before := contents(t, dir)
		second, _ := inFolder(t, dir, append([]string{"catalog", "clean.jsonl"}, strings.Fields(args)...)...)
		code, _, stderr := outcomeOf(t, second)
		if code != exitTrouble || !strings.Contains(stderr, fmt.Sprintf("another run is writing it: process %d on ", first.Process.Pid)) || !strings.Contains(stderr, "catalog - --output keep.jsonl") {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
		if got := differences(before, contents(t, dir)); got != nil {
			t.Errorf("%s: %q", args, got)
		}
	}
	let()
	if err := first.Wait(); first.ProcessState.ExitCode() != exitFound {
		t.Fatal(err)
	}
	if got := contents(t, dir); !strings.Contains(got["keep.jsonl"], "tencent-mark") || got["keep.jsonl.lock"] != "" {
		t.Errorf("got %q", got)
	}
}

func TestRunsOnOneOutputAtOnceLeaveItWhole(t *testing.T) {
	dir := inputs(t)
	written("many.jsonl", manyShops(200))(t, dir)
	whole, _ := inFolder(t, dir, "catalog", "many.jsonl", "--output", "whole.jsonl")
	outcomeOf(t, whole)
	want := contents(t, dir)["whole.jsonl"]
	worked := 0
	for range 5 {
		var runs []*exec.Cmd
		for range 4 {
			c, _ := inFolder(t, dir, "catalog", "many.jsonl", "--output", "keep.jsonl", "--quiet")
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			runs = append(runs, c)
		}
		for _, c := range runs {
			c.Wait()
		}
		got := contents(t, dir)
		if got["keep.jsonl"] == want {
			worked++
		}
		for name := range got {
			if strings.HasPrefix(name, "keep.jsonl.") {
				t.Errorf("left: %s", name)
			}
		}
	}
	if worked != 5 || want == "" {
		t.Errorf("the output was whole %d times of 5", worked)
	}
}

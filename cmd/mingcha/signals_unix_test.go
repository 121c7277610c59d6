//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestASignalLeavesNothingThatIsTemporary(t *testing.T) {
	for _, test := range []struct {
		signal syscall.Signal
		code   int
	}{{syscall.SIGINT, 130}, {syscall.SIGTERM, 143}, {syscall.SIGHUP, 129}} {
		if signal.Ignored(test.signal) { // under nohup, and so by the command
			continue
		}
		dir := inputs(t)
		before := contents(t, dir)
		c, temporary, _ := waiting(t, dir)
		c.Process.Signal(test.signal)
		c.Wait()
		if code := c.ProcessState.ExitCode(); code != test.code {
			t.Errorf("%s: exit %d", test.signal, code)
		}
		if got := differences(before, contents(t, dir)); got != nil {
			t.Errorf("%s: %q", test.signal, got)
		}
		if left := contents(t, temporary); len(left) > 0 {
			t.Errorf("%s: %v", test.signal, left)
		}
	}
}

func TestAnIgnoredSignalStaysIgnored(t *testing.T) {
	dir := inputs(t)
	c, _, let := waiting(t, dir)
	c.Process.Kill()
	c.Wait()
	let()
	// As under nohup: the shell's child has the signal ignored.
	c, temporary := inFolder(t, dir)
	script := exec.Command("sh", "-c", `trap "" HUP; exec "$0" catalog - --output keep.jsonl`, c.Path)
	script.Dir, script.Env = c.Dir, c.Env
	in, err := script.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := script.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the lock of the living", func() bool {
		text, _ := os.ReadFile(filepath.Join(dir, "keep.jsonl.lock"))
		return strings.Contains(string(text), fmt.Sprintf(`"pid":%d,`, script.Process.Pid))
	})
	script.Process.Signal(syscall.SIGHUP)
	io.WriteString(in, oneReject)
	in.Close()
	if err := script.Wait(); script.ProcessState.ExitCode() != exitFound {
		t.Errorf("%v", err)
	}
	if left := contents(t, temporary); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// TestASignalWhileAWorkbookIsUnderWayLeavesNothing ends the command while it reads and
// writes workbooks that go through temporary files.
func TestASignalWhileAWorkbookIsUnderWayLeavesNothing(t *testing.T) {
	dir := inputs(t)
	written("many.jsonl", manyShops(20000))(t, dir)
	book, _ := inFolder(t, dir, "catalog", "many.jsonl", "--output", "many.xlsx", "--without-check", "duplicate", "--quiet")
	temporary := ""
	for _, variable := range book.Env {
		if name, value, _ := strings.Cut(variable, "="); name == "TMPDIR" {
			temporary = value
		}
	}
	if err := book.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the unfinished workbook", func() bool { return sizeOf(filepath.Join(dir, "many.xlsx.part")) >= 0 })
	book.Process.Signal(os.Interrupt)
	book.Wait()
	if code := book.ProcessState.ExitCode(); code != 130 {
		t.Fatalf("exit %d", code)
	}
	if left := contents(t, temporary); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	for name := range contents(t, dir) {
		if strings.HasPrefix(name, "many.xlsx") && name != "many.xlsx.journal" {
			t.Errorf("left: %s", name)
		}
	}
}

// TestAKilledRunNeedsNoCareAfterwards kills runs while they write, and begins anew.
func TestAKilledRunNeedsNoCareAfterwards(t *testing.T) {
	dir := inputs(t)
	written("many.jsonl", manyShops(2000))(t, dir)
	args := []string{"catalog", "many.jsonl", "--quiet", "--output", "keep.jsonl"}
	for range 3 {
		before := contents(t, dir)
		c, _ := inFolder(t, dir, args...)
		if kill(t, c, func() bool { return sizeOf(filepath.Join(dir, "keep.jsonl.part")) > 0 }) == 0 {
			t.Skip("the run was over too soon")
		}
		if got := contents(t, dir); got["keep.jsonl"] != before["keep.jsonl"] {
			t.Error("a kill touched the last good output")
		}
	}
	c, _ := inFolder(t, dir, args...)
	outcomeOf(t, c)
	got := contents(t, dir)
	if n := strings.Count(got["keep.jsonl"], "\n"); n != 2000 {
		t.Errorf("%d answers", n)
	}
	for name := range got {
		if strings.HasPrefix(name, "keep.jsonl.") {
			t.Errorf("left: %s", name)
		}
	}
}

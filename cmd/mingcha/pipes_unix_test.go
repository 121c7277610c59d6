//go:build unix

package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What comes through a pipe is answered as the file is, by its own name.
func TestPipesAreReadLikeFiles(t *testing.T) {
	book, err := os.ReadFile(bookOf(t, map[string][][]any{"一": {{"登记表"}, {"名称"}, {"腾迅课堂"}}, "二": {{"名称"}, {"青禾记账"}}}, "一", "二"))
	if err != nil {
		t.Fatal(err)
	}
	for what, text := range map[string]string{
		"JSON lines": oneClean + oneReject, "an array": "[" + strings.TrimSpace(oneClean) + ",\n" + oneReject + "]", "CSV": "name\r腾迅课堂\r青禾记账\r", "a workbook": string(book),
	} {
		for _, command := range []string{"check", "catalog"} {
			dir := t.TempDir()
			pipe := pipeOf(t, filepath.Join(dir, "pipe"))
			go feed(pipe, text)
			c, temporary := inFolder(t, dir, command, "--format", "jsonl", "pipe")
			code, out, said := outcomeOf(t, c)
			if code != exitFound || strings.Count(out, "\n") != 2 || !strings.Contains(out, `"file":"pipe`) {
				t.Errorf("%s of %s in a named pipe: %d\n%s\n%s", command, what, code, out, said)
			}
			if left := contents(t, temporary); len(left) > 0 {
				t.Errorf("%s of %s left %v", command, what, left)
			}

			read, write, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			go func() {
				io.WriteString(write, text)
				write.Close()
			}()
			c, _ = inFolder(t, dir, command, "--format", "jsonl", "/dev/fd/3") // as <(...) is
			c.ExtraFiles = []*os.File{read}
			code, out, said = outcomeOf(t, c)
			read.Close()
			if code != exitFound || strings.Count(out, "\n") != 2 {
				t.Errorf("%s of %s by process substitution: %d\n%s\n%s", command, what, code, out, said)
			}
		}
	}
}

// feed writes into a pipe, as soon as somebody reads it.
func feed(pipe, text string) {
	if out, err := os.OpenFile(pipe, os.O_WRONLY, 0); err == nil {
		io.WriteString(out, text)
		out.Close()
	}
}

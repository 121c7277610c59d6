package scratch_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/mingcha-go/mingcha/internal/scratch"
)

// empty tells what lies in a folder that should be empty.
func empty(t *testing.T, dir string) {
	t.Helper()
	if left, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(left) > 0 {
		t.Errorf("left: %q %v", left, err)
	}
}

func TestTemporaryFilesGoWhenTheyAreClosed(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	f, err := scratch.Create("a-*")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("text"); err != nil {
		t.Fatal(err)
	}
	text := make([]byte, 4)
	if _, err := f.ReadAt(text, 0); err != nil || string(text) != "text" {
		t.Errorf("%q %v", text, err)
	}
	folder, remove, err := scratch.Folder()
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(folder, "of others"), nil, 0o600)
	remove()
	if err := errors.Join(f.Close(), f.Close()); err != nil {
		t.Error(err)
	}
	empty(t, dir)
}

func TestAFileIsMadeOnlyWhereNothingIs(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("nothing", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	os.WriteFile(filepath.Join(dir, "file"), []byte("text"), 0o600)
	for _, name := range []string{"link", "file"} {
		if _, err := scratch.CreateAt(filepath.Join(dir, name), 0o600); !errors.Is(err, os.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFileThatIsKeptStays(t *testing.T) {
	dir := t.TempDir()
	f, err := scratch.CreateAt(filepath.Join(dir, "part"), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	f.WriteString("text")
	if err := errors.Join(f.Keep(filepath.Join(dir, "whole")), f.Close()); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "whole")); string(text) != "text" {
		t.Errorf("%q %v", text, err)
	}
}

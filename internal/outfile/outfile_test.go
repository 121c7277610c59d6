package outfile_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/outfile"
)

// claim takes an output in a folder of its own; there is what stood there before.
func claim(t *testing.T, there string) (f *outfile.File, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "out")
	if there != "" {
		if err := os.WriteFile(path, []byte(there), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	resolved, err := outfile.Resolve(path)
	if err != nil {
		t.Fatal(err)
	}
	if f, err = outfile.Claim(resolved); err != nil {
		t.Fatal(err)
	}
	return f, path
}

// lies gives what lies beside a path, by name.
func lies(t *testing.T, path string) string {
	t.Helper()
	names, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	for i := range names {
		names[i] = filepath.Base(names[i])
	}
	return strings.Join(names, " ")
}

func TestAFileAppearsWhenItIsCommitted(t *testing.T) {
	f, path := claim(t, "before")
	w, err := f.Create()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(w, "after")
	if got, _ := os.ReadFile(path); string(got) != "before" || lies(t, path) != "out out.lock out.part" {
		t.Errorf("%q, %s", got, lies(t, path))
	}
	if err := errors.Join(f.Finish(), f.Commit()); err != nil {
		t.Fatal(err)
	}
	f.Release()
	if got, _ := os.ReadFile(path); string(got) != "after" || lies(t, path) != "out" {
		t.Errorf("%q, %s", got, lies(t, path))
	}
}

func TestAPanicWhileAFileIsWrittenLeavesTheLastOne(t *testing.T) {
	f, path := claim(t, "before")
	func() {
		defer func() { recover() }()
		defer f.Release()
		w, err := f.Create()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, "half of")
		panic("a check is broken")
	}()
	if got, _ := os.ReadFile(path); string(got) != "before" || lies(t, path) != "out" {
		t.Errorf("%q, %s", got, lies(t, path))
	}
}

func TestAnOutputIsHeldByOneUntilItIsReleased(t *testing.T) {
	f, path := claim(t, "")
	if _, err := outfile.Claim(path); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("process %d on ", os.Getpid())) {
		t.Errorf("taken twice: %v", err)
	}
	f.Release()
	again, err := outfile.Claim(path)
	if err != nil {
		t.Fatal(err)
	}
	again.Release()
	if lies(t, path) != "" {
		t.Errorf("left: %s", lies(t, path))
	}
}

func TestAFileThatCameInTheMeantimeIsNotReplaced(t *testing.T) {
	f, path := claim(t, "")
	if err := os.WriteFile(path+".part", []byte("another's"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Create(); !errors.Is(err, os.ErrExist) {
		t.Errorf("created over it: %v", err)
	}
	f.Release()
	if got, _ := os.ReadFile(path + ".part"); string(got) != "another's" || lies(t, path) != "out.part" {
		t.Errorf("%q, %s", got, lies(t, path))
	}
}

func TestPlacesAreTheSameThroughLinksAndSpellings(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, name := range []string{"a", "b", "é"} {
		if err := os.WriteFile(at(name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Symlink("a", at("link")), os.Link(at("a"), at("hard")), os.Symlink(".", at("folder"))); err != nil {
		t.Skip(err)
	}
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"a", "a", true}, {"a", "b", false}, {"a", "./a", true}, {"a", "link", true}, {"a", "hard", true}, {"a", "folder/a", true}, {"link", "folder/hard", true},
		{"a", "none", false}, {"none", "none", true}, {"none", "folder/none", true}, {"none", "NONE", true}, {"none", "nine", false},
		{"n\u00e9", "ne\u0301", true}, // é in one sign and in two
		{"none", "missing/none", false},
	} {
		if got := outfile.PlaceOf(dir + "/" + test.a).Same(outfile.PlaceOf(dir + "/" + test.b)); got != test.same {
			t.Errorf("%s and %s: %v", test.a, test.b, got)
		}
	}
}

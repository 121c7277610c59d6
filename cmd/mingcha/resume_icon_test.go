package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

// iconCatalog writes a catalog of three records, the second and third with an icon
// each, of which the last is not there.
func iconCatalog(t *testing.T) (catalog, second, third string) {
	t.Helper()
	dir := t.TempDir()
	catalog, second, third = filepath.Join(dir, "c.jsonl"), filepath.Join(dir, "2 的\"图标\".png"), filepath.Join(dir, "3.png")
	lines := `{"id":"1","name":"青禾记账"}` + "\n" + fmt.Sprintf(`{"id":"2","name":"腾迅课堂","icon":%q}`, filepath.Base(second)) + "\n" + `{"id":"3","name":"拾光相册","icon":"3.png"}` + "\n"
	for path, content := range map[string][]byte{catalog: []byte(lines), second: sample.PNG(sample.Plain(144, 144, sample.Green))} {
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return catalog, second, third
}

func TestARecordWhoseIconChangedIsCheckedAgain(t *testing.T) {
	soft := sample.PNG(sample.Soft(sample.Leaf(256, 256, sample.Green, sample.White), 4))
	for name, test := range map[string]struct {
		change func(second, third string)
		done   int
	}{
		"nothing changed":       {func(string, string) {}, 3},
		"another picture":       {func(second, _ string) { os.WriteFile(second, soft, 0o644) }, 1},
		"an icon is gone":       {func(second, _ string) { os.Remove(second) }, 1},
		"an icon has come":      {func(_, third string) { os.WriteFile(third, soft, 0o644) }, 2},
		"a file that none name": {func(second, _ string) { os.WriteFile(second+".png", soft, 0o644) }, 3},
	} {
		catalog, second, third := iconCatalog(t)
		output := filepath.Join(t.TempDir(), "out.jsonl")
		stopped(t, catalog, output)
		test.change(second, third)
		_, _, stderr := mingcha(t, "", "catalog", catalog, "--output", output, "--resume")
		got, _ := os.ReadFile(output)
		os.Remove(output)
		mingcha(t, "", "catalog", catalog, "--output", output)
		want, _ := os.ReadFile(output)
		if len(want) == 0 || !bytes.Equal(got, want) {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
		if !strings.Contains(stderr, fmt.Sprintf("going on after %d records", test.done)) || strings.Contains(stderr, "has changed since") != (test.done < 3) {
			t.Errorf("%s: %d records are not to be checked again: %s", name, test.done, stderr)
		}
	}
}

func TestARunWhoseFirstIconChangedIsNotCalledAnother(t *testing.T) {
	catalog, second, _ := iconCatalog(t)
	content, _ := os.ReadFile(catalog)
	_, content, _ = bytes.Cut(content, []byte("\n")) // without the first record
	os.WriteFile(catalog, content, 0o644)
	output := filepath.Join(t.TempDir(), "out.jsonl")
	stopped(t, catalog, output)
	os.Remove(second)
	_, _, stderr := mingcha(t, "", "catalog", catalog, "--output", output, "--resume")
	if !strings.Contains(stderr, "has changed since record 1 was checked") || strings.Contains(stderr, "begun anew") || strings.Contains(stderr, "going on") {
		t.Error(stderr)
	}
}

package journal_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/mingcha-go/mingcha/internal/journal"
)

func open(t *testing.T, path, header string, resume bool) *journal.Journal {
	t.Helper()
	j, _, err := journal.Open(path, header, holding(resume))
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// holding takes all lines for good, where a journal is resumed.
func holding(resume bool) func([]byte) bool {
	if !resume {
		return nil
	}
	return func([]byte) bool { return true }
}

func lines(t *testing.T, j *journal.Journal) (all []string) {
	t.Helper()
	for line, err := range j.Lines() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(line))
	}
	return all
}

func TestAJournalCutAnywhereGoesOnAfterItsLastWholeLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	whole := journal.Mark + "head\n一\n二二\n三三三\n"
	for cut := range len(whole) + 1 {
		if err := os.WriteFile(path, []byte(whole[:cut]), 0o644); err != nil {
			t.Fatal(err)
		}
		j := open(t, path, journal.Mark+"head", true)
		want := []string{"一", "二二", "三三三"}
		for _, line := range want[j.Done():] {
			j.Append([]byte(line + "\n"))
		}
		if got := lines(t, j); !slices.Equal(got, want) {
			t.Fatalf("cut at %d, %d done: %q", cut, j.Done(), got)
		}
		j.Close()
	}
}

func TestAJournalIsCutBeforeTheFirstLineThatDoesNotHold(t *testing.T) {
	for cut, stale := range []string{"一", "二二", "三三三", "none"} {
		path := filepath.Join(t.TempDir(), "j")
		if err := os.WriteFile(path, []byte(journal.Mark+"head\n一\n二二\n三三三\n四"), 0o644); err != nil {
			t.Fatal(err)
		}
		j, _, err := journal.Open(path, journal.Mark+"head", func(line []byte) bool { return string(line) != stale })
		if err != nil || j.Done() != cut {
			t.Fatalf("%s does not hold: %d done, want %d, %v", stale, j.Done(), cut, err)
		}
		j.Append([]byte("新\n"))
		want := append([]string{"一", "二二", "三三三"}[:cut:cut], "新")
		if got := lines(t, j); !slices.Equal(got, want) {
			t.Errorf("%s does not hold: got %q, want %q", stale, got, want)
		}
		j.Close()
	}
}

func TestAJournalOfAnotherRunIsBegunAnew(t *testing.T) {
	for _, test := range []struct {
		name, header string
		resume       bool
		want         int
	}{
		{"the same", journal.Mark + "head", true, 2},
		{"the same, not asked for", journal.Mark + "head", false, 0},
		{"another", "heap", true, 0},
		{"a longer header", journal.Mark + "head1", true, 0},
		{"a header that begins alike", "hea", true, 0},
	} {
		path := filepath.Join(t.TempDir(), "j")
		if err := os.WriteFile(path, []byte(journal.Mark+"head\na\nb\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		j, found, err := journal.Open(path, test.header, holding(test.resume))
		if err != nil || !found || j.Done() != test.want || len(lines(t, j)) != test.want {
			t.Errorf("%s: %d done, found %v, %v", test.name, j.Done(), found, err)
		}
		j.Remove()
		if _, err := os.Stat(path); !os.IsNotExist(err) {
			t.Errorf("%s: still there", test.name)
		}
	}
}

func TestATemporaryJournalKeepsManyLines(t *testing.T) {
	j, err := journal.Temporary()
	if err != nil {
		t.Fatal(err)
	}
	defer j.Remove()
	const n = 50_000
	for i := range n {
		j.Append(fmt.Appendf(nil, "行 %d\n", i))
	}
	if got := lines(t, j); len(got) != n || got[n-1] != fmt.Sprintf("行 %d", n-1) {
		t.Errorf("%d lines", len(got))
	}
}

func TestAFileThatIsNoJournalIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	for name, test := range map[string]struct {
		text string
		ok   bool
	}{
		"empty": {"", true}, "torn": {journal.Mark[:5], true}, "a journal": {journal.Mark + "1}\n", true},
		"a diary": {"dear diary\n", false}, "other JSON": {`{"id":"1"}` + "\n", false}, "one byte": {"x", false}, "an old backup": {"\n" + journal.Mark, false},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := journal.Check(path); (err == nil) != test.ok {
			t.Errorf("%s: %v", name, err)
		}
		if got, _ := os.ReadFile(path); string(got) != test.text {
			t.Errorf("%s: looking changed it", name)
		}
		j, _, err := journal.Open(path, journal.Mark+"2}", nil)
		if (err == nil) != test.ok {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			j.Close()
		} else if got, _ := os.ReadFile(path); string(got) != test.text {
			t.Errorf("%s: opening changed it", name)
		}
	}
	if err := journal.Check(filepath.Join(dir, "none")); err != nil {
		t.Error(err)
	}
}

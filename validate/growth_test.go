package validate_test

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/growth"
	"github.com/mingcha-go/mingcha/validate"
)

// What twice as much may take of what once takes: twice, and something for
// tables that double their size and for what sorting takes.
const (
	mostWork        = 2.2
	mostAllocations = 2.6
)

// mostBytes is how many bytes are allocated for a byte of a submission, by a
// Validator that has checked nothing before. A folded character takes 20 bytes
// and a word found 70, slices are doubled until they are long enough, and a
// finding has a message in words.
const mostBytes = 100

// memory gives what a check allocates whose Validator has kept nothing from
// earlier ones: no more than that is ever in use at a time.
func memory(v *validate.Validator, s *validate.Submission) (mallocs, bytes uint64) {
	runtime.GC()
	runtime.GC() // the second one empties pools
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	v.Check(s)
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}

func TestMemoryGrowsNoFasterThanTheSubmission(t *testing.T) {
	if raceDetector {
		t.Skip("with -race pools drop what they are given at random; .ci/run has a run without")
	}
	v := newValidator(t)
	v.Check(growth.Grown(growth.FillingOf("words of all lists"), 1<<12, growth.Dimensions...)) // tables are decoded on first use
	const n = 1 << 13
	for i := range growth.Fillings() {
		f := &growth.Fillings()[i]
		for _, set := range growth.Sets() {
			if set.Name == "texts" {
				continue // what a long text takes at first is more for each byte; statements tell how it grows
			}
			once, twice := growth.Grown(f, n, set.Dimensions...), growth.Grown(f, 2*n, set.Dimensions...)
			mallocs, bytes := memory(v, once)
			mallocs2, bytes2 := memory(v, twice)
			if r := float64(mallocs2) / float64(mallocs); r > mostAllocations {
				t.Errorf("%s, %s: %d allocations for %d bytes, %d for %d", f.Name, set.Name, mallocs, growth.Size(once), mallocs2, growth.Size(twice))
			}
			if r := float64(bytes2) / float64(bytes); r > mostAllocations {
				t.Errorf("%s, %s: %d bytes allocated for %d bytes, %d for %d", f.Name, set.Name, bytes, growth.Size(once), bytes2, growth.Size(twice))
			}
			if per := float64(bytes2) / float64(growth.Size(twice)); per > mostBytes {
				t.Errorf("%s, %s: %.0f bytes allocated for each of a submission of %d", f.Name, set.Name, per, growth.Size(twice))
			}
		}
	}
}

// The work is counted in statements that are executed, by a program built with
// counters in all of the project's packages and those of the library that walk
// texts (internal/growth/count). Unlike time that is the same on every machine,
// and unlike a meter that each loop would have to feed it sees a new loop over
// all texts for each tag, or over all words for each finding, whoever writes it.
// What it does not see is assembly: a search in a long text counts as one call. A new
// one for each word of a text still shows, as it mostly comes with copies
// (TestMemoryGrows...) or with a loop around it.
func TestWorkGrowsNoFasterThanTheSubmission(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program with counters: half a minute")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "count")
	build := exec.Command("go", "build", "-cover", "-covermode=atomic", "-coverpkg="+strings.Join([]string{
		"github.com/mingcha-go/mingcha/...", "github.com/cloudflare/ahocorasick", "strings", "bytes", "slices", "unicode/utf8", "net/url", "net/mail", "index/suffixarray",
	}, ","), "-o", program, "github.com/mingcha-go/mingcha/internal/growth/count")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", build, err, out)
	}
	count := exec.Command(program)
	count.Env = append(os.Environ(), "GOCOVERDIR="+dir)
	out, err := count.Output()
	if err != nil {
		t.Fatalf("%v: %v", count, err)
	}
	lines := bufio.NewScanner(bytes.NewReader(out))
	counted := 0
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) != 4 {
			t.Fatalf("unexpected line %q", lines.Text())
		}
		once, twice := number(t, cells[2]), number(t, cells[3])
		if twice > mostWork*once {
			t.Errorf("%s, %s: %.0f statements, of twice as much %.0f", cells[0], cells[1], once, twice)
		}
		counted++
	}
	if want := len(growth.Fillings()) * len(growth.Sets()); counted != want {
		t.Errorf("%d of %d counted", counted, want)
	}
}

func number(t *testing.T, cell string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil || n <= 0 {
		t.Fatalf("statements %q: %v", cell, err)
	}
	return n
}

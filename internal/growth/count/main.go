// Command count tells how many statements a check executes on submissions that
// are made larger: built with -cover -covermode=atomic, the program counts what
// it does itself. Unlike time that is the same on every machine and every day,
// and unlike a meter that each loop would have to feed it sees loops that nobody
// has thought of.
//
//	go build -cover -covermode=atomic -coverpkg=./...,strings,slices -o count ./internal/growth/count
//	count [-size BYTES] [-filling NAME]
//
// It writes a line for each filling and each set of dimensions: their names, the
// statements at the size and at twice the size, parted by tabs.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime/coverage"
	"strconv"
	"strings"

	"github.com/mingcha-go/mingcha/internal/growth"
	"github.com/mingcha-go/mingcha/validate"
)

func main() {
	size := flag.Int("size", 8192, "bytes of each dimension before it is doubled")
	only := flag.String("filling", "", "the filling to take; empty: all")
	flag.Parse()
	if err := run(*size, *only); err != nil {
		fmt.Fprintln(os.Stderr, "count:", err)
		os.Exit(1)
	}
}

func run(size int, only string) error {
	v, err := validate.New()
	if err != nil {
		return err
	}
	tool, err := exec.Command("go", "tool", "-n", "covdata").Output()
	if err != nil {
		return fmt.Errorf("go tool -n covdata: %w", err)
	}
	c := counter{v, strings.TrimSpace(string(tool))}
	v.Check(growth.Grown(&growth.Fillings()[0], size, growth.Dimensions...)) // tables are decoded on first use
	for i := range growth.Fillings() {
		f := &growth.Fillings()[i]
		if only != "" && only != f.Name {
			continue
		}
		for _, set := range growth.Sets() {
			once, err := c.statements(growth.Grown(f, size, set.Dimensions...))
			if err != nil {
				return err
			}
			twice, err := c.statements(growth.Grown(f, 2*size, set.Dimensions...))
			if err != nil {
				return err
			}
			fmt.Printf("%s\t%s\t%d\t%d\n", f.Name, set.Name, once, twice)
		}
	}
	return nil
}

// counter counts statements; covdata is the tool that reads counters.
type counter struct {
	v       *validate.Validator
	covdata string
}

// statements counts what checking a submission executes.
func (c *counter) statements(s *validate.Submission) (n int64, err error) {
	dir, err := os.MkdirTemp("", "count")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	if err := coverage.ClearCounters(); err != nil {
		return 0, err
	}
	c.v.Check(s)
	if err := coverage.WriteCountersDir(dir); err != nil {
		return 0, err
	}
	if err := coverage.WriteMetaDir(dir); err != nil {
		return 0, err
	}
	profile, err := exec.Command(c.covdata, "textfmt", "-i="+dir, "-o=/dev/stdout").Output()
	if err != nil {
		return 0, fmt.Errorf("covdata: %w", err)
	}
	lines := bufio.NewScanner(strings.NewReader(string(profile)))
	for lines.Scan() {
		executed, err := executedIn(lines.Text())
		if err != nil {
			return 0, err
		}
		n += executed
	}
	return n, lines.Err()
}

// executedIn gives the statements executed in the block of a line of a profile,
// "file.go:1.2,3.4 statements times". The first line names the mode.
func executedIn(line string) (int64, error) {
	cells := strings.Fields(line)
	if len(cells) != 3 {
		return 0, nil
	}
	statements, err := strconv.ParseInt(cells[1], 10, 64)
	if err != nil {
		return 0, fmt.Errorf("profile: %q: %w", line, err)
	}
	times, err := strconv.ParseInt(cells[2], 10, 64)
	if err != nil {
		return 0, fmt.Errorf("profile: %q: %w", line, err)
	}
	return statements * times, nil
}

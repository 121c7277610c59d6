// Package ucd reads the files of the Unicode Character Database, Unihan and the
// UTS #39 look-alikes as Debian packages them (unicode-data,
// python3-confusable-homoglyphs), for the generators of this module.
package ucd

import (
	"bufio"
	"compress/bzip2"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Where Debian's packages put their files.
const (
	dir         = "/usr/share/unicode"
	confusables = "/usr/lib/python3/dist-packages/confusable_homoglyphs/confusables.json"
)

// Packages are the Debian packages that the generators read.
var Packages = []string{"unicode-data", "python3-confusable-homoglyphs"}

// Char is one line of UnicodeData.txt.
type Char struct {
	Rune     rune
	Name     string // "LATIN SMALL LETTER A"; ranges (Han, Hangul) are left out
	Category string // "Ll"
	Tag      string // of the decomposition: "<wide>", "<font>", "" if canonical or none
	// Decomposition is one step, as the file has it, and nil for most.
	Decomposition []rune
	Digit         int // value of a decimal digit (field 6), -1 for others
	Numeric       int // value of any whole number (field 8), -1 for others
}

// Chars gives the characters of UnicodeData.txt in the order of their code points.
func Chars() ([]Char, error) {
	var chars []Char
	err := lines("UnicodeData.txt", func(line string) error {
		f := strings.Split(line, ";")
		if len(f) < 15 {
			return fmt.Errorf("want 15 fields: %q", line)
		}
		if strings.HasPrefix(f[1], "<") {
			return nil
		}
		r, err := hex(f[0])
		if err != nil {
			return err
		}
		c := Char{Rune: r, Name: f[1], Category: f[2], Digit: whole(f[6]), Numeric: whole(f[8])}
		for part := range strings.FieldsSeq(f[5]) {
			if strings.HasPrefix(part, "<") {
				c.Tag = part
				continue
			}
			d, err := hex(part)
			if err != nil {
				return err
			}
			c.Decomposition = append(c.Decomposition, d)
		}
		chars = append(chars, c)
		return nil
	})
	return chars, err
}

// EquivalentIdeographs gives the ideograph that a radical or stroke stands for
// (EquivalentUnifiedIdeograph.txt).
func EquivalentIdeographs() (map[rune]rune, error) {
	to := map[rune]rune{}
	err := lines("EquivalentUnifiedIdeograph.txt", func(line string) error {
		from, target, _ := strings.Cut(line, ";")
		first, last, isRange := strings.Cut(strings.TrimSpace(from), "..")
		if !isRange {
			last = first
		}
		lo, err1 := hex(first)
		hi, err2 := hex(last)
		t, err3 := hex(strings.TrimSpace(target))
		for _, err := range []error{err1, err2, err3} {
			if err != nil {
				return err
			}
		}
		for r := lo; r <= hi; r++ {
			to[r] = t
		}
		return nil
	})
	return to, err
}

// Unihan gives the fields of one Unihan file ("Readings", "Variants", ...):
// field name to character to value.
func Unihan(file string) (map[string]map[rune]string, error) {
	fields := map[string]map[rune]string{}
	err := lines("Unihan_"+file+".txt.bz2", func(line string) error {
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return fmt.Errorf("want 3 columns: %q", line)
		}
		r, err := hex(strings.TrimPrefix(f[0], "U+"))
		if err != nil {
			return err
		}
		if fields[f[1]] == nil {
			fields[f[1]] = map[rune]string{}
		}
		fields[f[1]][r] = f[2]
		return nil
	})
	return fields, err
}

// Variants gives the characters in the value of a Unihan variant field, without
// the sources: "U+88E1<kLau U+91CC".
func Variants(value string) []rune {
	var out []rune
	for part := range strings.FieldsSeq(value) {
		part, _, _ = strings.Cut(part, "<")
		if r, err := hex(strings.TrimPrefix(part, "U+")); err == nil {
			out = append(out, r)
		}
	}
	return out
}

// LookAlikes gives the UTS #39 groups: each string with those that look like
// it, in both directions. Direction marks around right-to-left ones are removed.
func LookAlikes() (map[string][]string, error) {
	data, err := os.ReadFile(confusables)
	if err != nil {
		return nil, err
	}
	var raw map[string][]struct {
		C string `json:"c"`
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%s: %w", confusables, err)
	}
	out := make(map[string][]string, len(raw))
	for from, group := range raw {
		from = strings.Trim(from, "\u200e")
		for _, to := range group {
			out[from] = append(out[from], strings.Trim(to.C, "\u200e"))
		}
	}
	return out, nil
}

// Versions gives the installed versions of the Packages, for the header of what
// is generated from them.
func Versions() (map[string]string, error) {
	versions := map[string]string{}
	for _, p := range Packages {
		out, err := exec.Command("dpkg-query", "-W", "-f", "${Version}", p).Output()
		if err != nil {
			return nil, fmt.Errorf("version of %s: %w", p, err)
		}
		versions[p] = string(out)
	}
	return versions, nil
}

// lines calls f with each line that is neither blank nor a comment.
func lines(name string, f func(string) error) error {
	file, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(name, ".bz2") {
		r = bzip2.NewReader(bufio.NewReader(file))
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		line, _, _ := strings.Cut(s.Text(), "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return s.Err()
}

func hex(s string) (rune, error) {
	n, err := strconv.ParseUint(s, 16, 32)
	return rune(n), err
}

func whole(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// roots are the packages that others build; what only tests and tools use is none of
// theirs.
var roots = []string{"./cmd/...", "./validate/...", "./lexicon/..."}

// platforms are those whose dependencies are told.
var platforms = []string{"linux", "darwin", "windows"}

// module is a module of which packages are used.
type module struct {
	path, version string
	notices       []notice
}

// notice is a file about rights in the folder of a package that is used, or above it.
type notice struct {
	file, text string
	licence    bool // rather than a NOTICE or a list of authors
}

// dependencies gives the modules that the roots use, by path, with their notices.
func dependencies() ([]module, error) {
	root, err := command("", "go", "list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return nil, err
	}
	own := strings.TrimSpace(root)
	folders, found := map[string][]string{}, map[string]module{}
	for _, platform := range platforms {
		const format = "{{with .Module}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}\t{{.Dir}}"
		out, err := command(own, "env", "GOOS="+platform, "GOARCH=amd64", "CGO_ENABLED=0", "GOWORK=off",
			"go", append([]string{"list", "-deps", "-f", format}, roots...))
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(out) {
			part := strings.Split(strings.TrimRight(line, "\n"), "\t")
			if len(part) != 4 || part[2] == own {
				continue // of the standard library, or ours
			}
			found[part[0]] = module{path: part[0], version: part[1]}
			folders[part[0]] = append(folders[part[0]], above(part[3], part[2])...)
		}
	}
	var modules []module
	for _, path := range slices.Sorted(maps.Keys(found)) {
		m := found[path]
		if m.notices, err = notices(folders[path]); err != nil {
			return nil, fmt.Errorf("%s %s: %w", m.path, m.version, err)
		}
		modules = append(modules, m)
	}
	return modules, nil
}

// command runs a program in a folder and gives what it says; lists among the words are
// taken apart.
func command(folder, name string, words ...any) (string, error) {
	var args []string
	for _, word := range words {
		switch w := word.(type) {
		case string:
			args = append(args, w)
		case []string:
			args = append(args, w...)
		}
	}
	c := exec.Command(name, args...)
	c.Dir = folder
	out, err := c.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return "", fmt.Errorf("%s: %w: %s", c, err, bytes.TrimSpace(exit.Stderr))
	}
	return string(out), err
}

// above gives a folder and those above it, up to the root of the module.
func above(folder, root string) (all []string) {
	for {
		all = append(all, folder)
		if folder == root || len(folder) <= len(root) {
			return all
		}
		folder = filepath.Dir(folder)
	}
}

// notices reads the files about rights in folders; the same text counts once.
func notices(folders []string) (found []notice, err error) {
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		files, err := os.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			licence, ok := aboutRights(f.Name())
			if !ok || f.IsDir() {
				continue
			}
			data, err := os.ReadFile(filepath.Join(folder, f.Name()))
			if err != nil {
				return nil, err
			}
			n := notice{file: f.Name(), text: string(data), licence: licence}
			if !slices.ContainsFunc(found, func(other notice) bool { return other.text == n.text }) {
				found = append(found, n)
			}
		}
	}
	return found, nil
}

// aboutRights tells whether a file is about rights by its name, and whether it must
// be a licence.
func aboutRights(file string) (licence, ok bool) {
	base := strings.ToUpper(file)
	if ext := filepath.Ext(base); ext == ".GO" || ext == ".MOD" || ext == ".SUM" {
		return false, false
	}
	for _, start := range []string{"LICENSE", "LICENCE", "COPYING", "UNLICENSE"} {
		if strings.HasPrefix(base, start) {
			return true, true
		}
	}
	return false, strings.HasPrefix(base, "NOTICE") || strings.HasPrefix(base, "COPYRIGHT")
}

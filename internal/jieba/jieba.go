// Package jieba reads the word-frequency dictionary that the table generators
// need. It comes with the module github.com/go-ego/gse, which the generators
// fetch themselves: the module is no dependency of the library.
package jieba

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Source is the module that holds the dictionary; it derives from that of jieba.
const (
	Source  = "github.com/go-ego/gse@v0.80.3"
	File    = "data/dict/zh/s_1.txt"
	Licence = "Apache-2.0, from jieba (MIT)"
)

// Each calls f for every word of the dictionary with its frequency, in the
// order of the file. Lines that hold no word and number are passed over.
func Each(f func(word string, frequency int)) error {
	out, err := exec.Command("go", "mod", "download", "-json", Source).Output()
	if err != nil {
		return fmt.Errorf("fetching %s: %w", Source, err)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return err
	}
	file, err := os.Open(filepath.Join(module.Dir, filepath.FromSlash(File)))
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		if frequency, err := strconv.Atoi(fields[1]); err == nil {
			f(fields[0], frequency)
		}
	}
	return lines.Err()
}

package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
)

// realRow is a row of real data: an app or program with its description, and
// the label of its class where one is known.
type realRow struct{ Name, Intro, Description, Category string }

// loadRows reads the *.jsonl files of dir.
func loadRows(dir string) (rows []realRow, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil || len(files) == 0 {
		return nil, cmp.Or(err, fmt.Errorf("no *.jsonl in %s", dir))
	}
	for _, file := range files {
		err := eachLine(file, func(_ int, line []byte) error {
			var row realRow
			err := json.Unmarshal(line, &row)
			rows = append(rows, row)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// percent gives a share as people read it: 12.3.
func percent(n, of int) string { return fmt.Sprintf("%.1f", 100*ratio(n, of)) }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// tally counts kinds of mistakes and keeps some texts of each.
type tally struct {
	count map[string]int
	texts map[string][]string
}

func newTally() *tally { return &tally{map[string]int{}, map[string][]string{}} }

func (t *tally) add(kind, text string) {
	t.count[kind]++
	t.texts[kind] = append(t.texts[kind], text)
}

// print lists the commonest kinds, each with its number and a text.
func (t *tally) print(w io.Writer, size int) {
	kinds := slices.SortedFunc(maps.Keys(t.count), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.count[b], t.count[a]), cmp.Compare(a, b))
	})
	for _, kind := range kinds[:min(size, len(kinds))] {
		fmt.Fprintf(w, "%4d %s: %s\n", t.count[kind], kind, marked(t.texts[kind][0], 0, 0))
	}
}

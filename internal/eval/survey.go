package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/docs/markdown"
	"github.com/mingcha-go/mingcha/validate"
)

// surveyed is a file and a field of it; check is "" for all rows.
type surveyed struct {
	file  string
	field string
	check string
}

// survey counts the rows that each check flags in real data. A row counts once
// for each field and check, by the gravest finding there.
type survey struct {
	v checker
	// rows holds how many rows have the field, flagged how many of them a check
	// flags at each severity.
	rows    map[surveyed]int
	flagged map[surveyed]*[validate.Reject + 1]int
	samples *samples
}

func newSurvey(v checker, seed uint64, size int) *survey {
	return &survey{v, map[surveyed]int{}, map[surveyed]*[validate.Reject + 1]int{}, newSamples(seed, size)}
}

// surveyDir reads every *.jsonl and *.txt file of dir and prints what is found.
func surveyDir(v checker, dir string, seed uint64, size int) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	s := newSurvey(v, seed, size)
	for _, entry := range entries {
		read := map[string]func([]byte) (validate.Submission, error){".jsonl": jsonRow, ".txt": nameRow}[filepath.Ext(entry.Name())]
		if entry.IsDir() || read == nil {
			continue
		}
		err := eachLine(filepath.Join(dir, entry.Name()), func(number int, line []byte) error {
			row, err := read(line)
			if err == nil {
				s.add(entry.Name(), number, &row)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	if len(s.rows) == 0 {
		return fmt.Errorf("no rows in %s: expected *.jsonl or *.txt files", dir)
	}
	s.print(os.Stdout)
	return nil
}

// jsonRow reads the texts of a row; other keys are left alone.
func jsonRow(line []byte) (validate.Submission, error) {
	var row struct{ Name, Intro, Description string }
	err := json.Unmarshal(line, &row)
	return validate.Submission{Name: row.Name, Intro: row.Intro, Description: row.Description}, err
}

func nameRow(line []byte) (validate.Submission, error) {
	return validate.Submission{Name: strings.TrimSpace(string(line))}, nil
}

// add checks a row and counts it.
func (s *survey) add(file string, number int, row *validate.Submission) {
	texts := map[validate.Field]string{
		validate.FieldName: row.Name, validate.FieldIntro: row.Intro, validate.FieldDescription: row.Description,
	}
	for field, text := range texts {
		if text != "" {
			s.rows[surveyed{file: file, field: string(field)}]++
		}
	}
	findings := s.v.Check(row).Findings
	gravest := map[surveyed]*validate.Finding{}
	var order []surveyed // that of the findings: samples must not depend on a map's
	for i := range findings {
		f := &findings[i]
		key := surveyed{file, string(f.Field), f.Check}
		if worst := gravest[key]; worst == nil {
			order = append(order, key)
			gravest[key] = f
		} else if f.Severity > worst.Severity {
			gravest[key] = f
		}
	}
	for _, key := range order {
		f := gravest[key]
		if s.flagged[key] == nil {
			s.flagged[key] = new([validate.Reject + 1]int)
		}
		s.flagged[key][f.Severity]++
		s.samples.offer(f, func() string {
			return fmt.Sprintf("%s:%d\t%s\t%s%s", file, number, f.Field, marked(texts[f.Field], f.Start, f.End), provenance(f))
		})
	}
}

// print writes the table of shares and the samples.
func (s *survey) print(w io.Writer) {
	table := markdown.NewTable("file", "field", "rows:", "check", "advice:", "%:", "review:", "%:", "reject:", "%:")
	keys := slices.SortedFunc(maps.Keys(s.flagged), func(a, b surveyed) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.field, b.field), cmp.Compare(a.check, b.check))
	})
	for _, key := range keys {
		rows := s.rows[surveyed{file: key.file, field: key.field}]
		cells := []string{key.file, key.field, fmt.Sprint(rows), key.check}
		for severity := validate.Advice; severity <= validate.Reject; severity++ {
			n := s.flagged[key][severity]
			cells = append(cells, fmt.Sprint(n), fmt.Sprintf("%.2f", 100*ratio(n, rows)))
		}
		table.Add(cells...)
	}
	fmt.Fprint(w, table.Padded())
	s.samples.print(w)
}

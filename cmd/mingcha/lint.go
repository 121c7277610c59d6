package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/mingcha-go/mingcha/lexicon"
	"github.com/mingcha-go/mingcha/validate"
)

func runLintLists(sh *shell, args []string) (int, error) {
	fs := newFlags("lint-lists", "mingcha lint-lists FOLDER...")
	dirs, err := parse(sh, fs, args)
	if err != nil {
		return exitTrouble, err
	}
	if len(dirs) == 0 {
		return exitTrouble, errors.New("give a folder with word lists (*.tsv)")
	}
	faults, words, files := 0, 0, 0
	for _, dir := range dirs {
		if info, err := os.Stat(dir); err != nil {
			return exitTrouble, err
		} else if !info.IsDir() {
			return exitTrouble, fmt.Errorf("%s is not a folder", dir)
		}
		lists, found := lintFolder(sh, dir)
		faults += found
		files += len(lists)
		for _, l := range lists {
			words += len(l.Entries)
		}
	}
	fmt.Fprintf(sh.err, "mingcha: %d words in %d lists, %d faults\n", words, files, faults)
	switch {
	case faults > 0:
		return exitFound, nil
	case files == 0:
		return exitTrouble, errors.New("no *.tsv file there")
	}
	return exitClean, nil
}

// lintFolder writes the faults of the lists in a folder, those that keep them
// from being used first.
func lintFolder(sh *shell, dir string) (lists []*lexicon.List, faults int) {
	lists, err := lexicon.Load(os.DirFS(dir))
	for _, fault := range leaves(err) {
		fmt.Fprintln(sh.out, fault)
		faults++
	}
	for _, problem := range lexicon.Lint(lists) {
		fmt.Fprintln(sh.out, problem)
		faults++
	}
	if faults == 0 {
		if _, err := validate.New(validate.WithLists(os.DirFS(dir))); err != nil {
			fmt.Fprintln(sh.out, err)
			faults++
		}
	}
	return lists, faults
}

// leaves takes joined errors apart.
func leaves(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []error
		for _, e := range joined.Unwrap() {
			all = append(all, leaves(e)...)
		}
		return all
	}
	if err == nil {
		return nil
	}
	return []error{err}
}

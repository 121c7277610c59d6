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
	sum := linted{}
	for _, dir := range dirs {
		sum.folder(sh, dir)
	}
	fmt.Fprintf(sh.err, "mingcha: %d words, %d lists, %d frames, %d faults\n", sum.words, sum.lists, sum.frames, sum.faults)
	switch {
	case sum.unread > 0:
		return exitTrouble, nil
	case sum.faults > 0:
		return exitFound, nil
	}
	return exitClean, nil
}

// linted counts what was looked at. Unread are the faults that kept a list or a
// folder from being read to its end.
type linted struct{ words, lists, frames, faults, unread int }

// folder writes the faults of the lists in a folder, those that keep them from being
// used first.
func (s *linted) folder(sh *shell, dir string) {
	if err := isFolder(dir); err != nil {
		s.unread++
		fmt.Fprintf(sh.err, "mingcha lint-lists: %v\n", err)
		return
	}
	if _, err := listFiles(dir); err != nil {
		s.unread++
		fmt.Fprintf(sh.err, "mingcha lint-lists: %v\n", err)
		return
	}
	lists, err := lexicon.Load(os.DirFS(dir))
	s.lists += len(lists)
	for _, l := range lists {
		s.words += len(l.Entries)
	}
	frames, framesErr := lexicon.LoadFrames(os.DirFS(dir))
	for _, c := range frames.Classes {
		s.words += len(c.Words)
	}
	s.frames += len(frames.Frames)
	before := s.faults
	for _, fault := range leaves(errors.Join(err, framesErr)) {
		fmt.Fprintln(sh.out, fault)
		s.faults++
		s.unread++
	}
	for _, problem := range append(lexicon.Lint(lists), lexicon.LintRules(lists, validate.IsRule)...) {
		fmt.Fprintln(sh.out, problem)
		s.faults++
	}
	if s.faults > before {
		return
	}
	if len(lists)+len(frames.Files()) == 0 {
		s.unread++
		fmt.Fprintf(sh.err, "mingcha lint-lists: no *.tsv file in %s\n", dir)
		return
	}
	v, err := validate.New(validate.WithLists(os.DirFS(dir)))
	for _, fault := range leaves(err) {
		fmt.Fprintln(sh.out, fault)
		s.faults++
	}
	if err == nil {
		for _, problem := range v.LintFrames(frames) {
			fmt.Fprintln(sh.out, problem)
			s.faults++
		}
	}
}

func isFolder(dir string) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is not a folder", dir)
	}
	return err
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

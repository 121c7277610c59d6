// Package scratch makes the temporary files of a process and knows them all, so
// that none is left behind when a signal ends it.
package scratch

import (
	"errors"
	"io/fs"
	"os"
	"sync"
)

// made is what is there now: paths, and the open files of those that have one.
var (
	mu   sync.Mutex
	made = map[string]*os.File{}
)

// File is a temporary file. Close removes it.
type File struct {
	*os.File
	path string
}

// Create makes a temporary file for reading and writing, in the system's folder
// for them; pattern is that of os.CreateTemp. Its name leads nowhere where the system
// lets an open file be removed: there not even kill -9 leaves it.
func Create(pattern string) (*File, error) {
	mu.Lock()
	defer mu.Unlock()
	f, err := os.CreateTemp("", pattern)
	if err != nil {
		return nil, err
	}
	if os.Remove(f.Name()) != nil {
		made[f.Name()] = f
	}
	return &File{f, f.Name()}, nil
}

// CreateAt makes a file at a path where nothing may be yet, not even a link. It is
// temporary until it is kept.
func CreateAt(path string, mode fs.FileMode) (*File, error) {
	mu.Lock()
	defer mu.Unlock()
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err
	}
	made[path] = f
	return &File{f, path}, nil
}

// Close closes the file and removes it. It may be called twice.
func (f *File) Close() error {
	err := f.File.Close()
	if errors.Is(err, os.ErrClosed) {
		err = nil
	}
	remove(f.path)
	return err
}

// Keep closes the file and gives it the name that it is to have for good; what is
// there is replaced at once and whole. The file is gone if that fails.
func (f *File) Keep(path string) error {
	mu.Lock()
	defer mu.Unlock()
	err := f.File.Close()
	if err == nil {
		err = os.Rename(f.path, path)
	}
	if err != nil {
		os.Remove(f.path)
	}
	delete(made, f.path)
	return err
}

// Folder makes a folder for the temporary files of others' code; remove takes it
// away with all that is in it.
func Folder() (path string, remove func(), err error) {
	mu.Lock()
	defer mu.Unlock()
	if path, err = os.MkdirTemp("", "mingcha-*"); err != nil {
		return "", nil, err
	}
	made[path] = nil
	return path, func() { removeAll(path) }, nil
}

// Watch takes a file that is there for a temporary one, until Forget.
func Watch(path string) {
	mu.Lock()
	defer mu.Unlock()
	made[path] = nil
}

// Forget says that a file is no temporary one any more.
func Forget(path string) {
	mu.Lock()
	defer mu.Unlock()
	delete(made, path)
}

func remove(path string) {
	mu.Lock()
	defer mu.Unlock()
	if _, ok := made[path]; ok {
		os.Remove(path)
		delete(made, path)
	}
}

func removeAll(path string) {
	mu.Lock()
	defer mu.Unlock()
	os.RemoveAll(path)
	delete(made, path)
}

// End removes all temporary files. None can be made after it: who tries waits for
// ever, as the process is about to exit.
func End() {
	mu.Lock() // and never unlocked
	for path, f := range made {
		if f != nil {
			f.Close() // Windows removes no open file
		}
		os.RemoveAll(path)
	}
}

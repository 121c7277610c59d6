// Package outfile writes files that are either whole or not touched, one run at a
// time. Beside an output lie, while it is being made, OUTPUT.lock and OUTPUT.part.
package outfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"github.com/mingcha-go/mingcha/internal/scratch"
)

// Names of the files beside an output.
const (
	PartExt = ".part"
	LockExt = ".lock"
)

// File is an output that this run has to itself until it is released. It is not
// safe for concurrent use.
type File struct {
	path string // with links resolved
	lock *lock
	part *scratch.File
	// mode is that of the file that is replaced, 0 if there is none.
	mode fs.FileMode
}

// streams are names for what a process has open.
var streams = regexp.MustCompile(`^/dev/(std(in|out|err)|fd/.*)$|^/proc/[^/]+/fd/`)

// Resolve gives the file that a path stands for, by an absolute path without links:
// that is where the output is written. The error says why none can be there: it is a
// folder, a device, a link to nothing, or its folder is missing.
func Resolve(path string) (string, error) {
	if path == "" || os.IsPathSeparator(path[len(path)-1]) {
		return "", fmt.Errorf("%q names a folder: expected a file", path)
	}
	if absolute, err := filepath.Abs(path); err != nil || streams.MatchString(filepath.ToSlash(absolute)) {
		return "", errors.New("a stream is no file that can appear whole: leave it out to write to standard output")
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return resolveNew(path)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", errors.New("it is a link to nothing")
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("it is %s: expected a file, or a name where none is", kindOf(info))
	}
	return withoutLinks(path)
}

// withoutLinks gives the absolute path of what is there. Links are resolved before
// the path is cleaned: link/.. is not the folder that link lies in.
func withoutLinks(path string) (string, error) {
	resolved, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(resolved)
}

// resolveNew resolves the path of a file that is not there.
func resolveNew(path string) (string, error) {
	folder, name := filepath.Split(path) // which does not clean it
	if folder == "" {
		folder = "."
	}
	resolved, err := withoutLinks(folder)
	if err != nil {
		return "", fmt.Errorf("there is no folder %s", folder)
	}
	return filepath.Join(resolved, name), nil
}

// Claim takes an output, by a path from Resolve, for this run alone. What a killed
// run has left beside it is removed. The error says who holds it, what is in the way,
// or why nothing can be written there.
func Claim(path string) (*File, error) {
	f := &File{path: path}
	if info, err := os.Stat(path); err == nil {
		f.mode = info.Mode().Perm()
	}
	var err error
	if f.lock, err = takeLock(path + LockExt); err != nil {
		return nil, err
	}
	if err := f.clear(); err != nil {
		f.Release()
		return nil, err
	}
	return f, nil
}

// clear removes the unfinished file of a run that was killed; any other is refused.
func (f *File) clear() error {
	part := f.path + PartExt
	info, err := os.Lstat(part)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case !f.lock.left.Part || !info.Mode().IsRegular():
		return notOurs(part, info)
	default:
		if err := os.Remove(part); err != nil {
			return err
		}
	}
	if !f.lock.held.Part {
		return nil
	}
	f.lock.held.Part = false
	return f.lock.write()
}

// Path is the path of the output.
func (f *File) Path() string { return f.path }

// Create begins the file, under another name until Commit.
func (f *File) Create() (io.Writer, error) {
	f.lock.held.Part = true
	if err := f.lock.write(); err != nil {
		return nil, err
	}
	var err error
	if f.part, err = scratch.CreateAt(f.path+PartExt, 0o644); err != nil {
		f.lock.held.Part = false
		return nil, errors.Join(err, f.lock.write())
	}
	if f.mode != 0 { // what others may not read stays so
		err = f.part.Chmod(f.mode)
	}
	return f.part, err
}

// Finish writes what was created through to the disk: afterwards, only Commit is left
// to do.
func (f *File) Finish() error { return f.part.Sync() }

// Commit puts the finished file in the place of the output.
func (f *File) Commit() error {
	part := f.part
	f.part = nil
	return part.Keep(f.path)
}

// Release removes what is not committed and lets other runs have the output. A nil
// File has nothing to release.
func (f *File) Release() {
	if f == nil {
		return
	}
	if f.part != nil {
		f.part.Close()
		f.part = nil
	}
	f.lock.release()
}

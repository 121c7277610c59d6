package outfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Open opens a file that this program keeps for itself beside an output, for
// reading and writing; it is made if it is not there. Links are not followed, and
// what is no regular file is refused: neither was made by this program.
func Open(path string) (*os.File, error) {
	before, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		// O_EXCL follows no link that comes between.
		return os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	}
	if err != nil {
		return nil, err
	}
	if !before.Mode().IsRegular() {
		return nil, notOurs(path, before)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	if now, err := f.Stat(); err != nil || !os.SameFile(before, now) {
		f.Close()
		return nil, errors.Join(fmt.Errorf("%s was changed by another program just now", path), err)
	}
	return f, nil
}

// notOurs says why a file in the way cannot be used.
func notOurs(path string, info fs.FileInfo) error {
	return fmt.Errorf("%s is in the way: it is %s that no run of mingcha has left; move it away or give another output", path, kindOf(info))
}

// kindOf words what a file is.
func kindOf(info fs.FileInfo) string {
	switch mode := info.Mode(); {
	case mode.IsRegular():
		return "a file"
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a link"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	}
	return "a device"
}

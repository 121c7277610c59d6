package outfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"github.com/mingcha-go/mingcha/internal/scratch"
)

// holder is what a lock file says of the run that holds it.
type holder struct {
	Lock    int    `json:"lock"` // 1
	PID     int    `json:"pid"`
	Host    string `json:"host"`
	Since   string `json:"since"`
	Command string `json:"command"`
	// Part says that the holder has made, or is about to make, the unfinished file
	// beside its output: what lies there after a kill may be removed.
	Part bool `json:"part"`
}

// lockMark is how the text of a lock file begins. It stands behind the first byte,
// which Windows lets nobody read while it is locked.
const lockMark = `{"lock":1,`

// lock is a lock file that this run holds. The operating system releases it with
// the process, however that ends; the file may stay and then counts for nothing.
type lock struct {
	path  string
	flock *flock.Flock
	// left is what a run that was killed has written, zero if there was none.
	left holder
	held holder
}

// takeLock takes the lock file at a path; the error says who holds it.
func takeLock(path string) (*lock, error) {
	for range 100 { // each time another run has ended just now
		f, err := Open(path)
		if errors.Is(err, fs.ErrExist) {
			continue
		} else if err != nil {
			return nil, fmt.Errorf("its lock cannot be made: %w", err)
		}
		_, err = readLock(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		l := &lock{path: path, flock: flock.New(path, flock.SetFlag(os.O_RDWR))}
		got, err := l.flock.TryLock()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, fmt.Errorf("%s cannot be locked, so nothing would keep a second run from the same output: %w", path, err)
		case !got:
			if h := readHolder(path); h.PID != 0 {
				return nil, heldBy(h)
			}
			time.Sleep(10 * time.Millisecond) // it has not said yet who it is, or has just ended
			continue
		case !l.isThere():
			l.flock.Unlock()
			continue
		}
		if err := l.begin(); err != nil {
			l.flock.Unlock()
			return nil, err
		}
		return l, nil
	}
	return nil, fmt.Errorf("another run is writing it and does not say which: %s", path)
}

// readHolder reads who holds the lock file at a path, zero if that cannot be told.
func readHolder(path string) (h holder) {
	f, err := os.Open(path)
	if err != nil {
		return h
	}
	defer f.Close()
	h, _ = readLock(f)
	return h
}

// readLock reads the text of a lock file, zero if there is none yet. A file that is
// something else is an error.
func readLock(f *os.File) (h holder, err error) {
	text := make([]byte, 1<<16)
	n, err := f.ReadAt(text, 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return h, err
	}
	if n == 0 {
		info, err := f.Stat()
		if err == nil && info.Size() > 1 {
			err = notOurs(f.Name(), info)
		}
		return h, err
	}
	if text = text[:n]; !strings.HasPrefix(string(text), lockMark) {
		info, err := f.Stat()
		if err != nil {
			return h, err
		}
		return h, notOurs(f.Name(), info)
	}
	// A text that a kill has torn says nothing, but it is ours.
	if json.Unmarshal(text, &h) != nil {
		h = holder{}
	}
	return h, nil
}

// isThere tells whether the locked file is still the one under its name: the run
// that held it before removes it.
func (l *lock) isThere() bool {
	held, err := l.flock.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(l.path)
	return err == nil && os.SameFile(held, there)
}

// begin reads what is left of the run before and says who holds the lock now.
func (l *lock) begin() error {
	f, err := os.OpenFile(l.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	if l.left, err = readLock(f); err != nil {
		return err
	}
	host, _ := os.Hostname()
	l.held = holder{Lock: 1, PID: os.Getpid(), Host: host, Since: time.Now().Format(time.RFC3339), Command: clip(strings.Join(os.Args, " ")), Part: l.left.Part}
	if err := l.write(); err != nil {
		return err
	}
	scratch.Watch(l.path)
	return nil
}

// write writes who holds the lock.
func (l *lock) write() error {
	text, err := json.Marshal(&l.held)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(l.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	f.WriteAt([]byte(" "), 0) // not on Windows, where it is locked
	_, err = f.WriteAt(append(text, '\n'), 1)
	if err == nil {
		err = f.Truncate(int64(len(text)) + 2)
	}
	return errors.Join(err, f.Close())
}

// release removes the lock file and gives the lock up, in this order: the other way
// round it might be another run's. Windows does not remove it, which does no harm.
func (l *lock) release() {
	scratch.Forget(l.path)
	if runtime.GOOS != "windows" {
		os.Remove(l.path)
	}
	l.flock.Unlock()
}

func heldBy(h holder) error {
	return fmt.Errorf("another run is writing it: process %d on %s, since %s: %s; wait for its end, or give another output", h.PID, h.Host, h.Since, h.Command)
}

// clip bounds a command line.
func clip(s string) string {
	const most = 2000 // bytes
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

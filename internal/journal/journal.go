// Package journal keeps what a long run has done in an append-only file of lines,
// so that a run that was killed can go on where it was.
package journal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
)

// Journal is a file of lines, the first of which says what the run is about. It
// is not safe for concurrent use.
type Journal struct {
	file *os.File
	out  *bufio.Writer
	path string
	head int64 // bytes of the first line
	done int
}

// Open opens the journal at a path. A journal that is there is continued if
// resume is not nil and its first line is header, which holds no line end. Resume
// is asked of each line, without its end, whether it still holds: the first that
// does not is cut off with all that follow, and so is a last line that a kill has
// torn. Otherwise the journal is begun anew; found tells whether there was another
// one.
func Open(path, header string, resume func(line []byte) bool) (j *Journal, found bool, err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, false, err
	}
	j = &Journal{file: f, path: path}
	if found, err = j.begin(header, resume); err != nil {
		f.Close()
		return nil, found, fmt.Errorf("the journal %s: %w", path, err)
	}
	return j, found, nil
}

// Temporary makes a journal that nobody will resume, in the folder for temporary
// files.
func Temporary() (*Journal, error) {
	f, err := os.CreateTemp("", "mingcha-*.journal")
	if err != nil {
		return nil, err
	}
	// Where the system lets an open file be removed, not even a kill leaves it.
	os.Remove(f.Name())
	return &Journal{file: f, path: f.Name(), out: bufio.NewWriterSize(f, 1<<16)}, nil
}

func (j *Journal) begin(header string, resume func([]byte) bool) (found bool, err error) {
	first := []byte(header + "\n")
	info, err := j.file.Stat()
	if err != nil {
		return false, err
	}
	found = info.Size() > 0
	head := make([]byte, len(first))
	_, err = io.ReadFull(j.file, head)
	if resume != nil && err == nil && bytes.Equal(head, first) {
		j.head = int64(len(first))
		return found, j.recover(resume)
	}
	if err := j.file.Truncate(0); err != nil {
		return found, err
	}
	if _, err := j.file.WriteAt(first, 0); err != nil {
		return found, err
	}
	j.head = int64(len(first))
	return found, j.appendAt(j.head)
}

// recover counts the whole lines after the first that still hold and cuts off
// what follows.
func (j *Journal) recover(holds func([]byte) bool) error {
	end := j.head
	if _, err := j.file.Seek(end, io.SeekStart); err != nil {
		return err
	}
	for line, err := range lines(j.file) {
		if err != nil {
			return err
		}
		if !holds(line) {
			break
		}
		end += int64(len(line)) + 1
		j.done++
	}
	if err := j.file.Truncate(end); err != nil {
		return err
	}
	return j.appendAt(end)
}

func (j *Journal) appendAt(offset int64) error {
	_, err := j.file.Seek(offset, io.SeekStart)
	j.out = bufio.NewWriterSize(j.file, 1<<16)
	return err
}

// Done is how many lines after the first were there when the journal was opened.
func (j *Journal) Done() int { return j.done }

// Append adds a line, which ends with its only line end.
func (j *Journal) Append(line []byte) error {
	_, err := j.out.Write(line)
	return err
}

// Lines gives the lines after the first, each in memory of its own and without
// its end. Nothing can be appended any more.
func (j *Journal) Lines() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		if err := j.out.Flush(); err != nil {
			yield(nil, err)
			return
		}
		if _, err := j.file.Seek(j.head, io.SeekStart); err != nil {
			yield(nil, err)
			return
		}
		lines(j.file)(yield)
	}
}

// lines reads the whole lines of a file from where it stands.
func lines(file io.Reader) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		in := bufio.NewReaderSize(file, 1<<16)
		for {
			line, err := in.ReadBytes('\n')
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(nil, err)
				return
			case !yield(line[:len(line)-1], nil):
				return
			}
		}
	}
}

// Close writes what is still in memory and leaves the journal where it is.
func (j *Journal) Close() error { return errors.Join(j.out.Flush(), j.file.Close()) }

// Remove closes the journal and deletes it: the run is over.
func (j *Journal) Remove() error {
	j.file.Close()
	if err := os.Remove(j.path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// Package journal keeps what a long run has done in an append-only file of lines,
// so that a run that was killed can go on where it was.
package journal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"

	"github.com/mingcha-go/mingcha/internal/outfile"
	"github.com/mingcha-go/mingcha/internal/scratch"
)

// Ext is what the name of a journal has after that of the output it lies beside.
const Ext = ".journal"

// Mark is how the first line of every journal begins: by it a journal is told from
// a file of others that has its name.
const Mark = `{"journal":`

// Journal is a file of lines, the first of which says what the run is about. It
// is not safe for concurrent use.
type Journal struct {
	file      *os.File
	temporary *scratch.File // nil if it may be resumed
	out       *bufio.Writer
	path      string
	head      int64 // bytes of the first line
	done      int
}

// Check tells by its error that no journal can be at a path, as there is something
// else: a file that does not begin with Mark, a link, a folder. It changes nothing.
func Check(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is in the way: no journal, which is a file and no link; move it away or give another output", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return checkMark(f)
}

// checkMark tells by its error that a file is no journal. One that a kill has torn in
// its first bytes is.
func checkMark(f *os.File) error {
	begin := make([]byte, len(Mark))
	n, err := f.ReadAt(begin, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if !strings.HasPrefix(Mark, string(begin[:n])) {
		return fmt.Errorf("%s is in the way: a file that no run of mingcha has left; move it away or give another output", f.Name())
	}
	return nil
}

// Open opens the journal at a path; what is not one is an error and stays as it is,
// see Check. A journal that is there is continued if
// resume is not nil and its first line is header, which begins with Mark and holds no line end. Resume
// is asked of each line, without its end, whether it still holds: the first that
// does not is cut off with all that follow, and so is a last line that a kill has
// torn. Otherwise the journal is begun anew; found tells whether there was another
// one.
func Open(path, header string, resume func(line []byte) bool) (j *Journal, found bool, err error) {
	f, err := outfile.Open(path)
	if err != nil {
		return nil, false, err
	}
	if err := checkMark(f); err != nil {
		f.Close()
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
	f, err := scratch.Create("mingcha-*.journal")
	if err != nil {
		return nil, err
	}
	return &Journal{file: f.File, temporary: f, out: bufio.NewWriterSize(f, 1<<16)}, nil
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
	if j.temporary != nil {
		return j.temporary.Close()
	}
	j.file.Close()
	if err := os.Remove(j.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

package suppress

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Bounds of what is read of a list or a baseline that is no regular file, as behind
// <(command): it may have no end.
const (
	mostOfPipe = 64 << 20 // bytes
	patience   = 10 * time.Second
)

// Open opens an allow-list or a baseline. Reading ends with an error, and not never,
// where a pipe has nobody who writes into it, or nobody who ends; devices and folders
// are refused.
func Open(path string) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.Mode().IsRegular():
		return os.Open(path)
	case info.Mode()&os.ModeNamedPipe == 0:
		return nil, errors.New("expected a file: this is a folder or a device")
	}
	f, err := openPipe(path)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{&bounded{in: &pipe{f}, left: mostOfPipe}, f}, nil
}

// openPipe opens a pipe, which waits for somebody to write into it.
func openPipe(path string) (*os.File, error) {
	type opened struct {
		f   *os.File
		err error
	}
	done := make(chan opened, 1)
	go func() { // stays behind where nobody comes; the run ends then
		f, err := os.Open(path)
		done <- opened{f, err}
	}()
	select {
	case o := <-done:
		return o.f, o.err
	case <-time.After(patience):
		return nil, fmt.Errorf("nobody has written into this pipe for %s: give a file", patience)
	}
}

// bounded is a stream that is an error past a number of bytes.
type bounded struct {
	in         io.Reader
	read, left int
}

func (s *bounded) Read(b []byte) (int, error) {
	if s.left == 0 {
		return 0, fmt.Errorf("there are more than %d MB", s.read>>20)
	}
	n, err := s.in.Read(b[:min(len(b), s.left)])
	s.read, s.left = s.read+n, s.left-n
	return n, err
}

// pipe is a pipe of which each part has to come in time.
type pipe struct{ f *os.File }

func (p *pipe) Read(b []byte) (int, error) {
	// Where a system knows no deadline for pipes, the bound in bytes is left.
	_ = p.f.SetReadDeadline(time.Now().Add(patience))
	n, err := p.f.Read(b)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		err = fmt.Errorf("nothing has come out of this pipe for %s: give a file", patience)
	}
	return n, err
}

package web

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"time"
)

// errGaveWay is why the body of a guest was not read to its end.
var errGaveWay = errors.New("there was no room for it among the requests under way")

// errNoRoom is why the body of a guest that is not waited for longest is not read on.
var errNoRoom = errors.New("the bytes of all requests under way are too many")

// body is that of a request, read before the request takes a place among those that
// are checked: how long it takes to arrive is up to its sender.
type body struct {
	bytes []byte
	err   error // why there is no more, io.EOF where it is whole
	at    int   // as far as Read has come
}

// Read gives the bytes that arrived, then why there are no more.
func (b *body) Read(into []byte) (int, error) {
	if b.at == len(b.bytes) {
		return 0, b.err
	}
	n := copy(into, b.bytes[b.at:])
	b.at += n
	return n, nil
}

// firstBytes is what a body is given room for at first: most are shorter. It grows
// with what has come, whatever the header promises.
const firstBytes = 4 << 10

// receive reads the body of a request within the limits of bytes and time.
func (s *service) receive(w http.ResponseWriter, r *http.Request, g *guest) *body {
	deadline(w, s.limits.Time)
	in := http.MaxBytesReader(unwrapped(w), r.Body, s.limits.Body)
	b := new(body)
	for {
		if len(b.bytes) == cap(b.bytes) {
			more := max(firstBytes, len(b.bytes))
			if !g.hold(int64(cap(b.bytes) + more)) {
				b.err = errNoRoom
				break
			}
			b.bytes = slices.Grow(b.bytes, more)
		}
		n, err := in.Read(b.bytes[len(b.bytes):cap(b.bytes)])
		b.bytes = b.bytes[:len(b.bytes)+n]
		if b.err = err; err != nil {
			break
		}
	}
	if b.err == io.EOF {
		// A deadline that passes from now on would look like a caller who hangs up.
		_ = http.NewResponseController(w).SetReadDeadline(time.Time{})
	} else if g.gaveWay() {
		b.err = errGaveWay
	}
	return b
}

// unwrapped gives the writer of the server: it alone lets a caller who sends too much
// read the answer before the connection is closed.
func unwrapped(w http.ResponseWriter) http.ResponseWriter {
	if outer, ok := w.(interface{ Unwrap() http.ResponseWriter }); ok {
		return outer.Unwrap()
	}
	return w
}

// deadline bounds the time in which the body has to arrive.
func deadline(w http.ResponseWriter, limit time.Duration) {
	// A writer that has no deadlines is one of a test: the server has its own.
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(limit))
}

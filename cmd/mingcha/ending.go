package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"

	"github.com/mingcha-go/mingcha/internal/scratch"
)

// exitSignal and the number of a signal make the exit status of a run that it ended,
// as shells have it.
const exitSignal = 128

// endOnSignal ends the process at a signal that asks for it, with no temporary file
// left; a second signal ends it at once. Signals that are ignored, as under nohup,
// stay so. Stop it when the run is over.
func endOnSignal(told io.Writer) (stop func()) {
	ends := slices.DeleteFunc([]os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
	if len(ends) == 0 { // Notify takes none for all
		return func() {}
	}
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, ends...)
	over := make(chan struct{})
	go func() {
		select {
		case <-over:
		case s := <-signals:
			code := exitSignal + int(s.(syscall.Signal))
			go func() {
				<-signals
				os.Exit(code)
			}()
			fmt.Fprintf(told, "\nmingcha: ended by a signal: %s\n", s)
			scratch.End()
			os.Exit(code)
		}
	}()
	return func() {
		signal.Stop(signals)
		close(over)
	}
}

// outlet is standard output. It remembers its first error, so that a command
// need not ask at every line, and writes nothing after it.
type outlet struct {
	io.Writer
	mu  sync.Mutex
	err error
}

func (o *outlet) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.Writer.Write(b)
	o.err = err
	return n, err
}

// streamOf gives what an outlet writes to.
func streamOf(w io.Writer) io.Writer {
	if o, ok := w.(*outlet); ok {
		return o.Writer
	}
	return w
}

// isClosed tells whether nobody reads what is written any more, as after | head.
func isClosed(err error) bool { return errors.Is(err, syscall.EPIPE) }

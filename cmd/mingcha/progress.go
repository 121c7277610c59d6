package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// progress is a line on a terminal that tells how far a file has been read. A
// hidden one shows nothing, but passes lines on. It is safe for concurrent use.
type progress struct {
	mu      sync.Mutex
	w       io.Writer
	size    int64
	read    atomic.Int64 // bytes, counted by the goroutine that reads
	visible bool
	drawn   bool
	next    time.Time
	doing   string // stands before the bar
	pace    pace
}

func newProgress(w io.Writer, size int64, visible bool) *progress {
	return &progress{w: w, size: size, visible: visible}
}

// reading counts what is read.
func (p *progress) reading(r io.Reader) io.Reader { return &countingReader{r, &p.read} }

type countingReader struct {
	r    io.Reader
	read *atomic.Int64
}

func (c *countingReader) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.read.Add(int64(n))
	return n, err
}

// show draws the bar anew, ten times a second at most.
func (p *progress) show(records int) {
	if !p.visible {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(100 * time.Millisecond)
	p.drawn = true
	if p.size == 0 {
		p.pace.add(now, 0, records)
		fmt.Fprintf(p.w, "\r\x1b[K%s%d records%s", p.doing, records, &p.pace)
		return
	}
	const cells = 30
	share := min(float64(p.read.Load())/float64(p.size), 1)
	p.pace.add(now, share, records)
	full := int(share * cells)
	fmt.Fprintf(p.w, "\r\x1b[K%s[%s%s] %3.0f%% %d records%s", p.doing, strings.Repeat("#", full), strings.Repeat(".", cells-full), share*100, records, &p.pace)
}

// say shows what is being done where there is no telling how far it is.
func (p *progress) say(doing string) {
	if !p.visible {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.drawn = true
	fmt.Fprintf(p.w, "\r\x1b[K%s", doing)
}

// line writes a line of its own, not into the bar.
func (p *progress) line(s string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
	fmt.Fprintln(p.w, "mingcha: "+s)
}

// end wipes the bar.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
}

func (p *progress) wipe() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.drawn = false
	}
}

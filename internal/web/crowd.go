package web

import (
	"cmp"
	"container/list"
	"context"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"
)

// mostUnread is how many bytes of answers the system is asked to keep for a caller who
// does not read them; left alone, it keeps some megabytes.
const mostUnread = 64 << 10

// crowd are all callers that are connected, and what memory they share. A caller
// that is slow to send its request or to read its answer costs a connection and the
// bytes that lie there. Where connections run out, the one waited for the longest gives
// way; where bytes do, the one that has held most for longest. An honest caller is done
// in no time and is hardly ever that one, so that no number of slow callers keeps it out.
type crowd struct {
	mu     sync.Mutex
	most   int        // connections
	free   int64      // bytes that nobody holds
	slow   *list.List // of *guest: those waited for, the longest first
	guests map[net.Conn]*guest
}

// guest is one caller of a crowd.
type guest struct {
	crowd *crowd
	cut   func()        // ends its connection, or what it sends and reads
	place *list.Element // in crowd.slow; nil while nobody waits for it
	since time.Time     // from when on it is waited for
	held  int64         // bytes
	gone  bool          // it gave way
	lasts bool          // it is a connection, not a request
}

func newCrowd(connections int, bytes int64) *crowd {
	return &crowd{most: connections, free: bytes, slow: list.New(), guests: map[net.Conn]*guest{}}
}

// connState follows the connections of a server.
func (c *crowd) connState(conn net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		c.enter(conn)
	case http.StateActive, http.StateIdle:
		if g := c.guest(conn); g != nil {
			g.waitedFor()
		}
	case http.StateClosed, http.StateHijacked:
		if g := c.guest(conn); g != nil {
			g.leave()
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.guests, conn)
	}
}

func (c *crowd) guest(conn net.Conn) *guest {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.guests[conn]
}

// enter makes a guest of a connection. Where there are too many, the one waited for
// the longest is closed; the new one itself where nobody is waited for.
func (c *crowd) enter(conn net.Conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.guests) >= c.most {
		if c.slow.Len() == 0 {
			_ = conn.Close() // the server sees it closed
			return
		}
		c.dismiss(c.slow.Front().Value.(*guest))
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(mostUnread) // as it is where that cannot be set
	}
	g := &guest{crowd: c, lasts: true, cut: func() { _ = conn.Close() }}
	g.place = c.slow.PushBack(g)
	c.guests[conn] = g
}

// dismiss cuts off a guest, and takes back what it holds. The caller has locked the
// crowd.
func (c *crowd) dismiss(g *guest) {
	g.gone = true
	g.release()
	g.cut()
}

// makeRoom sees to it that so many bytes are free. Of those waited for, the ones who cost
// most give way; it is false where that is the guest who asks, or all are not enough.
// The caller has locked the crowd.
func (c *crowd) makeRoom(bytes int64, asking *guest) bool {
	if c.free >= bytes {
		return true
	}
	now, room := time.Now(), c.free
	var slow []*guest
	for at := c.slow.Front(); at != nil; at = at.Next() {
		if g := at.Value.(*guest); g.held > 0 && (g == asking || g.cost(now) > asking.cost(now)) {
			slow = append(slow, g)
		}
	}
	slices.SortStableFunc(slow, func(a, b *guest) int { return cmp.Compare(b.cost(now), a.cost(now)) })
	for i, g := range slow {
		if g == asking {
			break
		}
		if room += g.held; room >= bytes {
			for _, leaving := range slow[:i+1] {
				c.dismiss(leaving)
			}
			return true
		}
	}
	return false // nobody is cut off in vain
}

// cost is what a guest who is waited for takes from the others: bytes, by how long. The
// first second does not tell the slow from the others. One that nobody waits for
// costs nothing.
func (g *guest) cost(now time.Time) float64 {
	if g.place == nil {
		return 0
	}
	return float64(g.held) * (time.Second + now.Sub(g.since)).Seconds()
}

// release gives back what a guest holds. The caller has locked the crowd.
func (g *guest) release() {
	g.crowd.free += g.held
	g.held = 0
	if g.place != nil {
		g.crowd.slow.Remove(g.place)
		g.place = nil
	}
}

// hold lets a guest hold so many bytes in all. It is false where there is no room,
// even if others who are waited for give way.
func (g *guest) hold(bytes int64) bool {
	c := g.crowd
	c.mu.Lock()
	defer c.mu.Unlock()
	if g.gone || !c.makeRoom(bytes-g.held, g) {
		return false
	}
	c.free += g.held - bytes
	g.held = bytes
	return true
}

// waitedFor says that from now on the guest is waited for.
func (g *guest) waitedFor() {
	g.crowd.mu.Lock()
	defer g.crowd.mu.Unlock()
	if g.gone {
		return
	}
	g.since = time.Now()
	if g.place != nil {
		g.crowd.slow.MoveToBack(g.place)
	} else {
		g.place = g.crowd.slow.PushBack(g)
	}
}

// atWork says that nobody waits for the guest: its request is whole.
func (g *guest) atWork() {
	g.crowd.mu.Lock()
	defer g.crowd.mu.Unlock()
	if g.place != nil {
		g.crowd.slow.Remove(g.place)
		g.place = nil
	}
}

// leave gives back what the guest holds. It is not cut off from then on.
func (g *guest) leave() {
	g.crowd.mu.Lock()
	defer g.crowd.mu.Unlock()
	g.release()
}

// answered ends what the guest was asked for. Of a connection the answer may still
// wait for its reader.
func (g *guest) answered() {
	g.leave()
	if g.lasts {
		g.waitedFor()
	}
}

// gaveWay tells whether the guest was cut off for others.
func (g *guest) gaveWay() bool {
	g.crowd.mu.Lock()
	defer g.crowd.mu.Unlock()
	return g.gone
}

// connKey is where the context of a request holds its connection.
type connKey struct{}

func withConn(ctx context.Context, conn net.Conn) context.Context {
	return context.WithValue(ctx, connKey{}, conn)
}

// guestOf gives the guest that sends a request. In a server that is not ours the
// guest lasts as long as its request, and loses what it sends and reads only.
func (c *crowd) guestOf(w http.ResponseWriter, r *http.Request) *guest {
	if conn, ok := r.Context().Value(connKey{}).(net.Conn); ok {
		if g := c.guest(conn); g != nil {
			g.waitedFor()
			return g
		}
	}
	controller := http.NewResponseController(w)
	g := &guest{crowd: c, cut: func() {
		past := time.Unix(1, 0)
		_ = controller.SetReadDeadline(past)
		_ = controller.SetWriteDeadline(past)
	}}
	g.waitedFor()
	return g
}
